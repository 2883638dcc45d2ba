// Several KPIs side by side.

#include <gtest/gtest.h>

#include <algorithm>

#include "support/generate.h"
#include "support/run.h"

namespace pegel {
namespace {

using test::File;

Report shown(const std::vector<File>& files, std::vector<std::string> kpis, std::vector<std::string> dimensions) {
  Choices choices = test::choices_today();
  choices.kpis = std::move(kpis);
  choices.dimensions = std::move(dimensions);
  return test::run(files, choices);
}

std::size_t column(const Table& table, std::string_view id) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].id == id) return c;
  }
  ADD_FAILURE() << "no column " << id;
  return 0;
}

TableCell at(const Table& table, std::string_view key, std::string_view id) {
  for (const auto& row : table.rows) {
    if (row[0].text == key) return row[column(table, id)];
  }
  ADD_FAILURE() << "no row " << key;
  return {};
}

std::string repeated(int times, const std::string& id, const std::string& rest) {
  std::string text;
  for (int i = 0; i < times; ++i) text += id + std::to_string(i) + "," + rest + "\n";
  return text;
}

const File kPeople{"deals.csv", "deal_id,status,created,closed,owner,amount\n" +
                                    repeated(21, "A", "won,2026-03-01,2026-03-05,Ada,4000") +
                                    repeated(119, "L", "lost,2026-03-01,2026-03-05,Ada,10") +
                                    repeated(3, "B", "won,2026-03-01,2026-03-06,Bo,9000") +
                                    repeated(6, "N", "won,2026-03-01,2026-03-06,,700")};

TEST(Panel, has_the_worked_row_of_a_person) {
  const Table table = shown({kPeople}, {"rep_scorecard"}, {"owner"}).tables.at(0);
  EXPECT_EQ(table.id, "panel");
  EXPECT_EQ(table.title, "owner");
  EXPECT_EQ(at(table, "Ada", "deal_count").number, 21);
  EXPECT_EQ(at(table, "Ada", "revenue").number, 84000);
  EXPECT_NEAR(*at(table, "Ada", "close_rate").number, 0.15, 1e-12);
  EXPECT_EQ(at(table, "Ada", "close_rate_n").number, 140);
  EXPECT_EQ(at(table, "Ada", "avg_deal_size").number, 4000);
}

TEST(Panel, ranks_neither_few_units_nor_those_of_nobody) {
  const Table table = shown({kPeople}, {"rep_scorecard"}, {"owner"}).tables.at(0);
  EXPECT_EQ(at(table, "Ada", "avg_deal_size_rank").number, 1)
      << "9000 of three deals is no rank, 700 of nobody neither";
  EXPECT_FALSE(at(table, "Bo", "avg_deal_size_rank").number);
  EXPECT_EQ(at(table, "Bo", "avg_deal_size").number, 9000);
  EXPECT_FALSE(at(table, "", "avg_deal_size_rank").number);
  EXPECT_EQ(table.rows.back()[0].text, "") << "those of nobody stand last";
}

TEST(Panel, leaves_out_what_the_files_cannot_say_and_notes_it) {
  const Table table = shown({kPeople}, {"rep_scorecard"}, {"owner"}).tables.at(0);
  for (const TableColumn& of : table.columns) EXPECT_NE(of.id, "field_visits");
  EXPECT_EQ(table.notes, std::vector<std::string>{"panel_incomplete"});
}

TEST(Panel, joins_people_of_files_of_several_kinds) {
  const File visits{"activities.csv", "activity_id,at,activity_type,owner\n" +
                                          repeated(7, "V", "2026-03-02,visit,Cem") +
                                          repeated(2, "W", "2026-03-02,visit,Ada")};
  const Table table = shown({kPeople, visits}, {"rep_scorecard"}, {"owner"}).tables.at(0);
  EXPECT_EQ(at(table, "Cem", "field_visits").number, 7);
  EXPECT_EQ(at(table, "Ada", "field_visits").number, 2);
  EXPECT_FALSE(at(table, "Cem", "revenue").number);
}

