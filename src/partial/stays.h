#pragma once
// From when until when each customer was one: stocks of any day, and who stayed from one day to another.

#include <cstdint>
#include <limits>
#include <tuple>

#include "partial/keyed.h"
#include "partial/multiset.h"

namespace pegel::partial {

/// At the end of the days `from` to before `until`. 16 bytes a row.
struct Stay {
  static constexpr int32_t kOpen = std::numeric_limits<int32_t>::max();  ///< not over
  uint64_t entity = 0;                                                   ///< entity_of
  int32_t from = 0;
  int32_t until = kOpen;

  bool holds(int32_t day) const { return from <= day && day < until; }
  auto order() const { return std::make_tuple(entity, from, until); }
  bool operator<(const Stay& o) const { return order() < o.order(); }
  bool operator==(const Stay& o) const { return order() == o.order(); }
  void write(base::ByteWriter& writer, const Stay& previous) const {
    writer.u64(entity - previous.entity);
    writer.i64(from);
    writer.i64(until);
  }
  static Stay read(base::ByteReader& reader, const Stay& previous) {
    const uint64_t entity = previous.entity + reader.u64();
    const auto from = static_cast<int32_t>(reader.i64());
    return {entity, from, static_cast<int32_t>(reader.i64())};
  }
};

class Stays {
 public:
  void add(std::string_view entity, int32_t from, int32_t until) { add(entity_of(entity), from, until); }
  void add(uint64_t entity, int32_t from, int32_t until) { stays_.add({entity, from, until}); }
  void merge(const Stays& from) { stays_.merge(from.stays_); }
  void encode(base::ByteWriter& writer) const { stays_.encode(writer); }
  static Stays decode(base::ByteReader& reader) {
    Stays stays;
    stays.stays_ = Multiset<Stay>::decode(reader);
    return stays;
  }
  bool operator==(const Stays& o) const { return stays_ == o.stays_; }

  int64_t n() const { return static_cast<int64_t>(stays_.size()); }
  /// By entity, then by day.
  const std::vector<Stay>& all() const { return stays_.sorted(); }
  /// How many stays `holds(const Stay&)` is true of.
  template <class Holds>
  int64_t count(const Holds& holds) const {
    int64_t n = 0;
    for (const Stay& stay : stays_.values()) n += holds(stay) ? 1 : 0;
    return n;
  }
  int64_t on(int32_t day) const {
    return count([&](const Stay& stay) { return stay.holds(day); });
  }

 private:
  Multiset<Stay> stays_;
};

}  // namespace pegel::partial
