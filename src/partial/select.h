#pragma once
// The value at a place of an order that is not made: by counting the values' upper bits, again among those that share them.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace pegel::partial {

/// The value of `rank` (from 1) in ascending order and the one behind it, or twice the last; 1 <= rank <= values.size().
/// Leaves the values in another order, or as they were.
inline std::pair<int64_t, int64_t> neighbours_at(std::vector<int64_t>& values, std::size_t rank) {
  constexpr std::size_t kFew = 256;  // where comparing is as fast
  constexpr int kBits = 11;
  if (values.size() < kFew) {
    const auto found = values.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(values.begin(), found, values.end());
    const auto next = std::min_element(found + 1, values.end());
    return {*found, next == values.end() ? *found : *next};
  }
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const auto lowest = static_cast<uint64_t>(*least);
  const uint64_t range = static_cast<uint64_t>(*most) - lowest;
  if (range == 0) return {*least, *least};
  const int shift = std::max(0, static_cast<int>(std::bit_width(range)) - kBits);
  const auto bucket_of = [&](int64_t value) {
    return static_cast<std::size_t>((static_cast<uint64_t>(value) - lowest) >> shift);
  };
  std::vector<uint32_t> counts(std::size_t{1} << kBits);
  for (const int64_t value : values) ++counts[bucket_of(value)];
  std::size_t first = 0;
  while (rank > counts[first]) rank -= counts[first++];
  std::size_t last = first;  // of the value behind it
  if (rank == counts[first]) {
    for (++last; last < counts.size() && counts[last] == 0;) ++last;
  }
  std::vector<int64_t> among;
  among.reserve(counts[first]);
  int64_t behind = *most;
  for (const int64_t value : values) {
    const std::size_t bucket = bucket_of(value);
    if (bucket == first) among.push_back(value);
    if (bucket == last && last != first) behind = std::min(behind, value);
  }
  auto [found, next] = neighbours_at(among, rank);
  if (last < counts.size() && last != first) next = behind;
  return {found, next};
}

}  // namespace pegel::partial
