#pragma once
// What the words of canonical roles mean in one file.

#include "dataset/recognise.h"

namespace pegel::dataset {

/// Fills `profile.values` and `profile.scale`, and asks nps.scale and target.kpi where that is open.
void set_values(const Candidate& candidate, const Table& file, const SourceChoice& choice, Profile& profile);

/// The meaning that the user gives to a word; a word that is not listed yet is added.
void choose_value(Profile& profile, Role role, const std::string& raw, const std::string& canonical);

}  // namespace pegel::dataset
