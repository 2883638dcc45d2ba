#pragma once
// Two amounts a unit, for ratios of their sums: what a customer spent and how often, what was won of what was asked.

#include <cstdint>

#include "base/decimal.h"
#include "partial/keyed.h"

namespace pegel::partial {

/// 48 bytes a unit. Rows of one unit add up: a bootstrap draws units, never rows.
class Pairs {
 public:
  /// Millionths.
  struct Amounts {
    base::Int128 x = 0;
    base::Int128 y = 0;

    void join(const Amounts& o) {
      x += o.x;
      y += o.y;
    }
    void write(base::ByteWriter& writer) const {
      writer.i128(x);
      writer.i128(y);
    }
    static Amounts read(base::ByteReader& reader) {
      const base::Int128 x = reader.i128();
      return {x, reader.i128()};
    }
    bool valid() const { return true; }
    bool operator==(const Amounts& o) const { return x == o.x && y == o.y; }
  };
  using Unit = Keyed<Amounts>::Entry;

  /// `unit`: entity_of its id, or any number that tells rows without one apart, whatever the cut of the file.
  void add(uint64_t unit, base::Micros x, base::Micros y) { units_.add(unit, {x, y}); }
  void merge(const Pairs& from) { units_.merge(from.units_); }
  void encode(base::ByteWriter& writer) const { units_.encode(writer); }
  static Pairs decode(base::ByteReader& reader) {
    Pairs pairs;
    pairs.units_ = Keyed<Amounts>::decode(reader);
    return pairs;
  }
  bool operator==(const Pairs& o) const { return units_ == o.units_; }

  /// In an order that the units alone decide. Valid until the next add or merge.
  const std::vector<Unit>& units() const { return units_.entries(); }
  int64_t n() const { return static_cast<int64_t>(units_.size()); }  ///< units
  Amounts sums() const {
    Amounts all;
    for (const Unit& unit : units()) all.join(unit.value);
    return all;
  }

 private:
  Keyed<Amounts> units_;
};

}  // namespace pegel::partial
