#pragma once
// How often each of a few whole numbers was met: scores, scales.

#include <cstdint>
#include <map>

#include "base/byte_io.h"

namespace pegel::partial {

class Histogram {
 public:
  void add(int64_t value, int64_t times = 1) { counts_[value] += times; }
  void merge(const Histogram& from) {
    for (const auto& entry : from.counts_) counts_[entry.first] += entry.second;
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(counts_.size());
    for (const auto& entry : counts_) {
      writer.i64(entry.first);
      writer.i64(entry.second);
    }
  }
  static Histogram decode(base::ByteReader& reader) {
    Histogram h;
    for (std::size_t i = reader.count(2); i > 0; --i) {
      const int64_t value = reader.i64();
      h.counts_[value] = reader.i64();
    }
    return h;
  }
  bool operator==(const Histogram& o) const { return counts_ == o.counts_; }

  /// Value -> how often, ascending by value.
  const std::map<int64_t, int64_t>& counts() const { return counts_; }
  int64_t n() const { return between(INT64_MIN, INT64_MAX); }
  /// How many values lie in [low, high].
  int64_t between(int64_t low, int64_t high) const {
    int64_t n = 0;
    for (const auto& entry : counts_) n += entry.first >= low && entry.first <= high ? entry.second : 0;
    return n;
  }

 private:
  std::map<int64_t, int64_t> counts_;
};

}  // namespace pegel::partial
