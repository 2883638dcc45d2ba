#pragma once
// Where a file may be cut: record borders, exact even inside quoted fields.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "pegel/dialect.h"

namespace pegel::csv {

/// Offsets in `text` (UTF-8) that cut it into at most `parts` runs of whole records of about the same size:
/// first 0, last text.size(), strictly rising; {0} for an empty text. The records of the runs, one after the other, are those of the whole.
std::vector<std::size_t> split(const Dialect& dialect, std::string_view text, std::size_t parts);

/// The first offset in `text`, which was cut out of a file anywhere, that is a record border whether the cut fell inside
/// quotes or not; nothing when `text` does not tell. A text without any quote is taken to be cut outside of them.
std::optional<std::size_t> first_border(const Dialect& dialect, std::string_view text);

}  // namespace pegel::csv
