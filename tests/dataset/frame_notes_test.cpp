// Days and scores that cannot be right: noted with their places, and what KPIs make of them.

#include <gtest/gtest.h>

#include <algorithm>

#include "support/run.h"

namespace pegel {
namespace {

const Issue* issue(const Report& report, std::string_view code, std::string_view subject) {
  for (const Issue& issue : report.issues) {
    if (issue.code == code && issue.subject == subject) return &issue;
  }
  return nullptr;
}

const std::string kHeader = "deal_id,status,created,closed,amount\n";

Report deals(const std::string& rows, std::string_view today = "2026-06-30") {
  return test::run({{"deals.csv", kHeader + rows}}, test::choices_today(today));
}

TEST(FutureDays, AWonDealThatClosesAfterTodayIsWonAndNotOpen) {
  const Report report = deals("D1,won,2026-01-01,2026-09-01,100\nD2,open,2026-02-01,2026-10-01,7\n");
  EXPECT_EQ(test::kpi(report, "deal_count").total.value, 1.0);
  EXPECT_EQ(test::kpi(report, "revenue").total.value, 100.0);
  EXPECT_EQ(test::kpi(report, "pipeline_count").total.value, 1.0);
  EXPECT_EQ(test::kpi(report, "pipeline_value").total.value, 7.0);
}

TEST(FutureDays, OfWhatHasHappenedAreNotedWithTheirPlaces) {
  const Report report =
      deals("D1,won,2026-01-01,2026-09-01,100\nD2,open,2026-02-01,2026-10-01,7\nD3,open,2026-07-01,2026-10-01,9\n");
  const Issue* closed = issue(report, "date.future", "closed");
  ASSERT_NE(closed, nullptr);
  EXPECT_EQ(closed->count, 1);
  EXPECT_EQ(closed->rows_left_out, 0);
  EXPECT_EQ(closed->places[0].line, 2);
  EXPECT_EQ(closed->places[0].column, 4);
  EXPECT_EQ(closed->places[0].excerpt, "2026-09-01");
  EXPECT_EQ(closed->values.at("today"), "2026-06-30");
  const Issue* created = issue(report, "date.future", "created");
  ASSERT_NE(created, nullptr);
  EXPECT_EQ(created->places[0].line, 4);
}

TEST(FutureDays, OfTodayAreNone) {
  EXPECT_EQ(issue(deals("D1,won,2026-01-01,2026-06-30,100\n"), "date.future", "closed"), nullptr);
}

TEST(ImpossibleDays, ClosedBeforeCreatedOrInAnAbsurdYearAreNoted) {
  const Report report = deals(
      "D1,won,2026-03-02,2026-03-01,100\nD2,won,2026-01-01,2026-03-01,200\nD3,lost,1900-01-02,2026-02-01,5\n"
      "D4,lost,2026-01-05,2126-02-01,5\n");
  const Issue* closed = issue(report, "date.impossible", "closed");
  ASSERT_NE(closed, nullptr);
  EXPECT_EQ(closed->count, 2);
  EXPECT_EQ(closed->places[0].line, 2);
  EXPECT_EQ(closed->places[1].line, 5);
  ASSERT_NE(issue(report, "date.impossible", "created"), nullptr);
  EXPECT_EQ(issue(report, "date.impossible", "created")->places[0].line, 4);
  EXPECT_EQ(issue(report, "date.future", "closed"), nullptr);
  EXPECT_EQ(test::kpi(report, "revenue").total.value, 300.0);
  EXPECT_EQ(test::kpi(report, "sales_cycle_length").total.n, 1);
}

TEST(ImpossibleDays, EnterNoDuration) {
  const Report report = deals(
      "D1,won,2026-03-02,2026-03-01,100\nD2,won,2026-01-01,2026-02-01,200\nD3,won,1900-01-01,2026-02-02,5\n"
      "D4,won,2026-01-01,2026-07-01,5\n");
  for (const char* id : {"sales_cycle_length", "deal_velocity"}) {
    const KpiReport& kpi = test::kpi(report, id);
    EXPECT_EQ(kpi.total.value, 31.0) << id;
    ASSERT_EQ(kpi.excluded.size(), 1u) << id;
    EXPECT_EQ(kpi.excluded[0].reason, "impossible_dates") << id;
    EXPECT_EQ(kpi.excluded[0].rows, 3) << id;
  }
  EXPECT_EQ(test::kpi(report, "deal_count").total.value, 4.0);
}

TEST(ImpossibleDays, GiveNoAge) {
  const Report report = deals("D1,open,1900-01-01,,100\n");
  EXPECT_EQ(test::kpi(report, "pipeline_count").total.value, 1.0);
  EXPECT_FALSE(test::kpi(report, "pipeline_stale").total.value);
}

TEST(ImpossibleDays, AreTheSameWhateverThePeriod) {
  const std::string rows = "D1,won,2026-01-01,2026-01-31,1\nD2,won,2026-01-01,2026-02-10,1\n";
  Choices choices = test::choices_today("2026-06-30");
  choices.period = Period{*day_of(2026, 1, 1), *day_of(2026, 2, 1)};
  const Report report = test::run({{"deals.csv", kHeader + rows}}, choices);
  const KpiReport& cycle = test::kpi(report, "sales_cycle_length");
  ASSERT_EQ(cycle.trend.size(), 2u);
  EXPECT_EQ(cycle.trend[1].estimate.value, 40.0) << "after the period, and before today";
}

// `answers`: scores and how often each is given.
test::File survey(const std::string& header, const std::vector<std::pair<int, int>>& answers) {
  std::string text = "response_id,submitted_at," + header + "\n";
  int id = 0;
  for (const auto& [score, times] : answers) {
    for (int i = 0; i < times; ++i) text += "R" + std::to_string(++id) + ",2026-04-01," + std::to_string(score) + "\n";
  }
  return {"survey.csv", text};
}

TEST(Scales, FivePointScoresGiveNoNpsUntilTheScaleIsChosen) {
  const test::File file = survey("NPS", {{5, 20}, {4, 10}, {1, 10}});
  const KpiReport unasked = test::kpi(test::run({file}), "nps");
  EXPECT_FALSE(unasked.total.value);
  EXPECT_EQ(unasked.total.undefined, "scale_unsure");
  Choices choices = test::choices_today();
  choices.sources["survey.csv"].scale = "csat:1-5";
  EXPECT_EQ(test::kpi(test::run({file}, choices), "csat").total.value, 0.75);
  choices.sources["survey.csv"].scale = "nps";
  EXPECT_EQ(test::kpi(test::run({file}, choices), "nps").total.value, -100.0);
}

// Thirty promoters, ten passives and twenty detractors: 100 x (30 - 20) / 60 by hand.
test::File labelled(const std::string& ten, const std::string& zero) {
  std::string text = "Date,How likely are you to recommend us?\n";
  const auto add = [&](int times, const std::string& answer) {
    for (int i = 0; i < times; ++i) text += "2026-03-" + std::to_string(i % 20 + 10) + "," + answer + "\n";
  };
  add(20, "\"" + ten + "\"");
  add(10, "9");
  add(10, "8");
  add(15, "5");
  add(5, "\"" + zero + "\"");
  return {"survey.csv", text};
}

TEST(Scores, WithLabelsCountByTheNumberThatOpensThem) {
  for (const auto& [ten, zero] : {std::pair{"10 - Extremely likely", "0 - Not at all likely"},
                                  std::pair{"10 (sehr wahrscheinlich)", "0 = überhaupt nicht"}}) {
    const KpiReport nps = test::kpi(test::run({labelled(ten, zero)}), "nps");
    EXPECT_EQ(nps.total.n, 60) << ten;
    ASSERT_TRUE(nps.total.value);
    EXPECT_NEAR(*nps.total.value, 100.0 / 6, 1e-9) << ten;
  }
}

TEST(Scores, ThatHaveNoReadableNumberAreAnIssueWithTheirPlaces) {
  const Report report = test::run({labelled("Extremely likely", "0 - Not at all likely")});
  EXPECT_EQ(test::kpi(report, "nps").total.n, 40);
  const Issue* odd = issue(report, "num.text", "How likely are you to recommend us?");
  ASSERT_NE(odd, nullptr);
  EXPECT_EQ(odd->count, 20);
  EXPECT_EQ(odd->places[0].line, 2);
  EXPECT_EQ(odd->places[0].column, 2);
  EXPECT_EQ(odd->places[0].excerpt, "Extremely likely");
}

TEST(Scores, OfDriversAndLoyaltyThatAreWordsAreAnIssueAndOfOtherQuestionsAreNot) {
  std::string text = "response_id,at,question,score\n";
  for (const char* question : {"driver_price", "cli_recommend", "csat", "other"}) {
    const bool words = question == std::string_view("other");
    for (int i = 0; i < 10; ++i) {
      text += question + std::to_string(i) + ",2026-03-04," + question + (words || i < 6 ? ",poor\n" : ",4\n");
    }
  }
  const Report report = test::run({{"survey.csv", text}});
  const Issue* odd = issue(report, "num.text", "score");
  ASSERT_NE(odd, nullptr);
  EXPECT_EQ(odd->count, 18);
  EXPECT_EQ(odd->places[0].excerpt, "poor");
}

TEST(Scores, ThatAllHaveLabelsAreRead) {
  std::string text = "Date,NPS\n";
  for (int i = 10; i < 30; ++i) text += "2026-03-" + std::to_string(i) + (i % 2 == 0 ? ",10 - very\n" : ",0 - not\n");
  EXPECT_EQ(test::kpi(test::run({{"survey.csv", text}}), "nps").total.value, 0.0);
}

TEST(Scales, OfOneToTenGiveNoNpsUntilTheScaleIsChosen) {
  std::vector<std::pair<int, int>> answers;
  for (int score = 1; score <= 10; ++score) answers.push_back({score, 6});
  EXPECT_EQ(test::kpi(test::run({survey("NPS", answers)}), "nps").total.undefined, "scale_unsure");
  answers.push_back({0, 1});
  EXPECT_TRUE(test::kpi(test::run({survey("NPS", answers)}), "nps").total.value);
}

TEST(Scales, OfFewAnswersFromOneUpAreAskedAboutAndTakenForNps) {
  const test::File file = survey("NPS", {{1, 2}, {7, 8}, {10, 10}});
  const std::vector<Query> queries = test::profile_of(file)->queries;
  const auto scale =
      std::find_if(queries.begin(), queries.end(), [](const Query& query) { return query.code == "nps.scale"; });
  ASSERT_NE(scale, queries.end());
  EXPECT_EQ(scale->options[0].choice, "nps");
  EXPECT_EQ(test::kpi(test::run({file}), "nps").total.value, 40.0);
}

TEST(Scales, OneSlipOfTheKeyLeavesOutItsRowAndNoOther) {
  const Report report = test::run({survey("NPS", {{0, 20}, {7, 60}, {10, 119}, {11, 1}})});
  const KpiReport& nps = test::kpi(report, "nps");
  EXPECT_EQ(nps.total.n, 199);
  const Issue* odd = issue(report, "score.out_of_scale", "NPS");
  ASSERT_NE(odd, nullptr);
  EXPECT_EQ(odd->count, 1);
  EXPECT_EQ(odd->places[0].line, 201);
  EXPECT_EQ(odd->places[0].excerpt, "11");
}

TEST(Scales, CsatOfTenPointsTakesItsTwoHighest) {
  EXPECT_EQ(test::kpi(test::run({survey("CSAT", {{10, 3}, {9, 3}, {8, 2}, {1, 2}})}), "csat").total.value, 0.6);
}

TEST(ImpossibleDays, OfEveryKindThatComeBeforeTheDayTheyMustFollowAreNoted) {
  struct Case {
    const char* file;
    const char* text;
    const char* role;
  };
  const Case cases[] = {
      {"tickets.csv", "Ticket ID,Opened,Resolved\nT1,2026-03-02,2026-03-01\nT2,2026-03-02,2026-03-04\n", "resolved"},
      {"leads.csv", "Lead ID,Created,Converted At\nL1,2026-03-02,2026-03-01\nL2,2026-03-02,2026-03-04\n",
       "converted_at"},
      {"customers.csv",
       "Customer ID,Customer Since,Customer Until\nC1,2026-03-02,2026-03-01\nC2,2026-03-02,2026-04-01\n", "until"},
      {"distributors.csv", "Distributor ID,Enrolled,Ended\nD1,2026-03-02,2026-03-01\nD2,2026-03-02,2026-03-04\n",
       "ended"},
      {"quotes.csv", "Quote Number,Sent On,Accepted On\nQ1,2026-03-02,2026-03-01\nQ2,2026-03-02,2026-03-04\n",
       "accepted"},
  };
  for (const Case& each : cases) {
    const Report report = test::run({{each.file, each.text}}, test::choices_today("2026-06-30"));
    const Issue* found = issue(report, "date.impossible", each.role);
    ASSERT_NE(found, nullptr) << each.file;
    EXPECT_EQ(found->count, 1) << each.file;
    EXPECT_EQ(found->places[0].line, 2) << each.file;
  }
}

TEST(ImpossibleDays, OfCustomersAreThoseBeforeAnyoneKeptFiles) {
  const Report report =
      test::run({{"customers.csv",
                  "Customer ID,Customer Name,Customer Since\nC1,Ada,1961-05-02\nC2,Bo,1900-01-01\nC3,Cy,2020-01-02\n"}},
                test::choices_today("2026-06-30"));
  const Issue* found = issue(report, "date.impossible", "since");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->count, 1);
  EXPECT_EQ(found->places[0].line, 3);
}

TEST(FutureDays, AreNoOddityWhereTheyMayLieAhead) {
  const Report report =
      test::run({{"invoices.csv", "Invoice Number,Invoice Date,Due Date,Total\nI1,2026-06-20,2026-07-20,5\n"}},
                test::choices_today("2026-06-30"));
  EXPECT_EQ(issue(report, "date.future", "due"), nullptr);
  EXPECT_EQ(issue(report, "date.impossible", "due"), nullptr);
}

TEST(Durations, ThatAreNoneAreNotedWithTheirPlaces) {
  std::string rows = "Ticket ID,Opened,Resolution time (in hrs)\n";
  for (int i = 1; i < 15; ++i)
    rows += "T" + std::to_string(i) + ",2026-03-01 08:00,0" + std::to_string(i % 9) + ":30:00\n";
  const Report report =
      test::run({{"tickets.csv", rows + "T99,2026-03-01 08:00,later\n"}}, test::choices_today("2026-06-30"));
  const Issue* found = issue(report, "duration.text", "Resolution time (in hrs)");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->count, 1);
  EXPECT_EQ(found->places[0].line, 16);
  EXPECT_EQ(found->places[0].excerpt, "later");
}

