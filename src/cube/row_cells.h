#pragma once
// Cells of rows compared across Batches and Sources.

#include "dataset/frame.h"

namespace pegel::cube {

/// Of a text or category column; empty for others.
std::string_view text_at(const table::Column& column, std::size_t row);
/// Milliseconds of a date or instant column; missing for others.
int64_t moment_at(const table::Column& column, std::size_t row);

/// Two exports of one system: the same columns, read the same way.
bool alike(const Source& a, const Source& b);
/// Cells of columns that are read the same way.
bool equal_cells(const table::Column& x, std::size_t i, const table::Column& y, std::size_t j);
/// Rows `i` and `j` hold the same in every column. The Batches are of one Source, or of alike ones.
bool equal_rows(const table::Batch& a, std::size_t i, const table::Batch& b, std::size_t j);
/// The same for equal rows.
uint64_t hash_of_row(const table::Batch& batch, std::size_t row);

}  // namespace pegel::cube
