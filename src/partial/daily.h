#pragma once
// What happened on each day, for what looks at several periods of one history: growth, stocks rebuilt, the same month of past
// years.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "partial/partial.h"

namespace pegel::partial {

/// P by day: of each day on which anything was added. Memory: a P a day, and 4 bytes for each day between the first and the
/// last where there are many.
template <class P>
class Daily {
 public:
  struct Entry {
    int32_t day;
    P sum;
  };

  /// What was added on `day`; valid until the next call.
  P& on(int32_t day) {
    if (last_ < days_.size() && days_[last_].day == day) return days_[last_].sum;
    last_ = slots_.empty() ? among_sorted(day) : by_slot(day);
    return days_[last_].sum;
  }
  void merge(const Daily& from) {
    if (&from == this) return merge(Daily(from));
    for (const Entry& entry : from.days_) partial::merge(on(entry.day), entry.sum);
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(days_.size());
    int32_t previous = 0;
    for (const Entry& entry : days()) {
      writer.i64(int64_t{entry.day} - previous);
      partial::encode(entry.sum, writer);
      previous = entry.day;
    }
  }
  static Daily decode(base::ByteReader& reader) {
    Daily daily;
    int64_t day = 0;
    for (std::size_t i = reader.count(2); i > 0 && !reader.failed(); --i) {
      const int64_t step = reader.i64();
      const bool first = daily.days_.empty();
      reader.require((first || step > 0) && step <= kMost && step >= -kMost && day + step <= kMost &&
                     day + step >= -kMost);
      if (reader.failed()) break;
      day += step;
      daily.days_.push_back({static_cast<int32_t>(day), partial::decode<P>(reader)});
    }
    return daily;
  }
  bool operator==(const Daily& o) const {
    return std::equal(days().begin(), days().end(), o.days().begin(), o.days().end(),
                      [](const Entry& a, const Entry& b) { return a.day == b.day && equal(a.sum, b.sum); });
  }

  bool empty() const { return days_.empty(); }
  /// By day, ascending. Valid until the next call that is not const.
  const std::vector<Entry>& days() const {
    if (!sorted_) sort();
    return days_;
  }
  /// Of the days `from` to before `until`.
  P between(int32_t from, int32_t until) const {
    P sum{};
    for (const Entry& entry : days()) {
      if (entry.day >= from && entry.day < until) partial::merge(sum, entry.sum);
    }
    return sum;
  }
  P before(int32_t until) const { return between(std::numeric_limits<int32_t>::min(), until); }
  /// Rows that were added.
  int64_t n() const {
    int64_t n = 0;
    for (const Entry& entry : days_) n += rows_of(entry.sum);
    return n;
  }

 private:
  static constexpr std::size_t kFew = 32;         // entries among which a search is as quick as a slot
  static constexpr int64_t kMostSlots = 1 << 16;  // 180 years
  static constexpr int64_t kMost = std::numeric_limits<int32_t>::max();
  static int64_t rows_of(const P& sum) {
    if constexpr (requires { sum.n(); }) {
      return sum.n();
    } else {
      return sum.n;
    }
  }
  static bool earlier(const Entry& a, const Entry& b) { return a.day < b.day; }

  /// The place of the day's entry while there are no slots and the entries are in order; made where there is none.
  std::size_t among_sorted(int32_t day) {
    const auto from =
        std::lower_bound(days_.begin(), days_.end(), day, [](const Entry& e, int32_t d) { return e.day < d; });
    const auto at = static_cast<std::size_t>(from - days_.begin());
    if (from != days_.end() && from->day == day) return at;
    if (days_.size() >= kFew && make_slots(day)) return by_slot(day);
    days_.insert(days_.begin() + static_cast<std::ptrdiff_t>(at), {day, P{}});
    return at;
  }
  /// The same by the slot of the day; entries stand in the order in which their days were met.
  std::size_t by_slot(int32_t day) {
    if (day < first_ || day - int64_t{first_} >= static_cast<int64_t>(slots_.size())) {
      if (!make_slots(day)) return among_sorted(day);
    }
    uint32_t& slot = slots_[static_cast<std::size_t>(int64_t{day} - first_)];
    if (slot == 0) {
      sorted_ = sorted_ && days_.back().day < day;
      days_.push_back({day, P{}});
      slot = static_cast<uint32_t>(days_.size());
    }
    return slot - 1;
  }
  /// Slots for all days met and `day`, with as much room again; false, and entries in order, where they lie too far apart.
  bool make_slots(int32_t day) {
    const auto [least, most] = std::minmax_element(days_.begin(), days_.end(), earlier);
    const int64_t low = std::min(least->day, day), high = std::max(most->day, day);
    if (high - low >= kMostSlots) {
      sort();
      slots_.clear();
      return false;
    }
    const int64_t room = (high - low) / 2 + 1;
    first_ = static_cast<int32_t>(std::max<int64_t>(day == low ? low - room : low, -kMost));
    slots_.assign(static_cast<std::size_t>((day == high ? high + room : high) - first_ + 1), 0);
    fill_slots();
    return true;
  }
  void fill_slots() const {
    for (std::size_t at = 0; at < days_.size(); ++at) {
      slots_[static_cast<std::size_t>(int64_t{days_[at].day} - first_)] = static_cast<uint32_t>(at + 1);
    }
  }
  void sort() const {
    std::sort(days_.begin(), days_.end(), earlier);
    sorted_ = true;
    if (!slots_.empty()) fill_slots();
  }

  mutable std::vector<Entry> days_;
  mutable std::vector<uint32_t>
      slots_;  // of the days from first_ on: 1 + the place of the entry, or 0; empty: none are kept
  int32_t first_ = 0;
  mutable bool sorted_ = true;
  std::size_t last_ = 0;  // where something was added last
};

}  // namespace pegel::partial
