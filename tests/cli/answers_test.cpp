#include "cli/answers.h"

#include <gtest/gtest.h>

namespace pegel::cli {
namespace {

Profile profile_named(const std::string& file, const std::vector<std::string>& columns) {
  Profile profile;
  profile.file = file;
  for (const std::string& name : columns) profile.columns.push_back({name});
  return profile;
}

const std::vector<Profile> kProfiles{profile_named("deals.csv", {"Betrag", "Closed", "a=b"}),
                                     profile_named("old.csv", {"Betrag", "Stage"})};

Result<std::vector<SourceChoice>> said(const char* option, const char* text) {
  return choices_of({{option, text}}, kProfiles);
}

TEST(Answers, are_for_every_file_that_has_the_column) {
  const auto choices = said("--role", "Betrag=amount");
  ASSERT_TRUE(choices);
  EXPECT_EQ((*choices)[0].roles.at("Betrag"), "amount");
  EXPECT_EQ((*choices)[1].roles.at("Betrag"), "amount");
}

TEST(Answers, are_for_the_file_before_the_colon) {
  const auto choices = said("--decimal", "old.csv:Betrag=,");
  ASSERT_TRUE(choices);
  EXPECT_TRUE((*choices)[0].number.empty());
  EXPECT_EQ((*choices)[1].number.at("Betrag"), ",");
}

TEST(Answers, are_split_at_the_last_equals_sign) {
  const auto choices = said("--date-order", "a=b=dmy");
  ASSERT_TRUE(choices);
  EXPECT_EQ((*choices)[0].date.at("a=b"), "dmy");
}

TEST(Answers, say_what_a_word_means) {
  const auto choices = said("--value", "deals.csv:status:ge:wonnen=won");
  ASSERT_TRUE(choices);
  EXPECT_EQ((*choices)[0].values.at("status").at("ge:wonnen"), "won");
  EXPECT_TRUE((*choices)[1].values.empty());
}

TEST(Answers, say_how_files_are_taken_apart) {
  const auto choices =
      choices_of({{"--delimiter", "="}, {"--delimiter", "old.csv=tab"}, {"--header-rows", "0"}}, kProfiles);
  ASSERT_TRUE(choices);
  EXPECT_EQ((*choices)[0].dialect->delimiter, "=");
  EXPECT_EQ((*choices)[1].dialect->delimiter, "\t");
  EXPECT_EQ((*choices)[0].dialect->header_rows, 0);
}

TEST(Answers, that_fit_nothing_name_the_nearest) {
  struct Case {
    const char* option;
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"--role", "Betarg=amount", "--role: no file has a column \"Betarg\". Did you mean \"Betrag\"?"},
      {"--role", "Betrag=ammount", "--role: \"ammount\" is not one of the "},
      {"--role", "Betrag", "--role: \"Betrag\" has no \"=\"; write [FILE:]COLUMN=ROLE."},
      {"--role", "old.csv:Closed=closed", "--role: no file has a column \"Closed\"."},
      {"--kind", "deal", "--kind: \"deal\" is not one of the 22 known. Did you mean \"deals\"?"},
      {"--date-order", "Closed=dym", "--date-order: \"dym\" is not one of dmy, mdy, ymd, text."},
      {"--decimal", "Betrag=;", "--decimal: \";\" is not one of ,, ., text."},
      {"--value", "gewonnen=won", "--value: \"gewonnen\" must be ROLE:WORD; "},
      {"--currency", "euro", "--currency: \"euro\" is not a currency's code such as EUR."},
      {"--encoding", "utf8", "--encoding: \"utf8\" is not one of "},
      {"--delimiter", "", "--delimiter: needs one to four characters, none of them a quote or a line break; or tab."},
      {"--delimiter", "\"", "--delimiter: needs one to four characters, none of them a quote or a line break; or tab."},
      {"--delimiter", "abcde",
       "--delimiter: needs one to four characters, none of them a quote or a line break; or tab."},
      {"--header-rows", "two", "--header-rows: \"two\" is not a number of rows from 0 to 1,000,000."},
  };
  for (const Case& c : cases) {
    const auto choices = said(c.option, c.text);
    ASSERT_FALSE(choices) << c.text;
    EXPECT_EQ(choices.error().code, "use.answer");
    EXPECT_EQ(choices.error().text.substr(0, std::string_view(c.expected).size()), c.expected) << choices.error().text;
  }
}

TEST(Answers, are_proposed_as_one_would_type_them) {
  const Query order{"date.order", 1, {"03/04/2026"}, {{"dmy", {}}, {"mdy", {}}}};
  EXPECT_EQ(options_answering(order, kProfiles[0]),
            (std::vector<std::string>{"--date-order 'Closed=dmy'", "--date-order 'Closed=mdy'"}));
  const Query role{"map.missing", -1, {"amount"}, {{"", {}}, {"Bob's", {}}}};
  EXPECT_EQ(options_answering(role, kProfiles[0]), (std::vector<std::string>{"", "--role 'Bob'\\''s=amount'"}));
}

TEST(Answers, that_are_proposed_are_accepted) {
  const Query queries[] = {{"date.order", 1, {}, {{"dmy", {}}}},
                           {"num.decimal", 0, {}, {{",", {}}}},
                           {"kind.unsure", -1, {}, {{"deals", {}}}},
                           {"nps.scale", 0, {"0", "5"}, {{"csat", {}}}},
                           {"map.missing", -1, {"amount"}, {{"Betrag", {}}}}};
  for (const Query& query : queries) {
    const std::string option = options_answering(query, kProfiles[0]).at(0);
    const auto blank = option.find(' ');
    ASSERT_NE(blank, std::string::npos) << query.code;
    const std::string text = option.substr(blank + 2, option.size() - blank - 3);
    EXPECT_TRUE(choices_of({{option.substr(0, blank), text}}, kProfiles)) << option;
  }
}

}  // namespace
}  // namespace pegel::cli
