#pragma once
// What happened on each day, for what looks at several periods of one history: growth, stocks rebuilt, the same month of past
// years.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "partial/partial.h"

namespace pegel::partial {

/// P by day: of each day on which anything was added. Memory: a P a day.
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
    auto at = place_of(day);
    if (at == days_.end() || at->day != day) at = days_.insert(at, {day, P{}});
    last_ = static_cast<std::size_t>(at - days_.begin());
    return at->sum;
  }
  void merge(const Daily& from) {
    if (&from == this) return merge(Daily(from));
    for (const Entry& entry : from.days_) partial::merge(on(entry.day), entry.sum);
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(days_.size());
    int32_t previous = 0;
    for (const Entry& entry : days_) {
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
    return std::equal(days_.begin(), days_.end(), o.days_.begin(), o.days_.end(),
                      [](const Entry& a, const Entry& b) { return a.day == b.day && equal(a.sum, b.sum); });
  }

  bool empty() const { return days_.empty(); }
  /// By day, ascending.
  const std::vector<Entry>& days() const { return days_; }
  /// Of the days `from` to before `until`.
  P between(int32_t from, int32_t until) const {
    P sum{};
    for (const Entry& entry : days_) {
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
  static constexpr std::size_t kNear = 4;
  /// The first entry that is not before `day`. Days lie nearly evenly, so that it is mostly near where an even row has it.
  auto place_of(int32_t day) {
    auto from = days_.begin(), to = days_.end();
    if (days_.size() > 4 * kNear && day > days_.front().day && day <= days_.back().day) {
      const int64_t length = int64_t{days_.back().day} - days_.front().day;
      const int64_t gone = int64_t{day} - days_.front().day;
      const auto even = static_cast<std::size_t>(gone * static_cast<int64_t>(days_.size() - 1) / length);
      if (even >= kNear && days_[even - kNear].day < day) from += static_cast<std::ptrdiff_t>(even - kNear);
      if (even + kNear < days_.size() && days_[even + kNear].day >= day) {
        to = days_.begin() + static_cast<std::ptrdiff_t>(even + kNear);
      }
    }
    return std::lower_bound(from, to, day, [](const Entry& e, int32_t d) { return e.day < d; });
  }

  static constexpr int64_t kMost = std::numeric_limits<int32_t>::max();
  static int64_t rows_of(const P& sum) {
    if constexpr (requires { sum.n(); }) {
      return sum.n();
    } else {
      return sum.n;
    }
  }

  std::vector<Entry> days_;
  std::size_t last_ = 0;  // where something was added last
};

}  // namespace pegel::partial
