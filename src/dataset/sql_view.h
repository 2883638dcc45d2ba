#pragma once
// The rows of a Plan's Sources as SQL: a view a kind, with role names as columns, that holds what a Frame says.

#include <span>
#include <string>
#include <vector>

#include "pegel/plan.h"
#include "pegel/result.h"

namespace pegel::dataset {

/// The view `<kind>_rows` of one kind that some Source has: a row a record, what the files say of it themselves. `paths` are
/// where the plan's Sources lie, in their order; rows of another width, blank ones and repeated headers are left out.
/// Errors: "sql.cannot" for what SQL does not say: other encodings than UTF-8, wide tables, worded days.
/// Empty for a kind that no Source has.
Result<std::string> sql_rows(const Plan& plan, Kind kind, std::span<const std::string> paths);

/// Over the views of rows, a table `<kind>_by_<id>` for each kind whose files lend: by key_ what they lend.
std::string sql_lookups(const Plan& plan);

/// Over both, the table of one kind: each unit stands in it once, by its latest row, with what is lent to it; filters hold.
/// A kind that no Source has: a table without rows.
std::string sql_view(const Plan& plan, Kind kind);

/// The columns that it has, with their types.
struct ViewColumn {
  std::string name;
  std::string_view type;
};
std::vector<ViewColumn> sql_columns(const Plan& plan, Kind kind);

}  // namespace pegel::dataset
