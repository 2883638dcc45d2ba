// Wide tables from bytes to report: a row for each period or stage.

#include <gtest/gtest.h>

#include "support/run.h"

namespace pegel {
namespace {

const Issue* issue(const Report& report, std::string_view code) {
  for (const Issue& issue : report.issues) {
    if (issue.code == code) return &issue;
  }
  return nullptr;
}

std::optional<double> cell(const Table& table, std::size_t row, std::string_view column) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].id == column) return table.rows.at(row).at(c).number;
  }
  return std::nullopt;
}

const Table* table(const Report& report, std::string_view id) {
  for (const Table& table : report.tables) {
    if (table.id == id) return &table;
  }
  return nullptr;
}

const test::File kSales{"sales.csv",
                        "Store,Month 1 2025,Month 2 2025,Month 3 2025\nA,11,12,13\nB,21,,23\nTotal,32,12,36\n"};
const test::File kTargets{"targets.csv", "Location,Q1,Q2,Q3\nA,30,40,50\nB,60,70,80\n"};

TEST(WideTables, GiveARowForEachFilledCellAndAccountForTheRest) {
  const Report report = test::run({kSales});
  const SourceReport& source = report.sources[0];
  EXPECT_EQ(source.kind, Kind::targets);
  EXPECT_EQ(source.rows, 9);
  EXPECT_EQ(source.used, 5);
  EXPECT_EQ(source.left_out, 4);
  EXPECT_EQ(issue(report, "csv.total_row")->rows_left_out, 3);
  EXPECT_EQ(issue(report, "wide.empty")->rows_left_out, 1);
  EXPECT_EQ(issue(report, "wide.empty")->places[0].line, 3);
  EXPECT_EQ(issue(report, "wide.empty")->places[0].column, 3);
  EXPECT_EQ(issue(report, "wide.unpivoted")->count, 2);
  EXPECT_EQ(issue(report, "wide.unpivoted")->values.at("columns"), "3");
}

TEST(WideTables, OfMonthsSayWhatWasReachedOfTargetsAQuarter) {
  const Report report = test::run({kSales, kTargets});
  const Table* targets = table(report, "targets");
  ASSERT_NE(targets, nullptr);
  ASSERT_EQ(targets->rows.size(), 6u);
  EXPECT_EQ(targets->rows[0][2].text, "A");
  EXPECT_EQ(cell(*targets, 0, "target"), 30);
  EXPECT_EQ(cell(*targets, 0, "actual"), 36);
  EXPECT_EQ(targets->rows[3][2].text, "B");
  EXPECT_EQ(cell(*targets, 3, "actual"), std::nullopt) << "February is missing";
}

TEST(WideTables, TakeAMissingYearFromTheOtherFilesAndSaySo) {
  const Report both = test::run({kSales, kTargets});
  EXPECT_EQ(issue(both, "wide.year")->values.at("year"), "2025");
  const Report alone = test::run({kTargets});
  EXPECT_EQ(issue(alone, "wide.year")->values.at("year"), "2026");
  Choices choices = test::choices_today();
  choices.sources["targets.csv"].year = 2024;
  const Report chosen = test::run({kTargets}, choices);
  EXPECT_EQ(issue(chosen, "wide.year"), nullptr);
  EXPECT_EQ(table(chosen, "targets")->rows[0][3].text, "2024-01-01");
}

TEST(WideTables, WithTargetsAndActualsSideBySideReadBoth) {
  const Report report =
      test::run({{"plan.csv", "Rep,Q1 2026 Plan,Q1 2026 Actual,Q2 2026 Plan,Q2 2026 Actual\nAda,100,80,120,130\n"}});
  const Table* targets = table(report, "targets");
  ASSERT_NE(targets, nullptr);
  ASSERT_EQ(targets->rows.size(), 2u);
  EXPECT_EQ(cell(*targets, 0, "actual"), 80);
  EXPECT_EQ(cell(*targets, 1, "target"), 120);
  EXPECT_EQ(cell(*targets, 1, "actual"), 130);
}

TEST(WideTables, NameTheFieldOfACellThatCannotBeRead) {
  std::string text = "Store,Q1,Q2,Q3\n";
  for (int store = 0; store < 30; ++store) text += "S" + std::to_string(store) + ",1000,2000,3000\n";
  const Report report = test::run({{"targets.csv", text + "X,1000,soon,3000\n"}});
  const Issue* odd = issue(report, "num.text");
  ASSERT_NE(odd, nullptr);
  EXPECT_EQ(odd->places[0].line, 32);
  EXPECT_EQ(odd->places[0].column, 3);
  EXPECT_EQ(odd->places[0].excerpt, "soon");
}

const test::File kStages{"stages.csv",
                         "Deal ID,Qualification date,Demo date,Proposal date,Won date\n"
                         "D1,2026-01-01,2026-01-05,2026-01-09,2026-01-20\n"
                         "D2,2026-01-02,2026-01-06,,\n"
                         "D3,2026-01-03,,,\n"
                         "D4,2026-01-04,2026-01-08,2026-01-10,\n"};

TEST(WideTables, OfStagesMayBeNamedByThemAloneAndStartWithALead) {
  for (const char* header : {"Deal ID,Lead date,Demo date,Quote date,Won date\n", "Deal ID,Lead,Demo,Quote,Won\n"}) {
    const std::string rows = kStages.text.substr(kStages.text.find('\n') + 1);
    const Report report = test::run({{"stages.csv", header + rows}});
    EXPECT_EQ(report.sources[0].kind, Kind::stage_history) << header;
    const Table* funnel = table(report, "funnel");
    ASSERT_NE(funnel, nullptr) << header;
    ASSERT_EQ(funnel->rows.size(), 4u) << header;
    EXPECT_EQ(funnel->rows[0][0].text, "Lead");
    EXPECT_EQ(cell(*funnel, 0, "entities"), 4);
  }
}

