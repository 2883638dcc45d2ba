// What a plan says of a funnel, through the whole engine: the golden log.

#include <gtest/gtest.h>

#include <functional>
#include <map>

#include "support/engines.h"
#include "support/run.h"

namespace pegel {
namespace {

const test::File kLog{"stage_history.csv",
                      "deal_id,stage,entered\n"
                      "L1,lead,2026-01-01\nL1,demo,2026-01-03\nL1,quote,2026-01-06\nL1,won,2026-01-21\n"
                      "L2,lead,2026-01-01\nL2,call,2026-01-04\nL2,demo,2026-01-05\nL2,quote,2026-01-07\n"
                      "L3,lead,2026-01-01\nL3,quote,2026-01-02\nL3,demo,2026-01-03\nL3,won,2026-01-10\n"
                      "L4,lead,2026-01-01\nL4,demo,2026-02-20\nL4,quote,2026-02-25\nL4,won,2026-02-28\n"
                      "L5,lead,2026-01-01\nL5,demo,2026-01-02\nL5,lead,2026-02-10\nL5,demo,2026-02-12\n"
                      "L5,quote,2026-02-15\nL5,won,2026-02-20\n"
                      "L6,demo,2026-01-04\nL6,quote,2026-01-05\nL6,won,2026-01-10\n"
                      "L7,lead,2026-01-01\nL7,demo,2026-01-01\nL7,quote,2026-01-08\nL7,won,2026-01-08\n"
                      "L8,lead,2026-01-01\nL8,demo,2026-01-03\nL8,cancel,2026-01-04\nL8,quote,2026-01-06\n"
                      "L8,won,2026-01-09\n"};

Table funnel(const std::string& order, const std::vector<std::string>& exclude,
             std::optional<bool> later_implies_earlier = false) {
  Choices choices = test::choices_today();
  if (!order.empty()) choices.variants["funnel"] = order;
  choices.funnel.emplace();
  choices.funnel->steps = {"lead", "demo", "quote", "won"};
  choices.funnel->window_days = 30;
  choices.funnel->exclude = exclude;
  choices.funnel->later_implies_earlier = later_implies_earlier;
  choices.dimensions.emplace();
  const Report report = test::run({kLog}, choices);
  if (report.tables.size() != 1) {
    ADD_FAILURE() << "no funnel";
    return {};
  }
  return report.tables.front();
}

std::vector<double> entities(const Table& table) {
  std::vector<double> counts;
  for (const auto& row : table.rows) counts.push_back(row[1].number.value_or(-1));
  return counts;
}

bool notes(const Table& table, const std::string& note) {
  return std::find(table.notes.begin(), table.notes.end(), note) != table.notes.end();
}

using Counts = std::vector<double>;

std::size_t column(const Table& table, const std::string& id) {
  const auto at = std::find_if(table.columns.begin(), table.columns.end(), [&](const auto& c) { return c.id == id; });
  return static_cast<std::size_t>(at - table.columns.begin());
}

TEST(FunnelChoice, takes_steps_in_time_order_unless_told_otherwise) {
  EXPECT_EQ(entities(funnel("", {})), (Counts{7, 6, 5, 4}));
  EXPECT_EQ(entities(funnel("ordered", {})), (Counts{7, 6, 5, 4}));
}

TEST(FunnelChoice, reads_an_entity_whose_name_is_a_word_for_yes) {
  std::string log = "entity_id,stage,entered\n";
  int day = 10;
  for (const char* stage : {"install", "start", "login", "install", "start", "install", "start", "login", "end"}) {
    log += std::string("x,") + stage + ",2026-01-" + std::to_string(day++) + "\n";
  }
  const KpiReport funnel = test::kpi(test::run({{"log.csv", log}}), "funnel");
  EXPECT_EQ(funnel.total.value, 1.0);
  EXPECT_EQ(funnel.total.parts.back().value, 4.0) << "steps";
}

TEST(FunnelChoice, may_forbid_other_events_between_two_steps) {
  const Table table = funnel("strict", {});
  EXPECT_EQ(entities(table), (Counts{7, 4, 3, 3}));
  EXPECT_TRUE(notes(table, "strict"));
}

TEST(FunnelChoice, may_take_steps_in_any_order) {
  const Table table = funnel("any_order", {});
  EXPECT_EQ(entities(table), (Counts{8, 8, 8, 5}));
  EXPECT_TRUE(notes(table, "any_order"));
  EXPECT_EQ(table.rows[2][0].text, "\u2265 3") << "no line stands for one of the steps";
}

TEST(FunnelChoice, may_name_events_that_end_a_chain) {
  const Table table = funnel("", {"Cancel"});
  EXPECT_EQ(entities(table), (Counts{7, 6, 4, 3}));
  EXPECT_TRUE(notes(table, "exclude"));
  EXPECT_FALSE(notes(table, "exclude_unmet"));
  EXPECT_TRUE(notes(funnel("", {"vacation"}), "exclude_unmet"));
}

Table funnel_by(const std::function<void(FunnelChoice&)>& change) {
  Choices choices = test::choices_today();
  FunnelChoice& funnel = choices.funnel.emplace();
  funnel.steps = {"lead", "demo", "quote", "won"};
  funnel.window_days = 30;
  funnel.later_implies_earlier = false;
  change(funnel);
  choices.dimensions.emplace();
  const Report report = test::run({kLog}, choices);
  return report.tables.empty() ? Table{} : report.tables.front();
}

struct Rule {
  const char* name;
  std::function<void(FunnelChoice&)> change;
  const char* note;
  Counts entities;
};

TEST(FunnelChoice, names_every_rule_beside_the_counts_it_makes) {
  const Rule rules[] = {{"first entry", [](FunnelChoice& f) { f.any_entry = false; }, "first_entry", {7, 6, 4, 3}},
                        {"moving back", [](FunnelChoice& f) { f.back_keeps = false; }, "back_resets", {7, 6, 5, 4}},
                        {"no ties", [](FunnelChoice& f) { f.ties_count = false; }, "ties_do_not_count", {7, 5, 4, 3}},
                        {"leaving",
                         [](FunnelChoice& f) { f.exclude = {"cancel"}, f.exclude_leaves = true; },
                         "exclude_leaves",
                         {6, 5, 4, 3}}};
  for (const Rule& rule : rules) {
    const Table table = funnel_by(rule.change);
    EXPECT_EQ(entities(table), rule.entities) << rule.name;
    EXPECT_TRUE(notes(table, rule.note)) << rule.name;
  }
}

TEST(FunnelChoice, sets_those_apart_whose_days_are_not_over) {
  Choices choices = test::choices_today("2026-02-15");
  FunnelChoice& funnel = choices.funnel.emplace();
  funnel.steps = {"lead", "demo", "quote", "won"};
  funnel.window_days = 60;
  funnel.later_implies_earlier = false;
  choices.dimensions.emplace();
  const Report report = test::run({kLog}, choices);
  const Table& table = report.tables.front();
  EXPECT_TRUE(notes(table, "pending"));
  EXPECT_EQ(entities(table), (Counts{0, 0, 0, 0}));
  EXPECT_EQ(test::kpi(report, "funnel").total.undefined, "all_pending");
  const std::size_t pending = column(table, "pending");
  EXPECT_EQ(table.rows[0][pending].number, 7);
}

const test::File kWorth{"stage_history.csv",
                        "deal_id,stage,entered,owner,amount,currency\n"
                        "L1,lead,2026-01-01,Ada,,\nL1,demo,2026-01-03,Bo,100,EUR\nL1,won,2026-01-21,Bo,80,EUR\n"
                        "L2,lead,2026-01-01,Ada,40,EUR\nL2,demo,2026-01-05,Ada,,\nL3,lead,2026-01-02,Bo,,\n"};

Report worth(FunnelTouch touch) {
  Choices choices = test::choices_today();
  FunnelChoice& funnel = choices.funnel.emplace();
  funnel.steps = {"lead", "demo", "won"};
  funnel.later_implies_earlier = false;
  funnel.touch = touch;
  choices.dimensions = std::vector<std::string>{"owner"};
  return test::run({kWorth}, choices);
}

TEST(FunnelChoice, adds_up_what_those_at_a_step_are_worth) {
  const Table table = worth(FunnelTouch::first).tables.front();
  std::vector<std::optional<double>> amounts;
  for (const auto& row : table.rows) amounts.push_back(row[column(table, "amount")].number);
  EXPECT_EQ(amounts, (std::vector<std::optional<double>>{140, 140, 80}));
  EXPECT_EQ(table.rows[2][column(table, "currency")].text, "EUR");
  EXPECT_NEAR(*table.rows[2][column(table, "amount_of_first")].number, 80.0 / 140, 1e-12);
}

TEST(FunnelChoice, gives_an_entity_to_the_value_of_its_first_last_or_each_step) {
  const auto rows_of = [](FunnelTouch touch) {
    std::map<std::string, Counts> counts;
    const Report report = worth(touch);
    for (const auto& row : report.tables.back().rows) counts[row[0].text].push_back(row[2].number.value_or(-1));
    return counts;
  };
  using ByOwner = std::map<std::string, Counts>;
  EXPECT_EQ(rows_of(FunnelTouch::first), (ByOwner{{"Ada", {2, 2, 1}}, {"Bo", {1, 0, 0}}}));
  EXPECT_EQ(rows_of(FunnelTouch::last), (ByOwner{{"Ada", {1, 1, 0}}, {"Bo", {2, 1, 1}}}));
  EXPECT_EQ(rows_of(FunnelTouch::each_step), (ByOwner{{"Ada", {2, 1, 0}}, {"Bo", {1, 1, 1}}}));
}

Choices constant_owner() {
  Choices choices = test::choices_today();
  FunnelChoice& funnel = choices.funnel.emplace();
  funnel.steps = {"lead", "demo", "won"};
  funnel.later_implies_earlier = false;
  funnel.constant = "owner";
  choices.dimensions = std::vector<std::string>{"owner"};
  return choices;
}

TEST(FunnelChoice, may_hold_a_dimension_constant_over_all_steps) {
  const Report report = test::run({kWorth}, constant_owner());
  EXPECT_EQ(entities(report.tables.front()), (Counts{3, 1, 0}));
  EXPECT_TRUE(notes(report.tables.front(), "constant"));
  EXPECT_EQ(report.tables.front().rows[0][0].text, "lead");
  std::map<std::string, Counts> by_owner;
  for (const auto& row : report.tables.back().rows) by_owner[row[0].text].push_back(row[2].number.value_or(-1));
  EXPECT_EQ(by_owner, (std::map<std::string, Counts>{{"Ada", {2, 1, 0}}, {"Bo", {1, 0, 0}}}));
}

TEST(FunnelChoice, holds_constant_what_only_the_names_of_aliases_make_one) {
  Choices choices = constant_owner();
  choices.aliases = {{{Role::owner, {"Bo"}, "Ada"}}};
  EXPECT_EQ(entities(test::run({kWorth}, choices).tables.front()), (Counts{3, 2, 1}));
}

TEST(FunnelChoice, holds_constant_what_another_file_lends_whoever_reads_it) {
  const test::File log{"stage_history.csv",
                       "deal_id,stage,entered,owner\nL1,lead,2026-01-01,Ada\nL1,demo,2026-01-03,Bo\n"
                       "L1,won,2026-01-21,Cy\nL2,lead,2026-01-01,Ada\nL2,demo,2026-01-05,Bo\nL2,won,2026-01-09,Dee\n"};
  const test::File members{"members.csv", "Employee,Team\nAda,North\nBo,North\nCy,North\nDee,South\n"};
  Choices choices = constant_owner();
  choices.funnel->constant = "team";
  const Plan plan = test::plan_for({log, members}, choices);
  const Report whole = make_report(plan, aggregate(plan, test::load(plan, {log, members})));
  EXPECT_EQ(entities(whole.tables.front()), (Counts{2, 2, 1}));
  for (const std::size_t parts : {1u, 2u, 4u}) {
    auto engines = test::engines_of(plan, {log, members}, parts);
    EXPECT_EQ(test::report_of(plan, engines, parts), test::json_of(whole)) << parts;
  }
}

TEST(FunnelChoice, holds_nothing_constant_that_a_log_has_not) {
  Choices choices = constant_owner();
  for (const char* none : {"amount", "nothing", "segment"}) {
    choices.funnel->constant = none;
    EXPECT_FALSE(make_plan(std::vector<Profile>{*test::profile_of(kWorth)}, choices)) << none;
  }
}

TEST(FunnelChoice, takes_a_later_stage_for_the_earlier_ones_where_a_stage_is_a_win) {
  const Table unasked = funnel("", {}, std::nullopt);
  EXPECT_EQ(entities(unasked), (Counts{8, 8, 8, 7}));
  EXPECT_TRUE(notes(unasked, "later_implies_earlier"));
  EXPECT_TRUE(notes(funnel("", {}), "every_step"));
}

Table unasked(const std::string& rows, const std::vector<std::string>& steps = {}) {
  Choices choices = test::choices_today();
  choices.funnel.emplace();
  choices.funnel->steps = steps;
  choices.dimensions.emplace();
  return test::run({{"stage_history.csv", "deal_id,stage,entered\n" + rows}}, choices).tables.at(0);
}

TEST(FunnelChoice, wants_every_step_where_no_stage_is_a_win) {
  const Table table = unasked(
      "L1,visit,2026-01-01\nL1,signup,2026-01-02\nL1,paid,2026-01-03\nL2,visit,2026-01-01\n"
      "L2,paid,2026-01-03\nL3,visit,2026-01-01\nL3,signup,2026-01-04\n");
  EXPECT_EQ(entities(table), (Counts{3, 2, 1}));
  EXPECT_TRUE(notes(table, "every_step"));
}

TEST(FunnelChoice, leaves_out_a_step_that_nearly_all_skip) {
  const std::string log = kLog.text.substr(kLog.text.find('\n') + 1);
  const Table table = unasked(log);
  ASSERT_EQ(table.rows.size(), 4u);
  EXPECT_EQ(table.rows[1][0].text, "demo") << "not the call that one of eight had";
  EXPECT_TRUE(notes(table, "steps_cut"));
}

TEST(FunnelChoice, ends_with_the_win_whatever_came_after_it) {
  const Table table = unasked(
      "D1,Lead,2026-01-01\nD1,Closed Won,2026-01-02\nD1,Review,2026-01-03\n"
      "D2,Lead,2026-01-01\nD2,Review,2026-01-05\n");
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[2][0].text, "Closed Won");
}

TEST(FunnelChoice, says_that_nobody_met_a_step) {
  const std::string log = kLog.text.substr(kLog.text.find('\n') + 1);
  EXPECT_TRUE(notes(unasked(log, {"lead", "deom", "won"}), "steps_unmet"));
  EXPECT_FALSE(notes(unasked(log, {"lead", "demo", "won"}), "steps_unmet"));
}

}  // namespace
}  // namespace pegel
