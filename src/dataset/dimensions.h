#pragma once
// Which columns a Plan breaks down by.

#include <span>
#include <string>
#include <vector>

#include "pegel/plan.h"

namespace pegel::dataset {

/// A column's id as a Dimension: its role, or "column:" and its name.
std::string dimension_id(const SourceColumn& column);
/// Its role, or the lending kind, a point and its id there.
std::string dimension_id(const LentColumn& column);

/// The role whose names a Dimension has, its own or the lending kind's ("customers.source"); none of other columns.
Role role_of(std::string_view dimension);

/// The dimensions that `ids`, or names of columns, mean: one a kind that has such a column.
/// Error: "plan.dimension" for a name that no file has.
Result<std::vector<Dimension>> dimensions_named(const std::vector<std::string>& ids, const Plan& plan);

/// Appends those of `more` that `all` has not.
void add_dimensions(std::vector<Dimension>& all, std::vector<Dimension> more);

/// A column that one file breaks down by is read from every file of its kind that has it, even where it is constant.
/// `profiles` are those of the plan's Sources, in their order.
void complete_dimensions(Plan& plan, std::span<const Profile> profiles);

}  // namespace pegel::dataset
