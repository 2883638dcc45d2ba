// KPIs over targets: each is a function of the targets' lines, and a Table.

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "pegel/day.h"
#include "support/run.h"

namespace pegel {
namespace {

const Table& table_of(const Report& report, std::string_view id) {
  for (const Table& table : report.tables) {
    if (table.id == id) return table;
  }
  ADD_FAILURE() << "no table " << id;
  static const Table none;
  return none;
}

const TableCell& cell(const Table& table, std::size_t row, std::string_view column) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].id == column && row < table.rows.size()) return table.rows[row][c];
  }
  ADD_FAILURE() << column << " of row " << row;
  static const TableCell none;
  return none;
}

const test::File kDeals{"deals.csv",
                        "deal_id,status,created,closed,owner,team,partner_id,product,channel,amount\n"
                        "D1,won,2026-01-05,2026-01-15,Ada,North,P1,Pro,shop,1000\n"
                        "D2,won,2026-02-05,2026-02-15,Ada,North,P2,Pro,field,2000\n"
                        "D3,lost,2026-02-05,2026-02-16,Bo,South,P1,Basic,shop,500\n"
                        "D4,won,2026-03-05,2026-03-15,Bo,South,P1,Basic,field,3000\n"
                        "D5,lost,2026-12-05,2026-12-15,Bo,South,P1,Basic,field,90\n"};

Report report_on(const std::string& targets, const std::vector<std::string>& dimensions = {}) {
  Choices choices = test::choices_today();
  if (!dimensions.empty()) choices.dimensions = dimensions;
  return test::run({kDeals, {"targets.csv", targets}}, choices);
}

struct Mode {
  const char* name;
  const char* row;
  std::optional<double> target;
  std::optional<double> attained;
  const char* verdict;
};

class TargetModes : public testing::TestWithParam<Mode> {};

TEST_P(TargetModes, say_what_is_to_be_reached) {
  const Mode& c = GetParam();
  const Report report =
      report_on(std::string("kpi_id,period_start,period_end,target,baseline,mode,direction\n") + c.row + "\n");
  const Table& table = table_of(report, "targets");
  ASSERT_EQ(table.rows.size(), 1u);
  const auto near = [&](std::string_view column, std::optional<double> expected) {
    const auto& number = cell(table, 0, column).number;
    ASSERT_EQ(number.has_value(), expected.has_value()) << column;
    EXPECT_NEAR(number.value_or(0), expected.value_or(0), 1e-9) << column;
  };
  near("target", c.target);
  near("attained", c.attained);
  EXPECT_EQ(cell(table, 0, "verdict").text, c.verdict);
}

const Mode kModes[] = {
    {"a_value", "revenue,2026-01-01,2026-03-31,7500,,absolute,", 7500, 0.8, "missed"},
    {"a_tenth_more", "revenue,2026-01-01,2026-03-31,0.1,5000,relative_change,", 5500, 6000. / 5500, "reached"},
    {"ten_per_cent_more", "revenue,2026-01-01,2026-03-31,10,5000,relative_change,", 5500, 6000. / 5500, "reached"},
    {"a_tenth_less", "revenue,2026-01-01,2026-03-31,-0.1,10000,relative_change,", 9000, 4. / 3, "reached"},
    {"more_than_nothing_known", "revenue,2026-01-01,2026-03-31,0.1,,relative_change,", {}, {}, "no_baseline"},
    {"ten_points_more", "win_rate,2026-01-01,2026-03-31,10,0.5,points_change,", 0.6, 1.25, "reached_within_noise"},
    {"ten_points_more_than_per_cents", "win_rate,2026-01-01,2026-03-31,10,50,points_change,", 0.6, 1.25,
     "reached_within_noise"},
    {"points_of_an_amount", "revenue,2026-01-01,2026-03-31,2000,5000,points_change,", 7000, 6. / 7, "missed"},
    {"less_is_better", "revenue,2026-01-01,2026-03-31,8000,,absolute,down", 8000, 1.25, "reached"},
};
INSTANTIATE_TEST_SUITE_P(Targets, TargetModes, testing::ValuesIn(kModes), [](const auto& c) { return c.param.name; });

struct Scope {
  const char* name;
  const char* scope;
  const char* dimension;
  double actual;
};

class TargetScopes : public testing::TestWithParam<Scope> {};

