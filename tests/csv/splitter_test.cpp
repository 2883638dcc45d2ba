#include "csv/splitter.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "csv/csv_support.h"

namespace pegel::csv {
namespace {

Rows rows_of_parts(const Dialect& dialect, const std::string& text, const std::vector<std::size_t>& cuts) {
  Rows rows;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const std::string part = text.substr(cuts[i], cuts[i + 1] - cuts[i]);
    const Rows of_part = outcome_of(&reference_tokenize, dialect, part, true).rows;
    rows.insert(rows.end(), of_part.begin(), of_part.end());
  }
  return rows;
}

void expect_law(const Dialect& dialect, const std::string& text) {
  const Rows whole = outcome_of(&reference_tokenize, dialect, text, true).rows;
  for (const std::size_t parts : {1, 2, 3, 5, 8, 100, 1000}) {
    const std::vector<std::size_t> cuts = split(dialect, text, parts);
    ASSERT_EQ(cuts.front(), 0u);
    ASSERT_EQ(cuts.back(), text.size());
    ASSERT_LE(cuts.size(), parts + 1);
    for (std::size_t i = 1; i < cuts.size(); ++i) ASSERT_LT(cuts[i - 1], cuts[i]);
    ASSERT_EQ(rows_of_parts(dialect, text, cuts), whole) << parts << " parts of " << testing::PrintToString(text);
  }
}

TEST(Splitter, CutsNoRecordOfWellFormedText) {
  expect_law({}, "a,b\nc,d\ne,f\n");
  expect_law({}, "a,b\r\nc,d\r\n\r\ne,f");
  expect_law({}, "\"a\nb\",c\n\"d\r\n\"\"e\"\"\n\",f\n\n\ng,h\n");
  expect_law(dialect_with(";;"), "a;;b\nc;;\"d\ne\"\n");
  expect_law(dialect_with(std::string(kWhitespace)), " a  b \n c d\n\"e \n\" f  \n");
}

TEST(Splitter, CutsNoRecordOfRandomText) {
  std::mt19937 random(20260205);
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    for (std::size_t i = 1 + random() % 200; i > 0; --i) text += "ab,,\"\"\n\n\r\\"[random() % 10];
    ASSERT_NO_FATAL_FAILURE(expect_law({}, text));
    ASSERT_NO_FATAL_FAILURE(expect_law(dialect_with(",", '"', Escape::backslash), text));
  }
}

TEST(Splitter, GivesPartsOfAboutTheSameSize) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += std::to_string(i) + ",\"x\ny\"\n";
  const std::vector<std::size_t> cuts = split({}, text, 8);
  ASSERT_EQ(cuts.size(), 9u);
  for (std::size_t i = 1; i < cuts.size(); ++i) {
    EXPECT_NEAR(static_cast<double>(cuts[i] - cuts[i - 1]), static_cast<double>(text.size()) / 8, 100);
  }
}

TEST(Splitter, GivesOnePartForASingleRecord) {
  EXPECT_EQ(split({}, "\"a\nb\nc\"", 4), (std::vector<std::size_t>{0, 7}));
}

TEST(Splitter, GivesNoPartForNothing) { EXPECT_EQ(split({}, "", 4), (std::vector<std::size_t>{0})); }

/// Wherever `text` is cut, the border found is one of the whole text's; `found` counts how often there is one.
void expect_true_borders(const Dialect& dialect, const std::string& text, std::size_t& found) {
  const std::vector<std::size_t> borders = split(dialect, text, text.size());
  for (std::size_t cut = 0; cut < text.size(); ++cut) {
    const std::string rest = text.substr(cut);
    const auto border = first_border(dialect, rest);
    if (!border || rest.find('"') == rest.npos) continue;
    ASSERT_TRUE(std::binary_search(borders.begin(), borders.end(), cut + *border)) << testing::PrintToString(rest);
    ++found;
  }
}

TEST(FirstBorder, IsARecordBorderWhereverTheTextWasCut) {
  std::size_t found = 0;
  std::string text;
  for (int i = 0; i < 5; ++i) text += "a,\"b\nc\",d\r\ne,f,\"x \"\"y\"\" z\"\n";
  ASSERT_NO_FATAL_FAILURE(expect_true_borders({}, text, found));
  EXPECT_GT(found, text.size() / 2);
  ASSERT_NO_FATAL_FAILURE(expect_true_borders(dialect_with(","), "\"a\",\"b\"\n\"c\",\"d\"\n\"e\",\"f\"\n", found));
  const Dialect backslash = dialect_with(",", '"', Escape::backslash);
  ASSERT_NO_FATAL_FAILURE(expect_true_borders(backslash, "a,\"b\\\"\n\\\\\",d\ne,\"f\"\ng,h\n", found));
}

TEST(FirstBorder, IsARecordBorderOfRandomText) {
  std::mt19937 random(7);
  std::size_t found = 0;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t i = 1 + random() % 60; i > 0; --i) text += "ab,,\"\"\n\nx\""[random() % 10];
    text += "\"\n";
    ASSERT_NO_FATAL_FAILURE(expect_true_borders({}, text, found));
  }
  EXPECT_GT(found, 300u);
}

TEST(FirstBorder, FollowsTheFirstLineEndOfATextWithoutQuotes) {
  EXPECT_EQ(first_border({}, "x,y\na,b\n"), 4u);
  EXPECT_EQ(first_border({}, "no line end"), std::nullopt);
  EXPECT_EQ(first_border(dialect_with(",", '\0'), "\"x\na,\"b\n"), 3u);
}

TEST(FirstBorder, IsNotToldByALoneQuote) { EXPECT_EQ(first_border({}, "a,b\nc\"d"), std::nullopt); }

}  // namespace
}  // namespace pegel::csv
