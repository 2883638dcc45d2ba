#pragma once
// Rows that say only by their numbers that they are sums.

#include <cstddef>
#include <span>
#include <vector>

#include "csv/records.h"
#include "pegel/profile.h"

namespace pegel::table {

/// The rows that hold nothing but sums, each number that of the rows since the last such record or of all rows, give or
/// take a cent; of two rows or more, and beside a column of words. The last row may hold other words besides, where its
/// sums are of three rows or more and not small. `columns`: what the table's columns are.
std::vector<std::size_t> sum_rows(const Dialect& dialect, const csv::Records& records,
                                  std::span<const ColumnProfile> columns, bool full_rows);

}  // namespace pegel::table
