#pragma once
// How many, and how much in all: exact, so that the order of adding cannot show.

#include "base/byte_io.h"
#include "base/decimal.h"

namespace pegel::partial {

struct Sum {
  int64_t n = 0;
  base::Int128 sum = 0;  ///< millionths

  void add(base::Micros value) {
    ++n;
    sum += value;
  }
  void merge(const Sum& from) {
    n += from.n;
    sum += from.sum;
  }
  void encode(base::ByteWriter& writer) const {
    writer.i64(n);
    writer.i128(sum);
  }
  static Sum decode(base::ByteReader& reader) {
    Sum s;
    s.n = reader.i64();
    s.sum = reader.i128();
    return s;
  }
  bool operator==(const Sum& o) const { return n == o.n && sum == o.sum; }
};

}  // namespace pegel::partial
