#pragma once
// Every value that was added, each as often as it was: for what no smaller statistic can answer exactly.

#include <algorithm>
#include <vector>

#include "base/byte_io.h"

namespace pegel::partial {

/// T is ordered by < and compared by ==; T::write(writer, previous) and T::read(reader, previous) code it after the
/// value before it in ascending order (T{} for the first); T::sort(vector), if there is one, sorts faster than by <.
/// Adding appends; sorting waits until someone looks.
template <class T>
class Multiset {
 public:
  void add(const T& value) { values_.push_back(value); }
  void merge(const Multiset& from) {
    if (&from == this) {
      const std::vector<T> copy = values_;
      values_.insert(values_.end(), copy.begin(), copy.end());
    } else {
      values_.insert(values_.end(), from.values_.begin(), from.values_.end());
    }
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(values_.size());
    T previous{};
    for (const T& value : sorted()) {
      value.write(writer, previous);
      previous = value;
    }
  }
  static Multiset decode(base::ByteReader& reader) {
    Multiset set;
    T previous{};
    for (std::size_t i = reader.count(); i > 0 && !reader.failed(); --i) {
      previous = T::read(reader, previous);
      set.values_.push_back(previous);
    }
    return set;
  }
  bool operator==(const Multiset& o) const { return values_.size() == o.values_.size() && sorted() == o.sorted(); }

  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  /// In no particular order: for what no order can change. Valid until the next call.
  const std::vector<T>& values() const { return values_; }
  /// Ascending. Valid until the next add or merge.
  const std::vector<T>& sorted() const {
    if (sorted_ == values_.size()) return values_;
    if constexpr (requires(std::vector<T> & values) { T::sort(values); }) {
      T::sort(values_);
    } else {
      const auto border = values_.begin() + static_cast<std::ptrdiff_t>(sorted_);
      std::sort(border, values_.end());
      std::inplace_merge(values_.begin(), border, values_.end());
    }
    sorted_ = values_.size();
    return values_;
  }

 private:
  mutable std::vector<T> values_;
  mutable std::size_t sorted_ = 0;  // length of the ascending prefix
};

}  // namespace pegel::partial
