// Bytes that no one would call a table: each is answered, as a table or by an error with words, in time linear in its size.

#include <gtest/gtest.h>

#include <random>

#include "support/table.h"

namespace pegel {
namespace {

using namespace std::string_literals;

constexpr std::size_t kSize = 16u << 10;

std::string repeated(const std::string& unit) {
  std::string text;
  while (text.size() + unit.size() <= kSize) text += unit;
  return text;
}

void expect_answer(const std::string& bytes, const std::string& name) {
  const auto table = test::read_table("hostile.csv", bytes);
  if (!table) {
    EXPECT_FALSE(table.error().text.empty()) << name;
    return;
  }
  EXPECT_EQ(table->rows.size(), table->values.size()) << name;
  EXPECT_TRUE(table->header.empty() || table->header.size() == table->types.size()) << name;
}

TEST(Hostile, OneThingOverAndOverIsAnswered) {
  const std::vector<std::string> units = {"\"",
                                          ",",
                                          ";",
                                          "\n",
                                          "\r",
                                          "\0"s,
                                          "a",
                                          " ",
                                          "\t",
                                          "'",
                                          "\\",
                                          "#",
                                          "\xff",
                                          "\xef\xbb\xbf",
                                          "\",",
                                          "\"\n",
                                          "\"\"",
                                          "\"a",
                                          ",\"",
                                          "\"\",",
                                          ",\"\"\"x",
                                          "\"\\\",",
                                          "\\\"",
                                          "\"a\"b,",
                                          "\"a\"b\n",
                                          ",\n",
                                          "\"\n\"",
                                          "\r\n",
                                          "\n\r",
                                          "a,\"b\n",
                                          "=1+1,",
                                          "{\"a\":1}\n",
                                          "\"x\"y\"z,",
                                          ",\"x y\"z \"w\n",
                                          "'a'b,",
                                          "a b  c\t",
                                          "::",
                                          "\x1f",
                                          "sep=,\n",
                                          "a,b\n\n",
                                          ",,,,\n",
                                          "Total,1\n",
                                          "x\n\"",
                                          "\"\n,\"\n",
                                          "\"x\"\"\",y\"z,"};
  for (const std::string& unit : units) expect_answer(repeated(unit), testing::PrintToString(unit));
}

TEST(Hostile, RandomBytesAreAnswered) {
  std::mt19937 random(20260612);
  const std::string alphabet = "a,\"\n1;\r' \\\t|#.-/\xc3\xa9\xff\0"s;
  for (int i = 0; i < 400; ++i) {
    const bool any = i % 4 == 0;
    const std::size_t letters = 2 + random() % (alphabet.size() - 2);
    std::string bytes;
    for (std::size_t left = std::size_t{1} << random() % 12; left > 0; --left) {
      bytes += any ? static_cast<char>(random() % 256) : alphabet[random() % letters];
    }
    expect_answer(bytes, "round " + std::to_string(i));
  }
}

TEST(Hostile, ADamagedTableIsAnswered) {
  std::string table = "Id,Name,Amount,Note\n";
  for (int i = 0; i < 40; ++i) table += std::to_string(i) + ",\"N. " + std::to_string(i) + "\",1.50,\"a, \"\"b\"\"\"\n";
  std::mt19937 random(20260613);
  for (int i = 0; i < 150; ++i) {
    std::string bytes = table;
    for (std::size_t hits = std::size_t{1} << random() % 8; hits > 0; --hits) {
      const std::size_t at = random() % bytes.size();
      const char byte = "\",;\n\r\\' \xff"[random() % 9];
      if (random() % 2 == 0) {
        bytes[at] = byte;
      } else {
        bytes.insert(at, 1, byte);
      }
    }
    expect_answer(bytes, "round " + std::to_string(i));
  }
}

TEST(Hostile, HalfALetterAndHalfAFileAreAnswered) {
  for (const std::string& bytes : {"\xff\xfe"s,
                                   "\xff\xfe"
                                   "a"s,
                                   "\xfe\xff\0a\0,\0b\0\n\0"s, "\xef\xbb\xbf"s, "a,b\n\xc3"s, "a,\"b"s, "a,b\r"s,
                                   "\x1f\x8b"s, "PK\x03\x04"s, ""s}) {
    expect_answer(bytes, testing::PrintToString(bytes));
  }
}

}  // namespace
}  // namespace pegel
