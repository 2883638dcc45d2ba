#include "csv/second_table.h"

#include <gtest/gtest.h>

#include "csv/csv_support.h"

namespace pegel::csv {
namespace {

/// "below/header" of the second table, "none" without one. The first line is the header.
std::string second_in(std::string_view text) {
  Records records;
  tokenize({}, text, true, records);
  const auto second = second_table(records, records.width(0), 1);
  return second ? std::to_string(second->below) + "/" + std::to_string(second->header) : "none";
}

TEST(SecondTable, BeginsWithWordsOverRowsOfTheirOwn) {
  struct Case {
    const char* name;
    const char* text;
    const char* expected;
  };
  for (const auto& [name, text, expected] : std::vector<Case>{
           {"one table", "a,b,c\nx,1,2\ny,3,4\n", "none"},
           {"wider, no gap", "a,b,c\nx,1,2\ny,3,4\np,q,r,s\nz,1,2,3\nz,4,5,6\n", "3/3"},
           {"narrower, no gap", "a,b,c\nx,1,2\ny,3,4\np,q\nz,1\nw,4\n", "3/3"},
           {"same width behind a blank line", "a,b,c\nx,1,2\ny,3,4\n\np,q,r\nz,1,2\nz,4,5\n", "3/4"},
           {"behind a blank line and a title", "a,b,c\nx,1,2\ny,3,4\n\nSecond\np,q,r\nz,1,2\nz,4,5\n", "3/5"},
           {"same width without a gap is a row of words", "a,b,c\nx,1,2\ny,3,4\np,q,r\nz,1,2\nz,4,5\n", "none"},
           {"one blank line inside the table", "a,b,c\nx,1,2\n\ny,3,4\nz,5,6\n", "none"},
           {"rows too wide in between", "a,b,c\nx,1,2\np,q,r,s\ny,3,4\nz,5,6\n", "none"},
           {"text below a gap", "a,b\nx,y\n\nz,w\nu,v\n", "none"},
           {"the names in another order", "a,b,c\nx,1,2\ny,3,4\nc,a,b\n7,z,8\n9,w,6\n", "3/3"},
           {"the names again", "a,b,c\nx,1,2\na,b,c\nz,7,8\nw,9,6\n", "none"},
           {"one name as a value", "a,b,c\nx,1,2\na,3,4\nz,7,8\nw,9,6\n", "none"},
           {"a footer", "a,b,c\nx,1,2\ny,3,4\n\nSource: the tool\n", "none"},
       }) {
    EXPECT_EQ(second_in(text), expected) << name;
  }
}

}  // namespace
}  // namespace pegel::csv
