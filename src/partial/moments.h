#pragma once
// Mean, spread and extremes of millionths, from exact sums: no order of merging changes a bit.

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "base/byte_io.h"
#include "partial/wide.h"

namespace pegel::partial {

class Moments {
 public:
  void add(base::Micros value) {
    if (value >= kShort || value <= -kShort) return add_wide(value, 1);
    min_ = std::min(min_, value);
    max_ = std::max(max_, value);
    if (pending_.add(value) == kMostPending) settle();
  }
  /// Each value times `factor`, at least 1; the products are within 64 bits.
  void add(std::span<const int64_t> values, int64_t factor) {
    Pending pending = pending_;
    base::Micros least = min_;
    base::Micros most = max_;
    const int64_t end = kShort / factor;
    for (const int64_t value : values) {
      if (value >= end || value <= -end) {
        add_wide(value * factor, 1);
        continue;
      }
      const base::Micros micros = value * factor;
      least = std::min(least, micros);
      most = std::max(most, micros);
      if (pending.add(micros) < kMostPending) continue;
      pending_ = std::exchange(pending, {});
      settle();
    }
    pending_ = pending;
    min_ = std::min(min_, least);
    max_ = std::max(max_, most);
  }
  void add(base::Micros value, int64_t times) {
    if (times == 1) {
      add(value);
    } else {
      add_wide(value, times);
    }
  }
  void merge(const Moments& from) {
    settle();
    n_ += static_cast<uint64_t>(from.n());
    sum_ += from.sum();
    squares_ = squares_ + from.squares();
    min_ = std::min(min_, from.min_);
    max_ = std::max(max_, from.max_);
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(static_cast<uint64_t>(n()));
    writer.i128(sum());
    for (const uint64_t limb : squares().limbs) writer.u64(limb);
    writer.i64(min_);
    writer.i64(max_);
  }
  static Moments decode(base::ByteReader& reader) {
    Moments m;
    m.n_ = reader.u64();
    m.sum_ = reader.i128();
    for (uint64_t& limb : m.squares_.limbs) limb = reader.u64();
    m.min_ = reader.i64();
    m.max_ = reader.i64();
    return m;
  }
  bool operator==(const Moments& o) const {
    return n() == o.n() && sum() == o.sum() && squares() == o.squares() && min_ == o.min_ && max_ == o.max_;
  }

  int64_t n() const { return static_cast<int64_t>(n_) + pending_.values; }
  base::Int128 sum() const { return sum_ + pending_.total; }
  base::Micros min() const { return min_; }                ///< the largest int64 when n = 0
  base::Micros max() const { return max_; }                ///< the smallest int64 when n = 0
  double total() const { return base::to_double(sum()); }  ///< in whole units, not millionths
  double total_of_squares() const {                        ///< the same, of the values' squares
    return squares().to_double() / (static_cast<double>(base::kOne) * static_cast<double>(base::kOne));
  }
  /// In whole units, not millionths; n > 0.
  double mean() const { return total() / static_cast<double>(n()); }
  /// Of a sample (divisor n - 1), in whole units; n > 1.
  double standard_deviation() const {
    const base::Int128 signed_size = sum();
    const auto size = static_cast<base::Uint128>(signed_size < 0 ? -signed_size : signed_size);
    const auto count = static_cast<uint64_t>(n());
    const Wide spread = squares() * count - Wide::product(size, size);  // n²·variance, never negative
    const auto n = static_cast<double>(count);
    return std::sqrt(spread.to_double() / (n * (n - 1))) / static_cast<double>(base::kOne);
  }

 private:
  // Short values and the products of the two halves of their sizes, which are their squares, stay within 64 bits for
  // kMostPending of them.
  static constexpr int kHalf = 21;
  static constexpr int64_t kShort = int64_t{1} << (2 * kHalf);
  static constexpr uint32_t kMostPending = 1u << 20;
  struct Pending {
    int64_t total = 0;
    uint64_t high = 0;
    uint64_t mixed = 0;
    uint64_t low = 0;
    uint32_t values = 0;
    uint32_t add(int64_t value) {
      const auto size = static_cast<uint64_t>(value < 0 ? -value : value);
      const uint64_t upper = size >> kHalf;
      const uint64_t lower = size & ((uint64_t{1} << kHalf) - 1);
      total += value;
      high += upper * upper;
      mixed += upper * lower;
      low += lower * lower;
      return ++values;
    }
    Wide squares() const {
      base::Uint128 sum = (static_cast<base::Uint128>(high) << (2 * kHalf)) + low;
      sum += static_cast<base::Uint128>(mixed) << (kHalf + 1);
      return Wide::of(sum);
    }
  };

  void add_wide(base::Int128 value, int64_t times) {
    n_ += static_cast<uint64_t>(times);
    sum_ += value * times;
    squares_ = squares_ + Wide::of(static_cast<base::Uint128>(value * value)) * static_cast<uint64_t>(times);
    min_ = std::min(min_, static_cast<base::Micros>(value));
    max_ = std::max(max_, static_cast<base::Micros>(value));
  }
  void settle() {
    n_ += pending_.values;
    sum_ += pending_.total;
    squares_ = squares();
    pending_ = {};
  }
  Wide squares() const { return squares_ + pending_.squares(); }

  // Of all values but those pending.
  uint64_t n_ = 0;
  base::Int128 sum_ = 0;
  Wide squares_;
  Pending pending_;
  // Of all.
  base::Micros min_ = std::numeric_limits<base::Micros>::max();
  base::Micros max_ = std::numeric_limits<base::Micros>::min();
};

}  // namespace pegel::partial
