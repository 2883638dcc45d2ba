#pragma once
// A bounded set of rows as Columns, plus where each row stands in its file: the unit of all work.

#include <cstdint>
#include <vector>

#include "table/column.h"

namespace pegel::table {

/// Rows of one Batch at most: bounds the memory of everything computed per Batch.
inline constexpr std::size_t kBatchRows = 1 << 16;

struct Batch {
  std::size_t rows = 0;
  std::vector<Column> columns;  ///< in the order of Source::columns
  std::vector<uint32_t> lines;  ///< line of each row, counted from `first_line`
  int64_t first_line = 1;       ///< of the file, from 1

  int64_t line_of(std::size_t row) const { return first_line + lines[row]; }
  std::size_t bytes() const;  ///< memory held, dictionaries not counted
};

}  // namespace pegel::table
