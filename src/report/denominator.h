#pragma once
// What a value is per, read off its formula.

#include <string_view>
#include <vector>

#include "pegel/report.h"

namespace pegel::report {

/// Those of `parts` that `formula` divides by, or takes the mean or median of: for "{won} / ({won} + {lost})" won and lost.
/// Empty for sums and counts, and for an undefined value without parts.
std::vector<Part> denominator_of(std::string_view formula, const std::vector<Part>& parts);

}  // namespace pegel::report
