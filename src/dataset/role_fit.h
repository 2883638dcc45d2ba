#pragma once
// Which column has which role in one Kind.

#include <vector>

#include "dataset/recognise.h"

namespace pegel::dataset {

/// The assignment of columns to the kind's roles by headers, types and values that explains most; at most one column a
/// role and one role a column. What the user chose is kept.
std::vector<Fit> fit_roles(const KindTable& table, const Table& file, const SourceChoice& choice);

}  // namespace pegel::dataset
