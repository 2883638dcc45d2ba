#include "table/date_format.h"

#include <algorithm>

#include "base/civil_date.h"
#include "table/date_calendar.h"
#include "table/plain_date.h"

namespace pegel::table {
namespace {

using Shape = WrittenDate::Shape;

constexpr int32_t kExcelEpoch =
    25'569;  // serial of 1970-01-01; serials up to 60 fall into Excel's false leap year 1900

std::optional<int32_t> day_in_range(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  return base::day_of(year, month, day);
}

int full_year(int year, bool two_digit) { return !two_digit ? year : year < 70 ? 2000 + year : 1900 + year; }

/// The day of a date whose numbers stand in `order` (ymd, dmy or mdy).
std::optional<int32_t> numeric_day(const WrittenDate& date, DateOrder order) {
  const bool two = date.two_digit_year;
  switch (order) {
    case DateOrder::ymd:
      return day_in_range(full_year(date.a, two), date.b, date.c);
    case DateOrder::dmy:
      return day_in_range(full_year(date.c, two), date.b, date.a);
    case DateOrder::mdy:
      return day_in_range(full_year(date.c, two), date.a, date.b);
    default:
      return std::nullopt;
  }
}

bool is_year_led_name(const WrittenDate& date, DateOrder order) {
  return date.two_digit_year && (order == DateOrder::ymd || date.a > 31);
}

std::optional<int32_t> calendar_day(const WrittenDate& date, const DateFormat& format) {
  switch (date.shape) {
    case Shape::year_first:
      return numeric_day(date, DateOrder::ymd);
    case Shape::year_last:
      return format.order == DateOrder::ymd ? std::nullopt : numeric_day(date, format.order);
    case Shape::two_digit:
      return format.two_digit_year ? numeric_day(date, format.order) : std::nullopt;
    case Shape::day_named:
      return numeric_day(date, is_year_led_name(date, format.order) ? DateOrder::ymd : DateOrder::dmy);
    case Shape::month_named:
    case Shape::year_named:
      return numeric_day(date, DateOrder::dmy);
    default:
      return std::nullopt;
  }
}

std::optional<int32_t> first_of_part(const WrittenDate& date, Shape shape, int months) {
  if (date.shape != shape || date.b < 1 || date.b > 12 / months) return std::nullopt;
  return day_in_range(full_year(date.c, date.two_digit_year), (date.b - 1) * months + 1, 1);
}

std::optional<int32_t> month_day(const WrittenDate& date) {
  if (date.shape != Shape::count || date.digits != 6) return first_of_part(date, Shape::month, 1);
  return day_in_range(static_cast<int>(date.number / 100), static_cast<int>(date.number % 100), 1);
}

/// `day` where its year is not refused.
std::optional<int32_t> in_range(int64_t day) {
  static const int64_t first = *base::day_of(kFirstYear, 1, 1), last = *base::day_of(kLastYear, 12, 31);
  return day < first || day > last ? std::nullopt : std::optional(static_cast<int32_t>(day));
}

std::optional<int32_t> serial_day(const WrittenDate& date) {
  if (date.shape != Shape::count || date.digits > 6 || date.number <= 60) return std::nullopt;
  return in_range(date.number - kExcelEpoch);
}

std::optional<int32_t> year_day(const WrittenDate& date) {
  if (date.shape != Shape::count || date.digits != 4) return std::nullopt;
  return day_in_range(static_cast<int>(date.number), 1, 1);
}

/// Milliseconds of a Unix time of `digits` or one digit less.
std::optional<int64_t> unix_time(const WrittenDate& date, int digits, int64_t unit) {
  if (date.shape != Shape::count || date.digits > digits || date.digits < digits - 1) return std::nullopt;
  const int64_t millis = date.number * unit + date.millis;
  return in_range(millis / kDayMillis) ? std::optional(millis) : std::nullopt;
}

std::optional<int32_t> day_of(const WrittenDate& date, const DateFormat& format) {
  switch (format.order) {
    case DateOrder::ymd:
    case DateOrder::dmy:
    case DateOrder::mdy:
      return calendar_day(date, format);
    case DateOrder::month_year:
      return month_day(date);
    case DateOrder::quarter_year:
      return first_of_part(date, Shape::quarter, 3);
    case DateOrder::excel_serial:
      return serial_day(date);
    case DateOrder::year:
      return year_day(date);
    default:
      return std::nullopt;
  }
}

int32_t day_of_millis(int64_t millis) {
  return static_cast<int32_t>(millis / kDayMillis - (millis % kDayMillis < 0 ? 1 : 0));
}

}  // namespace

std::optional<int64_t> instant_of(const WrittenDate& date, const DateFormat& format) {
  if (format.order == DateOrder::unix_seconds) return unix_time(date, 10, 1000);
  if (format.order == DateOrder::unix_millis) return unix_time(date, 13, 1);
  const auto day = day_of(date, format);
  if (!day) return std::nullopt;
  if (!format.time) return *day * kDayMillis;
  return *day * kDayMillis + date.millis - date.offset_minutes * 60'000LL;
}

std::optional<int64_t> parse_instant(std::string_view text, const DateFormat& format) {
  if (is_calendar(format.order)) {
    if (const auto day = parse_plain_date(text)) return *day * kDayMillis;
  }
  const auto date = take_date_apart(text);
  return date ? instant_of(*date, format) : std::nullopt;
}

std::optional<int32_t> parse_day(std::string_view text, const DateFormat& format) {
  if (is_calendar(format.order)) {
    if (const auto day = parse_plain_date(text)) return day;
  }
  const auto date = take_date_apart(text);
  if (!date) return std::nullopt;
  const auto millis = instant_of(*date, format);
  return millis ? std::optional(day_of_millis(*millis)) : std::nullopt;
}

}  // namespace pegel::table
