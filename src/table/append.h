#pragma once
// Cells of many records onto the end of one Column: one loop a type.

#include <array>
#include <span>
#include <vector>

#include "pegel/plan.h"
#include "table/cells.h"
#include "table/column.h"

namespace pegel::table {

/// Codes of recent values, so that most cells of a category need no look-up in the Dictionary.
class CodeCache {
 public:
  uint32_t code_of(std::string_view value, Dictionary& dictionary);

 private:
  struct Slot {
    uint64_t head = 0;
    uint64_t tail = 0;
    uint32_t length = 0;
    uint32_t code = 0;
  };
  std::array<Slot, 512> slots_;
};

/// Records of one block that become rows, in file order.
struct Run {
  const csv::Records& records;
  char quote;
  std::span<const uint32_t> rows;
};

/// Cells that are not of their column's type: how many, and the records of the first kIssuePlaces.
struct Unreadable {
  int64_t count = 0;
  std::vector<uint32_t> records;
};

/// An empty Column for the type; `dictionary` is used by categories only.
Column make_column(ColumnType type, const std::shared_ptr<Dictionary>& dictionary);
/// Appends the run's cells of `source`. `column` is of the type that make_column gave for it.
void append(const Run& run, const SourceColumn& source, Column& column, CodeCache& cache, Unreadable& unreadable);

}  // namespace pegel::table
