#pragma once
// How many.

#include <cstdint>

#include "base/byte_io.h"

namespace pegel::partial {

struct Count {
  int64_t n = 0;

  void add(int64_t times = 1) { n += times; }
  void merge(const Count& from) { n += from.n; }
  void encode(base::ByteWriter& writer) const { writer.i64(n); }
  static Count decode(base::ByteReader& reader) { return Count{reader.i64()}; }
  bool operator==(const Count& o) const { return n == o.n; }
};

}  // namespace pegel::partial
