#pragma once
// From records to typed columns: what each column holds, how sure, and what the runner-up was. Independent of row order.

#include <vector>

#include "csv/records.h"
#include "pegel/profile.h"

namespace pegel::table {

/// Column profiles of a sample: header names, then the evidence of every data record in `records`. `records` starts at
/// the header (dialect.skip_rows already left out); records of another width than the header are left out of the evidence.
/// Roles are left unset. Questions (date order, decimal sign) are appended to `queries` with both readings of three values.
struct Inferred {
  std::vector<ColumnProfile> columns;
  std::vector<Query> queries;
  int64_t rows = 0;
};
Inferred infer(const Dialect& dialect, const csv::Records& records);

/// Header names as used: joined over header rows, trimmed, "column 3" where empty, "Name (2)" where repeated.
std::vector<std::string> header_names(const Dialect& dialect, const csv::Records& records);

}  // namespace pegel::table
