#pragma once
// Mean, spread and extremes of millionths, from exact sums: no order of merging changes a bit.

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/byte_io.h"
#include "partial/wide.h"

namespace pegel::partial {

class Moments {
 public:
  void add(base::Micros value, int64_t times = 1) {
    const base::Int128 wide = value;
    n_ += static_cast<uint64_t>(times);
    if (times == 1 && value < kShort && value > -kShort) {
      sum_ += wide;
      add_square(static_cast<uint64_t>(value < 0 ? -value : value));
    } else {
      sum_ += wide * times;
      squares_ = squares_ + Wide::of(static_cast<base::Uint128>(wide * wide)) * static_cast<uint64_t>(times);
    }
    min_ = std::min(min_, value);
    max_ = std::max(max_, value);
  }
  void merge(const Moments& from) {
    n_ += from.n_;
    sum_ += from.sum_;
    squares_ = squares() + from.squares();
    pending_ = {};
    min_ = std::min(min_, from.min_);
    max_ = std::max(max_, from.max_);
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(n_);
    writer.i128(sum_);
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
    return n_ == o.n_ && sum_ == o.sum_ && squares() == o.squares() && min_ == o.min_ && max_ == o.max_;
  }

  int64_t n() const { return static_cast<int64_t>(n_); }
  base::Int128 sum() const { return sum_; }
  base::Micros min() const { return min_; }               ///< the largest int64 when n = 0
  base::Micros max() const { return max_; }               ///< the smallest int64 when n = 0
  double total() const { return base::to_double(sum_); }  ///< in whole units, not millionths
  double total_of_squares() const {                       ///< the same, of the values' squares
    return squares().to_double() / (static_cast<double>(base::kOne) * static_cast<double>(base::kOne));
  }
  /// In whole units, not millionths; n > 0.
  double mean() const { return base::to_double(sum_) / static_cast<double>(n_); }
  /// Of a sample (divisor n - 1), in whole units; n > 1.
  double standard_deviation() const {
    const auto size = static_cast<base::Uint128>(sum_ < 0 ? -sum_ : sum_);
    const Wide spread = squares() * n_ - Wide::product(size, size);  // n²·variance, never negative
    const double n = static_cast<double>(n_);
    return std::sqrt(spread.to_double() / (n * (n - 1))) / static_cast<double>(base::kOne);
  }

 private:
  // Squares of short values are added by the products of their two halves, which stay within 64 bits for kMostPending values.
  static constexpr int kHalf = 21;
  static constexpr int64_t kShort = int64_t{1} << (2 * kHalf);
  static constexpr uint32_t kMostPending = 1u << 20;
  struct Pending {
    uint64_t high = 0;
    uint64_t mixed = 0;
    uint64_t low = 0;
    uint32_t values = 0;
    Wide sum() const {
      base::Uint128 sum = (static_cast<base::Uint128>(high) << (2 * kHalf)) + low;
      sum += static_cast<base::Uint128>(mixed) << (kHalf + 1);
      return Wide::of(sum);
    }
  };

  void add_square(uint64_t value) {
    const uint64_t high = value >> kHalf;
    const uint64_t low = value & ((uint64_t{1} << kHalf) - 1);
    pending_.high += high * high;
    pending_.mixed += high * low;
    pending_.low += low * low;
    if (++pending_.values < kMostPending) return;
    squares_ = squares();
    pending_ = {};
  }
  Wide squares() const { return squares_ + pending_.sum(); }

  uint64_t n_ = 0;
  base::Int128 sum_ = 0;
  Wide squares_;  // of all but those pending
  Pending pending_;
  base::Micros min_ = std::numeric_limits<base::Micros>::max();
  base::Micros max_ = std::numeric_limits<base::Micros>::min();
};

}  // namespace pegel::partial