TEST(UnknownWords, OfAnyCanonicalRoleAreNotedWithTheSmallest) {
  const Report report = test::run({{"tickets.csv",
                                    "Ticket ID,Opened,Resolved,Ticket Status\nT1,2026-03-01,2026-03-02,Solved\n"
                                    "T2,2026-03-01,,Parked\nT3,2026-03-01,,Iced\n"}},
                                  test::choices_today("2026-06-30"));
  const Issue* found = issue(report, "value.unknown", "ticket_status");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->count, 2);
  EXPECT_EQ(found->values.at("raw"), "Iced");
  EXPECT_EQ(found->places[0].line, 3);
}

TEST(Span, OfAFileIsToldByTheDaysOfWhatHasHappened) {
  const Report report =
      test::run({{"tickets.csv", "Ticket ID,Opened,Resolved\nT1,2026-03-01,2026-03-09\nT2,2026-02-27,\n"},
                 {"invoices.csv", "Invoice Number,Invoice Date,Due Date,Total\nI1,2026-04-20,2026-07-20,5\n"}},
                test::choices_today("2026-06-30"));
  ASSERT_EQ(report.sources.size(), 2u);
  EXPECT_EQ(iso_text(report.sources[0].first.value_or(0)), "2026-02-27");
  EXPECT_EQ(iso_text(report.sources[0].last.value_or(0)), "2026-03-09");
  EXPECT_EQ(iso_text(report.sources[1].last.value_or(0)), "2026-04-20");
}

}  // namespace
}  // namespace pegel
