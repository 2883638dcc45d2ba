#pragma once
// How often each of a few whole numbers was met: scores, scales.

#include <array>
#include <cstdint>
#include <map>
#include <optional>

#include "base/byte_io.h"

namespace pegel::partial {

class Histogram {
 public:
  void add(int64_t value, int64_t times = 1) {
    if (value >= 0 && value < kSmall) {
      small_[static_cast<std::size_t>(value)] += times;
    } else {
      others_[value] += times;
    }
  }
  void merge(const Histogram& from) {
    if (&from == this) return merge(Histogram(from));
    from.each([&](int64_t value, int64_t times) { add(value, times); });
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(static_cast<uint64_t>(distinct()));
    each([&](int64_t value, int64_t times) {
      writer.i64(value);
      writer.i64(times);
    });
  }
  static Histogram decode(base::ByteReader& reader) {
    Histogram h;
    std::optional<int64_t> previous;
    for (std::size_t i = reader.count(2); i > 0 && !reader.failed(); --i) {
      const int64_t value = reader.i64();
      const int64_t times = reader.i64();
      reader.require(times > 0 && (!previous || value > *previous));
      if (!reader.failed()) h.add(value, times);
      previous = value;
    }
    return h;
  }
  bool operator==(const Histogram& o) const { return small_ == o.small_ && others_ == o.others_; }

  /// Calls visit(value, how often), ascending by value; values that were never met are left out.
  template <class Visit>
  void each(const Visit& visit) const {
    auto other = others_.begin();
    for (; other != others_.end() && other->first < 0; ++other) visit(other->first, other->second);
    for (std::size_t value = 0; value < small_.size(); ++value) {
      if (small_[value] != 0) visit(static_cast<int64_t>(value), small_[value]);
    }
    for (; other != others_.end(); ++other) visit(other->first, other->second);
  }
  int64_t distinct() const {
    int64_t values = 0;
    each([&](int64_t, int64_t) { ++values; });
    return values;
  }
  int64_t n() const { return between(INT64_MIN, INT64_MAX); }
  /// How many values lie in [low, high].
  int64_t between(int64_t low, int64_t high) const {
    int64_t n = 0;
    each([&](int64_t value, int64_t times) { n += value >= low && value <= high ? times : 0; });
    return n;
  }

 private:
  static constexpr int64_t kSmall = 11;  // 0 to 10, the scores of most scales
  std::array<int64_t, kSmall> small_{};
  std::map<int64_t, int64_t> others_;
};

}  // namespace pegel::partial
