#include "csv/encoding.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "csv/code_pages.h"
#include "support/encoded.h"

namespace pegel::csv {
namespace {

using namespace std::string_literals;

std::span<const uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

struct Decoded {
  std::string text;
  int64_t replaced = 0;
  bool operator==(const Decoded& o) const { return text == o.text && replaced == o.replaced; }
};
std::ostream& operator<<(std::ostream& out, const Decoded& d) { return out << d.text << " replaced " << d.replaced; }

Decoded decode_in_pieces(Encoding encoding, std::string_view bytes, std::size_t piece) {
  Decoder decoder(encoding);
  Decoded decoded;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    decoder.decode(bytes_of(bytes.substr(at, piece)), false, decoded.text);
  }
  decoder.decode({}, true, decoded.text);
  decoded.replaced = decoder.replaced();
  return decoded;
}

struct Case {
  const char* name;
  Encoding encoding;
  std::string bytes;
  std::string text;
  int64_t replaced = 0;
};

const std::vector<Case> kCases = {
    {"UTF-8", Encoding::utf8, "M\u00fcnchen,Adolesci\u00eancia,\u0533\u0578\u0580\u056e\u0561\u0580\u0584",
     "M\u00fcnchen,Adolesci\u00eancia,\u0533\u0578\u0580\u056e\u0561\u0580\u0584"},
    {"UTF-8 with BOM", Encoding::utf8,
     "\xEF\xBB\xBF"
     "a,b",
     "a,b"},
    {"UTF-8 with two BOMs", Encoding::utf8,
     "\xEF\xBB\xBF\xEF\xBB\xBF"
     "a",
     "\uFEFF"
     "a"},
    {"UTF-8 that is only a BOM", Encoding::utf8, "\xEF\xBB\xBF", ""},
    {"UTF-8 that is part of a BOM", Encoding::utf8, "\xEF\xBB", "\uFFFD", 1},
    {"UTF-8 with a BOM inside", Encoding::utf8,
     "a\xEF\xBB\xBF"
     "b",
     "a\uFEFF"
     "b"},
    {"UTF-8 with a byte that is no letter", Encoding::utf8,
     "a\xFF"
     "b",
     "a\uFFFD"
     "b",
     1},
    {"UTF-8 with a broken letter", Encoding::utf8,
     "a\xE2\x82"
     "b",
     "a\uFFFD"
     "b",
     1},
    {"UTF-8 with an encoded surrogate", Encoding::utf8, "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
    {"UTF-8 cut at the end", Encoding::utf8, "ab\xF0\x9F\x98", "ab\uFFFD", 1},
    {"UTF-8 beyond the basic plane", Encoding::utf8, "\U0001F600", "\U0001F600"},
    {"UTF-16LE", Encoding::utf16le, "M\0\xFC\0,\0\x33\x05"s, "M\u00fc,\u0533"},
    {"UTF-16LE with BOM", Encoding::utf16le,
     "\xFF\xFE"
     "a\0"s,
     "a"},
    {"UTF-16BE with BOM", Encoding::utf16be, "\xFE\xFF\0a\x05\x33"s, "a\u0533"},
    {"UTF-16LE with a pair", Encoding::utf16le, "\x3D\xD8\x00\xDE\x61\0"s, "\U0001F600a"},
    {"UTF-16BE with a pair", Encoding::utf16be, "\xD8\x3D\xDE\x00\0\x61"s, "\U0001F600a"},
    {"UTF-16LE with half a pair", Encoding::utf16le, "\x3D\xD8\x61\0"s, "\uFFFDa", 1},
    {"UTF-16LE with a second half alone", Encoding::utf16le, "\x00\xDE\x61\0"s, "\uFFFDa", 1},
    {"UTF-16LE with half a pair at the end", Encoding::utf16le, "\x61\0\x3D\xD8"s, "a\uFFFD", 1},
    {"UTF-16LE with an odd byte at the end", Encoding::utf16le, "\x61\0\x62"s, "a\uFFFD", 1},
    {"Windows-1252", Encoding::windows1252, "M\xFCnchen \x80 \x93ok\x94", "M\u00fcnchen \u20ac \u201cok\u201d"},
    {"Windows-1252 with a byte that is no letter", Encoding::windows1252,
     "a\x81"
     "b",
     "a\uFFFD"
     "b",
     1},
    {"Windows-1252 with letters of UTF-8", Encoding::windows1252, "\xFC \xC3\xBC \xC3\xA4",
     "\u00fc \u00c3\u00bc \u00c3\u00a4", 2},
    {"Mac Roman with the same bytes", Encoding::macroman, "\xC3\xBC", "\u221a\u00ba"},
    {"ISO-8859-15", Encoding::latin9, "5 \xA4, \xBDuvre", "5 \u20ac, \u0153uvre"},
    {"Mac Roman", Encoding::macroman, "M\x9Fnchen \xDB", "M\u00fcnchen \u20ac"},
    {"CP850", Encoding::cp850,
     "M\x81nchen Stra\xE1"
     "e",
     "M\u00fcnchen Stra\u00dfe"},
    {"ARMSCII-8", Encoding::armscii8, "\xB6\xE1\xF1\xCD", "\u0533\u0578\u0580\u056e"},
    {"Windows-1251", Encoding::windows1251, "\xC4\xE0\xF2\xE0 \xB9", "\u0414\u0430\u0442\u0430 \u2116"},
    {"nothing", Encoding::utf8, "", ""},
};

TEST(Decoder, GivesTheTextOfTheTableForEveryPieceSize) {
  for (const Case& c : kCases) {
    for (std::size_t piece = 1; piece <= c.bytes.size() + 1; ++piece) {
      EXPECT_EQ(decode_in_pieces(c.encoding, c.bytes, piece), (Decoded{c.text, c.replaced}))
          << c.name << " in pieces of " << piece;
    }
  }
}

TEST(Decoder, KeepsABomThatIsNotAtTheStartOfTheFile) {
  Decoder decoder(Encoding::utf8, false);
  std::string text;
  decoder.decode(bytes_of("\xEF\xBB\xBF"
                          "a"),
                 true, text);
  EXPECT_EQ(text,
            "\uFEFF"
            "a");
}

TEST(CodePages, MapDifferentBytesToDifferentLetters) {
  for (const CodePage* page : {&kWindows1252, &kLatin9, &kMacRoman, &kCp850}) {
    std::vector<uint16_t> letters;
    for (const uint16_t letter : *page) {
      if (letter != 0xFFFD) letters.push_back(letter);
    }
    std::sort(letters.begin(), letters.end());
    EXPECT_EQ(std::adjacent_find(letters.begin(), letters.end()), letters.end());
  }
}

/// `text` in a one-byte encoding.
std::string encoded(std::string_view text, const CodePage& page) {
  std::string bytes;
  Decoder decoder(Encoding::utf8);
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<uint8_t>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    uint32_t code = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) code = code << 6 | (static_cast<uint8_t>(text[at + i]) & 0x3Fu);
    if (length == 1) {
      bytes += text[at];
    } else {
      const auto found = std::find(page.begin(), page.end(), code);
      if (found != page.end()) bytes += static_cast<char>(0x80 + (found - page.begin()));
    }
    at += length;
  }
  return bytes;
}

