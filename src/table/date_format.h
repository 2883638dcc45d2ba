#pragma once
// Written days and times and their values, for one DateFormat.

#include <optional>
#include <string_view>

#include "pegel/profile.h"

namespace pegel::table {

/// Milliseconds since 1970-01-01T00:00 of a date with an optional time, or nothing when `text` is not of this format or
/// not in the calendar. A zone or offset in the text is applied; without one the clock time stands as it is.
/// Two-digit years: 70…99 are 19xx, 00…69 are 20xx. Does not allocate or throw.
std::optional<int64_t> parse_instant(std::string_view text, const DateFormat& format);
/// The day of the same, never moved by a zone when the text has no time.
std::optional<int32_t> parse_day(std::string_view text, const DateFormat& format);

/// Evidence on how a column writes its days; add every value, in any order, then decide. Merges.
class DateEvidence {
 public:
  void add(std::string_view text);
  void merge(const DateEvidence& other);

  struct Decision {
    DateFormat format;
    Guess guess;             ///< confidence 1 when a value proves the order (a field over 12, or ISO), low when none does
    int64_t readable = 0;
    bool ambiguous = false;  ///< day.month and month.day both read every value
    DateFormat other;
  };
  Decision decide() const;
  int64_t values() const { return values_; }

 private:
  int64_t values_ = 0;
  struct Count { DateFormat format; int64_t readable; };
  std::vector<Count> counts_;
};

}  // namespace pegel::table
