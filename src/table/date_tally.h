#pragma once
// What the dates of a column say of the order of day, month and year, counted by shape.

#include <array>
#include <cstdint>
#include <tuple>

#include "table/date_calendar.h"
#include "table/written_date.h"

namespace pegel::table {

/// Sets of orders as bits.
constexpr unsigned bit_of(DateOrder order) { return 1u << static_cast<unsigned>(order); }
inline constexpr unsigned kDayFirst = bit_of(DateOrder::dmy);
inline constexpr unsigned kMonthFirst = bit_of(DateOrder::mdy);
inline constexpr std::size_t kReadings = 8;  ///< sets of ymd, dmy, mdy

/// The order of a part of a year, or of digits only by how many there are; ymd stands for the three calendar orders.
DateOrder order_of(const WrittenDate& date);
/// The set of calendar orders that read `date`, or 1 where it is of another order; 0 when it is no plausible date.
unsigned readings_of(const WrittenDate& date);

/// How the fields below ten are written.
struct Padding {
  int64_t with_zero = 0;
  int64_t bare = 0;
  void add(const WrittenDate& date, int64_t times);
  void merge(const Padding& other);
  /// All of these are written one way, and all of the others the other way.
  bool against(const Padding& other) const;
};

/// What the values of one shape and separator say.
struct DateTally {
  WrittenDate::Shape shape;
  char separator;
  DateOrder order;  ///< ymd stands for the three calendar orders
  bool named;
  bool two_digit_year;
  std::array<int64_t, kReadings> reads = {};  ///< by set of calendar orders; of other orders, all in [1]
  int64_t same = 0;                           ///< day and month are one number
  uint64_t firsts = 0;                        ///< numbers seen in each place, as bits
  uint64_t seconds = 0;
  uint64_t thirds = 0;
  int64_t first_serial = 0;
  int64_t last_serial = 0;
  Padding of_proofs = {};
  Padding of_open = {};

  auto key() const { return std::tuple(shape, separator, order, named, two_digit_year); }
  bool year_last() const { return shape == WrittenDate::Shape::year_last || shape == WrittenDate::Shape::two_digit; }
  int64_t readable(DateOrder wanted) const;
  /// `set`: readings_of(date).
  void add(const WrittenDate& date, unsigned set, int64_t times);
  void merge(const DateTally& other);

 private:
  void span(int64_t first, int64_t last);
};

/// What settles day or month first, over all numeric dates with the year last.
struct DateProofs {
  int64_t day_first = 0;
  int64_t month_first = 0;
  int64_t open = 0;
  int64_t same = 0;
  int64_t year_first = 0;  ///< dates of the other kind, and the days seen in them
  uint64_t year_first_days = 0;
  uint64_t firsts = 0;
  uint64_t seconds = 0;
  uint64_t thirds = 0;
  bool slashes = false;
  bool two_digit_years = true;
  Padding of_proofs;
  Padding of_open;

  void add(const DateTally& tally);
  bool none() const { return day_first + month_first + open + same == 0; }
  /// Two-digit dates whose first number hardly changes while the last does: 26-03-14 of the year 2026.
  bool looks_year_first() const;
  /// The one place holds nothing but 1 while the other changes: the first days of months.
  bool first_is_day() const;
  bool second_is_day() const;
  /// Values that a spreadsheet of another country has turned: it turns the dates that it can read, and leaves those with
  /// a day over 12 as they were.
  int64_t swapped() const;
};

}  // namespace pegel::table