TEST_P(TargetScopes, are_met_with_their_own_rows) {
  const Scope& c = GetParam();
  const Report report = report_on(
      std::string("kpi_id,period_start,period_end,target,scope_type,scope_id\nrevenue,2026-01-01,2026-03-31,1,") +
          c.scope + "\n",
      {c.dimension});
  EXPECT_EQ(cell(table_of(report, "targets"), 0, "actual").number, c.actual);
}

const Scope kScopes[] = {
    {"company", "company,", "owner", 6000},      {"team", "team,North", "team", 3000},
    {"person", "person,Bo", "owner", 3000},      {"partner", "partner,P1", "partner_id", 4000},
    {"product", "product,Pro", "product", 3000}, {"channel", "channel,field", "channel", 5000},
};
INSTANTIATE_TEST_SUITE_P(Targets, TargetScopes, testing::ValuesIn(kScopes), [](const auto& c) { return c.param.name; });

TEST(AgainstABaseline, a_rate_has_points_and_what_they_are_of_it) {
  const Report report = report_on(
      "kpi_id,period_start,period_end,target,baseline\n"
      "win_rate,2026-01-01,2026-03-31,0.8,0.6\n");
  const Table& table = table_of(report, "baselines");
  EXPECT_NEAR(*cell(table, 0, "change").number, 0.15, 1e-9);
  EXPECT_NEAR(*cell(table, 0, "relative").number, 0.25, 1e-9);
  EXPECT_EQ(cell(table, 0, "verdict").text, "within_noise_of");
  EXPECT_NEAR(*test::kpi(report, "baseline_delta").total.value, 0.25, 1e-9);
}

TEST(AgainstABaseline, a_period_that_runs_has_no_change_yet) {
  const Report report = report_on(
      "kpi_id,period_start,period_end,target,baseline\n"
      "revenue,2026-01-01,2027-03-31,9000,3000\n");
  EXPECT_FALSE(cell(table_of(report, "baselines"), 0, "change").number);
  EXPECT_EQ(test::kpi(report, "baseline_delta").total.undefined, "running");
}

TEST(AgainstABaseline, the_company_speaks_by_its_latest_money) {
  const Report report = report_on(
      "kpi_id,period_start,period_end,target,baseline,scope_type,scope_id\n"
      "revenue,2026-01-01,2026-01-31,9000,500,company,\n"
      "revenue,2026-02-01,2026-02-28,9000,1600,company,\n"
      "deal_count,2026-03-01,2026-03-31,9,7,company,\n"
      "revenue,2026-03-01,2026-03-31,9000,500,person,Bo\n");
  EXPECT_NEAR(*test::kpi(report, "baseline_delta").total.value, 0.25, 1e-9);
  EXPECT_EQ(table_of(report, "baselines").rows.size(), 4u);
}

TEST(Benchmarks, are_no_targets) {
  const Report report = report_on(
      "kpi_id,period_start,period_end,target,mode,source\n"
      "revenue,2026-01-01,2026-03-31,5000,benchmark,a bank\n"
      "revenue,2026-01-01,2026-03-31,12000,absolute,\n");
  EXPECT_EQ(table_of(report, "targets").rows.size(), 1u);
  EXPECT_DOUBLE_EQ(*test::kpi(report, "goal_attainment").total.value, 0.5);
  const Table& table = table_of(report, "benchmarks");
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(cell(table, 0, "source").text, "a bank");
  EXPECT_NEAR(*test::kpi(report, "benchmark_gap").total.value, 0.2, 1e-9);
  EXPECT_TRUE(table.notes.empty());
}

TEST(Benchmarks, without_days_are_held_against_all_days_and_without_a_source_are_noted) {
  const Report report = report_on(
      "kpi_id,mode,target\n"
      "revenue,benchmark,3000\n");
  EXPECT_EQ(cell(table_of(report, "benchmarks"), 0, "actual").number, 6000);
  EXPECT_EQ(table_of(report, "benchmarks").notes, std::vector<std::string>{"no_source"});
}

std::string daily_deals(Day from, int days) {
  std::string text = "deal_id,status,created,closed,owner,amount\n";
  for (int d = 0; d < days; ++d) {
    const std::string day = iso_text(from + d);
    text += "D" + std::to_string(from + d) + ",won," + day + ',' + day + ",Ada," + std::to_string(100 + d % 7) + "\n";
  }
  return text;
}

