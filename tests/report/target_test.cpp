// Targets met with the figures of the same days, whatever the plan's grain, period and choice of KPIs.

#include "kpis/attainment.h"

#include <gtest/gtest.h>

#include <set>

#include "support/run.h"

namespace pegel {
namespace {

const test::File kDeals{"deals.csv",
                        "deal_id,status,created,closed,owner,amount\n"
                        "D1,won,2026-01-05,2026-01-15,Ada,1000\n"
                        "D2,won,2026-02-05,2026-02-15,Ada,2000\n"
                        "D3,lost,2026-02-05,2026-02-16,Bo,500\n"
                        "D4,won,2026-03-05,2026-03-15,Bo,3000\n"
                        "D5,won,2026-04-05,2026-04-15,Bo,700\n"
                        "D6,open,2026-05-05,,Bo,900\n"
                        "D7,lost,2026-12-05,2026-12-15,Bo,90\n"};

test::File targets_file(const std::string& rows) {
  return {"targets.csv", "kpi_id,period_start,period_end,target,scope_type,scope_id\n" + rows};
}

Report report_on(const std::string& targets, const Choices& choices = test::choices_today()) {
  return test::run({kDeals, targets_file(targets)}, choices);
}

const Table& targets_of(const Report& report) {
  for (const Table& table : report.tables) {
    if (table.id == "targets") return table;
  }
  ADD_FAILURE() << "no targets";
  static const Table none;
  return none;
}

const TableCell& cell(const Table& table, std::size_t row, std::string_view column) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].id == column) return table.rows[row][c];
  }
  ADD_FAILURE() << column;
  static const TableCell none;
  return none;
}

bool notes(const Table& table, const std::string& note) {
  return std::find(table.notes.begin(), table.notes.end(), note) != table.notes.end();
}

struct Case {
  const char* name;
  const char* target;
  std::optional<double> actual;
  std::optional<double> attained;
  const char* verdict;
};

class OneTarget : public testing::TestWithParam<Case> {};

TEST_P(OneTarget, is_met_with_the_figure_of_its_own_days) {
  const Case& c = GetParam();
  const Report report = report_on(std::string(c.target) + "\n");
  const Table& table = targets_of(report);
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(cell(table, 0, "actual").number, c.actual);
  EXPECT_EQ(cell(table, 0, "verdict").text, c.verdict);
  ASSERT_EQ(cell(table, 0, "attained").number.has_value(), c.attained.has_value());
  if (c.attained) EXPECT_DOUBLE_EQ(*cell(table, 0, "attained").number, *c.attained);
}

