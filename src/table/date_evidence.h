#pragma once
// How a column writes its days, found from its values.

#include <string_view>
#include <vector>

#include "pegel/profile.h"
#include "table/date_tally.h"

namespace pegel::table {

/// Evidence on how a column writes its days; add every value, in any order, then decide. Merges.
class DateEvidence {
 public:
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
    int64_t swapped = 0;     ///< values whose day and month a spreadsheet seems to have swapped
    int64_t shaped = 0;      ///< values with day, month and year, in the calendar or not: "31.02.2026", "0000-00-00"
    int64_t far_ahead = 0;   ///< values whose two-digit year is read as 2040 … 2069
    bool seasons = false;    ///< every month in digits may be a year and the next: "2009/10", "2010/11"
    int64_t days_apart = 0;  ///< the first and the last of serials
    bool digits_only =
        false;  ///< serials, Unix times, 20260314, 202603, 2026: numbers unless the header says otherwise
  };
  Decision decide() const;
  int64_t values() const { return values_; }

 private:
  DateTally& tally(const DateTally& like);
  int64_t readable(DateOrder order) const;
  DateProofs proofs() const;
  DateOrder best_order() const;
  void describe(DateOrder order, Decision& decision) const;
  void decide_day_or_month(Decision& decision) const;
  DateOrder likelier_order(const DateProofs& proofs) const;

  int64_t values_ = 0;
  int64_t shaped_ = 0;
  int64_t months_ = 0;       // in digits, of the calendar or not
  int64_t seasons_ = 0;      // of these
  int64_t ahead_first_ = 0;  // years of two digits just below the pivot, where the year leads, and where it ends
  int64_t ahead_last_ = 0;
  int64_t times_ = 0;      // other than midnight
  int64_t half_days_ = 0;  // AM, PM
  std::vector<DateTally> tallies_;
};

}  // namespace pegel::table