Report paced(const std::string& targets, std::string_view today, const std::string& deals, const char* variant = "") {
  Choices choices = test::choices_today(today);
  if (*variant != '\0') choices.variants["pacing_forecast"] = variant;
  return test::run(
      {{"deals.csv", deals}, {"targets.csv", "kpi_id,period_start,period_end,target,scope_type,scope_id\n" + targets}},
      choices);
}

constexpr const char* kQuarter = "revenue,2026-01-01,2026-03-31,9000,company,\n";

TEST(Pacing, carries_the_rate_so_far_to_the_end_with_an_interval_of_days) {
  const Report report = paced(kQuarter, "2026-03-01", daily_deals(*day_of(2026, 1, 1), 60));
  const Table& table = table_of(report, "pacing");
  EXPECT_EQ(cell(table, 0, "elapsed").number, 60);
  EXPECT_EQ(cell(table, 0, "length").number, 90);
  const double actual = *cell(table, 0, "actual").number;
  EXPECT_NEAR(*cell(table, 0, "forecast").number, actual * 1.5, 1e-6);
  EXPECT_LT(*cell(table, 0, "forecast_low").number, actual * 1.5);
  EXPECT_GT(*cell(table, 0, "forecast_high").number, actual * 1.5);
  EXPECT_GT(*cell(table, 0, "forecast_low").number, actual) << "what is sold is sold";
  EXPECT_EQ(cell(table, 0, "verdict").text, "ahead");
  EXPECT_NEAR(*test::kpi(report, "pacing_forecast").total.value, actual * 1.5 / 9000, 1e-9);
}

TEST(Pacing, is_as_sure_of_many_days_to_come_as_of_each) {
  const Report report =
      paced("revenue,2026-01-01,2028-12-31,120000,company,\n", "2026-12-31", daily_deals(*day_of(2026, 1, 1), 365));
  const Table& table = table_of(report, "pacing");
  const double half = *cell(table, 0, "forecast_high").number - *cell(table, 0, "forecast").number;
  EXPECT_NEAR(half, 1.96 * 2 * std::sqrt(731), 15) << "a day is 103 and off it by 2";
}

TEST(Pacing, says_nothing_in_the_first_tenth) {
  const std::string deals = daily_deals(*day_of(2026, 1, 1), 60);
  EXPECT_EQ(test::kpi(paced(kQuarter, "2026-01-08", deals), "pacing_forecast").total.undefined, "too_early");
  EXPECT_TRUE(test::kpi(paced(kQuarter, "2026-01-09", deals), "pacing_forecast").total.value);
}

TEST(Pacing, ends_with_the_data_where_more_than_a_tenth_of_the_days_would_be_missing) {
  const std::string deals = daily_deals(*day_of(2026, 1, 1), 60);
  const auto elapsed = [&](std::string_view today) {
    return cell(table_of(paced(kQuarter, today, deals), "pacing"), 0, "elapsed").number;
  };
  EXPECT_EQ(elapsed("2026-03-06"), 65);
  EXPECT_EQ(elapsed("2026-03-20"), 60);
}

TEST(Pacing, of_what_the_file_says_was_reached_goes_as_far_as_that) {
  const Report report = test::run({{"targets.csv",
                                    "kpi_id,period_start,period_end,target,actual\n"
                                    "revenue,2026-01-01,2026-03-31,900,\n"
                                    "revenue,2026-01-01,2026-01-31,300,200\n"
                                    "revenue,2026-02-01,2026-02-28,300,390\n"}},
                                  test::choices_today("2026-03-20"));
  const Table& table = table_of(report, "pacing");
  EXPECT_EQ(cell(table, 0, "elapsed").number, 59);
  EXPECT_NEAR(*cell(table, 0, "forecast").number, 900, 1e-9);
}

TEST(Pacing, of_several_currencies_is_not_known) {
  const Report report = test::run({{"deals.csv",
                                    "deal_id,status,created,closed,amount,currency\n"
                                    "D1,won,2026-01-05,2026-01-15,100,EUR\nD2,won,2026-01-05,2026-02-15,100,USD\n"},
                                   {"targets.csv",
                                    "kpi_id,period_start,period_end,target,baseline\n"
                                    "revenue,2026-01-01,2026-03-31,900,100\nrevenue,2026-01-01,2026-01-31,900,100\n"}},
                                  test::choices_today("2026-02-20"));
  EXPECT_EQ(test::kpi(report, "pacing_forecast").total.undefined, "mixed_currency");
}

