#include "kpis/coaching.h"

#include <gtest/gtest.h>

namespace pegel::kpis {
namespace {

// A target of 100 in each month, from January on; '.' reached, 'x' missed, '?' missed within noise.
std::vector<TargetLine> months(std::string_view verdicts, const char* scope_type = "person") {
  std::vector<TargetLine> lines;
  for (std::size_t month = 0; month < verdicts.size(); ++month) {
    TargetLine& line = lines.emplace_back();
    line.row.kpi = "revenue";
    line.row.scope_type = scope_type;
    line.row.scope_id = "Ada";
    line.row.start = static_cast<Day>(30 * month);
    line.row.end = static_cast<Day>(30 * month + 29);
    line.row.target = base::kOne;
    line.target = 1;
    line.actual.estimate.value = 1;
    line.attained.verdict = verdicts[month] == 'x' ? "missed" : verdicts[month] == '?' ? "within_noise" : "reached";
    line.over = true;
  }
  return lines;
}

struct Case {
  const char* verdicts;
  bool found;
};

TEST(MissedAgain, is_three_of_the_last_four) {
  for (const Case& c : {Case{"xxx", true},
                        {"xxxx", true},
                        {"x.xx", true},
                        {"xx", false},
                        {"x..x", false},
                        {"xxxx..", false},
                        {"....xx.x", true},
                        {"xx?x", true},
                        {"xx??", false}}) {
    EXPECT_EQ(missed_again(months(c.verdicts)).size(), c.found ? 1u : 0u) << c.verdicts;
  }
}

TEST(MissedAgain, names_the_latest_target_and_how_often) {
  const auto lines = months("..xxx");
  const auto found = missed_again(lines);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].last, &lines[4]);
  EXPECT_EQ(found[0].missed, 3);
  EXPECT_EQ(found[0].periods, 4);
}

TEST(MissedAgain, is_listed_with_the_latest_target) {
  const auto table = coaching_table(months("..xxx"), "top_performers");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->kpi, "top_performers");
  ASSERT_EQ(table->rows.size(), 1u);
  const auto& row = table->rows[0];
  EXPECT_EQ(row[2].text, "Ada");
  EXPECT_EQ(row[row.size() - 2].number, 3);
  EXPECT_EQ(row.back().number, 4);
  EXPECT_FALSE(coaching_table(months("..x"), "top_performers"));
}

TEST(MissedAgain, is_about_persons) { EXPECT_TRUE(missed_again(months("xxxx", "team")).empty()); }

TEST(MissedAgain, leaves_out_what_runs) {
  auto lines = months("xxxx");
  lines[2].over = lines[3].over = false;
  EXPECT_TRUE(missed_again(lines).empty());
}

}  // namespace
}  // namespace pegel::kpis
