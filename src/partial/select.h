#pragma once
// The value at a place of an order that is not made: few of the values may stand there, and only these are looked at twice.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace pegel::partial {

using Neighbours = std::pair<int64_t, int64_t>;

Neighbours neighbours_at(std::vector<int64_t>& values, std::size_t rank);

/// Of values that spread evenly or not: by counting their upper bits, again among those that share them.
inline Neighbours neighbours_counted(const std::vector<int64_t>& values, std::size_t rank) {
  constexpr int kBits = 11;
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

/// In one go over the values, by bounds that a sample of them promises; nothing where it kept no word.
inline std::optional<Neighbours> neighbours_sampled(const std::vector<int64_t>& values, std::size_t rank) {
  constexpr std::size_t kSample = 512;
  constexpr std::size_t kSlack = 40;  // a rank of the sample is off by 11 in the mean
  constexpr std::size_t kBlock = 1024;
  std::vector<int64_t> sample(kSample);
  for (std::size_t i = 0; i < kSample; ++i) sample[i] = values[i * values.size() / kSample];
  std::sort(sample.begin(), sample.end());
  const std::size_t middle = rank * kSample / (values.size() + 1);
  const int64_t low = sample[middle - std::min(middle, kSlack)];
  const uint64_t range =
      static_cast<uint64_t>(sample[std::min(middle + kSlack, kSample - 1)]) - static_cast<uint64_t>(low);
  std::vector<int64_t> among;
  std::size_t below = 0;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < values.size();) {
    const std::size_t end = std::min(at + kBlock, values.size());
    if (among.size() < kept + kBlock) among.resize(2 * (kept + kBlock));
    for (; at < end; ++at) {
      among[kept] = values[at];
      below += values[at] < low ? 1 : 0;
      kept += static_cast<uint64_t>(values[at]) - static_cast<uint64_t>(low) <= range ? 1 : 0;
    }
  }
  const bool kept_word = below < rank && rank < below + kept && kept < values.size() / 2;
  if (!kept_word) return std::nullopt;
  among.resize(kept);
  return neighbours_at(among, rank - below);
}

/// The value of `rank` (from 1) in ascending order and the one behind it, or twice the last; 1 <= rank <= values.size().
/// Leaves the values in another order, or as they were.
inline Neighbours neighbours_at(std::vector<int64_t>& values, std::size_t rank) {
  constexpr std::size_t kFew = 256;    // where comparing is as fast
  constexpr std::size_t kMany = 4096;  // where a sample pays
  if (values.size() < kFew) {
    const auto found = values.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(values.begin(), found, values.end());
    const auto next = std::min_element(found + 1, values.end());
    return {*found, next == values.end() ? *found : *next};
  }
  const auto sampled = values.size() < kMany ? std::nullopt : neighbours_sampled(values, rank);
  return sampled ? *sampled : neighbours_counted(values, rank);
}

}  // namespace pegel::partial
