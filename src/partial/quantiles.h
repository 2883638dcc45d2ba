#pragma once
// Exact medians and percentiles of whole numbers (millionths, days): the values themselves.

#include <cstdint>

#include "partial/multiset.h"
#include "partial/radix_sort.h"

namespace pegel::partial {

class Quantiles {
 public:
  void add(int64_t value) { values_.add({value}); }
  void merge(const Quantiles& from) { values_.merge(from.values_); }
  void encode(base::ByteWriter& writer) const { values_.encode(writer); }
  static Quantiles decode(base::ByteReader& reader) {
    Quantiles q;
    q.values_ = Multiset<Value>::decode(reader);
    return q;
  }
  bool operator==(const Quantiles& o) const { return values_ == o.values_; }

  int64_t n() const { return static_cast<int64_t>(values_.size()); }
  /// The value of `rank` (from 1) in ascending order; 1 <= rank <= n.
  int64_t at(int64_t rank) const { return values_.sorted()[static_cast<std::size_t>(rank - 1)].value; }
  /// The q-quantile, 0 <= q <= 1, linear between neighbours (Hyndman and Fan 1996, definition 7); n > 0.
  double quantile(double q) const {
    const double position = q * static_cast<double>(n() - 1);
    const auto below = static_cast<int64_t>(position);
    const double low = static_cast<double>(at(below + 1));
    if (below + 1 >= n()) return low;
    return low + (position - static_cast<double>(below)) * (static_cast<double>(at(below + 2)) - low);
  }

 private:
  struct Value {
    int64_t value = 0;
    bool operator<(const Value& o) const { return value < o.value; }
    bool operator==(const Value& o) const { return value == o.value; }
    static void sort(std::vector<Value>& values) {
      radix_sort(values, [](const Value& v) { return v.value; });
    }
    void write(base::ByteWriter& writer, const Value& previous) const {
      writer.i64(static_cast<int64_t>(static_cast<uint64_t>(value) - static_cast<uint64_t>(previous.value)));
    }
    static Value read(base::ByteReader& reader, const Value& previous) {
      return {static_cast<int64_t>(static_cast<uint64_t>(previous.value) + static_cast<uint64_t>(reader.i64()))};
    }
  };
  Multiset<Value> values_;
};

}  // namespace pegel::partial
