#pragma once
// One-to-one assignment of the greatest total.

#include <cstddef>
#include <vector>

namespace pegel::dataset {

inline constexpr std::size_t kUnassigned = static_cast<std::size_t>(-1);

/// `gains[r][c]` >= 0: what giving column c to row r is worth; 0: not allowed. All rows have the same number of columns.
/// Gives each row its column or kUnassigned, so that the sum of gains is greatest. O(rows² (rows + columns)).
std::vector<std::size_t> assign(const std::vector<std::vector<double>>& gains);

}  // namespace pegel::dataset
