#include "pegel/day.h"

#include "base/civil_date.h"

namespace pegel {

std::string iso_text(Day day) { return base::iso_date(day); }
std::optional<Day> day_of_iso(std::string_view text) { return base::parse_iso_date(text); }
std::optional<Day> day_of(int year, int month, int day) { return base::day_of(year, month, day); }
Day first_of_month(int32_t months_since_1970) { return base::first_of_month(months_since_1970); }

}  // namespace pegel
