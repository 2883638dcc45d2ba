#include "table/text_table.h"

#include <gtest/gtest.h>

#include "tokenized.h"

namespace pegel::table {
namespace {

ColumnProfile column_of(ColumnType type) {
  ColumnProfile column;
  column.type = type;
  column.number.decimal = ',';
  column.date.order = DateOrder::dmy;
  column.date.time = type == ColumnType::instant;
  return column;
}

TEST(RowText, GivesCellsAsReadInTheWidthOfTheTable) {
  const Tokenized csv("a;b;c\n 1 ;\"x \"\"y\"\"\"\n");
  const Tokenized table(*csv.text, semicolons());
  EXPECT_EQ(row_text(semicolons(), table.records, 1, 3), (std::vector<std::string>{" 1 ", "x \"y\"", ""}));
  EXPECT_EQ(row_text(semicolons(), table.records, 0, 2), (std::vector<std::string>{"a", "b"}));
}

TEST(TypedValue, IsWhatTheColumnsTypeMakesOfACell) {
  using Text = std::string;
  struct Case {
    const char* cell;
    ColumnType type;
    TypedValue expected;
  };
  const Case cases[] = {
      {"1.234,50", ColumnType::number, NumberText{"1234.5"}},
      {"n/a", ColumnType::number, TypedValue()},
      {"abc", ColumnType::number, Text("abc")},
      {"14.03.2026", ColumnType::date, Text("2026-03-14")},
      {"31.02.2026", ColumnType::date, Text("31.02.2026")},
      {"14.03.2026 10:15", ColumnType::instant, Text("2026-03-14T10:15:00")},
      {"14.03.2026 10:15:00.042", ColumnType::instant, Text("2026-03-14T10:15:00.042")},
      {"ja", ColumnType::boolean, true},
      {"onwaar", ColumnType::boolean, false},
      {"007", ColumnType::id, Text("007")},
      {" a ", ColumnType::text, Text(" a ")},
      {"n/a", ColumnType::category, Text("n/a")},
      {"NULL", ColumnType::category, TypedValue()},
      {"  ", ColumnType::text, TypedValue()},
  };
  for (const auto& c : cases) EXPECT_TRUE(typed_value(c.cell, column_of(c.type)) == c.expected) << c.cell;
}

}  // namespace
}  // namespace pegel::table
