#pragma once
// A KPI by the values of a dimension, ranked where ranking says something.

#include <optional>

#include "pegel/report.h"

namespace pegel::report {

/// `estimates[c]` is that of `keys[c]`. Nothing when the KPI's rows have no value of the dimension at all.
std::optional<Breakdown> breakdown(const Card& card, const std::vector<std::string>& keys,
                                   std::vector<Estimate> estimates, const Dimension& dimension);

}  // namespace pegel::report
