#pragma once
// What a row is good for; inline, since every KPI asks it of every row.

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
