#pragma once
// Calendar days as they cross the engine's border.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pegel {

/// A calendar day as days since 1970-01-01 (proleptic Gregorian). No zone.
using Day = int32_t;

std::string iso_text(Day day);                            ///< "2026-03-14"
std::optional<Day> day_of_iso(std::string_view text);     ///< of "2026-03-14"; nothing for any other text
std::optional<Day> day_of(int year, int month, int day);  ///< nothing when there is no such day
Day first_of_month(int32_t months_since_1970);

}  // namespace pegel