double part_of(const Estimate& estimate, std::string_view name) {
  for (const Part& part : estimate.parts) {
    if (part.name == name) return part.value;
  }
  ADD_FAILURE() << "no part " << name;
  return 0;
}

// Half of last year's quarter was sold in its last ten days.
TEST(Pacing, takes_the_shape_of_last_year_where_there_is_one) {
  std::string deals = daily_deals(*day_of(2025, 1, 1), 425);
  deals += "L1,won,2025-03-25,2025-03-25,Ada," + std::to_string(9250) + "\n";
  const Report report = paced(kQuarter, "2026-03-01", deals);
  const Table& table = table_of(report, "pacing");
  EXPECT_NEAR(*cell(table, 0, "forecast").number / *cell(table, 0, "actual").number, 3, 0.02);
  EXPECT_NEAR(part_of(test::kpi(report, "pacing_forecast").total, "expected"), 1 / 3.0, 0.002);
  EXPECT_TRUE(table.notes.empty());
}

TEST(Pacing, goes_by_calendar_days_where_no_year_before_has_a_shape_and_says_so) {
  const Report young = paced(kQuarter, "2026-03-01", daily_deals(*day_of(2026, 1, 1), 60));
  const KpiReport& entry = test::kpi(young, "pacing_forecast");
  EXPECT_EQ(entry.variant, "last_year");
  EXPECT_NEAR(part_of(entry.total, "expected"), 60.0 / 90, 1e-12);
  EXPECT_EQ(table_of(young, "pacing").notes, std::vector<std::string>{"by_calendar_days"});
  const Report chosen = paced(kQuarter, "2026-03-01", daily_deals(*day_of(2026, 1, 1), 60), "calendar_days");
  EXPECT_EQ(entry.total.value, test::kpi(chosen, "pacing_forecast").total.value);
  EXPECT_TRUE(table_of(chosen, "pacing").notes.empty());
}

TEST(Pacing, is_about_what_adds_up_and_runs) {
  const Report report =
      paced(std::string(kQuarter) + "win_rate,2026-01-01,2026-03-31,0.5,company,\n" +
                "revenue,2026-01-01,2026-01-31,900,company,\nrevenue,2026-01-01,2026-06-30,900,person,Ada\n",
            "2026-03-01", daily_deals(*day_of(2026, 1, 1), 60));
  const Table& table = table_of(report, "pacing");
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(cell(table, 1, "scope_id").text, "Ada");
  EXPECT_EQ(test::kpi(report, "pacing_forecast").variant_values.size(), 3u);
}

struct Threshold {
  const char* name;
  const char* row;
  int won;
  int lost;
  const char* state;
};

class Thresholds : public testing::TestWithParam<Threshold> {};

TEST_P(Thresholds, give_a_state) {
  const Threshold& c = GetParam();
  std::string deals = "deal_id,status,created,closed,amount\nD0,lost,2026-10-01,2026-12-30,1\n";
  for (int i = 0; i < c.won + c.lost; ++i) {
    deals += "D" + std::to_string(i + 1) + (i < c.won ? ",won" : ",lost") + ",2026-10-05,2026-11-15,10\n";
  }
  const Report report =
      test::run({{"deals.csv", deals},
                 {"targets.csv",
                  std::string("kpi_id,period_start,period_end,target,warn_at,fail_at,direction\n") + c.row + "\n"}});
  EXPECT_EQ(cell(table_of(report, "alerts"), 0, "verdict").text, c.state);
  EXPECT_EQ(test::kpi(report, "alert").total.value.value_or(0), std::string(c.state) == "alarm" ? 1 : 0);
}

