#pragma once
// Written days and times and their values, for one DateFormat.

#include <optional>
#include <string_view>
#include <vector>

#include "pegel/profile.h"

namespace pegel::table {

/// Years outside are refused: 1900-01-00, 0001-01-01 and 9999-12-31 stand for "no date" wherever they occur.
inline constexpr int kFirstYear = 1800;
inline constexpr int kLastYear = 2200;

/// Milliseconds since 1970-01-01T00:00 of a date with an optional time, or nothing when `text` is not of this format or
/// not in the calendar. With format.time a zone or offset in the text is applied, and without one the clock time stands
/// as it is; without format.time the day stands as written and its time and zone are left out.
/// Under ymd, dmy and mdy, dates with the year first or the month as a word are read too: they have one reading.
/// Months, quarters and years give their first day. Two-digit years: 70…99 are 19xx, 00…69 are 20xx.
/// Does not allocate or throw.
std::optional<int64_t> parse_instant(std::string_view text, const DateFormat& format);
/// The day of the same, never moved by a zone when the text has no time.
std::optional<int32_t> parse_day(std::string_view text, const DateFormat& format);

/// Evidence on how a column writes its days; add every value, in any order, then decide. Merges.
class DateEvidence {
 public:
  DateEvidence();
  DateEvidence(const DateEvidence&);
  DateEvidence(DateEvidence&&) noexcept;
  DateEvidence& operator=(const DateEvidence&);
  DateEvidence& operator=(DateEvidence&&) noexcept;
  ~DateEvidence();

  /// The value stands `times` in the column.
  void add(std::string_view text, int64_t times = 1);
  void merge(const DateEvidence& other);

  /// `format.time` only when some value has a time other than midnight.
  struct Decision {
    DateFormat format;
    Guess guess;  ///< confidence 1 when a value proves the order (a field over 12, or ISO), low when none does
    int64_t readable = 0;
    bool ambiguous = false;  ///< day.month and month.day both read every value
    DateFormat other;        ///< the other reading, when ambiguous or when there are values to the contrary
    int64_t proofs = 0;      ///< values that only this order of day and month reads
    int64_t contrary = 0;    ///< values that only the other order reads
    int64_t shaped = 0;      ///< values with day, month and year, in the calendar or not: "31.02.2026", "0000-00-00"
    bool digits_only =
        false;  ///< serials, Unix times, 20260314, 202603, 2026: numbers unless the header says otherwise
  };
  Decision decide() const;
  int64_t values() const { return values_; }

 private:
  struct Tally;
  struct Proofs;
  Tally& tally(const Tally& like);
  int64_t readable(DateOrder order) const;
  Proofs proofs() const;
  DateOrder best_order() const;
  void describe(DateOrder order, Decision& decision) const;
  void decide_day_or_month(Decision& decision) const;
  DateOrder likelier_order(const Proofs& proofs) const;

  int64_t values_ = 0;
  int64_t shaped_ = 0;
  int64_t times_ = 0;      // other than midnight
  int64_t half_days_ = 0;  // AM, PM
  std::vector<Tally> tallies_;
};

}  // namespace pegel::table
