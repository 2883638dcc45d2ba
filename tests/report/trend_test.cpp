// A period compared with the one before, and what is compared while it runs.

#include <gtest/gtest.h>

#include "support/run.h"

namespace pegel {
namespace {

const test::File kDeals{"deals.csv",
                        "deal_id,status,created,closed,amount\n"
                        "D1,won,2024-01-01,2024-06-10,70\n"
                        "D2,won,2024-01-01,2024-06-20,900\n"
                        "D3,won,2024-01-01,2025-05-17,100\n"
                        "D4,won,2024-01-01,2025-05-18,1000\n"
                        "D5,won,2024-01-01,2025-06-03,300\n"
                        "D6,open,2025-05-10,,5\n"
                        "D7,open,2025-05-20,,5\n"};

Compared compared(std::string_view kpi, Period period, std::string_view today, Comparison comparison) {
  Choices choices = test::choices_today(today);
  choices.period = period;
  choices.comparison = comparison;
  const Report report = test::run({kDeals}, choices);
  return test::kpi(report, kpi).compared.value_or(Compared{});
}

struct Case {
  const char* name;
  std::string_view kpi;
  Period period;
  std::string_view today;
  Comparison comparison;
  const char* current;
  const char* before;
  bool to_date;
  std::optional<double> value;
  std::optional<double> value_before;
};

class OfAPeriod : public testing::TestWithParam<Case> {};

TEST_P(OfAPeriod, is_with_as_many_days_as_have_passed) {
  const Case& c = GetParam();
  const Compared found = compared(c.kpi, c.period, c.today, c.comparison);
  EXPECT_EQ(found.current, c.current);
  EXPECT_EQ(found.period, c.before);
  EXPECT_EQ(found.to_date, c.to_date);
  EXPECT_EQ(found.value.value, c.value);
  EXPECT_EQ(found.before.value, c.value_before);
}

const Period kJune{*day_of(2025, 6, 1), *day_of(2025, 7, 1)};
const Period kMarch{*day_of(2025, 3, 1), *day_of(2025, 4, 1)};
const Case kCases[] = {
    {"a_month_that_runs", "revenue", kJune, "2025-06-17", Comparison::previous, "2025-06-01/2025-06-17",
     "2025-05-01/2025-05-17", true, 300, 100},
    {"a_month_that_runs_a_year_before", "revenue", kJune, "2025-06-17", Comparison::year, "2025-06-01/2025-06-17",
     "2024-06-01/2024-06-17", true, 300, 70},
    {"a_stock_in_a_month_that_runs", "pipeline_count", kJune, "2025-06-17", Comparison::previous,
     "2025-06-01/2025-06-17", "2025-05-01/2025-05-17", true, 2, 3},
    {"a_month_on_its_last_day", "revenue", kJune, "2025-06-30", Comparison::previous, "2025-06", "2025-05", false, 300,
     1100},
    {"a_month_that_is_over", "revenue", kJune, "2025-09-01", Comparison::previous, "2025-06", "2025-05", false, 300,
     1100},
    {"more_days_than_the_month_before_has",
     "pipeline_count",
     kMarch,
     "2025-03-30",
     Comparison::previous,
     "2025-03-01/2025-03-30",
     "2025-02",
     true,
     {},
     3},
};
INSTANTIATE_TEST_SUITE_P(Comparison, OfAPeriod, testing::ValuesIn(kCases), [](const auto& c) { return c.param.name; });

TEST(Comparison, without_a_period_is_of_the_last_whole_one) {
  Choices choices = test::choices_today("2025-06-17");
  const Report report = test::run({kDeals}, choices);
  const auto& found = test::kpi(report, "revenue").compared;
  ASSERT_TRUE(found);
  EXPECT_EQ(found->current, "2025-05");
  EXPECT_EQ(found->period, "2025-04");
  EXPECT_FALSE(found->to_date);
}

TEST(Trend, that_is_cut_says_so) {
  Choices choices = test::choices_today("2025-06-17");
  const auto note = [&] {
    const Report report = test::run({kDeals}, choices);
    for (const Issue& issue : report.issues) {
      if (issue.code == "trend.cut") return issue.count;
    }
    return int64_t{0};
  };
  EXPECT_EQ(note(), 0);
  choices.grain = Grain::day;
  const Report report = test::run({kDeals}, choices);
  EXPECT_EQ(test::kpi(report, "close_rate").trend.size(), 400u);
  EXPECT_EQ(note(), 106) << "of 506 days from the first deal created to the last";
}

}  // namespace
}  // namespace pegel
