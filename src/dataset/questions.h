#pragma once
// The questions that meaning raises: which Kind, which column.

#include "dataset/verdict.h"

namespace pegel::dataset {

/// kind.unsure, when the verdict has options.
void ask_kind(const Verdict& verdict, Profile& profile);

/// map.missing, for each role of number, day or canonical value whose column has a namesake with other values.
void ask_twins(const Candidate& candidate, const Table& file, Profile& profile);

/// map.missing, for each role that the candidate lacks and `given` does not have; for wanted ones only where a column
/// could be it. Columns of `profile.wide` are not offered.
void ask_missing(const Candidate& candidate, const Table& file, const std::vector<Role>& given, Profile& profile);

}  // namespace pegel::dataset
