#pragma once
// Sorts whole numbers by their digits, 11 bits at a time: days in one or two passes, amounts in four.

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace pegel::partial {

/// Ascending by `key(value) -> int64_t`.
template <class T, class Key>
void radix_sort(std::vector<T>& values, const Key& key) {
  constexpr int kBits = 11;
  constexpr std::size_t kFew = 512;  // where comparing is as fast
  const auto less = [&](const T& a, const T& b) { return key(a) < key(b); };
  if (values.size() < kFew) {
    std::sort(values.begin(), values.end(), less);
    return;
  }
  const auto [least, most] = std::minmax_element(values.begin(), values.end(), less);
  const auto lowest = static_cast<uint64_t>(key(*least));
  const uint64_t range = static_cast<uint64_t>(key(*most)) - lowest;
  std::vector<T> other(values.size());
  for (int shift = 0; shift < 64 && range >> shift != 0; shift += kBits) {
    const auto digit = [&](const T& value) {
      return ((static_cast<uint64_t>(key(value)) - lowest) >> shift) & ((1u << kBits) - 1);
    };
    std::array<std::size_t, 1u << kBits> next{};
    for (const T& value : values) ++next[digit(value)];
    std::size_t place = 0;
    for (std::size_t& count : next) place += std::exchange(count, place);
    for (const T& value : values) other[next[digit(value)]++] = value;
    values.swap(other);
  }
}

}  // namespace pegel::partial
