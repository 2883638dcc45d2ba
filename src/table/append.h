#pragma once
// Cells of many records onto the end of one Column: one loop a type.

#include <memory>
#include <span>
#include <vector>

#include "pegel/plan.h"
#include "table/cells.h"
#include "table/column.h"
#include "table/fault.h"
#include "table/memo.h"

namespace pegel::table {

/// Readings of recent cells of one column, where reading one costs more than finding it.
struct ColumnMemo {
  std::unique_ptr<Memo<uint32_t>> codes;  ///< of categories
  std::unique_ptr<Memo<int32_t>> days;    ///< of dates
  uint32_t touched = 0;                   ///< see base::Texts::touch
};
ColumnMemo make_memo(ColumnType type);

/// Records of one block that become rows, in file order.
struct Run {
  const csv::Records& records;
  char quote;
  std::span<const uint32_t> rows;
};

/// An empty Column for the type; `dictionary` is used by categories only.
Column make_column(ColumnType type, const std::shared_ptr<Dictionary>& dictionary);
/// Appends the run's cells of `source`. `column` is of the type that make_column gave for it.
void append(const Run& run, const SourceColumn& source, Column& column, ColumnMemo& memo, Faults& faults);

}  // namespace pegel::table
