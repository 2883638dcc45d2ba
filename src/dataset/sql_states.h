#pragma once
// What a Frame derives from other cells of a row, as SQL.

#include <string>
#include <utility>
#include <vector>

#include "pegel/plan.h"

namespace pegel::dataset {

/// Columns by name with what they become; each refers to the columns as they were before.
using SqlLayer = std::vector<std::pair<std::string, std::string>>;

/// One after the other, over columns named as roles, and beside each day "<role>_time" with its instant.
std::vector<SqlLayer> sql_states(const Source& source);

}  // namespace pegel::dataset
