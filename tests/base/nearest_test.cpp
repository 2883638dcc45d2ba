#include "pegel/nearest.h"

#include <gtest/gtest.h>

namespace pegel {
namespace {

TEST(Nearest, is_the_name_with_the_fewest_edits) {
  struct Case {
    const char* word;
    std::vector<std::string> names;
    const char* expected;
  };
  const Case cases[] = {
      {"wonn", {"open", "won", "lost"}, "won"},
      {"winrate", {"revenue", "win_rate"}, "win_rate"},
      {"onwer", {"owner", "other"}, "owner"},
      {"OWNER", {"stage", "owner"}, "owner"},
      {"xyz", {"won", "lost"}, ""},
      {"", {"won"}, ""},
      {"won", {}, ""},
      {"aa", {"ab", "ac"}, "ab"},
      {"Stag", {"Amount", "StageName"}, "StageName"},
  };
  for (const Case& c : cases) EXPECT_EQ(nearest(c.word, c.names), c.expected) << c.word;
}

TEST(Nearest, ends_a_sentence_only_when_something_is_near) {
  EXPECT_EQ(did_you_mean("wonn", {"won"}), " Did you mean \"won\"?");
  EXPECT_EQ(did_you_mean("zzzz", {"won"}), "");
}

TEST(Nearest, a_short_list_is_named_whole_and_a_long_one_is_counted) {
  EXPECT_EQ(not_one_of("wonn", {"open", "won"}), "\"wonn\" is not one of open, won. Did you mean \"won\"?");
  EXPECT_EQ(not_one_of("c", std::vector<std::string>(9, "bbb")), "\"c\" is not one of the 9 known.");
  EXPECT_EQ(not_one_of("owner", {}), "\"owner\" is not known: there is none to choose from.");
}

}  // namespace
}  // namespace pegel
