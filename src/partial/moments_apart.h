#pragma once
// Amounts, and their squares, of each of several entities: a channel in a month.

#include <cstdint>

#include "partial/keyed.h"
#include "partial/wide.h"

namespace pegel::partial {

/// 80 bytes an entity.
class MomentsApart {
 public:
  /// Millionths, and their squares.
  struct Amounts {
    base::Int128 sum = 0;
    Wide squares{};
    int64_t n = 0;

    void join(const Amounts& o) {
      sum += o.sum;
      squares = squares + o.squares;
      n += o.n;
    }
    void write(base::ByteWriter& writer) const {
      writer.i128(sum);
      for (const uint64_t limb : squares.limbs) writer.u64(limb);
      writer.u64(static_cast<uint64_t>(n));
    }
    static Amounts read(base::ByteReader& reader) {
      Amounts amounts;
      amounts.sum = reader.i128();
      for (uint64_t& limb : amounts.squares.limbs) limb = reader.u64();
      amounts.n = static_cast<int64_t>(reader.u64());
      return amounts;
    }
    bool valid() const { return n > 0; }
    bool operator==(const Amounts& o) const { return sum == o.sum && squares == o.squares && n == o.n; }
  };
  using Unit = Keyed<Amounts>::Entry;

  void add(uint64_t entity, base::Micros amount) {
    const base::Int128 wide = amount;
    entities_.add(entity, {wide, Wide::of(static_cast<base::Uint128>(wide * wide)), 1});
  }
  void merge(const MomentsApart& from) { entities_.merge(from.entities_); }
  void encode(base::ByteWriter& writer) const { entities_.encode(writer); }
  static MomentsApart decode(base::ByteReader& reader) {
    MomentsApart apart;
    apart.entities_ = Keyed<Amounts>::decode(reader);
    return apart;
  }
  bool operator==(const MomentsApart& o) const { return entities_ == o.entities_; }

  /// In an order that the entities alone decide. Valid until the next add or merge.
  const std::vector<Unit>& units() const { return entities_.entries(); }
  int64_t n() const { return static_cast<int64_t>(entities_.size()); }  ///< entities

 private:
  Keyed<Amounts> entities_;
};

}  // namespace pegel::partial
