#include "csv/reader.h"

#include <gtest/gtest.h>

#include "csv/csv_support.h"

namespace pegel::csv {
namespace {

using namespace std::string_literals;

std::string many_rows(std::size_t count) {
  std::string text = "id,name,note\n";
  for (std::size_t i = 0; i < count; ++i) {
    text += std::to_string(i) + ",M\u00fcnchen \u0533\u0578\u0580\u056e," +
            (i % 7 == 0 ? "\"a, \"\"b\"\"\r\nc\"" : "plain") + "\n";
  }
  return text;
}

TEST(Reader, GivesTheSameForEveryPieceSize) {
  const std::string text = many_rows(200);
  const ReadOutcome whole = read_in_pieces({}, text, text.size());
  ASSERT_EQ(whole.rows.size(), 201u);
  for (const std::size_t piece : {1, 2, 3, 5, 7, 64, 100, 1000, 4096}) {
    EXPECT_EQ(read_in_pieces({}, text, piece), whole) << piece;
  }
}

TEST(Reader, GivesTheSameForPiecesLargerThanItsWindow) {
  const std::string text = many_rows(40'000);
  const ReadOutcome whole = read_in_pieces({}, text, text.size());
  ASSERT_EQ(whole.rows.size(), 40'001u);
  EXPECT_EQ(read_in_pieces({}, text, 1'000'003), whole);
  EXPECT_EQ(read_in_pieces({}, text, 70'001), whole);
}

TEST(Reader, CountsLinesAcrossPieces) {
  const std::string text = "a\r\n\"b\r\nc\nd\re\"\n\nf\r";
  for (std::size_t piece = 1; piece <= text.size(); ++piece) {
    EXPECT_EQ(read_in_pieces({}, text, piece).lines, (std::vector<int64_t>{1, 2, 6, 7})) << piece;
    EXPECT_EQ(read_in_pieces({}, text, piece, 101).lines, (std::vector<int64_t>{101, 102, 106, 107})) << piece;
  }
}

TEST(Reader, DropsABomOnlyAtTheStartOfTheFile) {
  const std::string text =
      "\xEF\xBB\xBF"
      "a,b\n";
  EXPECT_EQ(read_in_pieces({}, text, 1).rows, (Rows{{"a", "b"}}));
  EXPECT_EQ(read_in_pieces({}, text, 1, 2).rows, (Rows{{"\uFEFF"
                                                        "a",
                                                        "b"}}));
}

TEST(Reader, ReplacesAndCountsBytesThatAreNoLetters) {
  const std::string text = "a,\xFFx\nb\xE2\x82,c\nd,e\xC3";
  for (std::size_t piece = 1; piece <= text.size(); ++piece) {
    const ReadOutcome o = read_in_pieces({}, text, piece);
    EXPECT_EQ(o.rows, (Rows{{"a", "\uFFFDx"}, {"b\uFFFD", "c"}, {"d", "e\uFFFD"}})) << piece;
    EXPECT_EQ(o.undecodable, 3) << piece;
  }
}

TEST(Reader, ReadsEveryEncoding) {
  struct Case {
    Encoding encoding;
    std::string bytes;
    Rows rows;
  };
  for (const auto& [encoding, bytes, rows] : std::vector<Case>{
           {Encoding::utf16le,
            "\xFF\xFE"
            "a\0,\0\xFC\0\n\0\"\0,\0\"\0,\0b\0"s,
            {{"a", "\u00fc"}, {",", "b"}}},
           {Encoding::utf16be, "\0a\0,\0\xFC\0\r\0\n\x05\x33"s, {{"a", "\u00fc"}, {"\u0533"}}},
           {Encoding::windows1252, "M\xFCnchen,\x80\n", {{"M\u00fcnchen", "\u20ac"}}},
           {Encoding::cp850, "M\x81nchen,1\n", {{"M\u00fcnchen", "1"}}},
       }) {
    Dialect dialect;
    dialect.encoding = encoding;
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
      EXPECT_EQ(read_in_pieces(dialect, bytes, piece).rows, rows) << name_of(encoding) << " in pieces of " << piece;
    }
  }
}

TEST(Reader, GivesNothingForAnEmptyFile) { EXPECT_EQ(read_in_pieces({}, "", 1), ReadOutcome{}); }

TEST(Reader, ReadsOnBehindAQuoteThatIsNeverClosed) {
  EXPECT_EQ(read_in_pieces({}, "a,\"b\nc,d\n", 1).rows, (Rows{{"a", "\"b"}, {"c", "d"}}));
}

TEST(Reader, ReadsAFieldOf16MiBInSmallPieces) {
  const std::string field(16u << 20, 'x');
  const ReadOutcome o = read_in_pieces({}, "a,\"" + field + "\"\nb,c\n", 1000);
  ASSERT_EQ(o.rows.size(), 2u);
  EXPECT_EQ(o.rows[0][1].size(), field.size());
  EXPECT_EQ(o.rows[1], (std::vector<std::string>{"b", "c"}));
}

TEST(Reader, RefusesARecordThatIsTooLongWhateverThePieces) {
  const std::string text = "a,b\n\"" + std::string(kLongestRecord + 10, 'x');
  for (const std::size_t piece : {std::size_t{100'000}, std::size_t{4} << 20, text.size()}) {
    const ReadOutcome o = read_in_pieces({}, text, piece);
    EXPECT_EQ(o.error, "csv.record_too_long") << piece;
    EXPECT_EQ(o.rows, (Rows{{"a", "b"}})) << piece;
  }
}

TEST(Reader, NamesTheLineOfARecordThatIsTooLong) {
  Reader reader({}, 1, [](const Records&, int64_t) {});
  const std::string text = "a\nb\n\"" + std::string(kLongestRecord, 'x');
  const auto result = reader.push({reinterpret_cast<const uint8_t*>(text.data()), text.size()});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().place.line, 3);
}

TEST(Reader, TakesARecordOfTheGreatestLengthWhateverThePieces) {
  const std::string text = std::string(kLongestRecord - 1, 'x') + "\ny\n";
  for (const std::size_t piece : {std::size_t{4} << 20, text.size()}) {
    const ReadOutcome o = read_in_pieces({}, text, piece);
    EXPECT_EQ(o.error, "") << piece;
    EXPECT_EQ(o.rows.size(), 2u) << piece;
  }
}

}  // namespace
}  // namespace pegel::csv
