#pragma once
// What each of several units brought: customers, distributors.

#include "kpis/estimate.h"

namespace pegel::kpis {

/// The sum of the amounts `money` by the number of units that `apart` keeps the same amounts of, which is the part `units`.
/// Interval over units, from kFew on. "no_data", "mixed_currency".
Estimate per_unit(const Sums& sums, const Context& context, uint8_t money, uint8_t apart, std::string_view units);

}  // namespace pegel::kpis
