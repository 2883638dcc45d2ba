#pragma once
// The rows of a Plan's Sources as SQL: a view a kind, with role names as columns, that holds what a Frame says.

#include <span>
#include <string>

#include "pegel/plan.h"
#include "pegel/result.h"

namespace pegel::dataset {

/// The view of one kind that some Source has; `paths` are where the plan's Sources lie, in their order. Each unit stands in it
/// once, by its latest row; rows of another width, blank ones and repeated headers are left out, filters hold.
/// Errors: "sql.cannot" for what SQL does not say: other encodings than UTF-8, wide tables, worded days.
/// A kind that no Source has: a table without rows.
Result<std::string> sql_view(const Plan& plan, Kind kind, std::span<const std::string> paths);

}  // namespace pegel::dataset