#define NOVEMBER "win_rate,2026-11-01,2026-11-30,"
const Threshold kThresholds[] = {
    {"in_order", NOVEMBER "0.6,0.45,0.3,", 50, 50, "ok"},
    {"below_the_warning", NOVEMBER "0.6,0.55,0.3,", 50, 50, "watch"},
    {"below_the_alarm_by_chance", NOVEMBER "0.9,0.8,0.55,", 50, 50, "watch"},
    {"below_the_alarm_for_sure", NOVEMBER "0.9,0.8,0.7,", 50, 50, "alarm"},
    {"reached_for_sure", NOVEMBER "0.3,0.2,0.1,", 50, 50, "success"},
    {"reached_by_chance", NOVEMBER "0.45,0.2,0.1,", 50, 50, "ok"},
    {"too_few", NOVEMBER "0.9,0.8,0.7,", 1, 3, "few"},
    {"less_is_better", NOVEMBER "0.1,0.2,0.3,down", 50, 50, "alarm"},
    {"the_period_before_one_that_runs", "win_rate,2026-12-01,2027-01-31,0.9,0.8,0.7,", 50, 50, "alarm"},
    {"an_amount_has_nothing_left_to_chance", "revenue,2026-11-01,2026-11-30,9000,,600,", 50, 50, "alarm"},
    {"no_days_mean_the_last_full_period", "win_rate,,,0.9,0.8,0.7,", 50, 50, "few"},
    {"days_before_the_data", "win_rate,2025-11-01,2025-11-30,0.9,0.8,0.7,", 50, 50, "no_data"},
    {"data_begin_within_the_period", "win_rate,2026-09-01,2026-11-30,0.9,0.8,0.7,", 50, 50, "not_full"},
};
INSTANTIATE_TEST_SUITE_P(Alerts, Thresholds, testing::ValuesIn(kThresholds),
                         [](const auto& c) { return c.param.name; });

TEST(Alerts, never_come_of_a_period_that_is_not_full) {
  const Report report = report_on(
      "kpi_id,period_start,period_end,target,fail_at\n"
      "revenue,2026-12-01,2027-01-31,9000,8000\n");
  EXPECT_EQ(test::kpi(report, "alert").total.undefined, "nothing_full");
}

TEST(Alerts, take_the_rule_that_began_last) {
  const Report report = report_on(
      "kpi_id,period_start,period_end,target,fail_at,actual\n"
      "revenue,2026-01-01,2026-01-31,9000,8000,\n"
      "revenue,2026-02-01,2026-02-28,9000,1000,5000\n"
      "revenue,2027-02-01,2027-02-28,9000,8000,\n");
  const Table& table = table_of(report, "alerts");
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(cell(table, 0, "judged_period").text, "2026-02-01/2026-02-28");
  EXPECT_EQ(cell(table, 0, "verdict").text, "ok");
}

struct Ticks {
  const char* name;
  const char* row;
  const char* specific;
  const char* measurable;
  const char* achievable;
  const char* relevant;
  const char* timed;
};

class Smart : public testing::TestWithParam<Ticks> {};

TEST_P(Smart, ticks_what_a_target_says) {
  const Ticks& c = GetParam();
  const Report report = test::run(
      {{"deals.csv", daily_deals(*day_of(2026, 1, 1), 300)},
       {"targets.csv",
        std::string("kpi_id,period_start,period_end,target,baseline,mode,scope_type,scope_id,goal\n") + c.row + "\n"}});
  const Table& table = table_of(report, "smart");
  ASSERT_GE(table.rows.size(), 1u);
  EXPECT_EQ(cell(table, 0, "specific").text, c.specific);
  EXPECT_EQ(cell(table, 0, "measurable").text, c.measurable);
  EXPECT_EQ(cell(table, 0, "achievable").text, c.achievable);
  EXPECT_EQ(cell(table, 0, "relevant").text, c.relevant);
  EXPECT_EQ(cell(table, 0, "timed").text, c.timed);
}

