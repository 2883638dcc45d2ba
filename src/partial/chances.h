#pragma once
// Amounts that come in with some chance, each kept: what open deals are worth.

#include <cstdint>
#include <tuple>

#include "base/decimal.h"
#include "partial/multiset.h"

namespace pegel::partial {

/// 16 bytes each. Millionths.
struct Chance {
  base::Micros amount = 0;
  base::Micros probability = 0;

  bool operator<(const Chance& o) const { return std::tie(amount, probability) < std::tie(o.amount, o.probability); }
  bool operator==(const Chance& o) const { return amount == o.amount && probability == o.probability; }
  void write(base::ByteWriter& writer, const Chance&) const {
    writer.i64(amount);
    writer.i64(probability);
  }
  static Chance read(base::ByteReader& reader, const Chance&) {
    const base::Micros amount = reader.i64();
    return {amount, reader.i64()};
  }
};

class Chances {
 public:
  void add(const Chance& chance) { chances_.add(chance); }
  void merge(const Chances& from) { chances_.merge(from.chances_); }
  void encode(base::ByteWriter& writer) const { chances_.encode(writer); }
  static Chances decode(base::ByteReader& reader) {
    Chances chances;
    chances.chances_ = Multiset<Chance>::decode(reader);
    return chances;
  }
  bool operator==(const Chances& o) const { return chances_ == o.chances_; }

  int64_t n() const { return static_cast<int64_t>(chances_.size()); }
  const std::vector<Chance>& sorted() const { return chances_.sorted(); }  ///< as Multiset::sorted

 private:
  Multiset<Chance> chances_;
};

}  // namespace pegel::partial
