#include "report/alike_names.h"

#include <gtest/gtest.h>

#include "support/run.h"

namespace pegel {
namespace {

using Names = std::vector<std::string>;

TEST(AlikeNames, differ_in_case_signs_and_the_order_of_words_alone) {
  struct Case {
    const char* says;
    Names names;
    std::vector<Names> alike;
  };
  const Case cases[] = {
      {"case", {"Web", "web", "Fair"}, {{"Web", "web"}}},
      {"the order of words", {"Anna Schmidt", "Schmidt, Anna"}, {{"Anna Schmidt", "Schmidt, Anna"}}},
      {"signs", {"Trade-Fair", "Trade Fair", "trade_fair"}, {{"Trade Fair", "Trade-Fair", "trade_fair"}}},
      {"letters beyond ASCII", {"ÖZGE", "Özge"}, {{"ÖZGE", "Özge"}}},
      {"other names", {"Anna", "Anne", "Anna Schmidt"}, {}},
      {"codes", {"A-1", "1-A", "a 1"}, {}},
      {"no name", {"", " ", "-"}, {}},
      {"two groups, by their first", {"b", "B", "a", "A"}, {{"A", "a"}, {"B", "b"}}},
  };
  for (const Case& each : cases) EXPECT_EQ(report::AlikeNames().among(each.names), each.alike) << each.says;
}

const Issue* alike_in(const Report& report) {
  for (const Issue& issue : report.issues) {
    if (issue.code == "name.alike") return &issue;
  }
  return nullptr;
}

TEST(AlikeNames, are_noted_until_they_are_put_together) {
  const std::vector<test::File> files{
      {"deals.csv",
       "deal_id,status,created,closed,owner\n1,won,2026-01-02,2026-01-20,\"Schmidt, Anna\"\n"
       "2,won,2026-01-02,2026-01-20,Anna Schmidt\n3,lost,2026-01-02,2026-01-21,Bob\n"}};
  Choices choices = test::choices_today();
  choices.dimensions = {{"owner"}};
  const Report report = test::run(files, choices);
  const Issue* issue = alike_in(report);
  ASSERT_NE(issue, nullptr);
  EXPECT_EQ(issue->subject, "owner");
  EXPECT_EQ(issue->count, 1);
  EXPECT_EQ(issue->values.at("first"), "Anna Schmidt");
  EXPECT_EQ(issue->values.at("second"), "Schmidt, Anna");
  choices.aliases = {{{Role::owner, {"Schmidt, Anna"}, "Anna Schmidt"}}};
  EXPECT_EQ(alike_in(test::run(files, choices)), nullptr);
}

}  // namespace
}  // namespace pegel
