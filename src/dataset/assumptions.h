#pragma once
// What is taken for granted where nobody answered.

#include <vector>

#include "pegel/plan.h"

namespace pegel::dataset {

/// The first Option of each Query of `profile` that `choice` leaves open.
std::vector<Assumption> assumptions_of(const Profile& profile, const SourceChoice& choice);

}  // namespace pegel::dataset
