// A scale of effort that runs the other way is told of, and nothing else is.

#include <gtest/gtest.h>

#include "support/run.h"

namespace pegel {
namespace {

/// Twelve sheets with both answers; satisfaction rises with effort's score, or falls.
test::File survey(bool rising, bool by_customer) {
  std::string text = "response_id,at,question,score,customer_id\n";
  for (int i = 0; i < 12; ++i) {
    const int effort = 1 + i % 7;
    const int satisfied = 1 + (rising ? effort : 8 - effort) * 4 / 7;
    const std::string other = by_customer ? "b" : "a";
    text += "a" + std::to_string(i) + ",2026-04-01,ces," + std::to_string(effort) + ",C" + std::to_string(i) + "\n";
    text +=
        other + std::to_string(i) + ",2026-05-01,csat," + std::to_string(satisfied) + ",C" + std::to_string(i) + "\n";
  }
  return {"survey.csv", text};
}

std::vector<Table> tables_of(const test::File& file, const char* variant = "mean") {
  Choices choices = test::choices_today();
  choices.kpis = {"ces"};
  choices.variants["ces"] = variant;
  return test::run({file}, choices).tables;
}

TEST(Effort, that_goes_against_satisfaction_is_told_of) {
  for (const bool by_customer : {false, true}) {
    for (const char* variant : {"mean", "agree", "net", "top2"}) {
      const auto tables = tables_of(survey(false, by_customer), variant);
      ASSERT_EQ(tables.size(), 1u) << variant;
      EXPECT_EQ(tables[0].id, "ces_direction");
      EXPECT_LT(*tables[0].rows[0][1].number, -0.9);
      EXPECT_LT(*tables[0].rows[0][3].number, 0);
      EXPECT_EQ(tables[0].rows[0][4].number, 12);
    }
  }
}

TEST(Effort, that_goes_with_satisfaction_or_on_the_older_scale_is_not) {
  EXPECT_TRUE(tables_of(survey(true, false)).empty());
  EXPECT_TRUE(tables_of(survey(true, true)).empty());
  EXPECT_TRUE(tables_of(survey(false, false), "low_is_good").empty()) << "low is good there";
}

}  // namespace
}  // namespace pegel