TEST(WideTables, OfStageDatesFeedTheFunnelUnasked) {
  const Report report = test::run({kStages});
  EXPECT_EQ(report.sources[0].kind, Kind::stage_history);
  const Table* funnel = table(report, "funnel");
  ASSERT_NE(funnel, nullptr);
  const std::pair<const char*, double> steps[] = {{"Qualification", 4}, {"Demo", 3}, {"Proposal", 2}, {"Won", 1}};
  ASSERT_EQ(funnel->rows.size(), 4u);
  for (std::size_t step = 0; step < 4; ++step) {
    EXPECT_EQ(funnel->rows[step][0].text, steps[step].first);
    EXPECT_EQ(cell(*funnel, step, "entities"), steps[step].second);
  }
}

TEST(WideTables, OfDealsStayDealsUntilTheirStageDatesAreChosen) {
  const test::File deals{"deals.csv",
                         "Record ID,Deal Name,Deal Stage,Amount,Close Date,\"Date entered \"\"Offer (Sales)\"\"\","
                         "\"Date entered \"\"Won (Sales)\"\"\"\n"
                         "1,Alpha,closedwon,100,2026-03-01,2026-01-01,2026-03-01\n"
                         "2,Beta,closedlost,200,2026-03-02,2026-01-02,\n"};
  EXPECT_EQ(test::kpi(test::run({deals}), "revenue").total.value, 100.0);
  Choices choices = test::choices_today();
  choices.sources["deals.csv"].wide = "entered";
  const Report report = test::run({deals}, choices);
  EXPECT_EQ(report.sources[0].kind, Kind::stage_history);
  EXPECT_EQ(cell(*table(report, "funnel"), 0, "entities"), 2);
}

TEST(WideTables, OfDealsGiveAFunnelBesideThemAsACopyAndSaySo) {
  const std::string text =
      "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,\"Date entered \"\"Offer (Sales)\"\"\","
      "\"Date entered \"\"Won (Sales)\"\"\"\n"
      "1,Alpha,closedwon,100,Ada,2026-03-01,2026-01-01,2026-03-01\n"
      "2,Beta,closedlost,200,Bo,2026-03-02,2026-01-02,\n";
  const test::File deals{"deals.csv", text}, copy{"deals.csv (2)", text};
  EXPECT_NE(issue(test::run({deals}), "wide.stages"), nullptr);
  Choices choices = test::choices_today();
  choices.sources["deals.csv"].wide = "";
  EXPECT_EQ(issue(test::run({deals}, choices), "wide.stages"), nullptr) << "was answered";
  choices.sources.clear();
  choices.sources["deals.csv (2)"].wide = "entered";
  const Report report = test::run({deals, copy}, choices);
  EXPECT_EQ(issue(report, "wide.stages"), nullptr);
  EXPECT_EQ(test::kpi(report, "revenue").total.value, 100.0);
  EXPECT_EQ(cell(*table(report, "funnel"), 0, "entities"), 2);
  const Estimate* ada = test::cell(test::kpi(report, "funnel"), "owner", "Ada");
  ASSERT_NE(ada, nullptr) << "the deals lend their owners";
  EXPECT_EQ(ada->value, 1.0);
  const test::File months{"deals.csv",
                          "Deal ID,Status,Created,Amount,Jan 2026,Feb 2026,Mar 2026\n1,won,2026-01-01,5,1,2,3\n"
                          "2,open,2026-01-02,6,1,2,3\n"};
  EXPECT_EQ(issue(test::run({months}), "wide.stages"), nullptr);
}

const test::File kSurvey{"survey.csv",
                         "Response ID,How satisfied are you? (1-5),Would you recommend us? (0-10),Submitted\n"
                         "1,5,10,2026-03-01\n2,4,9,2026-03-02\n3,4,0,2026-03-03\n4,1,,2026-03-04\n"};

TEST(WideTables, OfTwoQuestionsGiveEachAnswerItsOwn) {
  const Report report = test::run({kSurvey});
  EXPECT_EQ(report.sources[0].rows, 8);
  EXPECT_EQ(report.sources[0].used, 7);
  EXPECT_EQ(test::kpi(report, "csat").total.value, 0.75);
  EXPECT_EQ(test::kpi(report, "csat").total.n, 4);
  EXPECT_EQ(test::kpi(report, "nps").total.n, 3);
  EXPECT_NEAR(test::kpi(report, "nps").total.value.value(), 100.0 / 3, 1e-9);
  EXPECT_EQ(issue(report, "id.dup"), nullptr);
  EXPECT_EQ(issue(report, "value.unknown"), nullptr);
}

TEST(WideTables, OfTwoQuestionsKeepAnUnsureScaleOutOfNps) {
  std::string text = "Satisfaction,NPS\n";
  for (int i = 0; i < 20; ++i) text += "4," + std::to_string(i % 5 + 1) + "\n";
  const Report report = test::run({{"survey.csv", text}});
  EXPECT_EQ(test::kpi(report, "nps").total.undefined, "scale_unsure");
  EXPECT_EQ(test::kpi(report, "csat").total.value, 1.0);
}

TEST(WideTables, OfTwoQuestionsReadTheOneColumnThatIsChosen) {
  Choices choices = test::choices_today();
  choices.sources["survey.csv"].roles["Would you recommend us? (0-10)"] = "score";
  const Report report = test::run({kSurvey}, choices);
  EXPECT_EQ(report.sources[0].rows, 4);
  EXPECT_EQ(test::kpi(report, "nps").total.n, 3);
}

}  // namespace
}  // namespace pegel
