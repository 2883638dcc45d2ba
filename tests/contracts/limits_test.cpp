// At each limit of pegel/limits.h: what reaches it is taken, what passes it is refused with the number and what to do.

#include <gtest/gtest.h>

#include "json/json.h"
#include "pegel/limits.h"
#include "support/run.h"

namespace pegel {
namespace {

template <class T>
std::string word_of(const Result<T>& result) {
  return result ? "taken" : result.error().code;
}

std::string file_with(const std::string& text) { return word_of(test::profile_of({"f.csv", text})); }

template <class Change>
std::string plan_with(const Change& change) {
  Plan plan = test::plan_for({{"f.csv", "a,b\n1,2\n"}});
  change(plan);
  return word_of(check(plan));
}
std::string plan_of_width(int fields) {
  return plan_with([&](Plan& plan) { plan.sources.front().width = fields; });
}
std::string plan_that_skips(int rows) {
  return plan_with([&](Plan& plan) { plan.sources.front().dialect.skip_rows = rows; });
}
std::string plan_with_window(int days) {
  return plan_with([&](Plan& plan) { plan.funnel.window_days = days; });
}

std::string header_with(int columns) {
  std::string text;
  for (int c = 0; c < columns; ++c) text += c == 0 ? "x" : ",x";
  return text + "\n";
}

// A file longer than its head, the first line break behind `length` bytes.
std::string header_of(std::size_t length) {
  std::string text = "a,b,";
  text.resize(length, 'x');
  text += '\n';
  for (int row = 0; text.size() <= kWholeBytes; ++row) text += "1,2," + std::string(100, 'y') + '\n';
  return text;
}

TEST(Limits, are_taken_and_passing_them_is_refused) {
  struct Case {
    const char* name;
    std::string at_limit;
    std::string beyond;
    const char* code;
  };
  const Case cases[] = {
      {"columns", plan_of_width(kMostColumns), file_with(header_with(kMostColumns + 1)), "file.too_many_columns"},
      {"header", file_with(header_of(kHeadBytes - 1)), file_with(header_of(kHeadBytes)), "file.header_too_long"},
      {"width", plan_of_width(kMostColumns), plan_of_width(kMostColumns + 1), "plan.member"},
      {"rows skipped", plan_that_skips(kMostRowsSkipped), plan_that_skips(kMostRowsSkipped + 1), "plan.member"},
      {"window", plan_with_window(kLongestWindow), plan_with_window(kLongestWindow + 1), "plan.member"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(c.at_limit, "taken") << c.name;
    EXPECT_EQ(c.beyond, c.code) << c.name;
  }
}

TEST(Limits, of_depth_end_reading_json_before_its_shape_is_looked_at) {
  const auto nested = [](int levels) {
    const auto count = static_cast<std::size_t>(levels);
    return json::read_plan(std::string(count, '[') + std::string(count, ']'), "plan.json").error().text;
  };
  EXPECT_EQ(nested(kDeepestJson), "plan.json: all of it: must be an object.");
  EXPECT_EQ(nested(kDeepestJson + 1).substr(0, 54), "plan.json: all of it: is nested deeper than 32 levels.");
}

/// Won deals of `customers` customers, from the one numbered `first`.
std::string deals_of(std::size_t customers, std::size_t first = 0) {
  std::string text = "Deal ID,Status,Amount,Created,Closed,Customer\n";
  for (std::size_t i = first; i < first + customers; ++i) {
    text += std::to_string(i) + ",won,5,2026-01-02,2026-01-20,C" + std::to_string(i) + "\n";
  }
  return text;
}

Choices by_customer() {
  Choices choices = test::choices_today();
  choices.dimensions = {"Customer"};
  choices.kpis = {"deal_count"};
  return choices;
}

std::string breakdown_of(const Report& report) {
  for (const Issue& issue : report.issues) {
    if (issue.code == "limit.values") return issue.subject + ": more than " + issue.values.at("limit");
  }
  return std::to_string(test::kpi(report, "deal_count").breakdown.front().values.size());
}

TEST(Limits, of_values_end_a_breakdown_and_leave_the_total) {
  const Report most = test::run({{"deals.csv", deals_of(kMostValues)}}, by_customer());
  EXPECT_EQ(breakdown_of(most), "10000");
  const Report more = test::run({{"deals.csv", deals_of(kMostValues + 1)}}, by_customer());
  EXPECT_EQ(breakdown_of(more), "Customer: more than 10000");
  EXPECT_TRUE(test::kpi(more, "deal_count").breakdown.empty());
  EXPECT_EQ(test::kpi(more, "deal_count").total.value, 10'001.0);
}

TEST(Limits, of_values_end_a_breakdown_in_any_order_of_merging) {
  const std::size_t half = kMostValues / 2 + 1;
  const Plan plan = test::plan_for({{"deals.csv", deals_of(half)}}, by_customer());
  std::vector<Cube> parts;
  for (const std::size_t first : {std::size_t{0}, half, 2 * half}) {
    parts.push_back(aggregate(plan, test::load(plan, {{"deals.csv", deals_of(half, first)}})));
  }
  std::vector<std::string> reports;
  for (const auto& order : {std::vector<std::size_t>{0, 1, 2}, {2, 0, 1}, {1, 1, 0}}) {
    Cube merged(plan);
    for (const std::size_t part : order) merged.merge(*Cube::decode(plan, parts[part].encode()));
    reports.push_back(breakdown_of(make_report(plan, *Cube::decode(plan, merged.encode()))));
  }
  EXPECT_EQ(reports, std::vector<std::string>(3, "Customer: more than 10000"));
}

}  // namespace
}  // namespace pegel
