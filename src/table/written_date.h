#pragma once
// A written date taken apart: its numbers in the order in which they stand, and its time of day.

#include <cstdint>
#include <optional>
#include <string_view>

namespace pegel::table {

struct WrittenDate {
  enum class Shape : uint8_t {
    year_first,   ///< 2026-03-14, 20260314: a year, b month, c day
    year_last,    ///< 14.03.2026: c year, a and b day and month in either order
    two_digit,    ///< 14.03.26: any order
    day_named,    ///< 14 March 2026, 14-Mar-26: a day, b month, c year (or a year, c day where a is over 31)
    month_named,  ///< March 14, 2026: a day, b month, c year
    year_named,   ///< 2026 March 14: a day, b month, c year
    month,        ///< 2026-03, 03/2026, März 2026: b month, c year
    quarter,      ///< Q1 2026: b quarter, c year
    count,        ///< digits only: `number`, with `digits` of them
  };
  Shape shape = Shape::count;
  char separator = '\0';
  bool two_digit_year = false;
  bool named = false;  ///< the month is a word
  int a = 0;
  int b = 0;
  int c = 0;
  int64_t number = 0;
  int digits = 0;
  bool padded = false;  ///< a and b are written with two digits each
  bool has_time = false;
  bool half_day = false;  ///< AM or PM
  bool has_zone = false;
  int32_t millis = 0;          ///< of the day
  int32_t offset_minutes = 0;  ///< east of Greenwich
};

/// Nothing when `text` has no shape of a date; the calendar is not asked. Does not allocate or throw.
std::optional<WrittenDate> take_date_apart(std::string_view text);

}  // namespace pegel::table
