#pragma once
// Which roles a Source can answer, derived ones included.

#include "pegel/plan.h"

namespace pegel::dataset {

/// True when a Frame of this Source has values for `role`: from its column, or derived as Frame documents.
bool provides(const Source& source, Role role);

}  // namespace pegel::dataset
