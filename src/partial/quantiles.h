#pragma once
// Exact medians and percentiles of whole numbers (millionths, days).

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/byte_io.h"
#include "partial/moments.h"
#include "partial/radix_sort.h"
#include "partial/select.h"

namespace pegel::partial {

/// Every value that was added: one by one, or counted by value where they lie close together.
class Quantiles {
 public:
  void add(int64_t value) {
    const uint64_t at = static_cast<uint64_t>(value) - static_cast<uint64_t>(least_);
    if (at < counts_.size()) {
      ++counts_[at];
      ++n_;
    } else if (counts_.empty() && values_.size() + 1 < try_at_) {
      values_.push_back(value);
      sorted_ = false;
      ++n_;
    } else {
      add_slowly(value);
    }
  }
  void merge(const Quantiles& from) {
    if (&from == this) return merge(Quantiles(from));
    if (n_ == 0) {
      *this = from;
    } else if (from.counts_.empty() && counts_.empty() && values_.size() + from.values_.size() < try_at_) {
      values_.insert(values_.end(), from.values_.begin(), from.values_.end());
      sorted_ = false;
      n_ += from.n_;
    } else if (from.counts_.empty()) {
      for (const int64_t value : from.values_) add(value);
    } else if (count_within(from.least_, from.most(), n_ + from.n_)) {
      const auto first = static_cast<std::size_t>(from.least_ - least_);
      for (std::size_t i = 0; i < from.counts_.size(); ++i) counts_[first + i] += from.counts_[i];
      n_ += from.n_;
    } else {
      from.each([&](int64_t value, int64_t times) {
        for (; times > 0; --times) add(value);
      });
    }
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(static_cast<uint64_t>(n_));
    int64_t previous = 0;
    each([&](int64_t value, int64_t times) {
      for (; times > 0; --times) {
        writer.i64(static_cast<int64_t>(static_cast<uint64_t>(value) - static_cast<uint64_t>(previous)));
        previous = value;
      }
    });
  }
  static Quantiles decode(base::ByteReader& reader) {
    Quantiles q;
    uint64_t value = 0;
    for (std::size_t i = reader.count(); i > 0 && !reader.failed(); --i) {
      value += static_cast<uint64_t>(reader.i64());
      q.add(static_cast<int64_t>(value));
    }
    return q;
  }
  bool operator==(const Quantiles& o) const { return n_ == o.n_ && (n_ == 0 || ascending() == o.ascending()); }

  int64_t n() const { return n_; }
  /// The value of `rank` (from 1) in ascending order; 1 <= rank <= n.
  int64_t at(int64_t rank) const {
    if (counts_.empty()) return sorted()[static_cast<std::size_t>(rank - 1)];
    std::size_t i = 0;
    while (rank > counts_[i]) rank -= counts_[i++];
    return least_ + static_cast<int64_t>(i);
  }
  /// The q-quantile, 0 <= q <= 1, linear between neighbours (Hyndman and Fan 1996, definition 7); n > 0.
  double quantile(double q) const {
    const double position = q * static_cast<double>(n() - 1);
    const auto below = static_cast<int64_t>(position);
    const auto [low, high] = neighbours(below + 1);
    return low + (position - static_cast<double>(below)) * (high - low);
  }
  /// Calls visit(value, times), ascending by value; a value may come more than once.
  template <class Visit>
  void each(const Visit& visit) const {
    if (counts_.empty()) {
      for (const int64_t value : sorted()) visit(value, int64_t{1});
    }
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (counts_[i] != 0) visit(least_ + static_cast<int64_t>(i), int64_t{counts_[i]});
    }
  }
  /// Each value times `factor`, at least 1, in `moments`.
  void add_to(Moments& moments, int64_t factor) const {
    if (counts_.empty()) return moments.add(values_, factor);
    each([&](int64_t value, int64_t times) { moments.add(value * factor, times); });
  }
  std::vector<int64_t> ascending() const {
    std::vector<int64_t> values;
    values.reserve(static_cast<std::size_t>(n_));
    each([&](int64_t value, int64_t times) { values.insert(values.end(), static_cast<std::size_t>(times), value); });
    return values;
  }

 private:
  static constexpr std::size_t kFew = 64;  // values that are not worth counting

  int64_t most() const { return least_ + static_cast<int64_t>(counts_.size()) - 1; }

  /// The values of `rank` and of the next, if there is one, else twice the same.
  std::pair<double, double> neighbours(int64_t rank) const {
    if (!counts_.empty() || sorted_) {
      return {static_cast<double>(at(rank)), static_cast<double>(at(std::min(rank + 1, n_)))};
    }
    const auto [low, high] = neighbours_at(values_, static_cast<std::size_t>(rank));
    return {static_cast<double>(low), static_cast<double>(high)};
  }

  const std::vector<int64_t>& sorted() const {
    if (!sorted_) radix_sort(values_, [](int64_t value) { return value; });
    sorted_ = true;
    return values_;
  }

  void add_slowly(int64_t value) {
    if (!counts_.empty()) {
      if (count_within(value, value, n_ + 1)) return add(value);
      values_ = ascending();
      counts_.clear();
    }
    values_.push_back(value);
    sorted_ = false;
    ++n_;
    if (values_.size() < try_at_) return;
    try_at_ = 2 * values_.size();
    if (worth_counting(least_span_, n_)) count_within(value, value, n_);
  }

  /// Not where that takes more than two places for each of `n` values.
  static bool worth_counting(uint64_t span, int64_t n) { return span < 2 * static_cast<uint64_t>(n); }

  /// Makes values from `least` to `most` countable, beside those held; false where that is not worth it.
  bool count_within(int64_t least, int64_t most, int64_t n) {
    if (!counts_.empty()) {
      least = std::min(least, least_);
      most = std::max(most, this->most());
    }
    for (const int64_t value : values_) {
      least = std::min(least, value);
      most = std::max(most, value);
    }
    const uint64_t span = static_cast<uint64_t>(most) - static_cast<uint64_t>(least);
    if (!worth_counting(span, n)) {
      if (counts_.empty()) least_span_ = span;
      return false;
    }
    std::vector<uint32_t> counts(span + 1);
    for (std::size_t i = 0; i < counts_.size(); ++i) counts[static_cast<std::size_t>(least_ - least) + i] = counts_[i];
    for (const int64_t value : values_) ++counts[static_cast<std::size_t>(value - least)];
    counts_ = std::move(counts);
    least_ = least;
    values_ = {};
    return true;
  }

  int64_t n_ = 0;
  // Counted: counts_[i] times least_ + i, and values_ is empty. Else counts_ is empty.
  std::vector<uint32_t> counts_;
  int64_t least_ = 0;
  mutable std::vector<int64_t> values_;
  mutable bool sorted_ = true;
  std::size_t try_at_ = kFew;  // size of values_ at which counting is tried again
  uint64_t least_span_ = 0;    // that values_ are known to have
};

}  // namespace pegel::partial
