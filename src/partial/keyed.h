#pragma once
// One small statistic an entity: a customer, an order, a unit that is resampled.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/byte_io.h"
#include "base/entity.h"
#include "partial/radix_sort.h"

namespace pegel::partial {

using base::entity_of;

/// An entity in one of its months, counted since 1970; those of one entity stand together. What is left of the hash takes
/// two of a thousand texts for one with a chance of one in 10^8.
constexpr uint64_t entity_in(uint64_t entity, int32_t month) { return entity << 16 | static_cast<uint16_t>(month); }
/// What the same entity has in common in all its months, and the month.
constexpr uint64_t without_month(uint64_t entity) { return entity >> 16; }
constexpr int32_t month_in(uint64_t entity) { return static_cast<int16_t>(entity & 0xFFFF); }

/// V joins what is known of one entity: v.join(w), commutative and associative; v.write(writer) and V::read(reader) code
/// it, V::valid() holds for what anyone wrote. Memory: an entry an entity, and for a while as many again that were added.
template <class V>
class Keyed {
 public:
  struct Entry {
    uint64_t entity;
    V value;
  };

  void add(uint64_t entity, const V& value) {
    if (!entries_.empty() && entries_.back().entity == entity) return entries_.back().value.join(value);
    if (!met_.empty()) {
      uint32_t& place = met_[slot_of(entity)];
      if (place < entries_.size() && entries_[place].entity == entity) return entries_[place].value.join(value);
      place = static_cast<uint32_t>(entries_.size());
    }
    entries_.push_back({entity, value});
    join_many();
  }
  void merge(const Keyed& from) {
    if (&from == this) return merge(Keyed(from));
    entries_.insert(entries_.end(), from.entries_.begin(), from.entries_.end());
    join_many();
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(size());
    uint64_t previous = 0;
    for (const Entry& entry : entries()) {
      writer.u64(entry.entity - previous);
      entry.value.write(writer);
      previous = entry.entity;
    }
  }
  static Keyed decode(base::ByteReader& reader) {
    Keyed keyed;
    uint64_t entity = 0;
    for (std::size_t i = reader.count(2); i > 0 && !reader.failed(); --i) {
      const uint64_t step = reader.u64();
      const V value = V::read(reader);
      reader.require((step > 0 || keyed.entries_.empty()) && step <= UINT64_MAX - entity && value.valid());
      entity += step;
      if (!reader.failed()) keyed.entries_.push_back({entity, value});
    }
    keyed.joined_ = keyed.entries_.size();
    return keyed;
  }
  bool operator==(const Keyed& o) const {
    return entries_.empty() == o.entries_.empty() &&
           std::equal(entries().begin(), entries().end(), o.entries().begin(), o.entries().end(),
                      [](const Entry& a, const Entry& b) { return a.entity == b.entity && a.value == b.value; });
  }

  /// How many entities.
  std::size_t size() const { return entries().size(); }
  bool empty() const { return entries_.empty(); }
  /// One an entity, in an order that the entities alone decide. Valid until the next add or merge.
  const std::vector<Entry>& entries() const {
    join();
    return entries_;
  }

 private:
  static constexpr std::size_t kFew = 64;           // entries that are not worth joining
  static constexpr std::ptrdiff_t kMany = 1 << 14;  // entries that are sorted sooner by their digits than by comparing
  static constexpr std::size_t kMostMet = 4096;     // more are seldom met again before they leave the cache
  static bool less(const Entry& a, const Entry& b) { return a.entity < b.entity; }

  /// So that small parts, which come often, do not make the whole be gone through each time.
  void join_many() {
    if (entries_.size() <= 2 * joined_ + kFew) return;
    join();
    if (met_.size() < 2 * joined_) met_.assign(joined_ > kMostMet ? 0 : std::bit_ceil(2 * joined_), 0);
  }
  std::size_t slot_of(uint64_t entity) const {
    return (entity * 0x9E3779B97F4A7C15u) >> (64 - std::countr_zero(met_.size()));
  }
  void sort_from(typename std::vector<Entry>::iterator border) const {
    if (entries_.end() - border < kMany) return std::sort(border, entries_.end(), less);
    std::vector<Entry> tail(border, entries_.end());
    radix_sort(tail, [](const Entry& entry) { return static_cast<int64_t>(entry.entity ^ (uint64_t{1} << 63)); });
    std::copy(tail.begin(), tail.end(), border);
  }
  void join() const {
    if (joined_ == entries_.size()) return;
    const auto border = entries_.begin() + static_cast<std::ptrdiff_t>(joined_);
    sort_from(border);
    std::inplace_merge(entries_.begin(), border, entries_.end(), less);
    std::size_t last = 0;
    for (std::size_t i = 1; i < entries_.size(); ++i) {
      if (entries_[i].entity == entries_[last].entity) {
        entries_[last].value.join(entries_[i].value);
      } else {
        entries_[++last] = entries_[i];
      }
    }
    entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(last) + 1, entries_.end());
    joined_ = entries_.size();
  }

  mutable std::vector<Entry> entries_;
  mutable std::size_t joined_ = 0;  // length of the ascending prefix without repeats
  std::vector<uint32_t> met_;       // where an entity was added last, by its hash; it may stand elsewhere by now
};

}  // namespace pegel::partial