const Ticks kTicks[] = {
    {"all_five", "revenue,2026-09-01,2026-09-30,3000,,,company,,grow", "yes", "yes", "yes", "yes", "yes"},
    {"sell_a_lot_more", "sell a lot more,,,,,,,,", "unknown_figure", "no_number", "cannot_judge", "no_goal",
     "no_start"},
    {"a_tenth_more_than_last_year", "revenue,,,0.1,3000,relative_change,company,,grow", "yes", "yes", "cannot_judge",
     "yes", "no_start"},
    {"a_change_from_nowhere", "revenue,2026-09-01,2026-09-30,0.1,,relative_change,company,,grow", "yes", "no_baseline",
     "cannot_judge", "yes", "yes"},
    {"never_reached_before", "revenue,2026-09-01,2026-09-30,90000,,,company,,grow", "yes", "yes", "never_reached",
     "yes", "yes"},
    {"no_history", "revenue,2026-02-01,2026-02-28,3000,,,company,,grow", "yes", "yes", "cannot_judge", "yes", "yes"},
    {"nobody_s", "revenue,2026-09-01,2026-09-30,3000,,,person,,grow", "no_scope", "yes", "cannot_judge", "yes", "yes"},
    {"a_figure_without_its_file", "nps,2026-09-01,2026-09-30,30,,,company,,grow", "yes", "not_computed", "cannot_judge",
     "yes", "yes"},
    {"a_step_of_a_longer_one",
     "revenue,2026-09-01,2026-09-30,3000,,,company,,\nrevenue,2026-09-01,2026-12-31,9000,,,company,,grow", "yes", "yes",
     "yes", "yes", "yes"},
    {"no_step_of_another_s",
     "revenue,2026-09-01,2026-09-30,3000,,,company,,\nrevenue,2026-09-01,2026-12-31,9000,,,person,Ada,", "yes", "yes",
     "yes", "no_goal", "yes"},
    {"backwards", "revenue,2026-09-30,2026-09-01,3000,,,company,,grow", "yes", "yes", "cannot_judge", "yes",
     "backwards"},
    {"no_end", "revenue,2026-09-01,,3000,,,company,,grow", "yes", "yes", "cannot_judge", "yes", "no_end"},
};
INSTANTIATE_TEST_SUITE_P(Targets, Smart, testing::ValuesIn(kTicks), [](const auto& c) { return c.param.name; });

TEST(SmartCheck, keeps_targets_that_attainment_leaves_out_with_its_reason) {
  const Report report = report_on(
      "kpi_id,period_start,period_end,target\n"
      "revenue,2026-01-01,2026-03-31,9000\n"
      "revenue,,,9000\n"
      "revenue,2026-01-01,2026-03-31,a lot\n");
  EXPECT_EQ(table_of(report, "smart").rows.size(), 3u);
  EXPECT_EQ(table_of(report, "targets").rows.size(), 1u);
  std::map<std::string, int64_t> left_out;
  for (const Excluded& each : test::kpi(report, "goal_attainment").excluded) {
    left_out[std::string(each.reason)] = each.rows;
  }
  EXPECT_EQ(left_out, (std::map<std::string, int64_t>{{"no_date", 1}, {"unreadable", 1}}));
}

TEST(SmartCheck, lists_first_what_lacks_something) {
  const Report report = report_on(
      "kpi_id,period_start,period_end,target,goal\n"
      "deal_count,2026-01-01,2026-03-31,5,grow\n"
      "revenue,2026-01-01,2026-03-31,9000,\n");
  EXPECT_EQ(cell(table_of(report, "smart"), 0, "kpi").text, "revenue");
  EXPECT_EQ(cell(table_of(report, "smart"), 1, "kpi").text, "deal_count");
}

TEST(Alerts, list_alarms_first) {
  const Report report = report_on(
      "kpi_id,period_start,period_end,target,fail_at,actual\n"
      "deal_count,2026-01-01,2026-01-31,9,1,5\n"
      "revenue,2026-01-01,2026-01-31,9000,8000,5000\n");
  EXPECT_EQ(cell(table_of(report, "alerts"), 0, "verdict").text, "alarm");
  EXPECT_EQ(cell(table_of(report, "alerts"), 1, "verdict").text, "ok");
}

TEST(Reviews, are_of_targets_that_are_not_over) {
  const Report report = report_on(
      "kpi_id,period_start,period_end,target,confirmed\n"
      "revenue,2026-01-01,2026-03-31,9000,\n"
      "revenue,2026-12-01,2027-03-31,9000,2026-09-22\n"
      "deal_count,2026-12-01,2027-03-31,90,2026-10-02\n"
      "win_rate,,,0.5,\n");
  const Table& table = table_of(report, "reviews");
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(cell(table, 0, "overdue").number, 10);
  EXPECT_EQ(cell(table, 1, "verdict").text, "never_confirmed");
  EXPECT_EQ(cell(table, 2, "verdict").text, "confirmed") << "ninety days are not over";
  EXPECT_EQ(test::kpi(report, "kpi_review_due").total.value, 2);
}

