#pragma once
// Written days and times and their values, for one DateFormat.

#include <optional>
#include <string_view>

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

}  // namespace pegel::table
