#pragma once
// What a row is good for; inline, since every KPI asks it of every row.

#include <algorithm>

#include "dataset/frame.h"
#include "kpis/use.h"

namespace pegel::kpis {

/// Whether a cell holds a number: used, or `missing`, or unreadable.
inline Use known_or(base::Micros value, Use missing) {
  return dataset::known(value) ? Use::used : value == dataset::kMissing<base::Micros> ? missing : Use::unreadable;
}

/// Days from `from` to `to`: used, no_date when one is unknown, impossible_dates when they run backwards or one cannot
/// have happened.
inline Use duration(const dataset::Frame& frame, std::size_t row, Role from, Role to, int32_t& days) {
  const Day start = frame.day(from, row);
  const Day end = frame.day(to, row);
  if (!dataset::known(start) || !dataset::known(end)) return Use::no_date;
  if (end < start || !frame.can_have_happened(start) || !frame.can_have_happened(end)) return Use::impossible_dates;
  days = end - start;
  return Use::used;
}

/// How long something took, or has been waiting: in days until today, in minutes until the end of today.
struct Waited {
  Use use = Use::used;
  bool finished = false;
  int64_t duration = 0;
};

inline Waited waited_days(const dataset::Frame& frame, std::size_t row, Role from, Role to) {
  const Day start = frame.day(from, row);
  const Day end = frame.day(to, row);
  if (!dataset::known(start) || end == table::kUnreadable<Day>) return {Use::no_date};
  const bool finished = dataset::known(end);
  const Day until = finished ? end : frame.today();
  if (until < start || !frame.can_have_happened(start) || !frame.can_have_happened(until))
    return {Use::impossible_dates};
  return {Use::used, finished, int64_t{until} - start};
}

inline Waited waited_minutes(const dataset::Frame& frame, std::size_t row, Role from, Role to) {
  constexpr int64_t kMinute = 60'000;
  constexpr int64_t kDay = 24 * 60 * kMinute;
  const Day last = frame.day(to, row);
  if (!dataset::known(frame.day(from, row)) || last == table::kUnreadable<Day>) return {Use::no_date};
  const bool finished = dataset::known(last);
  const int64_t start = frame.instant(from, row);
  const int64_t end = finished ? frame.instant(to, row) : (int64_t{frame.today()} + 1) * kDay;
  if (!dataset::known(start) || !dataset::known(end)) return {Use::no_time};
  if (end < start || !frame.can_have_happened(frame.day(from, row))) return {Use::impossible_dates};
  return {Use::used, finished, (end - start) / kMinute};
}

/// Days from Monday to Friday before `day`, from a Monday long ago.
inline int64_t working_days_before(Day day) {
  constexpr Day kMonday = -25567;  // 1900-01-01
  const int64_t days = int64_t{day} - kMonday;
  const int64_t weeks = days >= 0 ? days / 7 : -((6 - days) / 7);
  return weeks * 5 + std::min<int64_t>(days - weeks * 7, 5);
}

/// Decided won or lost: used; else open or unknown_status.
inline Use decided(Status status) {
  switch (status) {
    case Status::won:
    case Status::lost:
      return Use::used;
    case Status::open:
      return Use::open;
    case Status::unknown:
      break;
  }
  return Use::unknown_status;
}

/// Won: used; else not_won, open or unknown_status.
inline Use won(Status status) { return status == Status::lost ? Use::not_won : decided(status); }

}  // namespace pegel::kpis