const Case kCases[] = {
    {"a_quarter", "revenue,2026-01-01,2026-03-31,12000,company,", 6000, 0.5, "missed"},
    {"days_of_no_grain", "revenue,2026-01-16,2026-02-15,1000,company,", 2000, 2, "reached"},
    {"the_last_day_counts", "revenue,2026-02-01,2026-03-15,5000,company,", 5000, 1, "reached"},
    {"the_day_after_does_not", "revenue,2026-02-01,2026-03-14,4000,company,", 2000, 0.5, "missed"},
    {"a_person", "revenue,2026-01-10,2026-02-20,6000,person,Ada", 3000, 0.5, "missed"},
    {"a_name_without_a_type", "revenue,2026-01-10,2026-02-20,6000,,Ada", 3000, 0.5, "missed"},
    {"a_person_who_is_not_there", "revenue,2026-01-10,2026-02-20,6000,person,Eve", {}, {}, "no_scope"},
    {"none_won_is_0", "revenue,2026-02-16,2026-02-28,6000,company,", 0, 0, "missed"},
    {"days_before_the_data", "revenue,2020-01-01,2020-12-31,6000,company,", {}, {}, "no_data"},
    {"days_to_come", "revenue,2027-01-01,2027-12-31,6000,company,", {}, {}, "no_data"},
    {"a_year_that_runs", "revenue,2026-02-01,2027-01-31,11400,company,", 5700, 0.5, "running"},
    {"a_target_of_0", "revenue,2026-01-01,2026-03-31,0,company,", 6000, {}, "zero_target"},
    {"a_share_in_per_cent", "win_rate,2026-01-01,2026-03-31,60 %,company,", 0.75, 1.25, "reached_within_noise"},
    {"a_share_above_1", "win_rate,2026-01-01,2026-03-31,60,company,", 0.75, 1.25, "reached_within_noise"},
    {"a_share_as_it_is", "win_rate,2026-01-01,2026-03-31,0.6,company,", 0.75, 1.25, "reached_within_noise"},
    {"a_share_of_half_a_per_cent", "win_rate,2026-01-01,2026-03-31,0.5 %,company,", 0.75, 150, "reached"},
    {"a_stock_at_a_month_s_end", "pipeline_value,2026-01-01,2026-05-31,1800,company,", 900, 0.5, "missed"},
    {"a_stock_that_runs", "pipeline_value,2026-01-01,2027-01-31,1800,company,", 900, 0.5, "running"},
    {"a_stock_within_a_month", "pipeline_value,2026-01-01,2026-05-20,1800,company,", {}, {}, "stock_day"},
    {"a_figure_that_nobody_knows", "happiness,2026-01-01,2026-03-31,5,company,", {}, {}, "no_actual"},
    {"a_figure_without_its_file", "nps,2026-01-01,2026-03-31,5,company,", {}, {}, "no_actual"},
};
INSTANTIATE_TEST_SUITE_P(Targets, OneTarget, testing::ValuesIn(kCases), [](const auto& c) { return c.param.name; });

TEST(Targets, do_not_depend_on_the_grain) {
  const std::string rows = "revenue,2026-01-16,2026-02-15,1000,company,\nrevenue,2026-01-01,2026-03-31,9,person,Bo\n";
  const Report by_month = report_on(rows);
  for (const Grain grain : {Grain::day, Grain::week, Grain::quarter, Grain::year}) {
    Choices choices = test::choices_today();
    choices.grain = grain;
    const Report other = report_on(rows, choices);
    for (std::size_t row = 0; row < 2; ++row) {
      EXPECT_EQ(cell(targets_of(by_month), row, "actual").number, cell(targets_of(other), row, "actual").number);
    }
  }
}

TEST(Targets, say_where_a_share_was_read_as_per_cent_unasked) {
  EXPECT_TRUE(notes(targets_of(report_on("win_rate,2026-01-01,2026-03-31,60,company,\n")), "percent_targets"));
  EXPECT_FALSE(notes(targets_of(report_on("win_rate,2026-01-01,2026-03-31,60 %,company,\n")), "percent_targets"));
  EXPECT_FALSE(notes(targets_of(report_on("revenue,2026-01-01,2026-03-31,60,company,\n")), "percent_targets"));
}

struct Sum {
  const char* name;
  const char* targets;
  std::optional<double> value;
  int64_t n;
  const char* undefined;
};

class Headline : public testing::TestWithParam<Sum> {};

TEST_P(Headline, counts_no_day_twice) {
  const Sum& c = GetParam();
  const Report report = report_on(c.targets);
  const Estimate& total = test::kpi(report, "goal_attainment").total;
  ASSERT_EQ(total.value.has_value(), c.value.has_value());
  if (c.value) EXPECT_DOUBLE_EQ(*total.value, *c.value);
  EXPECT_EQ(total.n, c.n);
  EXPECT_EQ(total.undefined, c.undefined);
}

#define JANUARY "revenue,2026-01-01,2026-01-31,2000,company,\n"
#define FEBRUARY "revenue,2026-02-01,2026-02-28,2000,company,\n"
#define MARCH "revenue,2026-03-01,2026-03-31,2000,company,\n"
#define QUARTER "revenue,2026-01-01,2026-03-31,10000,company,\n"

