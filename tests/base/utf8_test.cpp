#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>

namespace pegel::base {
namespace {

TEST(Utf8, ReadsBackEveryLetterItAppends) {
  for (uint32_t code = 0; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 61) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string text;
    append_letter(code, text);
    const Letter letter = first_letter(text + "x");
    ASSERT_TRUE(letter.valid) << code;
    ASSERT_EQ(letter.code, code);
    ASSERT_EQ(letter.length, text.size());
    ASSERT_EQ(valid_utf8_prefix(text), text.size());
  }
}

struct Invalid {
  const char* name;
  std::string text;
  uint8_t length;  ///< bytes that become one U+FFFD
  bool cut;
};

const std::vector<Invalid> kInvalid = {
    {"a lone continuation", "\x80", 1, false},
    {"an overlong letter of two bytes", "\xC0\xAF", 1, false},
    {"an overlong letter of two bytes, C1", "\xC1\xBF", 1, false},
    {"an overlong letter of three bytes", "\xE0\x9F\xBF", 1, false},
    {"an overlong letter of four bytes", "\xF0\x8F\xBF\xBF", 1, false},
    {"a surrogate", "\xED\xA0\x80", 1, false},
    {"a letter over U+10FFFF", "\xF4\x90\x80\x80", 1, false},
    {"a lead byte that leads nothing", "\xF5\x80\x80\x80", 1, false},
    {"FF", "\xFF", 1, false},
    {"a letter of two broken after one", "\xC3(", 1, false},
    {"a letter of three broken after two", "\xE2\x82(", 2, false},
    {"a letter of four broken after three", "\xF0\x9F\x98(", 3, false},
    {"a letter of two cut after one", "\xC3", 1, true},
    {"a letter of three cut after two", "\xE2\x82", 2, true},
    {"a letter of four cut after three", "\xF0\x9F\x98", 3, true},
};

TEST(Utf8, SaysHowManyBytesOfAnInvalidLetterAreReplaced) {
  for (const Invalid& c : kInvalid) {
    const Letter letter = first_letter(c.text);
    EXPECT_FALSE(letter.valid) << c.name;
    EXPECT_EQ(letter.length, c.length) << c.name;
    EXPECT_EQ(letter.cut, c.cut) << c.name;
  }
}

TEST(Utf8, FindsTheFirstInvalidByteAtEveryOffsetOfABlock) {
  for (const Invalid& c : kInvalid) {
    for (std::size_t pad = 0; pad <= 130; ++pad) {
      for (const std::string letters : {"a", "\u00fc", "\u20ac", "\U0001F600"}) {
        std::string text;
        while (text.size() < pad) text += letters;
        ASSERT_EQ(valid_utf8_prefix(text + c.text + std::string(130, 'y')), text.size())
            << c.name << " behind " << pad << " of " << letters;
      }
    }
  }
}

/// The same, a letter at a time.
std::size_t plain_prefix(std::string_view text) {
  std::size_t at = 0;
  for (Letter letter = first_letter(text); letter.valid; letter = first_letter(text.substr(at))) at += letter.length;
  return at;
}

TEST(Utf8, AgreesWithALetterAtATimeOnRandomBytes) {
  static const std::vector<std::string> kPieces = {
      "a",      "bc",         "\u00e4",       "\u0533",           "\u20ac",
      "\uFFFD", "\U0001F600", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF", "\xE0\xA0\x80"};
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    while (text.size() < 200) text += kPieces[random() % kPieces.size()];
    if (i % 3 != 0) text[random() % text.size()] = static_cast<char>(random());
    ASSERT_EQ(valid_utf8_prefix(text), plain_prefix(text)) << i;
  }
}

}  // namespace
}  // namespace pegel::base
