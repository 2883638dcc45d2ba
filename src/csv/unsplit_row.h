#pragma once
// Rows that the table's own delimiter does not split.

#include <cstddef>
#include <string_view>

namespace pegel::csv {

/// Whether a record's lone cell is a row of so many columns all the same: a usual delimiter splits it into just these, and
/// no blank stands behind one, as in prose. Of fewer than three columns that cannot be told.
bool is_unsplit_row(std::string_view cell, std::size_t width);

}  // namespace pegel::csv
