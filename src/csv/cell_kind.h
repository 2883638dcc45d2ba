#pragma once
// What a cell looks like at first sight: enough to tell a table from noise, far less than a column's type.

#include <cstdint>
#include <string_view>

namespace pegel::csv {

enum class CellKind : uint8_t { empty, number, date, code, text };

/// Trimmed, and without what stands in front of a file's first cell where files or pages have been joined: form feeds, a
/// byte order mark, and the quotes that it keeps from being quotes.
std::string_view without_joint(std::string_view cell);
/// Surrounding spaces do not count.
/// - empty: neither letter nor digit ("", "-", "?")
/// - number: digits with signs, grouping, a decimal sign, a percent or currency sign; also NULL, N/A and the like
/// - date: a day, a time of day or both, in digits with separators
/// - code: one word with a digit, `@` or `/` in it: identifiers, e-mail addresses, URLs
/// - text: everything else
CellKind kind_of(std::string_view cell);

std::string_view trimmed(std::string_view cell);

}  // namespace pegel::csv
