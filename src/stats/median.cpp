#include "stats/median.h"

#include <array>
#include <cmath>

#include "stats/elementary.h"
#include "stats/estimates.h"
#include "stats/normal.h"

namespace pegel::stats {

MedianCounter::MedianCounter(std::vector<int32_t> values) : distinct_(std::move(values)) {
  std::sort(distinct_.begin(), distinct_.end());
  distinct_.erase(std::unique(distinct_.begin(), distinct_.end()), distinct_.end());
  counts_.resize(distinct_.size());
}

uint32_t MedianCounter::rank_of(int32_t value) const {
  return static_cast<uint32_t>(std::lower_bound(distinct_.begin(), distinct_.end(), value) - distinct_.begin());
}

void MedianCounter::clear() {
  std::fill(counts_.begin(), counts_.end(), 0u);
  n_ = 0;
}

std::optional<double> MedianCounter::median() const {
  if (n_ == 0) return std::nullopt;
  const uint32_t half = (n_ + 1) / 2;  // values up to the lower middle one
  std::size_t rank = 0;
  uint32_t below = counts_[0];
  while (below < half) below += counts_[++rank];
  const double lower = distinct_[rank];
  if (n_ % 2 == 1 || below > half) return lower;
  do ++rank;
  while (counts_[rank] == 0);
  return lower + (distinct_[rank] - lower) / 2;
}

LinearMedian::LinearMedian(std::span<const Repeated> values, double floor) {
  int64_t n = 0;
  for (const Repeated& each : values) n += each.times;
  if (n == 0) return;
  const auto at = [&](int64_t rank) {  // from 1
    auto each = values.begin();
    for (; rank > each->times; ++each) rank -= each->times;
    return static_cast<double>(each->value);
  };
  middle_ = (at((n + 1) / 2) + at(n / 2 + 1)) / 2;
  value_ = std::max(floor, middle_);
  std::array<int64_t, 3> on_side{};
  for (const Repeated& each : values) on_side[static_cast<std::size_t>(1 + side(each.value))] += each.times;
  const auto [below, tied, above] = on_side;
  if (tied > 0) tied_ = static_cast<double>(below - above) / static_cast<double>(tied);
  const Ranks ranks = order_statistics(n, 0.5).value_or(Ranks{1, n, 0.95});
  const double width = log(std::max(floor, at(ranks.high)) / std::max(floor, at(ranks.low)));
  step_ = width / (2 * normal_quantile((1 + ranks.cover) / 2)) * std::sqrt(static_cast<double>(n));
}

}  // namespace pegel::stats
