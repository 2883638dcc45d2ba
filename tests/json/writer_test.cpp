#include "json/writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <utility>

namespace pegel {
namespace {

struct TextCase {
  std::string text;
  std::string_view written;
};

TEST(JsonWriter, texts_are_written_as_json_has_them) {
  const TextCase cases[] = {
      {"", R"("")"},
      {"plain", R"("plain")"},
      {"Düsseldorf Երևան", R"("Düsseldorf Երևան")"},
      {"a \"b\" c", R"("a \"b\" c")"},
      {"a\\b", R"("a\\b")"},
      {"a\nb\tc", R"("a\nb\tc")"},
      {std::string("\0\x1f", 2), R"("\u0000\u001f")"},
      {"\x7f", "\"\x7f\""},
      {"cut \xC3", "\"cut \xEF\xBF\xBD\""},
      {"\xFF!", "\"\xEF\xBF\xBD!\""},
  };
  for (const TextCase& c : cases) {
    std::string out;
    json::append_text(out, c.text);
    EXPECT_EQ(out, c.written);
  }
}

TEST(JsonWriter, numbers_are_written_with_the_digits_that_they_are_read_from) {
  const std::pair<double, std::string_view> cases[] = {{0.0, "0.0"},
                                                       {-0.0, "-0.0"},
                                                       {1.0, "1.0"},
                                                       {0.1, "0.1"},
                                                       {1e300, "1e+300"},
                                                       {5e-324, "5e-324"},
                                                       {std::numeric_limits<double>::quiet_NaN(), "null"},
                                                       {-std::numeric_limits<double>::infinity(), "null"}};
  for (const auto& [value, written] : cases) {
    std::string out;
    json::append_number(out, value);
    EXPECT_EQ(out, written);
  }
  std::string out;
  json::append_number(out, std::numeric_limits<int64_t>::min());
  json::append_number(out, std::numeric_limits<uint64_t>::max());
  EXPECT_EQ(out, "-922337203685477580818446744073709551615");
}

}  // namespace
}  // namespace pegel
