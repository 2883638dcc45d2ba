#pragma once
// Several engines that hold a part of the rows each, as the workers of a page do, and the report that they make together.

#include <string>
#include <vector>

#include "support/run.h"

namespace pegel::test {

/// Each file cut into so many parts, each part in an engine of its own. By file, then by part.
std::vector<Batches> engines_of(const Plan& plan, const std::vector<File>& files, std::size_t parts);

/// What the engines lend goes to all of them, in an order that `seed` shuffles; then their Cubes are merged, written and
/// read again. As JSON.
std::string report_of(const Plan& plan, std::vector<Batches>& engines, uint64_t seed);

}  // namespace pegel::test
