#pragma once
// Headers that name a period ("Q1", "Jan 26", "Month 3 2019", "2026-03") or the day of a stage ("Date entered Demo").

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pegel/day.h"
#include "pegel/role.h"

namespace pegel::dataset {

struct HeaderPeriod {
  std::string_view grain;  ///< "week", "month", "quarter", "year"
  int year = 0;            ///< 0: the header names none
  int number = 0;          ///< of the period in its year, from 1; 0 for a year
  Role role = Role::none;  ///< target or actual where the header says which ("Q1 Plan")
};
std::optional<HeaderPeriod> period_in(std::string_view header);

/// First and last day; a period without a year is of `year`. Nothing for a week that the year does not have.
std::optional<std::pair<Day, Day>> days_of(const HeaderPeriod& period, int year);

/// The year that a text holds as a word of its own; 0 when it holds none or several.
int year_in(std::string_view text);

/// target or actual when the text has a word that says so, none when it has none or both kinds.
Role measure_in(std::string_view text);

/// The stage whose day a column holds; "" for other headers. `told`: the header says that it is the day of entering; else
/// it has a stage's name and a word for a day.
struct HeaderStage {
  std::string stage;
  bool told = false;
};
HeaderStage stage_in(std::string_view header);

}  // namespace pegel::dataset
