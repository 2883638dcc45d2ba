#include "table/date_tally.h"

#include <algorithm>
#include <bit>

namespace pegel::table {
namespace {

using Shape = WrittenDate::Shape;
using enum DateOrder;

/// Serials of 1954 … 2119, Unix times of 1990 … 2100: outside them digits are no dates.
bool plausible(const WrittenDate& date, DateOrder order) {
  switch (order) {
    case excel_serial:
      return date.number >= 20'000 && date.number < 80'000;
    case unix_seconds:
      return date.number >= 631'152'000 && date.number < 4'102'444'800;
    case unix_millis:
      return date.number >= 631'152'000'000 && date.number < 4'102'444'800'000;
    case year:
      return date.number >= 1900 && date.number < 2100;
    default:
      return true;
  }
}

bool is_read_in(const WrittenDate& date, DateOrder order) {
  DateFormat format;
  format.order = order;
  format.two_digit_year = true;
  return instant_of(date, format).has_value();
}

uint64_t seen(int field) { return field >= 0 && field < 64 ? uint64_t{1} << field : 0; }
int distinct(uint64_t fields) { return std::popcount(fields); }
constexpr uint64_t kUpTo12 = (uint64_t{1} << 13) - 1;
constexpr uint64_t kOnlyOne = uint64_t{1} << 1;

}  // namespace

DateOrder order_of(const WrittenDate& date) {
  switch (date.shape) {
    case Shape::month:
      return month_year;
    case Shape::quarter:
      return quarter_year;
    case Shape::count:
      break;
    default:
      return ymd;
  }
  switch (date.digits) {
    case 4:
      return year;
    case 5:
      return excel_serial;
    case 6:
      return month_year;
    case 13:
      return unix_millis;
    default:
      return unix_seconds;
  }
}

unsigned readings_of(const WrittenDate& date) {
  const DateOrder order = order_of(date);
  if (!is_calendar(order)) return is_read_in(date, order) && plausible(date, order) ? 1 : 0;
  unsigned set = 0;
  for (const auto calendar : {ymd, dmy, mdy}) set |= is_read_in(date, calendar) ? bit_of(calendar) : 0;
  return set;
}

void Padding::add(const WrittenDate& date, int64_t times) {
  if (date.a >= 10 && date.b >= 10) return;
  (date.padded ? with_zero : bare) += times;
}

void Padding::merge(const Padding& other) {
  with_zero += other.with_zero;
  bare += other.bare;
}

bool Padding::against(const Padding& other) const {
  return (with_zero > 0 && bare == 0 && other.with_zero == 0 && other.bare > 1) ||
         (bare > 0 && with_zero == 0 && other.bare == 0 && other.with_zero > 1);
}

int64_t DateTally::readable(DateOrder wanted) const {
  if (!is_calendar(order) || !is_calendar(wanted)) return order == wanted ? reads[1] : 0;
  int64_t sum = 0;
  for (unsigned set = 0; set < kReadings; ++set) sum += (set & bit_of(wanted)) != 0 ? reads[set] : 0;
  return sum;
}

void DateTally::span(int64_t first, int64_t last) {
  first_serial = last_serial == 0 ? first : std::min(first_serial, first);
  last_serial = std::max(last_serial, last);
}

void DateTally::add(const WrittenDate& date, unsigned set, int64_t times) {
  reads[set] += times;
  if (order == excel_serial) span(date.number, date.number);
  if (!is_calendar(order)) return;
  firsts |= seen(date.a);
  seconds |= seen(date.b);
  thirds |= seen(date.c);
  const bool both = (set & kDayFirst) != 0 && (set & kMonthFirst) != 0;
  if (both && date.a == date.b) {
    same += times;
  } else {
    (both ? of_open : of_proofs).add(date, times);
  }
}

void DateTally::merge(const DateTally& other) {
  for (unsigned set = 0; set < kReadings; ++set) reads[set] += other.reads[set];
  same += other.same;
  if (other.last_serial != 0) span(other.first_serial, other.last_serial);
  firsts |= other.firsts;
  seconds |= other.seconds;
  thirds |= other.thirds;
  of_proofs.merge(other.of_proofs);
  of_open.merge(other.of_open);
}

void DateProofs::add(const DateTally& tally) {
  if (tally.shape == Shape::year_first) {
    year_first += tally.readable(ymd);
    year_first_days |= tally.thirds;
  }
  if (!tally.year_last()) return;
  for (unsigned set = 1; set < kReadings; ++set) {
    const bool day = (set & kDayFirst) != 0;
    const bool month = (set & kMonthFirst) != 0;
    if (day || month) (day && month ? open : day ? day_first : month_first) += tally.reads[set];
  }
  open -= tally.same;
  same += tally.same;
  firsts |= tally.firsts;
  seconds |= tally.seconds;
  thirds |= tally.thirds;
  slashes |= tally.separator == '/';
  two_digit_years &= tally.two_digit_year;
  of_proofs.merge(tally.of_proofs);
  of_open.merge(tally.of_open);
}

bool DateProofs::looks_year_first() const {
  return two_digit_years && distinct(firsts) <= 3 && distinct(thirds) > 2 * distinct(firsts);
}

bool DateProofs::first_is_day() const { return firsts == kOnlyOne && distinct(seconds) > 2; }
bool DateProofs::second_is_day() const { return seconds == kOnlyOne && distinct(firsts) > 2; }

int64_t DateProofs::swapped() const {
  const bool all_proofs = open + same == 0 && std::min(day_first, month_first) == 0;
  if (all_proofs && day_first + month_first > 1 && year_first > 1 && (year_first_days & ~kUpTo12) == 0)
    return year_first;
  return of_proofs.against(of_open) ? open : 0;
}

}  // namespace pegel::table
