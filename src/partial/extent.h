#pragma once
// From which day to which something was met.

#include <algorithm>
#include <cstdint>
#include <limits>

#include "base/byte_io.h"

namespace pegel::partial {

/// Without a day `first` lies after `last`.
struct Extent {
  int32_t first = std::numeric_limits<int32_t>::max();
  int32_t last = std::numeric_limits<int32_t>::min();

  void add(int32_t day) { merge({day, day}); }
  void merge(const Extent& from) {
    first = std::min(first, from.first);
    last = std::max(last, from.last);
  }
  void encode(base::ByteWriter& writer) const {
    writer.i64(first);
    writer.i64(last);
  }
  static Extent decode(base::ByteReader& reader) {
    const auto first = static_cast<int32_t>(reader.i64());
    return {first, static_cast<int32_t>(reader.i64())};
  }
  bool operator==(const Extent& o) const { return first == o.first && last == o.last; }

  bool empty() const { return first > last; }
};

}  // namespace pegel::partial