TEST(Panel, says_the_same_whether_its_kpis_are_shown_or_not) {
  const std::vector<File> files{test::deals_file(5, 300)};
  const auto panel_of = [](const Report& report) {
    for (const Table& table : report.tables) {
      if (table.kpi == "rep_scorecard") return table;
    }
    ADD_FAILURE() << "no panel";
    return Table{};
  };
  const Report whole = shown(files, {}, {"owner"});
  const Report alone = shown(files, {"rep_scorecard"}, {"owner"});
  ASSERT_EQ(alone.kpis.size(), 1u);
  const Table expected = panel_of(whole);
  const Table table = panel_of(alone);
  ASSERT_GT(expected.rows.size(), 2u);
  ASSERT_EQ(table.rows.size(), expected.rows.size());
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      EXPECT_EQ(table.rows[r][c].number, expected.rows[r][c].number) << table.columns[c].id;
    }
  }
  for (const BreakdownValue& value : test::kpi(whole, "revenue").breakdown.at(0).values) {
    EXPECT_EQ(at(table, value.key, "revenue").number, value.estimate.value);
  }
}

TEST(Panel, of_teams_adds_up_to_the_whole_with_those_of_no_team) {
  const File deals{"deals.csv",
                   "deal_id,status,created,closed,team,amount\n" + repeated(6, "A", "open,2026-03-01,,North,11000") +
                       repeated(4, "B", "open,2026-03-01,,South,10000") + repeated(1, "C", "open,2026-03-01,,,4000")};
  const Report report = shown({deals}, {"team_scorecard", "pipeline_value"}, {"team"});
  const Table table = report.tables.at(0);
  EXPECT_EQ(at(table, "North", "pipeline_value").number, 66000);
  double sum = 0;
  for (const auto& row : table.rows) sum += *row[column(table, "pipeline_value")].number;
  EXPECT_EQ(sum, 110000);
  EXPECT_EQ(sum, test::kpi(report, "pipeline_value").total.value);
}

TEST(Panel, of_no_dimension_is_one_row_that_says_what_is_missing) {
  const Report report = shown({kPeople}, {"sales_effectiveness"}, {});
  const Table table = report.tables.at(0);
  ASSERT_EQ(table.rows.size(), 1u);
  const auto cell = [&](std::string_view id) { return table.rows[0][column(table, id)]; };
  EXPECT_NEAR(*cell("win_rate").number, 30.0 / 149, 1e-12);
  EXPECT_EQ(cell("sales_cycle_length").number, 4);
  EXPECT_FALSE(cell("gross_margin").number);
  EXPECT_EQ(cell("gross_margin").text, "missing_kind");
  EXPECT_TRUE(table.notes.empty());
}

// Eight months: the more deals are won of ten, the smaller they are; the ninth is not over.
TEST(Panel, says_how_its_kpis_went_together_over_whole_months) {
  const auto deals = [](int months) {
    std::string text = "deal_id,status,created,closed,amount\n";
    for (int month = 1; month <= months; ++month) {
      const std::string day = "2026-0" + std::to_string(month) + "-05";
      for (int i = 0; i < 10; ++i) {
        text += std::to_string(100 * month + i) + (i < month ? ",won," : ",lost,") + day + "," + day + "," +
                std::to_string(1000 - 7 * month * month) + "\n";
      }
    }
    return File{"deals.csv", text};
  };
  Choices choices = test::choices_today("2026-09-20");
  choices.kpis = {"sales_effectiveness"};
  choices.dimensions = std::vector<std::string>{};
  const auto table_of = [&](int months) {
    const Report report = test::run({deals(months)}, choices);
    const auto found = std::find_if(report.tables.begin(), report.tables.end(),
                                    [](const Table& each) { return each.id == "panel_correlation"; });
    return found == report.tables.end() ? Table{} : *found;
  };
  const Table table = table_of(9);
  ASSERT_EQ(table.rows.size(), 1u) << "durations never change";
  EXPECT_EQ(table.rows[0][0].text, "win_rate");
  EXPECT_EQ(table.rows[0][1].text, "avg_deal_size");
  EXPECT_DOUBLE_EQ(*table.rows[0][2].number, -1);
  EXPECT_EQ(table.rows[0][5].number, 8);
  EXPECT_EQ(table.notes, std::vector<std::string>{"not_cause"});
  EXPECT_TRUE(table_of(5).rows.empty()) << "five months are too few";
}

}  // namespace
}  // namespace pegel
