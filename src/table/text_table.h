#pragma once
// Records as a plain table: the cells of a row as read, and what their column's type makes of them.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "csv/records.h"
#include "pegel/profile.h"

namespace pegel::table {

/// The cells of one record as read, escapes undone, blanks kept; filled up with empty cells or cut to `width`.
std::vector<std::string> row_text(const Dialect& dialect, const csv::Records& records, std::size_t record,
                                  std::size_t width);

/// A number in shortest decimal text: a point, no exponent, no groups.
struct NumberText {
  std::string text;
  bool operator==(const NumberText& o) const { return text == o.text; }
};
/// Nothing (empty cell), flag, number, or text. Days are "2026-03-14", instants "2026-03-14T10:15:00" with ".402" where
/// the milliseconds are not 0.
using TypedValue = std::variant<std::monostate, bool, NumberText, std::string>;
/// Whether a cell is of the column's type, empty, or says that there is no value.
bool is_readable(std::string_view cell, const ColumnProfile& column);
/// What `column` makes of a cell; a cell that is not of its type stays the text as read.
TypedValue typed_value(std::string_view cell, const ColumnProfile& column);

}  // namespace pegel::table