std::string utf16(std::string_view ascii, bool little) {
  return *test::encoded(ascii, little ? Encoding::utf16le : Encoding::utf16be);
}

constexpr std::string_view kGerman =
    "Kunde;Stra\u00dfe;Ort\nM\u00fcller GmbH;K\u00f6nigsallee 5;D\u00fcsseldorf\nB\u00e4ckerei "
    "Gr\u00fcn;\u00d6lm\u00fchle 7;M\u00fcnchen\n"
    "F\u00f6rster;Gr\u00f6\u00dfe \u00fcber 5 \u00b0;W\u00fcrzburg\n";
constexpr std::string_view kFrench =
    "Client,Ville\nSoci\u00e9t\u00e9 G\u00e9n\u00e9rale,Orl\u00e9ans\nCr\u00e8merie \u00e0 "
    "c\u00f4t\u00e9,B\u00e9ziers\nGar\u00e7on,Mar\u00e7ay\n";
constexpr std::string_view kArmenian =
    "\u0540\u0561\u0573\u0561\u056d\u0578\u0580\u0564;\u0554\u0561\u0572\u0561\u0584\n\u0531\u0580\u0561\u0574 "
    "\u054d\u0561\u0580\u0563\u057d\u0575\u0561\u0576;\u0535\u0580\u0587\u0561\u0576\n\u0531\u0576\u056b;"
    "\u0533\u0575\u0578\u0582\u0574\u0580\u056b\n";

struct GuessCase {
  const char* name;
  std::string bytes;
  Encoding encoding;
  bool bom = false;
};

