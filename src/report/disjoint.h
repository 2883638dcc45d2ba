#pragma once
// Targets that may be added without counting a day twice.

#include <vector>

#include "report/actual.h"

namespace pegel::report {

/// Of targets for one figure and scope, those that are added: no two share a day, together they cover the most days, and
/// of several such sets the finest (a year's months before the year), then the one that asks for more. Indices, ascending.
std::vector<std::size_t> disjoint(const std::vector<const Target*>& targets);

}  // namespace pegel::report
