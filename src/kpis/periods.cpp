#include "kpis/periods.h"

#include <algorithm>

#include "base/civil_date.h"

namespace pegel::kpis {

namespace {

constexpr int kMonths = 12;
constexpr Day kYear = 52 * 7;  // so that weekdays stay

bool starts_month(Day day) { return base::first_of_month(base::month_of(day)) == day; }

int months_in(const Period& period) {
  if (!starts_month(period.start) || !starts_month(period.end)) return 0;
  return base::month_of(period.end) - base::month_of(period.start);
}

// As far into a whole period as `period` is into its own.
Period cut(const Period& period, const Period& whole, Period before) {
  if (period.end < whole.end) before.end = std::min(before.end, before.start + (period.end - period.start));
  return before;
}

Period months_before(const Period& period, const Period& whole, int months) {
  const auto shifted = [&](Day day) { return base::first_of_month(base::month_of(day) - months); };
  return cut(period, whole, {shifted(whole.start), shifted(whole.end)});
}

Period days_before(const Period& period, Day days) { return {period.start - days, period.end - days}; }

}  // namespace

Period earlier(const Period& period, const Period& whole, int times) {
  const int months = months_in(whole);
  return months > 0 ? months_before(period, whole, months * times)
                    : days_before(period, (whole.end - whole.start) * times);
}

Period years_before(const Period& period, const Period& whole, int years) {
  return months_in(whole) > 0 ? months_before(period, whole, kMonths * years) : days_before(period, kYear * years);
}

}  // namespace pegel::kpis