const Sum kSums[] = {
    {"months", JANUARY FEBRUARY, 0.75, 2, ""},
    {"a_quarter_and_all_of_its_months", QUARTER JANUARY FEBRUARY MARCH, 1, 3, ""},
    {"a_quarter_and_one_of_its_months", QUARTER JANUARY, 0.6, 1, ""},
    {"a_month_beyond_the_quarter", QUARTER JANUARY "revenue,2026-04-01,2026-04-30,2000,company,\n", 6700. / 12000, 2,
     ""},
    {"two_for_the_same_days_ask_for_more", JANUARY "revenue,2026-01-01,2026-01-31,4000,company,\n", 0.25, 1, ""},
    {"persons_beside_each_other",
     "revenue,2026-01-01,2026-03-31,6000,person,Ada\nrevenue,2026-01-01,2026-03-31,6000,person,Bo\n", 0.5, 2, ""},
    {"the_company_before_persons", QUARTER "revenue,2026-01-01,2026-03-31,1,person,Ada\n", 0.6, 1, ""},
    {"not_what_runs", "revenue,2026-02-01,2027-01-31,11400,company,\n", {}, 1, "running"},
    {"not_0", "revenue,2026-01-01,2026-03-31,0,company,\n", {}, 1, "zero_target"},
    {"not_rates", "win_rate,2026-01-01,2026-03-31,0.6,company,\n", {}, 1, "no_sum"},
    {"not_what_has_no_figure", "nps,2026-01-01,2026-03-31,5,company,\n", {}, 1, "no_actual"},
};
INSTANTIATE_TEST_SUITE_P(Targets, Headline, testing::ValuesIn(kSums), [](const auto& c) { return c.param.name; });

TEST(Targets, say_that_some_share_days) {
  EXPECT_TRUE(notes(targets_of(report_on(QUARTER JANUARY)), "overlapping_targets"));
  EXPECT_FALSE(notes(targets_of(report_on(JANUARY FEBRUARY)), "overlapping_targets"));
}

TEST(Targets, that_differ_for_the_same_days_are_an_issue) {
  const auto conflicts = [](const Report& report) {
    int64_t count = 0;
    for (const Issue& issue : report.issues) count += issue.code == "target.conflict" ? issue.count : 0;
    return count;
  };
  EXPECT_EQ(conflicts(report_on(JANUARY "revenue,2026-01-01,2026-01-31,4000,company,\n")), 1);
  EXPECT_EQ(conflicts(report_on(JANUARY JANUARY)), 0);
  EXPECT_EQ(conflicts(report_on(JANUARY "revenue,2026-01-01,2026-01-31,4000,person,Ada\n")), 0);
}

Choices in_period(Day start, Day end) {
  Choices choices = test::choices_today();
  choices.period = Period{start, end};
  return choices;
}

const Choices kFirstQuarter = in_period(*day_of(2026, 1, 1), *day_of(2026, 4, 1));

TEST(Targets, of_a_chosen_period_are_met_with_its_figure) {
  const Report report = report_on(QUARTER "revenue,2026-01-01,2026-12-31,50000,company,\n", kFirstQuarter);
  const auto& target = test::kpi(report, "revenue").target;
  ASSERT_TRUE(target);
  EXPECT_EQ(target->target, 10000);
  EXPECT_DOUBLE_EQ(*target->attained, 0.6);
  const Estimate& total = test::kpi(report, "goal_attainment").total;
  EXPECT_DOUBLE_EQ(*total.value, 0.6) << "a year's target says nothing of a quarter";
  EXPECT_EQ(total.parts[0].value, *test::kpi(report, "revenue").total.value);
}

TEST(Targets, of_a_period_s_months_add_up_to_its_own) {
  const auto target = test::kpi(report_on(JANUARY FEBRUARY MARCH, kFirstQuarter), "revenue").target;
  ASSERT_TRUE(target);
  EXPECT_EQ(target->target, 6000);
  EXPECT_EQ(target->verdict, "reached");
  EXPECT_FALSE(test::kpi(report_on(JANUARY MARCH, kFirstQuarter), "revenue").target) << "February has none";
}

