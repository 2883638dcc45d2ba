#include "cli/csv.h"

#include <gtest/gtest.h>

#include <sstream>

namespace pegel::cli {
namespace {

using namespace std::string_literals;

TEST(Csv, guards_texts_that_could_be_formulas_and_no_numbers) {
  struct Case {
    std::string cell;
    std::string expected;
  };
  const Case cases[] = {
      {"=1+1", "'=1+1"},  {"+cmd", "'+cmd"}, {"-x", "'-x"},      {"@SUM(A1)", "'@SUM(A1)"},
      {"\tx", "'\tx"},    {"\rx", "'\rx"},   {"\0x"s, "'\0x"s},  {"\uFF1D1", "'\uFF1D1"},
      {"-", "'-"},        {"-1+1", "'-1+1"}, {"-12.5", "-12.5"}, {"+1 234,50", "+1 234,50"},
      {"-12 %", "-12 %"}, {"a=b", "a=b"},    {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(guarded(c.cell), c.expected) << c.cell;
}

TEST(Csv, quotes_only_what_needs_it) {
  std::ostringstream out;
  write_csv(out, {"a b", "c,d", "say \"hi\"", "e\nf", ""});
  EXPECT_EQ(out.str(), "a b,\"c,d\",\"say \"\"hi\"\"\",\"e\nf\",\n");
}

}  // namespace
}  // namespace pegel::cli
