#pragma once
// Quoted fields that hold rows: a stray quote opens them, the next one closes them far below.

#include <optional>

#include "csv/records.h"
#include "pegel/dialect.h"

namespace pegel::table {

/// The first field of `record` whose text holds at least two whole lines, nearly all with as many delimiters as a record
/// of `width` fields; nothing for a text of other lines.
std::optional<std::size_t> field_with_rows(const csv::Records& records, std::size_t record, const Dialect& dialect,
                                           int width);

}  // namespace pegel::table