const std::vector<GuessCase> kGuessCases = {
    {"nothing", "", Encoding::utf8},
    {"ASCII", "a,b\n1,2\n", Encoding::utf8},
    {"UTF-8", std::string(kGerman), Encoding::utf8},
    {"UTF-8 Armenian", std::string(kArmenian), Encoding::utf8},
    {"UTF-8 BOM",
     "\xEF\xBB\xBF"
     "a,b\n",
     Encoding::utf8, true},
    {"UTF-8 with one bad byte", std::string(kGerman) + "\xFF\n", Encoding::utf8},
    {"UTF-16LE BOM", "\xFF\xFE" + utf16("a,b\n", true), Encoding::utf16le, true},
    {"UTF-16BE BOM", "\xFE\xFF" + utf16("a,b\n", false), Encoding::utf16be, true},
    {"UTF-16LE", utf16("name,city\nAnn,Rome\n", true), Encoding::utf16le},
    {"UTF-16BE", utf16("name,city\nAnn,Rome\n", false), Encoding::utf16be},
    {"a NUL in ASCII", "a,b\n1,\0\n"s, Encoding::utf8},
    {"NULs in ASCII", "abc\0\0\0def,\0\0\0\0\n"s, Encoding::utf8},
    {"German Windows-1252", encoded(kGerman, kWindows1252), Encoding::windows1252},
    {"German Mac Roman", encoded(kGerman, kMacRoman), Encoding::macroman},
    {"German CP850", encoded(kGerman, kCp850), Encoding::cp850},
    {"French Windows-1252", encoded(kFrench, kWindows1252), Encoding::windows1252},
    {"French Mac Roman", encoded(kFrench, kMacRoman), Encoding::macroman},
    {"French CP850", encoded(kFrench, kCp850), Encoding::cp850},
    {"euro sign of Windows-1252", "Preis\n5,00 \x80\n7,50 \x80\n", Encoding::windows1252},
    {"euro sign of ISO-8859-15",
     "Stra\xDF"
     "e;Preis\nK\xF6nig;5,00 \xA4\n",
     Encoding::latin9},
    {"quotation marks of Windows-1252", "He said \x93hello\x94 \x96 twice, it\x92s fine\n", Encoding::windows1252},
    {"ARMSCII-8", encoded(kArmenian, kArmscii8), Encoding::armscii8},
    {"Russian Windows-1251", encoded("Дата;Контрагент;Сумма\n03.01.2026;ООО Ромашка;1,50\n", kWindows1251),
     Encoding::windows1251},
    {"a lone letter of Windows-1252", "Note;n\n\xC4;1\n\xD6;2\n", Encoding::windows1252},
};

TEST(EncodingGuess, NamesTheEncodingOfTheTable) {
  for (const GuessCase& c : kGuessCases) {
    const EncodingGuess guess = guess_encoding(bytes_of(c.bytes), true);
    EXPECT_EQ(name_of(guess.encoding), name_of(c.encoding)) << c.name << ": " << guess.reason;
    EXPECT_EQ(guess.bom, c.bom) << c.name;
    EXPECT_FALSE(guess.reason.empty()) << c.name;
  }
}

TEST(EncodingGuess, ForgivesALetterCutByTheEndOfASampleOnly) {
  const std::string cut = "a,M\xC3";
  EXPECT_EQ(guess_encoding(bytes_of(cut), false).encoding, Encoding::utf8);
  EXPECT_NE(guess_encoding(bytes_of(cut), true).encoding, Encoding::utf8);
}

TEST(EncodingGuess, NamesARunnerUpThatReadsTheBytesInAnotherWay) {
  const EncodingGuess guess = guess_encoding(bytes_of("M\xFCnchen"), true);
  EXPECT_EQ(guess.encoding, Encoding::windows1252);
  EXPECT_NE(guess.second, Encoding::latin9);
  EXPECT_FALSE(guess.unsure);
}

TEST(EncodingGuess, IsUnsureOfFewLettersAndOfThoseThatFitNoWords) {
  struct Case {
    const char* name;
    std::string bytes;
    bool unsure;
  };
  const Case cases[] = {
      {"Windows-1252", "M\xFCller\nK\xF6ln\nGro\xDF\n", false},
      {"CP850", "M\x81ller\nK\x94ln\nGro\xE1\nJ\x81rgen B\x84r\nN\x81rnberg\n", false},
      {"one letter of CP850", "M\x81ller\n", true},
      {"Windows-1250",
       "\xA3\xF3"
       "d\x9F\nZa\xBF\xF3\xB3\xE6\n",
       true},
      {"Windows-1254",
       "M\xFC\xFEteri;\xDE"
       "ehir\n\xDD"
       "stanbul\nA\xF0"
       "ao\xF0lu\n",
       true},
      {"KOI8-R", "\xEB\xCC\xC9\xC5\xCE\xD4;\xF3\xD5\xCD\xCD\xC1\n\xE9\xD7\xC1\xCE\xCF\xD7\n", true},
      {"Shift JIS", "\x8C\xDA\x8B\x71;\x8B\xE0\x8A\x7A\n\x93\x8C\x8B\x9E\n", true},
      {"bytes of no encoding", "a,b\n1,\x81\x8d\x8f\n2,\x90\x9d\xff\n", true},
  };
  for (const Case& c : cases) EXPECT_EQ(guess_encoding(bytes_of(c.bytes), true).unsure, c.unsure) << c.name;
}

}  // namespace
}  // namespace pegel::csv
