#pragma once
// Every day on which a customer was met: for cohorts and gaps, which first and last days do not tell.

#include <cstdint>
#include <span>

#include "partial/keyed.h"
#include "partial/multiset.h"

namespace pegel::partial {

/// 16 bytes a row.
struct Visit {
  uint64_t customer = 0;  ///< entity_of
  int32_t day = 0;

  bool operator<(const Visit& o) const { return customer != o.customer ? customer < o.customer : day < o.day; }
  bool operator==(const Visit& o) const { return customer == o.customer && day == o.day; }
  void write(base::ByteWriter& writer, const Visit& previous) const {
    writer.u64(customer - previous.customer);
    writer.i64(static_cast<int64_t>(day) - (customer == previous.customer ? previous.day : 0));
  }
  static Visit read(base::ByteReader& reader, const Visit& previous) {
    const uint64_t customer = previous.customer + reader.u64();
    const auto step = static_cast<uint64_t>(reader.i64());
    return {customer,
            static_cast<int32_t>(step + static_cast<uint64_t>(customer == previous.customer ? previous.day : 0))};
  }
};

/// Whether one of a customer's visits, given by day, lies on one of the days `from` to `to`.
inline bool any_within(std::span<const Visit> visits, int32_t from, int32_t to) {
  for (const Visit& visit : visits) {
    if (visit.day >= from) return visit.day <= to;
  }
  return false;
}

class Visits {
 public:
  void add(std::string_view customer, int32_t day) { add(entity_of(customer), day); }
  void add(uint64_t customer, int32_t day) { visits_.add({customer, day}); }
  void merge(const Visits& from) { visits_.merge(from.visits_); }
  void encode(base::ByteWriter& writer) const { visits_.encode(writer); }
  static Visits decode(base::ByteReader& reader) {
    Visits visits;
    visits.visits_ = Multiset<Visit>::decode(reader);
    return visits;
  }
  bool operator==(const Visits& o) const { return visits_ == o.visits_; }

  int64_t n() const { return static_cast<int64_t>(visits_.size()); }
  /// By customer, then by day.
  const std::vector<Visit>& sorted() const { return visits_.sorted(); }
  /// Calls take(visits) for each customer, with its visits by day.
  template <class Take>
  void each_customer(const Take& take) const {
    const std::vector<Visit>& all = visits_.sorted();
    for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
      while (to < all.size() && all[to].customer == all[from].customer) ++to;
      take(std::span<const Visit>(all).subspan(from, to - from));
    }
  }
  /// How many customers `holds(visits)` is true of.
  template <class Holds>
  int64_t count(const Holds& holds) const {
    int64_t n = 0;
    each_customer([&](std::span<const Visit> visits) { n += holds(visits) ? 1 : 0; });
    return n;
  }

 private:
  Multiset<Visit> visits_;
};

}  // namespace pegel::partial
