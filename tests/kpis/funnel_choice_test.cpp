// What a plan says of a funnel, through the whole engine: the golden log.

#include <gtest/gtest.h>

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

TEST(FunnelChoice, takes_steps_in_time_order_unless_told_otherwise) {
  EXPECT_EQ(entities(funnel("", {})), (Counts{7, 6, 5, 4}));
  EXPECT_EQ(entities(funnel("ordered", {})), (Counts{7, 6, 5, 4}));
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