TEST(TargetsTable, says_what_was_reached_by_the_variant_of_the_headline) {
  const std::string targets =
      "kpi_id,period_start,period_end,target,baseline\nrevenue,2026-01-01,2026-03-31,8000,4000\n";
  for (const auto& [variant, attained] : {std::make_pair("ratio", 0.75), std::make_pair("baseline", 0.5)}) {
    Choices choices = test::choices_today();
    choices.variants["goal_attainment"] = variant;
    const Report report = test::run({kDeals, {"targets.csv", targets}}, choices);
    EXPECT_NEAR(*cell(table_of(report, "targets"), 0, "attained").number, attained, 1e-9) << variant;
    EXPECT_NEAR(*test::kpi(report, "goal_attainment").total.value, attained, 1e-9) << variant;
  }
}

TEST(AChange, of_1_without_a_sign_says_how_it_was_read) {
  const auto notes = [](const char* target) {
    const Report report =
        report_on("kpi_id,period_start,period_end,target,baseline,mode\nrevenue,2026-01-01,2026-03-31," +
                  std::string(target) + ",5000,relative_change\n");
    return table_of(report, "targets").notes;
  };
  EXPECT_EQ(notes("1"), std::vector<std::string>{"whole_change"});
  EXPECT_TRUE(notes("1%").empty());
  EXPECT_TRUE(notes("0.1").empty());
}

TEST(AChange, without_a_baseline_is_of_the_same_days_a_year_before) {
  const std::string rows =
      "kpi_id,period_start,period_end,target,mode\nrevenue,2026-01-01,2026-03-31,10%,relative_change\n";
  const Report changed =
      test::run({{"deals.csv", daily_deals(*day_of(2025, 1, 1), 720)}, {"targets.csv", rows}}, test::choices_today());
  const Table& table = table_of(changed, "targets");
  const double before = *cell(table, 0, "baseline").number;
  EXPECT_GT(before, 0);
  EXPECT_NEAR(*cell(table, 0, "target").number, before * 1.1, 1e-9);
  EXPECT_EQ(table.notes, std::vector<std::string>{"last_year_baseline"});
}

// One a day from the first of March on.
test::File complaints(int days) {
  std::string rows = "ticket_id,opened,ticket_kind\n";
  for (int day = 0; day < days; ++day) {
    rows += "T" + std::to_string(day) + "," + iso_text(*day_of(2026, 3, 1) + day) + ",complaint\n";
  }
  return {"tickets.csv", rows};
}

TEST(FewerIsBetter, twice_as_many_as_wanted_is_nothing_of_the_target) {
  const Report report = test::run({complaints(20),
                                   {"targets.csv",
                                    "kpi_id,period_start,period_end,target\n"
                                    "complaint_count,2026-03-01,2026-03-31,10\n"}},
                                  test::choices_today());
  EXPECT_EQ(test::kpi(report, "goal_attainment").total.value, 0);
  EXPECT_EQ(cell(table_of(report, "targets"), 0, "attained").number, 0);
}

TEST(FewerIsBetter, more_than_the_target_is_behind_it) {
  const test::File targets{"targets.csv",
                           "kpi_id,period_start,period_end,target\n"
                           "complaint_count,2026-03-01,2026-05-31,20\n"};
  const Report report = test::run({complaints(46), targets}, test::choices_today("2026-04-15"));
  EXPECT_NEAR(*test::kpi(report, "pacing_forecast").total.value, 4.6, 1e-9);
  EXPECT_EQ(cell(table_of(report, "pacing"), 0, "verdict").text, "behind");
}

const test::File kDollars{"deals.csv",
                          "deal_id,status,created,closed,expected_close,amount,currency\n"
                          "D1,won,2026-01-05,2026-02-02,,5000,USD\nD2,won,2026-01-05,2026-03-02,,5000,USD\n"
                          "D3,open,2026-01-05,,2026-03-20,60000,USD\n"};

Report in_dollars(const char* column, const char* today) {
  return test::run({kDollars,
                    {"targets.csv", std::string("kpi_id,period_start,period_end,target,baseline,") + column +
                                        "\nrevenue,2026-01-01,2026-03-31,20000,10000,EUR\n"}},
                   test::choices_today(today));
}

TEST(OtherCurrency, of_a_target_is_held_against_nothing) {
  for (const char* column : {"currency", "unit"}) {
    const Report over = in_dollars(column, "2026-12-31");
    EXPECT_EQ(test::kpi(over, "goal_attainment").total.undefined, "other_currency") << column;
    EXPECT_EQ(test::kpi(over, "baseline_delta").total.undefined, "other_currency") << column;
    EXPECT_EQ(cell(table_of(over, "targets"), 0, "verdict").text, "other_currency") << column;
    const Report running = in_dollars(column, "2026-03-10");
    EXPECT_EQ(test::kpi(running, "pacing_forecast").total.undefined, "other_currency") << column;
    EXPECT_EQ(test::kpi(running, "pipeline_coverage").total.undefined, "other_currency") << column;
  }
}

