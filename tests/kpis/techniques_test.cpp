// Techniques side by side: what is compared, with what, and what keeps it from being a test.

#include "kpis/techniques.h"

#include <gtest/gtest.h>

#include "support/run.h"

namespace pegel {
namespace {

using Rows = std::vector<std::string>;

std::string repeated(int times, const std::string& id, const std::string& rest) {
  std::string text;
  for (int i = 0; i < times; ++i) text += id + std::to_string(i) + "," + rest + "\n";
  return text;
}

Table compared(const std::string& header, const Rows& rows) {
  std::string text = header + "\n";
  for (const std::string& row : rows) text += row;
  Choices choices = test::choices_today();
  choices.kpis = {"ab_technique_test"};
  for (const Table& table : test::run({{"leads.csv", text}}, choices).tables) {
    if (table.id == "ab_test") return table;
  }
  ADD_FAILURE() << "no table";
  return {};
}

TableCell at(const Table& table, std::size_t row, std::string_view id) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].id == id) return table.rows.at(row).at(c);
  }
  ADD_FAILURE() << "no column " << id;
  return {};
}

bool notes(const Table& table, std::string_view note) {
  return std::find(table.notes.begin(), table.notes.end(), note) != table.notes.end();
}

const std::string kHeader = "lead_id,created,technique,converted,owner";
const Rows kWorked = {
    repeated(30, "A", "2026-03-05,script A,yes,Ann"), repeated(170, "B", "2026-03-05,script A,no,Ann"),
    repeated(48, "C", "2026-03-05,script B,yes,Ann"), repeated(152, "D", "2026-03-05,script B,no,Bo")};

TEST(Techniques, have_the_worked_difference_with_its_chance) {
  const Table table = compared(kHeader, kWorked);
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(at(table, 0, "verdict").text, "compared_with");
  EXPECT_FALSE(at(table, 0, "difference").number);
  EXPECT_EQ(at(table, 1, "technique").text, "script B");
  EXPECT_NEAR(*at(table, 1, "difference").number, 9, 1e-9);
  EXPECT_NEAR(*at(table, 1, "difference_low").number, 1.22, 0.005);
  EXPECT_NEAR(*at(table, 1, "difference_high").number, 16.68, 0.005);
  EXPECT_NEAR(*at(table, 1, "chance").number, 0.0231, 5e-5);
  EXPECT_NEAR(*at(table, 1, "relative_change").number, 0.6, 1e-9);
  EXPECT_EQ(at(table, 1, "verdict").text, "differs");
  EXPECT_TRUE(notes(table, "not_randomised"));
}

TEST(Techniques, of_which_there_are_three_have_their_chances_corrected) {
  Rows rows = kWorked;
  rows.push_back(repeated(38, "E", "2026-03-05,script C,yes,Ann"));
  rows.push_back(repeated(162, "F", "2026-03-05,script C,no,Ann"));
  const Table table = compared(kHeader, rows);
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_NEAR(*at(table, 1, "chance").number, 2 * 0.0231, 1e-4);
  EXPECT_EQ(at(table, 2, "verdict").text, "could_be_chance");
}

TEST(Techniques, with_few_leads_are_listed_and_not_compared) {
  Rows rows = kWorked;
  rows.push_back(repeated(4, "E", "2026-03-05,script C,yes,Ann"));
  const Table table = compared(kHeader, rows);
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(at(table, 2, "verdict").text, "few");
  EXPECT_EQ(at(table, 2, "rate").number, 1);
  EXPECT_FALSE(at(table, 2, "difference").number);
  EXPECT_NEAR(*at(table, 1, "chance").number, 0.0231, 5e-5) << "nobody is corrected for";
}

TEST(Techniques, are_held_against_the_first_that_has_enough) {
  const Table table =
      compared(kHeader, {repeated(4, "A", "2026-03-05,a,yes,Ann"), repeated(9, "B", "2026-03-05,b,yes,Ann"),
                         repeated(9, "C", "2026-03-05,c,no,Ann")});
  EXPECT_EQ(at(table, 0, "verdict").text, "few");
  EXPECT_EQ(at(table, 1, "verdict").text, "compared_with");
  EXPECT_EQ(at(table, 2, "difference").number, -100);
}

TEST(Techniques, of_other_people_cannot_be_told_from_them) {
  const Table mixed = compared(kHeader, kWorked);
  EXPECT_EQ(at(mixed, 1, "main_owner").text, "Bo");
  EXPECT_NEAR(*at(mixed, 1, "main_owner_share").number, 0.76, 1e-9);
  EXPECT_NEAR(*at(mixed, 1, "shared_owners").number, 0.24, 1e-9);
  EXPECT_TRUE(notes(mixed, "other_owners"));
  const Table alike =
      compared(kHeader, {repeated(9, "A", "2026-03-05,a,yes,Ann"), repeated(9, "B", "2026-03-05,b,no,Ann")});
  EXPECT_FALSE(notes(alike, "other_owners"));
}

TEST(Techniques, used_one_after_the_other_are_said_to_be) {
  const Table after =
      compared(kHeader, {repeated(9, "A", "2026-03-05,a,yes,Ann"), repeated(9, "B", "2026-03-06,b,no,Ann")});
  EXPECT_TRUE(notes(after, "other_days"));
  EXPECT_EQ(at(after, 1, "first_day").text, "2026-03-06");
  EXPECT_FALSE(notes(compared(kHeader, kWorked), "other_days"));
}

TEST(Techniques, of_sizes_that_chance_does_not_make_are_said_to_be) {
  const Table uneven =
      compared(kHeader, {repeated(90, "A", "2026-03-05,a,yes,Ann"), repeated(30, "B", "2026-03-05,b,no,Ann")});
  EXPECT_TRUE(notes(uneven, "sample_ratio"));
  EXPECT_FALSE(notes(compared(kHeader, kWorked), "sample_ratio"));
}

TEST(Techniques, without_amounts_have_no_columns_of_them) {
  for (const TableColumn& column : compared(kHeader, kWorked).columns) EXPECT_NE(column.unit, "money") << column.id;
}

TEST(Techniques, as_many_as_a_free_text_has_are_listed_in_part) {
  std::string rows;
  for (int i = 0; i < 300; ++i) rows += std::to_string(i) + ",2026-03-05,t" + std::to_string(i) + ",yes,Ann\n";
  const Table table = compared(kHeader, {rows});
  EXPECT_EQ(table.rows.size(), 200u);
  EXPECT_TRUE(notes(table, "techniques_cut"));
}

TEST(Techniques, of_deals_have_amounts_and_days_beside_the_rate) {
  const Table table = compared(
      "deal_id,created,closed,status,technique,amount",
      {repeated(9, "A", "2026-03-01,2026-03-05,won,a,100"), repeated(9, "B", "2026-03-01,2026-03-21,won,b,300"),
       repeated(2, "C", "2026-03-01,2026-03-05,lost,b,999"), repeated(2, "D", "2026-03-01,,open,b,999")});
  EXPECT_EQ(at(table, 0, "avg_amount").number, 100);
  EXPECT_EQ(at(table, 1, "amount_difference").number, 200);
  EXPECT_EQ(at(table, 1, "n").number, 11);
  EXPECT_EQ(at(table, 0, "median_days").number, 4);
  EXPECT_EQ(at(table, 1, "median_days").number, 20);
  EXPECT_LT(*at(table, 1, "days_chance").number, 0.001);
}

}  // namespace
}  // namespace pegel
