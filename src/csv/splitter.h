#pragma once
// Where a file may be cut: record borders, exact even inside quoted fields.

#include <cstddef>
#include <string_view>
#include <vector>

#include "pegel/dialect.h"

namespace pegel::csv {

/// Offsets in `text` (UTF-8) that cut it into at most `parts` runs of whole records of about the same size:
/// first 0, last text.size(), strictly rising; {0} for an empty text. The records of the runs, one after the other, are those of the whole.
std::vector<std::size_t> split(const Dialect& dialect, std::string_view text, std::size_t parts);

}  // namespace pegel::csv
