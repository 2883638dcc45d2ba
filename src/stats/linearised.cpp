#include "stats/linearised.h"

#include <algorithm>
#include <cmath>

#include "base/decimal.h"

namespace pegel::stats {
namespace {

constexpr double kSteps = 0x1p31;  // of the largest influence: cubes of 2^31 units still fit 128 bits

}  // namespace

Spread linearised(double value, std::span<const double> influences) {
  double largest = 0;
  for (const double influence : influences) largest = std::max(largest, std::fabs(influence));
  if (influences.empty() || largest == 0) return {value, 0, 0};
  // Whole steps, so that no order of adding shows.
  int64_t sum = 0;
  base::Uint128 squares = 0;
  base::Int128 cubes = 0;
  for (const double influence : influences) {
    const auto step = static_cast<int64_t>(influence / largest * kSteps);
    const int64_t square = step * step;
    sum += step;
    squares += static_cast<uint64_t>(square);
    cubes += static_cast<base::Int128>(square) * step;
  }
  const auto n = static_cast<double>(influences.size());
  const double mean = static_cast<double>(sum) / n;
  const double second = static_cast<double>(squares) / n;
  const double variance = second - mean * mean;
  if (!(variance > 0)) return {value, 0, 0};
  const double third = static_cast<double>(cubes) / n - 3 * mean * second + 2 * mean * mean * mean;
  return {value, std::sqrt(variance / n) / kSteps * largest, third / (variance * std::sqrt(variance)) / std::sqrt(n)};
}

}  // namespace pegel::stats
