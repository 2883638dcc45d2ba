#pragma once
// Periods at a grain: numbered, named, compared.

#include <string>

#include "pegel/plan.h"

namespace pegel::cube {

/// How days are grouped into periods. Quarters and years begin with the month `year_starts`.
struct Calendar {
  constexpr Calendar(Grain of, int starts = 1) : grain(of), year_starts(starts) {}
  explicit Calendar(const Plan& plan) : Calendar(plan.grain, plan.year_starts) {}

  Grain grain;
  int year_starts;  ///< 1…12
};

/// The number of the period that holds `day`; consecutive periods have consecutive numbers. Weeks start on Monday.
int32_t ordinal_of(Calendar calendar, Day day);
Period period_at(Calendar calendar, int32_t ordinal);
/// "2026-03-14", "2026-W05" (ISO week), "2026-03", "2026-Q1", "2026"; of a year that begins later than in January
/// "2026/27-Q1", "2026/27".
std::string label_of(Calendar calendar, int32_t ordinal);
/// The ordinal that lies a year before `ordinal`: same month, quarter, ISO week number less 52, day less 365.
int32_t year_before(Grain grain, int32_t ordinal);

/// The period `period` is compared with: the calendar unit before when it is whole months, else as many days directly
/// before; a year earlier for Comparison::year.
Period compared_period(const Period& period, Comparison comparison);
/// The days of `period` up to `today`, where that is one of them; else all of it.
Period to_date(const Period& period, Day today);
/// What the plan's period, which it must have, is compared with: of an unfinished one as many days of the period before.
Period compared_period(const Plan& plan);
/// "2026-03" where the period is one calendar unit, else "2026-03-01/2026-03-10" with its last day.
std::string label_of(const Period& period, int year_starts = 1);

}  // namespace pegel::cube
