#pragma once
// Another table below the first: a header of its own, over rows of its own.

#include <cstddef>
#include <optional>

#include "csv/records.h"

namespace pegel::csv {

struct SecondTable {
  std::size_t below = 0;   ///< the record with which the first table has ended: blank, a title, or the header
  std::size_t header = 0;  ///< the record that names the second table's columns
};

/// The first record below the rows from `first_row` on that names the columns of another table: words over values, where
/// the records change to another width and do not change back, or where a blank record parts tables of one width.
/// Nothing when there is none. A header that is repeated begins no other table.
std::optional<SecondTable> second_table(const Records& records, std::size_t width, std::size_t first_row);

/// The width of a table above the record `below`, with which one of `width` fields begins: a header over at least two rows
/// of its own with numbers or days in them, then a blank record. 0 when there is none.
std::size_t width_of_table_above(const Records& records, std::size_t width, std::size_t below);

}  // namespace pegel::csv
