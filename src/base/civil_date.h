#pragma once
// Days since 1970-01-01 and the calendar (proleptic Gregorian).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pegel::base {

struct Civil {
  int year;
  int month;  ///< 1…12
  int day;    ///< 1…31
};

/// Nothing when there is no such day, or its year is outside 1…9999.
std::optional<int32_t> day_of(int year, int month, int day);
/// Days of the years −32767…32767.
Civil civil_of(int32_t day);
/// 1 = Monday … 7 = Sunday.
int weekday_of(int32_t day);
/// Months since 1970-01 of the day, and the first day of such a month.
int32_t month_of(int32_t day);
int32_t first_of_month(int32_t month);
/// "2026-03-14".
std::string iso_date(int32_t day);
/// The day of "2026-03-14"; nothing for any other text.
std::optional<int32_t> parse_iso_date(std::string_view text);

}  // namespace pegel::base
