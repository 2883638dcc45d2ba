#pragma once
// When each customer was met first and last, and how often: who is new, who came again, who stayed away.

#include <algorithm>
#include <cstdint>

#include "partial/keyed.h"

namespace pegel::partial {

struct Presence {
  static constexpr int64_t kMost = int64_t{1} << 40;  // more than any file has rows
  int32_t first;                                      ///< day
  int32_t last;                                       ///< day, not before first
  int64_t times = 1;

  void join(const Presence& o) {
    first = std::min(first, o.first);
    last = std::max(last, o.last);
    times += o.times;
  }
  void write(base::ByteWriter& writer) const {
    writer.i64(first);
    writer.u64(static_cast<uint64_t>(static_cast<int64_t>(last) - first));
    writer.u64(static_cast<uint64_t>(times));
  }
  static Presence read(base::ByteReader& reader) {
    const auto first = static_cast<int32_t>(reader.i64());
    const auto last = static_cast<int32_t>(static_cast<uint64_t>(first) + reader.u64());
    return {first, last, static_cast<int64_t>(reader.u64())};
  }
  bool valid() const { return first <= last && times > 0 && times <= kMost; }
  bool operator==(const Presence& o) const { return first == o.first && last == o.last && times == o.times; }
};

/// 24 bytes a customer.
class FirstLast {
 public:
  void add(std::string_view customer, int32_t day) { add(entity_of(customer), day); }
  void add(uint64_t customer, int32_t day) { customers_.add(customer, {day, day}); }
  void merge(const FirstLast& from) { customers_.merge(from.customers_); }
  void encode(base::ByteWriter& writer) const { customers_.encode(writer); }
  static FirstLast decode(base::ByteReader& reader) {
    FirstLast all;
    all.customers_ = Keyed<Presence>::decode(reader);
    return all;
  }
  bool operator==(const FirstLast& o) const { return customers_ == o.customers_; }

  /// Days that were added.
  int64_t n() const {
    int64_t n = 0;
    for (const auto& entry : customers_.entries()) n += entry.value.times;
    return n;
  }
  int64_t customers() const { return static_cast<int64_t>(customers_.size()); }
  /// How many customers `holds(const Presence&)` is true of.
  template <class Holds>
  int64_t count(const Holds& holds) const {
    int64_t n = 0;
    for (const auto& entry : customers_.entries()) n += holds(entry.value) ? 1 : 0;
    return n;
  }
  /// Met first on one of the days.
  int64_t began(int32_t from, int32_t to) const {
    return count([&](const Presence& p) { return p.first >= from && p.first <= to; });
  }
  /// Met last on one of the days; of what was added up to `to`, those who were there in that time.
  int64_t ended(int32_t from, int32_t to) const {
    return count([&](const Presence& p) { return p.last >= from && p.last <= to; });
  }
  const Keyed<Presence>& all() const { return customers_; }

 private:
  Keyed<Presence> customers_;
};

}  // namespace pegel::partial
