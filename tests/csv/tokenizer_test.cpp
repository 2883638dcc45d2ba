#include "csv/tokenizer.h"

#include <gtest/gtest.h>

#include "csv/csv_support.h"

namespace pegel::csv {
namespace {

using namespace std::string_literals;

struct Case {
  const char* name;
  Dialect dialect;
  std::string text;
  Rows rows;
  std::vector<uint32_t> odd = {};  // records with quotes out of place
};

const Dialect kComma = dialect_with(",");
const Dialect kSemicolon = dialect_with(";");
const Dialect kTab = dialect_with("\t");
const Dialect kApostrophe = dialect_with(",", '\'');
const Dialect kNoQuote = dialect_with(",", '\0');
const Dialect kBackslash = dialect_with(",", '"', Escape::backslash);
const Dialect kCommaSpace = dialect_with(", ");
const Dialect kDoubleColon = dialect_with("::");
const Dialect kSpaces{Encoding::utf8, false, std::string(kWhitespace)};

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

const std::vector<Case> kCases = {
    // fields and records
    {"one field", kComma, "a", {{"a"}}},
    {"one field with line end", kComma, "a\n", {{"a"}}},
    {"two fields", kComma, "a,b", {{"a", "b"}}},
    {"three records", kComma, "a,b\nc,d\ne,f\n", {{"a", "b"}, {"c", "d"}, {"e", "f"}}},
    {"last record without line end", kComma, "a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
    {"empty text", kComma, "", {}},
    {"only a line end", kComma, "\n", {{""}}},
    {"only a delimiter", kComma, ",", {{"", ""}}},
    {"delimiter at the end of text", kComma, "a,", {{"a", ""}}},
    {"delimiter before line end", kComma, "a,\nb,\n", {{"a", ""}, {"b", ""}}},
    {"empty fields", kComma, ",,\n,x,\n", {{"", "", ""}, {"", "x", ""}}},
    {"empty lines are records", kComma, "a\n\n\nb\n", {{"a"}, {""}, {""}, {"b"}}},
    {"empty line at the start", kComma, "\na,b\n", {{""}, {"a", "b"}}},
    {"spaces belong to fields", kComma, " a , b \n", {{" a ", " b "}}},
    {"ragged records", kComma, "a\nb,c\nd,e,f\n", {{"a"}, {"b", "c"}, {"d", "e", "f"}}},
    {"letters of several bytes",
     kComma,
     "M\u00fcnchen,\u0533\u0578\u0580\u056e\n",
     {{"M\u00fcnchen", "\u0533\u0578\u0580\u056e"}}},
    {"NUL is a byte", kComma, "a\0b,c\n"s, {{"a\0b"s, "c"}}},
    {"only NULs", kComma, "\0\0"s, {{"\0\0"s}}},
    {"semicolon", kSemicolon, "1,5;2\n3;4,5\n", {{"1,5", "2"}, {"3", "4,5"}}},
    {"tab", kTab, "a b\tc\nd\te f\n", {{"a b", "c"}, {"d", "e f"}}},
    {"pipe", dialect_with("|"), "a|b|c\n", {{"a", "b", "c"}}},
    {"caret", dialect_with("^"), "a^\"b^c\"\n", {{"a", "b^c"}}},
    {"single space", dialect_with(" "), "a  b\n c \n", {{"a", "", "b"}, {"", "c", ""}}},
    // line ends
    {"CRLF", kComma, "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
    {"CR", kComma, "a,b\rc,d\r", {{"a", "b"}, {"c", "d"}}},
    {"CR then no line end", kComma, "a,b\rc,d", {{"a", "b"}, {"c", "d"}}},
    {"LF, CRLF and CR mixed", kComma, "a\nb\r\nc\rd", {{"a"}, {"b"}, {"c"}, {"d"}}},
    {"LF then CR are two", kComma, "a\n\rb\n", {{"a"}, {""}, {"b"}}},
    {"CR CR LF are two", kComma, "a\r\r\nb\n", {{"a"}, {""}, {"b"}}},
    {"CRLF twice", kComma, "a\r\n\r\nb\r\n", {{"a"}, {""}, {"b"}}},
    {"only CRLF", kComma, "\r\n", {{""}}},
    {"only CR", kComma, "\r", {{""}}},
    {"delimiter before CRLF", kComma, "a,\r\n,b\r\n", {{"a", ""}, {"", "b"}}},
    // quotes
    {"quoted field", kComma, "\"a\"\n", {{"a"}}},
    {"quoted fields", kComma, "\"a\",\"b\"\n\"c\",\"d\"\n", {{"a", "b"}, {"c", "d"}}},
    {"quoted empty", kComma, "\"\"\n", {{""}}},
    {"quoted empties", kComma, "\"\",\"\",x\n", {{"", "", "x"}}},
    {"quoted at the end of text", kComma, "a,\"b\"", {{"a", "b"}}},
    {"quoted delimiter", kComma, "\"a,b\",c\n", {{"a,b", "c"}}},
    {"quoted LF", kComma, "\"a\nb\",c\nd,e\n", {{"a\nb", "c"}, {"d", "e"}}},
    {"quoted CRLF", kComma, "\"a\r\nb\",c\r\nd,e\r\n", {{"a\r\nb", "c"}, {"d", "e"}}},
    {"quoted CR", kComma, "\"a\rb\",c\rd,e\r", {{"a\rb", "c"}, {"d", "e"}}},
    {"quoted LFs in a row", kComma, "\"\n\n\n\",c\nd,e\n", {{"\n\n\n", "c"}, {"d", "e"}}},
    {"quoted CR before the closing quote", kComma, "\"a\r\",b\nc\n", {{"a\r", "b"}, {"c"}}},
    {"quoted CR before the closing quote and LF", kComma, "\"a\r\"\nb\n", {{"a\r"}, {"b"}}},
    {"quoted before CRLF", kComma, "a,\"b\"\r\n\"c\",d\r\n", {{"a", "b"}, {"c", "d"}}},
    {"quoted before CR", kComma, "a,\"b\"\r\"c\",d\r", {{"a", "b"}, {"c", "d"}}},
    {"doubled quote", kComma, "\"a\"\"b\"\n", {{"a\"b"}}},
    {"doubled quote at both ends", kComma, "\"\"\"a\"\"\"\n", {{"\"a\""}}},
    {"only a doubled quote", kComma, "\"\"\"\"\n", {{"\""}}},
    {"two doubled quotes", kComma, "\"\"\"\"\"\",x\n", {{"\"\"", "x"}}},
    {"doubled quote before delimiter", kComma, "\"a\"\",b\"\"\",c\n", {{"a\",b\"", "c"}}},
    {"doubled quote, then line break", kComma, "\"a\"\"\n\"\"b\"\nc\n", {{"a\"\n\"b"}, {"c"}}},
    {"quoted, then plain with the same text", kComma, "\"a\",a\na,\"a\"\n", {{"a", "a"}, {"a", "a"}}},
    {"quoted NUL", kComma, "\"a\0,b\",c\n"s, {{"a\0,b"s, "c"}}},
    // quotes out of place
    {"quote inside an unquoted field", kComma, "a\"b,c\n", {{"a\"b", "c"}}},
    {"quotes inside an unquoted field", kComma, "a\"b\"c,d\n", {{"a\"b\"c", "d"}}},
    {"quote at the end of an unquoted field", kComma, "5\",6\"\n7,8\n", {{"5\"", "6\""}, {"7", "8"}}},
    {"space before the opening quote", kComma, "a, \"b\n c\",d\n", {{"a", " \"b"}, {" c\"", "d"}}},
    {"text after the closing quote", kComma, "\"a\"b,c\n", {{"\"a\"b", "c"}}, {0}},
    {"space after the closing quote", kComma, "\"a\" ,\"b\"\n", {{"\"a\" ", "b"}}, {0}},
    {"quotes that text follows are text", kComma, "\"a\"b\"c\",d\ne\n", {{"a\"b\"c", "d"}, {"e"}}, {0}},
    {"delimiter before text after the closing quote", kComma, "\"a,b\"c,d\n", {{"\"a,b\"c", "d"}}, {0}},
    {"line break before a quote that closes nothing",
     kComma,
     "\"a\nb\"c,d\ne,f\n",
     {{"\"a"}, {"b\"c", "d"}, {"e", "f"}},
     {0}},
    {"line break before quotes inside quotes", kComma, "\"a\nb \"c\" d\",e\nf\n", {{"a\nb \"c\" d", "e"}, {"f"}}, {0}},
    {"line break behind quotes inside quotes", kComma, "\"a\"b\nc\",d\n", {{"\"a\"b"}, {"c\"", "d"}}, {0}},
    {"a stray quote before a quoted field", kComma, "a,\"b,\"c,d\"\n", {{"a", "\"b", "c,d"}}, {0}},
    {"a stray quote in the last field", kComma, "a,\"\r\n\"b\",c\r\n", {{"a", "\""}, {"b", "c"}}, {0}},
    {"a stray quote far above a quoted field",
     kComma,
     "\"a,b\nc,d\n\"e\",f\n",
     {{"\"a", "b"}, {"c", "d"}, {"e", "f"}},
     {0}},
    {"a stray quote in a quoted field", kComma, "\"\"a, b\",c\n", {{"\"a, b", "c"}}, {0}},
    {"a quote at the end of a quoted field, not doubled", kComma, "\"a, 4\"\",\"b\",c\n", {{"a, 4\"", "b", "c"}}, {0}},
    {"text behind the closing quote, then a quoted field", kComma, "\"a,b\" c,\"d\"\n", {{"\"a,b\" c", "d"}}, {0}},
    {"apostrophes inside apostrophes", kApostrophe, "'don't, won't','x'\n", {{"don't, won't", "x"}}, {0}},
    {"more quotes out of place than are searched",
     kComma,
     "\"" + repeated("x\"y", 40) + ",\"b\"\n",
     {{"\"" + repeated("x\"y", 40), "b"}},
     {0}},
    {"doubled quotes in a field with text behind", kComma, "\"a\"\"b\"c,d\n", {{"\"a\"\"b\"c", "d"}}, {0}},
    {"unescaped quotes inside quotes",
     kComma,
     "\"say \"hi\" now\",b\nc,d\n",
     {{"say \"hi\" now", "b"}, {"c", "d"}},
     {0}},
    {"text after an empty quoted field", kComma, "\"\"a,b\n", {{"\"\"a", "b"}}, {0}},
    {"irregular, then regular",
     kComma,
     "x\"y,1\n\"a,b\",2\n\"c\"\"d\",3\n",
     {{"x\"y", "1"}, {"a,b", "2"}, {"c\"d", "3"}}},
    {"regular, then irregular, then regular",
     kComma,
     "\"a\nb\",1\n\"c\"d,2\n\"e,f\",3\n",
     {{"a\nb", "1"}, {"\"c\"d", "2"}, {"e,f", "3"}},
     {1}},
    // quotes never closed
    {"unclosed quote", kComma, "a,\"b\nc,d\n", {{"a", "\"b"}, {"c", "d"}}, {0}},
    {"unclosed empty quote", kComma, "a,\"", {{"a", "\""}}, {0}},
    {"unclosed after a doubled quote", kComma, "\"a\"\"", {{"a\""}}, {0}},
    {"three quotes", kComma, "\"\"\"", {{"\""}}, {0}},
    {"unclosed quote and CR", kComma, "\"a\r", {{"\"a"}}, {0}},
    // backslashes
    {"backslash is a byte without the dialect", kComma, "\"a\\\",b\n", {{"a\\", "b"}}},
    {"backslashed quote", kBackslash, "\"a\\\"b\",c\n", {{"a\"b", "c"}}},
    {"backslashed quote before delimiter", kBackslash, "\"a\\\",b\",c\n", {{"a\",b", "c"}}},
    {"backslashed backslash", kBackslash, "\"C:\\\\\",c\n", {{"C:\\", "c"}}},
    {"backslash before another byte", kBackslash, "\"a\\nb\",c\n", {{"a\\nb", "c"}}},
    {"backslash outside quotes", kBackslash, "a\\b,c\\,d\n", {{"a\\b", "c\\", "d"}}},
    {"doubled quote in a backslash dialect", kBackslash, "\"a\"\"b\",c\n", {{"a\"b", "c"}}},
    {"backslashed quote and line break", kBackslash, "\"a\\\"\nb\",c\nd,e\n", {{"a\"\nb", "c"}, {"d", "e"}}},
    {"backslash at the end of text", kBackslash, "\"a\\", {{"\"a\\"}}, {0}},
    {"three backslashes and a quote", kBackslash, "\"a\\\\\\\"b\",c\n", {{"a\\\"b", "c"}}},
    // other quotes
    {"apostrophe as quote", kApostrophe, "'a,b','c''d'\n", {{"a,b", "c'd"}}},
    {"double quote is a byte beside the apostrophe", kApostrophe, "\"a,b\"\n", {{"\"a", "b\""}}},
    {"apostrophe inside a word", kApostrophe, "don't,'x,y'\n", {{"don't", "x,y"}}},
    {"no quote", kNoQuote, "\"a,b\"\n'c',d\n", {{"\"a", "b\""}, {"'c'", "d"}}},
    {"no quote and NUL", kNoQuote, "\0a\0,\0b\0\n"s, {{"\0a\0"s, "\0b\0"s}}},
    // delimiters of several bytes
    {"comma and space", kCommaSpace, "a, b,c\n\"d, e\", f\n", {{"a", "b,c"}, {"d, e", "f"}}},
    {"two colons", kDoubleColon, "a::b:c::\n:::d\n", {{"a", "b:c", ""}, {"", ":d"}}},
    {"two colons cut by the end of text", kDoubleColon, "a::b:", {{"a", "b:"}}},
    {"delimiter of a letter", dialect_with("\u00a6"), "a\u00a6b\n", {{"a", "b"}}},
    {"no delimiter", dialect_with(""), "a,b;c\n\"d\"\n", {{"a,b;c"}, {"d"}}},
    // runs of spaces
    {"runs of spaces", kSpaces, "a   b c\nd e\t f\n", {{"a", "b", "c"}, {"d", "e", "f"}}},
    {"spaces at both ends", kSpaces, "  a  b  \n c d\n", {{"a", "b"}, {"c", "d"}}},
    {"spaces before the end of text", kSpaces, "a b  ", {{"a", "b"}}},
    {"a line of spaces", kSpaces, "a b\n   \nc d\n", {{"a", "b"}, {""}, {"c", "d"}}},
    {"quoted spaces", kSpaces, "\"a  b\"   c\n", {{"a  b", "c"}}},
    {"spaces before CRLF", kSpaces, "a b \r\nc d\r\n", {{"a", "b"}, {"c", "d"}}},
};

class TokenizerCase : public testing::TestWithParam<Tokenizer> {};

TEST_P(TokenizerCase, GivesTheRowsOfTheTable) {
  for (const Case& c : kCases) {
    const Outcome o = outcome_of(GetParam(), c.dialect, c.text, true);
    EXPECT_EQ(o.rows, c.rows) << c.name;
    EXPECT_EQ(o.odd, c.odd) << c.name;
    EXPECT_EQ(o.consumed, c.text.size()) << c.name;
  }
}

TEST_P(TokenizerCase, GivesTheSameRowsAtEveryOffsetOfABlock) {
  for (const Case& c : kCases) {
    for (std::size_t pad = 0; pad <= 130; ++pad) {
      Rows expected = c.rows;
      expected.insert(expected.begin(), {std::string(pad, 'x')});
      const Outcome o = outcome_of(GetParam(), c.dialect, std::string(pad, 'x') + "\n" + c.text, true);
      ASSERT_EQ(o.rows, expected) << c.name << " behind " << pad;
    }
  }
}

TEST_P(TokenizerCase, ConsumesOnlyRecordsWhoseEndIsProven) {
  struct Unproven {
    const char* name;
    std::string text;
    std::size_t consumed;
  };
  for (const auto& [name, text, consumed] : std::vector<Unproven>{
           {"no line end", "a,b", 0},
           {"line end, then the start of a record", "a,b\nc", 4},
           {"CR as the last byte", "a,b\r", 0},
           {"CRLF as the last bytes", "a,b\r\n", 5},
           {"open quote", "a\n\"b\nc\n", 2},
           {"open quote and one that text follows", "a\n\"b\"c", 2},
           {"quote that text follows, then the line's end", "a\n\"b\"c\n", 7},
           {"stray quote before the last byte, a quote", "a\n\"b,\"", 2},
           {"stray quote before a quoted field", "a\n\"b\n\"c", 5},
           {"closing quote as the last byte", "a\n\"b\"", 2},
           {"quoted, closed by CR", "a\n\"b\"\r", 2},
           {"quoted, closed by LF", "a\n\"b\"\n", 6},
           {"empty", "", 0},
       }) {
    for (std::size_t pad = 0; pad <= 130; ++pad) {
      const Outcome o = outcome_of(GetParam(), kComma, std::string(pad, 'x') + "\n" + text, false);
      ASSERT_EQ(o.consumed, pad + 1 + consumed) << name << " behind " << pad;
    }
  }
}

TEST_P(TokenizerCase, CountsTheLineOfEveryRecord) {
  const Outcome o = outcome_of(GetParam(), kComma, "a\n\"b\nc\r\nd\re\",f\r\n\n\"g\nh\",i\rj", true);
  EXPECT_EQ(o.lines, (std::vector<uint32_t>{0, 1, 5, 6, 8}));
  EXPECT_EQ(o.line_breaks, 8u);
}

TEST_P(TokenizerCase, SaysWhichFieldsWereQuotedAndWhichEscaped) {
  Records records;
  GetParam()(kComma, "a,\"b\",\"c\"\"d\",\"e\"f\n", true, records);
  const auto flags = [&](std::size_t c) -> unsigned {
    return records.at(0, c).quoted * 10u + records.at(0, c).escaped;
  };
  EXPECT_EQ(flags(0), 0u);
  EXPECT_EQ(flags(1), 10u);
  EXPECT_EQ(flags(2), 11u);
  EXPECT_EQ(flags(3), 0u);
}

INSTANTIATE_TEST_SUITE_P(Both, TokenizerCase, testing::Values(&tokenize, &reference_tokenize),
                         [](const auto& info) { return info.index == 0 ? "fast" : "reference"; });

TEST(Tokenizers, AgreeInEverythingTheySayOnEveryCaseAndOffset) {
  for (const Case& c : kCases) {
    for (std::size_t pad = 0; pad <= 130; ++pad) {
      const std::string text = std::string(pad, 'x') + "\n" + c.text;
      for (const bool last : {true, false}) {
        ASSERT_EQ(outcome_of(&tokenize, c.dialect, text, last), outcome_of(&reference_tokenize, c.dialect, text, last))
            << c.name << " behind " << pad;
      }
    }
  }
}

std::string random_text(std::mt19937& random, std::size_t size, std::string_view alphabet) {
  std::string text;
  while (text.size() < size) text += alphabet[random() % alphabet.size()];
  return text;
}

/// A well-formed file with quoted fields of every sort.
std::string generated_file(std::mt19937& random, std::size_t size) {
  static const std::vector<std::string> kFields = {
      "",
      "a",
      "12.50",
      "\"\"",
      "\"a,b\"",
      "\"a\nb\"",
      "\"a\r\nb\"",
      "\"say \"\"hi\"\"\"",
      "\"\"\"\"",
      "M\u00fcnchen",
      "2026-01-31",
      "\"long, long text that spans more than one block of sixty-four bytes, with commas\"",
      "plain text that also spans more than one block of sixty-four bytes without any mark"};
  static const std::vector<std::string> kEnds = {"\n", "\r\n", "\r"};
  const std::string end = kEnds[random() % kEnds.size()];
  const bool quoted = random() % 4 != 0;
  const std::size_t width = 1 + random() % 6;
  std::string text;
  while (text.size() < size) {
    for (std::size_t c = 0; c < width; ++c) {
      std::string field = kFields[random() % kFields.size()];
      if (!quoted && field.find_first_of("\"\n\r") != std::string::npos) field = "x";
      text += (c == 0 ? "" : ",") + field;
    }
    text += end;
  }
  return text;
}

std::string mutated(std::mt19937& random, std::string text) {
  static constexpr std::string_view kBytes = "\"\",\n\r\\ax;'\0";
  for (std::size_t i = random() % 4; i > 0 && !text.empty(); --i) {
    const std::size_t at = random() % text.size();
    const char byte = kBytes[random() % kBytes.size()];
    switch (random() % 3) {
      case 0:
        text[at] = byte;
        break;
      case 1:
        text.insert(at, 1, byte);
        break;
      default:
        text.erase(at, 1 + random() % 5);
    }
  }
  return text;
}

void expect_agreement(const std::string& text, const std::string& what) {
  for (const Dialect& dialect : {kComma, kBackslash, kApostrophe, kNoQuote}) {
    for (const bool last : {true, false}) {
      ASSERT_EQ(outcome_of(&tokenize, dialect, text, last), outcome_of(&reference_tokenize, dialect, text, last))
          << what << "\n"
          << testing::PrintToString(text);
    }
  }
}

TEST(Tokenizers, AgreeOnRandomBytes) {
  std::mt19937 random(20260131);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random_text(random, random() % 300, i % 2 == 0 ? "a,\"\n" : "ab,,\"\"\n\r\\'");
    ASSERT_NO_FATAL_FAILURE(expect_agreement(text, "random " + std::to_string(i)));
  }
}

TEST(Tokenizers, AgreeOnGeneratedFiles) {
  std::mt19937 random(20260201);
  for (int i = 0; i < 1000; ++i) {
    const std::string text = generated_file(random, 200 + random() % 2000);
    ASSERT_NO_FATAL_FAILURE(expect_agreement(text, "generated " + std::to_string(i)));
  }
}

TEST(Tokenizers, AgreeOnMutatedFiles) {
  std::mt19937 random(20260202);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = mutated(random, generated_file(random, 100 + random() % 1000));
    ASSERT_NO_FATAL_FAILURE(expect_agreement(text, "mutated " + std::to_string(i)));
  }
}

TEST(Tokenizers, AgreeOnFilesLargerThanTheFieldBuffer) {
  std::mt19937 random(20260203);
  for (int i = 0; i < 20; ++i) {
    const std::string text = mutated(random, generated_file(random, 60'000));
    ASSERT_NO_FATAL_FAILURE(expect_agreement(text, "large " + std::to_string(i)));
  }
  ASSERT_NO_FATAL_FAILURE(expect_agreement(std::string(100'000, ','), "delimiters only"));
  ASSERT_NO_FATAL_FAILURE(expect_agreement(std::string(100'000, '\n'), "line ends only"));
  ASSERT_NO_FATAL_FAILURE(expect_agreement(std::string(100'000, '\r'), "CRs only"));
  ASSERT_NO_FATAL_FAILURE(expect_agreement(std::string(10'000, '"'), "quotes only"));
}

TEST(ReaderOfTheCases, GivesTheSameRowsForEveryPieceSize) {
  for (const Case& c : kCases) {
    const ReadOutcome whole = read_in_pieces(c.dialect, c.text, c.text.size() + 1);
    EXPECT_EQ(whole.rows, c.rows) << c.name;
    for (std::size_t piece = 1; piece <= c.text.size(); ++piece) {
      ASSERT_EQ(read_in_pieces(c.dialect, c.text, piece), whole) << c.name << " in pieces of " << piece;
    }
  }
}

}  // namespace
}  // namespace pegel::csv
