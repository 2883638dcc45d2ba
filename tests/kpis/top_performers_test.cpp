// Who wins most often, and how sure the order is.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "support/run.h"

namespace pegel {
namespace {

std::string deals(const std::string& owner, int won, int lost) {
  std::string text;
  for (int i = 0; i < won + lost; ++i) {
    text += owner + std::to_string(i) + "," + (i < won ? "won" : "lost") + ",2026-03-01,2026-03-05," + owner + ",100\n";
  }
  return text;
}

Report ranked(const std::string& rows) {
  Choices choices = test::choices_today();
  choices.kpis = {"top_performers"};
  choices.dimensions = {"owner"};
  return test::run({{"deals.csv", "deal_id,status,created,closed,owner,amount\n" + rows}}, choices);
}

const std::vector<TableCell>& row(const Report& report, std::string_view owner) {
  for (const auto& each : report.tables.at(0).rows) {
    if (each[0].text == owner) return each;
  }
  ADD_FAILURE() << "no row " << owner;
  return report.tables.at(0).rows.at(0);
}

enum Column : std::size_t { kOwner, kRank, kRankLow, kRankHigh, kShrunk, kRate, kRateLow };

TEST(TopPerformers, keep_few_deals_out_of_the_ranking_though_every_method_puts_them_first) {
  const Report report = ranked(deals("One", 1, 0) + deals("Many", 30, 170) + deals("Rest", 94, 705));
  EXPECT_NEAR(*row(report, "One")[kShrunk].number, 0.2045, 5e-5);
  EXPECT_NEAR(*row(report, "Many")[kShrunk].number, 0.1488, 5e-5);
  EXPECT_GT(*row(report, "One")[kRateLow].number, *row(report, "Many")[kRateLow].number);
  EXPECT_FALSE(row(report, "One")[kRank].number);
  EXPECT_EQ(row(report, "One").back().text, "few");
  EXPECT_EQ(row(report, "Many")[kRank].number, 1);
}

TEST(TopPerformers, have_the_ranks_that_their_intervals_leave_open) {
  const Report report =
      ranked(deals("Sure", 90, 10) + deals("Mid", 30, 70) + deals("Low", 28, 72) + deals("Few", 2, 3));
  const auto ranks = [&](std::string_view owner) {
    const auto& cells = row(report, owner);
    return std::vector<double>{*cells[kRank].number, *cells[kRankLow].number, *cells[kRankHigh].number};
  };
  EXPECT_EQ(ranks("Sure"), (std::vector<double>{1, 1, 1}));
  EXPECT_EQ(ranks("Mid"), (std::vector<double>{3, 2, 4}));
  EXPECT_EQ(ranks("Few"), (std::vector<double>{2, 2, 4}));
}

TEST(TopPerformers, leave_deals_of_nobody_unranked) {
  const Report report = ranked(deals("", 9, 0) + deals("Ann", 5, 5));
  EXPECT_FALSE(row(report, "")[kRank].number);
  EXPECT_EQ(row(report, "Ann")[kRankHigh].number, 1);
}

TEST(TopPerformers, come_with_those_who_miss_their_targets_again_and_again) {
  std::string rows = "deal_id,status,created,closed,owner,amount\n";
  std::string targets = "kpi_id,period_start,period_end,target,scope_type,scope_id\n";
  for (int month = 1; month <= 4; ++month) {
    const std::string start = "2026-0" + std::to_string(month);
    for (int i = 0; i < 33; ++i) {
      rows += start + "D" + std::to_string(i) + ",won," + start + "-02," + start + "-09," + (i < 3 ? "Bo" : "Ann") +
              ",100\n";
    }
    for (const char* owner : {"Ann", "Bo"}) {
      targets += "deal_count," + start + "-01," + start + "-28,20,person," + owner + "\n";
    }
  }
  Choices choices = test::choices_today();
  choices.kpis = {"top_performers"};
  choices.dimensions = {"owner"};
  const Report report = test::run({{"deals.csv", rows}, {"targets.csv", targets}}, choices);
  const auto found =
      std::find_if(report.tables.begin(), report.tables.end(), [](auto& t) { return t.id == "coaching"; });
  ASSERT_NE(found, report.tables.end());
  EXPECT_EQ(found->kpi, "top_performers");
  ASSERT_EQ(found->rows.size(), 1u);
  std::map<std::string, TableCell> cells;
  for (std::size_t c = 0; c < found->columns.size(); ++c) cells[found->columns[c].id] = found->rows[0][c];
  EXPECT_EQ(cells["scope_id"].text, "Bo");
  EXPECT_EQ(cells["missed"].number, 4);
  EXPECT_LT(*cells["high"].number, *cells["target"].number);
  EXPECT_EQ(found->notes.front(), "for_coaching");
}

}  // namespace
}  // namespace pegel