TEST(OtherCurrency, is_converted_to_that_of_the_targets_where_there_are_rates) {
  const test::File rates{"rates.csv",
                         "date,from,to,rate\n2026-02-01,USD,EUR,0.5\n2026-03-01,USD,EUR,0.5\n"
                         "2026-01-05,USD,EUR,0.5\n"};
  for (const char* column : {"currency", "unit"}) {
    const Report report = test::run({kDollars,
                                     rates,
                                     {"targets.csv", std::string("kpi_id,period_start,period_end,target,") + column +
                                                         "\nrevenue,2026-01-01,2026-03-31,20000,EUR\n"}},
                                    test::choices_today());
    EXPECT_EQ(test::kpi(report, "goal_attainment").total.value, 0.25) << column;
    EXPECT_EQ(test::kpi(report, "revenue").total.currency, "EUR") << column;
  }
}

TEST(Coverage, is_of_each_target_that_is_not_over) {
  const test::File deals{"deals.csv",
                         "deal_id,status,created,closed,expected_close,amount,owner\n"
                         "D1,open,2026-10-05,,2027-01-15,600,Ada\n"
                         "D2,open,2026-10-05,,2027-02-15,200,Bo\n"
                         "D3,won,2026-10-05,2026-12-15,,150,Ada\n"};
  const test::File targets{"targets.csv",
                           "kpi_id,period_start,period_end,target,scope_type,scope_id\n"
                           "revenue,2026-12-01,2027-03-31,400,company,\n"
                           "revenue,2026-12-01,2027-03-31,300,person,Ada\n"
                           "revenue,2027-02-01,2027-02-28,100,company,\n"
                           "revenue,2026-10-01,2026-11-30,400,company,\n"};
  Choices choices = test::choices_today();
  choices.dimensions = {"owner"};
  const Report report = test::run({deals, targets}, choices);
  const Table& table = table_of(report, "coverage");
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(cell(table, 0, "times_covered").number, 2);
  EXPECT_EQ(cell(table, 1, "times_covered").number, 2);
  EXPECT_EQ(cell(table, 2, "times_covered").number, 2);
  EXPECT_EQ(test::kpi(report, "pipeline_coverage").total.value, 2);
  EXPECT_TRUE(test::kpi(report, "pipeline_coverage").breakdown.empty());
}

TEST(Coverage, is_not_known_of_a_day_that_has_passed) {
  Choices choices = test::choices_today();
  choices.period = Period{*day_of(2026, 10, 1), *day_of(2026, 11, 1)};
  const Report report =
      test::run({{"deals.csv",
                  "deal_id,status,created,closed,expected_close,amount\n"
                  "D1,open,2026-09-05,,2026-11-15,600\nD2,won,2026-09-05,2026-11-05,2026-11-05,900\n"},
                 {"targets.csv",
                  "kpi_id,period_start,period_end,target\n"
                  "revenue,2026-10-01,2026-12-31,400\n"}},
                choices);
  EXPECT_EQ(test::kpi(report, "pipeline_coverage").total.undefined, "stock_day");
}

TEST(OverTargets, each_is_there_where_it_alone_is_asked_for) {
  const test::File deals{"deals.csv", daily_deals(*day_of(2026, 1, 1), 360)};
  for (const std::string id : {"goal_attainment", "alert", "smart_check", "kpi_review_due", "baseline_delta"}) {
    Choices only = test::choices_today();
    only.kpis = {id};
    const Report report = test::run({deals,
                                     {"targets.csv",
                                      "kpi_id,period_start,period_end,target,baseline,fail_at,confirmed\n"
                                      "revenue,2026-01-01,2026-03-31,9000,3000,1,2026-01-01\n"
                                      "revenue,2026-01-01,2027-03-31,9000,3000,1,2026-01-01\n"}},
                                    only);
    ASSERT_EQ(report.kpis.size(), 1u) << id;
    EXPECT_TRUE(report.kpis[0].total.value) << id;
    EXPECT_EQ(report.tables.size(), 1u) << id;
  }
}

}  // namespace
}  // namespace pegel
