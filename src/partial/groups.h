#pragma once
// Two amounts over units too many to be kept one by one, for the interval of a ratio of their sums.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "partial/pairs.h"

namespace pegel::partial {

/// Of each unit its two sums while there are at most kMost of them; of more, those of groups of units: by the first bits of
/// their hashes, as few as leave kMost groups or fewer. Groups of units drawn at random spread as the units do (the random
/// groups of Wolter 2007, chapter 2), and rows of one unit are always in one group. At most 48 kB, whatever the rows.
class Groups {
 public:
  using Unit = Pairs::Unit;
  static constexpr std::size_t kMost = 1024;

  /// `unit`: entity_of its id, or any number mixed as well. Millionths.
  void add(uint64_t unit, base::Micros x, base::Micros y) {
    ++rows_;
    const uint64_t group = unit >> shift_;
    const auto known = units_.begin() + static_cast<std::ptrdiff_t>(joined_);
    const auto at = std::lower_bound(units_.begin(), known, group, before);
    if (at != known && at->entity == group) return at->value.join({x, y});
    units_.push_back({group, {x, y}});
    join_many();
  }
  void merge(const Groups& from) {
    if (&from == this) return merge(Groups(from));
    const std::vector<Unit>& others = from.units();
    join();
    while (shift_ < from.shift_) widen();
    for (const Unit& unit : others) units_.push_back({unit.entity >> (shift_ - from.shift_), unit.value});
    rows_ += from.rows_;
    join();
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(units().size());
    writer.i64(rows_);
    writer.u64(shift_);
    uint64_t previous = 0;
    for (const Unit& unit : units_) {
      writer.u64(unit.entity - previous);
      unit.value.write(writer);
      previous = unit.entity;
    }
  }
  static Groups decode(base::ByteReader& reader) {
    Groups groups;
    std::size_t left = reader.count(2);
    groups.rows_ = reader.i64();
    const uint64_t shift = reader.u64();
    reader.require(left <= kMost && groups.rows_ >= static_cast<int64_t>(left) && shift < 64);
    groups.shift_ = static_cast<uint32_t>(shift % 64);
    for (uint64_t entity = 0; left > 0 && !reader.failed(); --left) {
      const uint64_t step = reader.u64();
      const Pairs::Amounts value = Pairs::Amounts::read(reader);
      reader.require((step > 0 || groups.units_.empty()) && step <= (UINT64_MAX >> shift % 64) - entity);
      entity += step;
      if (!reader.failed()) groups.units_.push_back({entity, value});
    }
    groups.joined_ = groups.units_.size();
    return groups;
  }
  bool operator==(const Groups& o) const {
    const auto& mine = units();
    const auto& others = o.units();
    return rows_ == o.rows_ && shift_ == o.shift_ &&
           std::equal(mine.begin(), mine.end(), others.begin(), others.end(),
                      [](const Unit& a, const Unit& b) { return a.entity == b.entity && a.value == b.value; });
  }

  /// Units or groups of them, in an order that the units alone decide. Valid until the next call that is not const.
  const std::vector<Unit>& units() const {
    join();
    return units_;
  }
  uint64_t group_of(uint64_t unit) const { return unit >> shift_; }  ///< once units() was asked
  int64_t n() const { return rows_; }                                ///< rows that were added

 private:
  static bool before(const Unit& unit, uint64_t entity) { return unit.entity < entity; }
  static bool less(const Unit& a, const Unit& b) { return a.entity < b.entity; }

  void join_many() {
    if (units_.size() > 2 * joined_ + 64) join();
  }
  void join() const {
    if (joined_ == units_.size()) return;
    const auto border = units_.begin() + static_cast<std::ptrdiff_t>(joined_);
    std::sort(border, units_.end(), less);
    std::inplace_merge(units_.begin(), border, units_.end(), less);
    gather();
    while (units_.size() > kMost) widen();
  }
  /// Neighbours that are one become one.
  void gather() const {
    std::size_t last = 0;
    for (std::size_t i = 1; i < units_.size(); ++i) {
      if (units_[i].entity == units_[last].entity) {
        units_[last].value.join(units_[i].value);
      } else {
        units_[++last] = units_[i];
      }
    }
    units_.resize(std::min(units_.size(), last + 1));
    joined_ = units_.size();
  }
  /// To groups by a bit less, of units that are joined: they stay in order.
  void widen() const {
    for (Unit& unit : units_) unit.entity >>= 1;
    ++shift_;
    gather();
  }

  mutable std::vector<Unit> units_;
  mutable std::size_t joined_ = 0;  // length of the ascending prefix without repeats
  mutable uint32_t shift_ = 0;      // bits of a hash that groups leave out
  int64_t rows_ = 0;
};

}  // namespace pegel::partial
