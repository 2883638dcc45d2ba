#pragma once
// What happened on each day, for what looks at several periods of one history: growth, stocks rebuilt, the same month of past
// years.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "partial/partial.h"

namespace pegel::partial {

/// P by day: of each day on which anything was added, which leaves no P as it was made. Memory: a P for each day of a run
/// in which at least one of kSparse has any, an Entry for each day outside of it.
template <class P>
class Daily {
 public:
  struct Entry {
    int32_t day;
    P sum;
  };

  /// What was added on `day`, to add to it at once; valid until the next call.
  P& on(int32_t day) {
    const auto at = static_cast<uint64_t>(int64_t{day} - first_);
    return at < run_.size() ? run_[at] : apart(day);
  }
  void merge(const Daily& from) {
    if (&from == this) return merge(Daily(from));
    from.each([&](int32_t day, const P& sum) { partial::merge(on(day), sum); });
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(size());
    int32_t previous = 0;
    each([&](int32_t day, const P& sum) {
      writer.i64(int64_t{day} - previous);
      partial::encode(sum, writer);
      previous = day;
    });
  }
  static Daily decode(base::ByteReader& reader) {
    Daily daily;
    int64_t day = 0;
    for (std::size_t i = reader.count(2); i > 0 && !reader.failed(); --i) {
      const int64_t step = reader.i64();
      const bool first = daily.apart_.empty();
      reader.require((first || step > 0) && step <= kMost && step >= -kMost && day + step <= kMost &&
                     day + step >= -kMost);
      if (reader.failed()) break;
      day += step;
      daily.apart_.push_back({static_cast<int32_t>(day), partial::decode<P>(reader)});
      reader.require(rows_of(daily.apart_.back().sum) > 0);
    }
    daily.sorted_ = daily.apart_.size();
    daily.widen();
    return daily;
  }
  bool operator==(const Daily& o) const {
    const auto own = days(), others = o.days();
    return std::equal(own.begin(), own.end(), others.begin(), others.end(),
                      [](const Entry& a, const Entry& b) { return a.day == b.day && equal(a.sum, b.sum); });
  }

  bool empty() const { return run_.empty() && apart_.empty(); }
  /// Days on which anything was added.
  std::size_t size() const {
    std::size_t days = 0;
    each([&](int32_t, const P&) { ++days; });
    return days;
  }
  /// Calls visit(day, sum), by day, ascending.
  template <class Visit>
  void each(const Visit& visit) const {
    each_within(std::numeric_limits<int64_t>::min(), std::numeric_limits<int64_t>::max(), visit);
  }
  /// The same as a list.
  std::vector<Entry> days() const {
    std::vector<Entry> list;
    each([&](int32_t day, const P& sum) { list.push_back({day, sum}); });
    return list;
  }
  /// The first day; there is one.
  int32_t first() const {
    settle();
    if (!apart_.empty() && (run_.empty() || apart_.front().day < first_)) return apart_.front().day;
    const auto any = std::find_if(run_.begin(), run_.end(), [](const P& sum) { return rows_of(sum) > 0; });
    return static_cast<int32_t>(first_ + (any - run_.begin()));
  }
  /// Of the days `from` to before `until`.
  P between(int32_t from, int32_t until) const {
    P sum{};
    each_within(from, until, [&](int32_t, const P& added) { partial::merge(sum, added); });
    return sum;
  }
  P before(int32_t until) const { return between(std::numeric_limits<int32_t>::min(), until); }
  /// Rows that were added.
  int64_t n() const {
    int64_t n = 0;
    each([&](int32_t, const P& sum) { n += rows_of(sum); });
    return n;
  }

 private:
  static constexpr std::size_t kFew = 32;  // entries among which a search is as quick as a place in the run
  static constexpr int64_t kSparse = 8;
  static constexpr int64_t kMost = std::numeric_limits<int32_t>::max();
  static int64_t rows_of(const P& sum) {
    if constexpr (requires { sum.n(); }) {
      return sum.n();
    } else {
      return sum.n;
    }
  }
  static bool earlier(const Entry& entry, int64_t day) { return entry.day < day; }
  int64_t run_end() const { return first_ + static_cast<int64_t>(run_.size()); }

  template <class Visit>
  void each_within(int64_t from, int64_t until, const Visit& visit) const {
    settle();
    auto entry = std::lower_bound(apart_.begin(), apart_.end(), from, earlier);
    for (; entry != apart_.end() && entry->day < std::min(until, first_); ++entry) visit(entry->day, entry->sum);
    for (int64_t day = std::max(from, first_); day < std::min(until, run_end()); ++day) {
      const P& sum = run_[static_cast<std::size_t>(day - first_)];
      if (rows_of(sum) > 0) visit(static_cast<int32_t>(day), sum);
    }
    for (; entry != apart_.end() && entry->day < until; ++entry) visit(entry->day, entry->sum);
  }

  /// The entry of a day outside of the run, made where there is none.
  P& apart(int32_t day) {
    const auto end = apart_.begin() + static_cast<std::ptrdiff_t>(sorted_);
    const auto known = std::lower_bound(apart_.begin(), end, int64_t{day}, earlier);
    if (known != end && known->day == day) return known->sum;
    if (apart_.size() == sorted_ || apart_.back().day != day) {
      if (apart_.size() - sorted_ >= room_) {
        settle();
        widen();
        return on(day);
      }
      apart_.push_back({day, P{}});
    }
    return apart_.back().sum;
  }
  /// Puts entries in order, one a day.
  void settle() const {
    if (sorted_ == apart_.size()) return;
    const auto less = [](const Entry& a, const Entry& b) { return a.day < b.day; };
    const auto tail = apart_.begin() + static_cast<std::ptrdiff_t>(sorted_);
    std::sort(tail, apart_.end(), less);
    std::inplace_merge(apart_.begin(), tail, apart_.end(), less);
    auto last = apart_.begin();
    for (auto entry = last + 1; entry != apart_.end(); ++entry) {
      if (entry->day == last->day) {
        partial::merge(last->sum, entry->sum);
      } else if (++last != entry) {
        *last = std::move(*entry);
      }
    }
    apart_.erase(last + 1, apart_.end());
    sorted_ = apart_.size();
  }
  /// Makes the run as long as all entries, where it is worth it. They are settled.
  void widen() {
    const std::size_t days = size();
    room_ = std::max(kFew, days / 4);
    if (apart_.empty() || days < kFew) return;
    const int64_t low = run_.empty() ? apart_.front().day : std::min<int64_t>(first_, apart_.front().day);
    const int64_t high = std::max(run_end() - 1, int64_t{apart_.back().day});
    if (high - low >= static_cast<int64_t>(days) * kSparse) return;
    std::vector<P> run(static_cast<std::size_t>(high - low + 1));
    std::move(run_.begin(), run_.end(), run.begin() + (run_.empty() ? 0 : first_ - low));
    for (Entry& entry : apart_) run[static_cast<std::size_t>(entry.day - low)] = std::move(entry.sum);
    run_ = std::move(run);
    first_ = low;
    apart_.clear();
    sorted_ = 0;
  }

  // Days from first_ on; one of no rows is none.
  std::vector<P> run_;
  int64_t first_ = 0;
  mutable std::vector<Entry> apart_;  // of days outside of the run
  mutable std::size_t sorted_ = 0;    // of apart_: entries in order, one a day
  std::size_t room_ = kFew;           // unsorted entries at which they are put in order
};

}  // namespace pegel::partial
