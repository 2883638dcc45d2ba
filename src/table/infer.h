#pragma once
// From records to typed columns: what each column holds, how sure, and what the runner-up was. Independent of row order.

#include <string>
#include <vector>

#include "csv/records.h"
#include "pegel/profile.h"

namespace pegel::table {

/// Column profiles of a sample: header names, then the evidence of every data record in `records`. `records` starts at
/// the header (dialect.skip_rows already left out); blank records, and records of another width than the table's or than
/// most records', are left out of the evidence. A question of one column that other columns of the file settle is not asked.
/// Roles are left unset. Questions (date order, decimal sign) are appended to `queries` with both readings of three values.
struct Inferred {
  std::vector<ColumnProfile> columns;
  std::vector<Query> queries;
  int64_t rows = 0;
  int usual_width = 0;  ///< see usual_width()
};
Inferred infer(const Dialect& dialect, const csv::Records& records);

/// Fields of a whole record: the columns that the header names, or more when most records have more; at least 1.
std::size_t table_width(const Dialect& dialect, const csv::Records& records);
/// The width that more than half of the data records have; 0 when none has.
std::size_t usual_width(const Dialect& dialect, const csv::Records& records);

/// Header names as used: joined over header rows, trimmed, "column 3" where empty, "Name (2)" where repeated.
std::vector<std::string> header_names(const Dialect& dialect, const csv::Records& records);

}  // namespace pegel::table
