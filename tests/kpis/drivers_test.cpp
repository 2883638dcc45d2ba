// What goes with satisfaction: by respondent, from enough of them on.

#include <gtest/gtest.h>

#include "support/run.h"

namespace pegel {
namespace {

// Each respondent's satisfaction is that with quality; price has nothing to do with it.
std::string answers(int respondents) {
  std::string text = "response_id,at,question,score,customer_id\n";
  for (int i = 0; i < respondents; ++i) {
    const std::string quality = std::to_string(1 + i % 5);
    const std::string price = std::to_string(1 + i / 5 % 5);
    const std::string id = std::to_string(i);
    text += "C" + id + ",2026-04-01,csat," + quality + ",K" + id + "\n";
    text += "Q" + id + ",2026-04-02,driver_quality," + quality + ",K" + id + "\n";
    text += "P" + id + ",2026-04-02,driver_price," + price + ",K" + id + "\n";
  }
  return text;
}

Table drivers(const std::string& text) {
  Choices choices = test::choices_today();
  choices.kpis = {"satisfaction_drivers"};
  const Report report = test::run({{"survey.csv", text}}, choices);
  return report.tables.empty() ? Table() : report.tables.front();
}

TableCell at(const Table& table, std::size_t row, std::string_view id) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].id == id) return table.rows.at(row).at(c);
  }
  ADD_FAILURE() << "no column " << id;
  return {};
}

TEST(Drivers, that_go_with_satisfaction_most_stand_first) {
  const Table table = drivers(answers(50));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(at(table, 0, "driver").text, "quality");
  EXPECT_EQ(at(table, 0, "rho_csat").number, 1);
  EXPECT_EQ(at(table, 0, "pairs_csat").number, 50);
  EXPECT_EQ(at(table, 1, "driver").text, "price");
  EXPECT_NEAR(*at(table, 1, "rho_csat").number, 0, 1e-12);
  EXPECT_LT(*at(table, 1, "rho_csat_low").number, -0.1);
  EXPECT_GT(*at(table, 1, "rho_csat_high").number, 0.1);
  EXPECT_EQ(table.notes, std::vector<std::string>{"not_cause"});
}

TEST(Drivers, of_fewer_than_thirty_respondents_have_no_correlation) {
  const Table table = drivers(answers(29));
  EXPECT_FALSE(at(table, 0, "rho_csat").number);
  EXPECT_EQ(at(table, 0, "rho_csat").text, "few");
  EXPECT_EQ(at(table, 0, "pairs_csat").number, 29);
  EXPECT_TRUE(at(table, 0, "top2").number) << "shares need no respondents";
}

TEST(Drivers, are_held_against_the_outcomes_that_were_asked) {
  const Table table = drivers(answers(40));
  EXPECT_FALSE(at(table, 0, "rho_nps").number);
  EXPECT_EQ(at(table, 0, "pairs_nps").number, 0);
}

TEST(Drivers, take_the_latest_answer_of_a_respondent) {
  std::string text = answers(40);
  for (int i = 0; i < 40; ++i) text += "L" + std::to_string(i) + ",2026-03-01,csat,3,K" + std::to_string(i) + "\n";
  EXPECT_EQ(at(drivers(text), 0, "rho_csat").number, 1) << "the later ones are earlier in the file";
}

}  // namespace
}  // namespace pegel
