#pragma once
// Medians that are asked for often: of resamples, by counting; of many values, with how much each of them moves it.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace pegel::stats {

/// The mean of the two middle values, or the middle one; not empty. Reorders `values`.
template <class T>
double median_of(std::vector<T>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  const auto upper = static_cast<double>(*middle);
  if (values.size() % 2 == 1) return upper;
  const auto lower = static_cast<double>(*std::max_element(values.begin(), middle));
  return lower + (upper - lower) / 2;
}

/// The median of resamples of whole numbers: values are added by their rank among the distinct ones.
class MedianCounter {
 public:
  explicit MedianCounter(std::vector<int32_t> values);
  /// The rank of one of the values.
  uint32_t rank_of(int32_t value) const;

  void clear();
  void add(uint32_t rank) {
    ++counts_[rank];
    ++n_;
  }
  std::optional<double> median() const;

 private:
  std::vector<int32_t> distinct_;
  std::vector<uint32_t> counts_;
  uint32_t n_ = 0;
};

struct Repeated {
  int32_t value;
  int64_t times;
};

/// The median of many whole numbers, none counted below `floor` > 0, with the influences on its logarithm: their standard
/// error is a normal one's whose interval is that of the order statistics (McKean and Schrader 1984).
class LinearMedian {
 public:
  /// `values`: ascending.
  LinearMedian(std::span<const Repeated> values, double floor);
  double value() const { return value_; }  ///< 0 without values
  /// Where a value lies: -1 below the median, before the floor; 0 on it; 1 above.
  int side(int32_t value) const { return (value > middle_) - (value < middle_); }
  /// What a value of that side adds to the median's logarithm, times the number of values; 0 on average.
  double influence_of(int side) const { return step_ * (side == 0 ? tied_ : side); }
  double influence(int32_t value) const { return influence_of(side(value)); }

 private:
  double value_ = 0;
  double middle_ = 0;  // before the floor
  double step_ = 0;
  double tied_ = 0;
};

}  // namespace pegel::stats
