#pragma once
// Filters whose value nobody has.

#include "pegel/engine.h"

namespace pegel::cli {

/// Says on stderr which values of the plan's filters occur in no row, with the nearest that does.
void note_filters(const Plan& plan, const Batches& batches);

}  // namespace pegel::cli
