#include "cli/texts.h"

#include <gtest/gtest.h>

namespace pegel::cli {
namespace {

TEST(Texts, a_message_is_filled_by_the_rules_of_english) {
  struct Case {
    const char* message;
    Values values;
    const char* expected;
  };
  const Case cases[] = {
      {"plain", {}, "plain"},
      {"“{name}” has no rows.", {{"name", "a.csv"}}, "“a.csv” has no rows."},
      {"{n, number} rows", {{"n", "12345"}}, "12,345 rows"},
      {"{n, plural, one {# row} other {# rows}}", {{"n", "1"}}, "1 row"},
      {"{n, plural, one {# row} other {# rows}}", {{"n", "4000"}}, "4,000 rows"},
      {"{n, plural, =0 {none} one {one {row, number}} other {#}}", {{"n", "0"}}, "none"},
      {"{n, plural, =0 {none} one {row {row, number}} other {#}}!", {{"n", "1"}, {"row", "7"}}, "row 7!"},
      {"{missing} stays", {}, "{missing} stays"},
      {"open {n", {{"n", "1"}}, "open 1"},
  };
  for (const Case& c : cases) EXPECT_EQ(filled(c.message, c.values), c.expected) << c.message;
}

TEST(Texts, are_those_of_the_page) {
  EXPECT_EQ(text("kpi.win_rate"), "Win rate");
  EXPECT_EQ(text("no.such.key"), "no.such.key");
  EXPECT_EQ(word("left_out", "no_such_reason"), "no such reason");
}

}  // namespace
}  // namespace pegel::cli
