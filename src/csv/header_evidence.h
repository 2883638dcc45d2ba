#pragma once
// Whether a record names the columns of the records below it.

#include <vector>

#include "csv/table_body.h"

namespace pegel::csv {

/// Over 0: rather a header; under 0: rather a row of values. About 1 a column where it is plain. `body`: what the columns
/// hold below.
double header_evidence(const Table& table, std::size_t record, const std::vector<BodyColumn>& body);

}  // namespace pegel::csv
