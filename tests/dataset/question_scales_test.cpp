// On which scale each question of a long survey was answered, where no column says so.

#include <gtest/gtest.h>

#include <algorithm>

#include "support/run.h"

namespace pegel {
namespace {

struct Given {
  const char* question;
  int score;
  int times;
};

test::File survey(const std::vector<Given>& answers) {
  std::string text = "response_id,at,question,score\n";
  int id = 0;
  for (const Given& given : answers) {
    for (int i = 0; i < given.times; ++i) {
      text += "R" + std::to_string(++id) + ",2026-04-01," + given.question + "," + std::to_string(given.score) + "\n";
    }
  }
  return {"survey.csv", text};
}

const std::vector<Given> kNpsToFive{{"nps", 1, 20}, {"nps", 2, 20}, {"nps", 3, 20}, {"nps", 4, 20}, {"nps", 5, 20}};
const std::vector<Given> kEffortToFive{{"ces", 1, 55}, {"ces", 2, 20}, {"ces", 3, 5}, {"ces", 4, 10}, {"ces", 5, 10}};

std::optional<Query> asked(const std::vector<Given>& answers) {
  const std::vector<Query> queries = test::profile_of(survey(answers))->queries;
  const auto found =
      std::find_if(queries.begin(), queries.end(), [](const Query& query) { return query.code == "question.scale"; });
  return found == queries.end() ? std::nullopt : std::optional(*found);
}

TEST(QuestionScales, NpsThatMayBeOfAnotherScaleIsAskedAboutBeforeItIsANumber) {
  std::vector<Given> to_ten;
  for (int score = 1; score <= 10; ++score) to_ten.push_back({"nps", score, 20});
  for (const std::vector<Given>& answers : {kNpsToFive, to_ten}) {
    const KpiReport nps = test::kpi(test::run({survey(answers)}), "nps");
    EXPECT_EQ(nps.total.value, std::nullopt);
    EXPECT_EQ(nps.total.undefined, "scale_unsure");
    const auto query = asked(answers);
    ASSERT_TRUE(query);
    EXPECT_EQ(query->values.front(), "nps");
    EXPECT_EQ(query->options.front().choice, "");
  }
}

TEST(QuestionScales, AnAnswerHoldsForItsQuestionAlone) {
  std::vector<Given> answers = kNpsToFive;
  answers.push_back({"csat", 10, 3});
  answers.push_back({"csat", 2, 1});
  Choices choices = test::choices_today();
  choices.sources["survey.csv"].scales = {{"nps", "nps"}};
  const Report as_nps = test::run({survey(answers)}, choices);
  EXPECT_EQ(test::kpi(as_nps, "nps").total.value, -100.0);
  EXPECT_EQ(test::kpi(as_nps, "csat").total.value, 0.75);
  choices.sources["survey.csv"].scales = {{"nps", "csat:1-5"}};
  EXPECT_EQ(test::kpi(test::run({survey(kNpsToFive)}, choices), "csat").total.value, 0.4);
}

TEST(QuestionScales, WordsThatTheReaderHasGivenAMeaningAreNotAskedAbout) {
  Choices choices = test::choices_today();
  choices.sources["survey.csv"].values["question"]["nps"] = "nps";
  const Report report = test::run({survey(kNpsToFive)}, choices);
  EXPECT_EQ(test::kpi(report, "nps").total.value, -100.0);
}

TEST(QuestionScales, SatisfactionToTenHasItsTwoHighestScores) {
  const Report report = test::run({survey({{"csat", 10, 50}, {"csat", 9, 40}, {"csat", 2, 10}})});
  const KpiReport& csat = test::kpi(report, "csat");
  EXPECT_EQ(csat.total.value, 0.9);
  EXPECT_EQ(csat.total.n, 100);
}

TEST(QuestionScales, OneSlipBeyondFiveMakesNoWiderScale) {
  const Report report = test::run({survey({{"csat", 5, 60}, {"csat", 1, 39}, {"csat", 9, 1}})});
  EXPECT_EQ(test::kpi(report, "csat").total.n, 99);
}

TEST(QuestionScales, DriversAreOfTheirOwnScale) {
  const Report report =
      test::run({survey({{"driver_price", 7, 5}, {"driver_price", 9, 15}, {"csat", 5, 9}, {"csat", 2, 1}})});
  EXPECT_EQ(test::kpi(report, "satisfaction_drivers").total.value, 0.75);
  EXPECT_EQ(test::kpi(report, "csat").total.value, 0.9);
}

TEST(QuestionScales, OfEffortToFiveTheDirectionIsAskedNeverGuessed) {
  const KpiReport unasked = test::kpi(test::run({survey(kEffortToFive)}), "ces");
  EXPECT_EQ(unasked.total.value, std::nullopt);
  const auto query = asked(kEffortToFive);
  ASSERT_TRUE(query);
  EXPECT_EQ(query->options.front().choice, "ces:1-5");
  EXPECT_EQ(query->options.back().choice, "ces:1-7");
  Choices choices = test::choices_today();
  choices.variants["ces"] = "low_is_good";
  EXPECT_EQ(test::kpi(test::run({survey(kEffortToFive)}, choices), "ces").total.value, 2.0);
  choices.variants.clear();
  choices.sources["survey.csv"].scales = {{"ces", "ces:1-7"}};
  EXPECT_EQ(test::kpi(test::run({survey(kEffortToFive)}, choices), "ces").total.value, 2.0);
}

TEST(QuestionScales, ThatAColumnNamesAreNotAskedAbout) {
  std::string text = "response_id,at,question,score,scale_max\n";
  for (int i = 0; i < 20; ++i)
    text += "R" + std::to_string(i) + ",2026-04-01,nps," + std::to_string(i % 5 + 1) + ",10\n";
  EXPECT_EQ(test::kpi(test::run({{"survey.csv", text}}), "nps").total.value, -100.0);
}

}  // namespace
}  // namespace pegel
