#include "cube/calendar.h"

#include <algorithm>
#include <optional>

#include "base/civil_date.h"
#include "pegel/engine.h"

namespace pegel::cube {

namespace {

constexpr int32_t floor_div(int32_t a, int32_t b) { return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0); }

// 1970-01-01 was a Thursday: day -3 was the Monday of week 0.
constexpr int32_t kMonday = 3;

int months_in(Grain grain) { return grain == Grain::month ? 1 : grain == Grain::quarter ? 3 : 12; }

// Months from the start of a calendar period to that of ours.
int32_t offset_of(const Calendar& calendar) { return (calendar.year_starts - 1) % months_in(calendar.grain); }

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string iso_week(int32_t monday) {
  const int year = base::civil_of(monday + 3).year;  // an ISO week belongs to the year of its Thursday
  const int32_t first_thursday_week = floor_div(*base::day_of(year, 1, 4) + kMonday, 7);
  return std::to_string(year) + "-W" + two_digits(floor_div(monday + kMonday, 7) - first_thursday_week + 1);
}

bool starts_month(Day day) { return base::civil_of(day).day == 1; }

Day shifted_by_months(Day day, int32_t months) {
  const auto civil = base::civil_of(day);
  const int32_t month = base::month_of(day) + months;
  const auto target = base::civil_of(base::first_of_month(month));
  for (int d = civil.day; d > 28; --d) {
    if (const auto found = base::day_of(target.year, target.month, d)) return *found;
  }
  return base::first_of_month(month) + (civil.day > 28 ? 27 : civil.day - 1);
}

std::optional<Calendar> unit_of(const Period& period, int year_starts) {
  for (const Grain grain : {Grain::day, Grain::month, Grain::quarter, Grain::year}) {
    const Calendar calendar(grain, year_starts);
    const auto whole = period_at(calendar, ordinal_of(calendar, period.start));
    if (whole.start == period.start && whole.end == period.end) return calendar;
  }
  return std::nullopt;
}

// "2026", or "2026/27" of one that begins later.
std::string year_label(int year, int year_starts) {
  const std::string label = std::to_string(year);
  return year_starts == 1 ? label : label + "/" + two_digits((year + 1) % 100);
}

std::string quarter_label(const base::Civil& start, int year_starts) {
  const int later = (start.month - year_starts + 12) % 12;
  const int year = start.month < year_starts ? start.year - 1 : start.year;
  return year_label(year, year_starts) + "-Q" + std::to_string(later / 3 + 1);
}

}  // namespace

int32_t ordinal_of(Calendar calendar, Day day) {
  switch (calendar.grain) {
    case Grain::day:
      return day;
    case Grain::week:
      return floor_div(day + kMonday, 7);
    default:
      return floor_div(base::month_of(day) - offset_of(calendar), months_in(calendar.grain));
  }
}

Period period_at(Calendar calendar, int32_t ordinal) {
  switch (calendar.grain) {
    case Grain::day:
      return {ordinal, ordinal + 1};
    case Grain::week:
      return {ordinal * 7 - kMonday, ordinal * 7 - kMonday + 7};
    default: {
      const int months = months_in(calendar.grain);
      const int32_t first = ordinal * months + offset_of(calendar);
      return {base::first_of_month(first), base::first_of_month(first + months)};
    }
  }
}

std::string label_of(Calendar calendar, int32_t ordinal) {
  const Day start = period_at(calendar, ordinal).start;
  const auto civil = base::civil_of(start);
  switch (calendar.grain) {
    case Grain::day:
      return base::iso_date(start);
    case Grain::week:
      return iso_week(start);
    case Grain::month:
      return std::to_string(civil.year) + "-" + two_digits(civil.month);
    case Grain::quarter:
      return quarter_label(civil, calendar.year_starts);
    case Grain::year:
      return year_label(civil.year, calendar.year_starts);
  }
  return {};
}

int32_t year_before(Grain grain, int32_t ordinal) {
  switch (grain) {
    case Grain::day:
      return ordinal - 365;
    case Grain::week:
      return ordinal - 52;
    default:
      return ordinal - 12 / months_in(grain);
  }
}

Period compared_period(const Period& period, Comparison comparison) {
  if (comparison == Comparison::year) {
    return {shifted_by_months(period.start, -12), shifted_by_months(period.end, -12)};
  }
  if (starts_month(period.start) && starts_month(period.end)) {
    const int32_t months = base::month_of(period.end) - base::month_of(period.start);
    return {shifted_by_months(period.start, -months), period.start};
  }
  return {period.start - (period.end - period.start), period.start};
}

Period to_date(const Period& period, Day today) {
  return today < period.start ? period : Period{period.start, std::min(period.end, today + 1)};
}

Period compared_period(const Plan& plan) {
  const Period current = to_date(*plan.period, plan.today);
  Period before = compared_period(*plan.period, plan.comparison);
  if (current.end < plan.period->end) before.end = std::min(before.end, before.start + current.end - current.start);
  return before;
}

std::string label_of(const Period& period, int year_starts) {
  if (const auto unit = unit_of(period, year_starts)) return label_of(*unit, ordinal_of(*unit, period.start));
  return base::iso_date(period.start) + "/" + base::iso_date(period.end - 1);
}

}  // namespace pegel::cube

namespace pegel {

std::string period_name(const Period& period, int year_starts) { return cube::label_of(period, year_starts); }

}  // namespace pegel