TEST(Targets, of_a_period_that_runs_are_not_missed_yet) {
  const Choices year = in_period(*day_of(2026, 1, 1), *day_of(2027, 2, 1));
  const auto target = test::kpi(report_on("revenue,2026-01-01,2027-01-31,50000,company,\n", year), "revenue").target;
  ASSERT_TRUE(target);
  EXPECT_EQ(target->verdict, "running");
}

TEST(Targets, of_persons_want_persons_among_the_dimensions) {
  Choices choices = test::choices_today();
  choices.dimensions = {"amount"};
  const Report report = report_on("revenue,2026-01-01,2026-03-31,9,person,Ada\n", choices);
  EXPECT_EQ(cell(targets_of(report), 0, "verdict").text, "no_dimension");
}

TEST(Targets, are_met_where_only_they_are_asked_for) {
  Choices only = test::choices_today();
  only.kpis = {"goal_attainment"};
  const Report report = report_on(QUARTER, only);
  ASSERT_EQ(report.kpis.size(), 1u);
  EXPECT_DOUBLE_EQ(*report.kpis[0].total.value, 0.6);
}

TEST(Targets, stay_with_a_figure_asked_for_alone) {
  Choices only = kFirstQuarter;
  only.kpis = {"revenue"};
  const Report report = report_on(QUARTER, only);
  ASSERT_EQ(report.kpis.size(), 1u);
  ASSERT_TRUE(report.kpis[0].target);
  EXPECT_DOUBLE_EQ(*report.kpis[0].target->attained, 0.6);
  EXPECT_TRUE(report.tables.empty());
}

TEST(Attainment, from_a_baseline_follows_the_way_the_target_lies) {
  Estimate actual;
  actual.value = 90;
  EXPECT_EQ(kpis::attain(actual, 95, 100.0, Direction::up).verdict, "reached");
  EXPECT_DOUBLE_EQ(*kpis::attain(actual, 95, 100.0, Direction::up).from_baseline, 2);
  EXPECT_DOUBLE_EQ(*kpis::attain(actual, 95, 100.0, Direction::up).share, 1 + 5. / 95);
  EXPECT_EQ(kpis::attain(actual, 95, 80.0, Direction::down).verdict, "missed");
  EXPECT_EQ(kpis::attain(actual, 0, 100.0, Direction::down).from_baseline, 0.1);
  EXPECT_FALSE(kpis::attain(actual, 0, 100.0, Direction::down).share);
}

TEST(Targets, NameTheirScopeInTheFilesOwnWords) {
  const Report report = report_on(
      "revenue,2026-01-01,2026-03-31,6000,Unternehmen,\nrevenue,2026-01-01,2026-03-31,3000,Verkäufer,Ada\n"
      "revenue,2026-01-01,2026-03-31,9000,Galaxie,Ada\n");
  const Table& targets = targets_of(report);
  ASSERT_EQ(targets.rows.size(), 3u);
  const auto scope = [&](std::size_t row) { return cell(targets, row, "scope_type").text; };
  EXPECT_EQ(std::set<std::string>({scope(0), scope(1), scope(2)}),
            std::set<std::string>({"Galaxie", "company", "person"}));
  for (std::size_t row = 0; row < 3; ++row) {
    if (scope(row) == "Galaxie") continue;
    EXPECT_EQ(cell(targets, row, "verdict").text, "reached");
  }
  const auto unknown = std::find_if(report.issues.begin(), report.issues.end(),
                                    [](const Issue& issue) { return issue.code == "value.unknown"; });
  ASSERT_NE(unknown, report.issues.end());
  EXPECT_EQ(unknown->subject, "scope_type");
  EXPECT_EQ(unknown->places[0].line, 4);
  EXPECT_EQ(unknown->places[0].excerpt, "Galaxie");
}

}  // namespace
}  // namespace pegel
