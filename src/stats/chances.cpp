#include "stats/chances.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/bootstrap.h"
#include "stats/linearised.h"

namespace pegel::stats {
namespace {

struct Drawn {
  double amount;
  uint32_t chances;  ///< in kOf
};
constexpr uint32_t kOf = 1u << 31;

double share_of(const partial::Chance& chance) { return std::clamp(base::to_double(chance.probability), 0.0, 1.0); }

Interval simulated(const std::vector<partial::Chance>& chances, uint64_t seed) {
  std::vector<Drawn> list;
  for (const partial::Chance& chance : chances) {
    list.push_back({base::to_double(chance.amount), static_cast<uint32_t>(share_of(chance) * kOf)});
  }
  Random random(seed);
  std::vector<double> sums(static_cast<std::size_t>(Bootstrap{}.resamples));
  for (double& sum : sums) {
    for (const Drawn& each : list) sum += random.below(kOf) < each.chances ? each.amount : 0;
  }
  std::sort(sums.begin(), sums.end());
  return {quantile_of(sums, 0.025), quantile_of(sums, 0.975)};
}

}  // namespace

SumOfChances sum_of_chances(const partial::Chances& chances, uint64_t seed) {
  SumOfChances result;
  double variance = 0;
  double third = 0;
  for (const partial::Chance& chance : chances.sorted()) {
    const double amount = base::to_double(chance.amount);
    const double p = share_of(chance);
    result.value += amount * p;
    variance += amount * amount * p * (1 - p);
    third += amount * amount * amount * p * (1 - p) * (1 - 2 * p);
  }
  if (chances.n() < 2 || !(variance > 0)) return result;
  result.simulated = chances.n() <= static_cast<int64_t>(kMostResampled);
  if (result.simulated) {
    result.interval = simulated(chances.sorted(), seed);
  } else {
    result.interval = Spread{result.value, std::sqrt(variance), third / (variance * std::sqrt(variance))}.within(kZ95);
  }
  return result;
}

}  // namespace pegel::stats
