#include "pegel/problem.h"

#include <gtest/gtest.h>

#include <set>

namespace pegel {
namespace {

TEST(Problem, says_in_english_what_its_values_say) {
  struct Case {
    const char* name;
    Problem problem;
    const char* expected;
  };
  const Case cases[] = {
      {"without values", {"empty", {}}, "must not be empty."},
      {"a text", {"twice", {{"word", "a {b}"}}}, "\"a {b}\" stands there already."},
      {"long numbers", {"range", {{"least", "0"}, {"most", "1000000"}}}, "must be 0 to 1,000,000."},
      {"a number below zero", {"most", {{"most", "-1234"}}}, "must not be more than -1,234."},
      {"three digits", {"many", {{"most", "100"}}}, "are more than 100."},
      {"a value that is not there", {"currency", {{"word", "x"}}}, "must be a code such as EUR, or empty."},
      {"what was meant", {"no_member", {{"near", "unit"}}}, "is not a member here. Did you mean \"unit\"?"},
  };
  for (const Case& c : cases) EXPECT_EQ(text_of(c.problem), c.expected) << c.name;
}

TEST(Problem, has_one_text_a_code_in_order) {
  std::string before;
  for (const ProblemWords& words : problem_words()) {
    EXPECT_LT(before, words.code);
    EXPECT_TRUE(words.text.ends_with('.') || words.text.ends_with('?')) << words.code;
    before = words.code;
  }
}

TEST(Problem, of_a_member_is_an_error_with_path_code_and_values) {
  const Error error = member_error("plan.member", "grain", unknown_word("mnoth", {"day", "month"}));
  EXPECT_EQ(error.code, "plan.member");
  EXPECT_EQ(error.text, "grain: \"mnoth\" is not one of day, month. Did you mean \"month\"?");
  const std::map<std::string, std::string> values = {
      {"known", "day, month"}, {"member", "grain"}, {"near", "month"}, {"problem", "unknown"}, {"word", "mnoth"}};
  EXPECT_EQ(error.values, values);
}

}  // namespace
}  // namespace pegel
