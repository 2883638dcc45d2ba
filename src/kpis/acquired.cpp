#include "kpis/acquired.h"

#include <algorithm>

#include "base/civil_date.h"
#include "kpis/over_units.h"

namespace pegel::kpis {

Period spending_time(const Sums& sums, uint8_t begins, uint8_t ends) {
  const auto starts = sums.rows_daily(begins).days();
  const auto stops = sums.rows_daily(ends).days();
  if (starts.empty()) return {0, 0};
  const Day last = stops.empty() ? starts.back().day : std::max(starts.back().day, stops.back().day);
  return {base::first_of_month(base::month_of(starts.front().day)), base::first_of_month(base::month_of(last) + 1)};
}

namespace {

int64_t acquired_in(const Sums& sums, uint8_t m, const Period& time) {
  if (sums.take(m) != Take::visit) return sums.rows_daily(m).between(time.start, time.end).n;
  return sums.visits(m).count(
      [&](std::span<const partial::Visit> visits) { return partial::any_within(visits, time.start, time.end - 1); });
}

}  // namespace

Estimate cost_each(const partial::Money& spend, std::string_view name, int64_t customers,
                   const std::optional<Part>& more) {
  Parts parts{{"spend", amount_of(spend), Unit::money}, {name, static_cast<double>(customers), Unit::count}};
  if (more) parts.push_back(*more);
  if (customers == 0) return undefined("zero_denominator", spend.n(), std::move(parts));
  Estimate estimate;
  estimate.value = amount_of(spend) / static_cast<double>(customers);
  estimate.n = customers;
  estimate.currency = dataset::name_of(spend.currency());
  estimate.parts = std::move(parts);
  bracket_by_events(estimate, customers);
  return estimate;
}

Estimate cost_of_customers(const Sums& sums, const Acquisition& at) {
  const partial::Money& spend = sums.amount(at.spend);
  if (const auto why_not = no_sum(spend); !why_not.empty()) return undefined(why_not, spend.n());
  const Period time = spending_time(sums, at.begins, at.ends);
  const int64_t customers = acquired_in(sums, at.customers, time);
  const int64_t all = at.all == kNoMeasure ? 0 : acquired_in(sums, at.all, time);
  std::optional<Part> rest;
  if (all > 0) {
    rest = {"unattributed", static_cast<double>(all - customers) / static_cast<double>(all), Unit::share};
  }
  return cost_each(spend, sums.name(at.customers), customers, rest);
}

}  // namespace pegel::kpis
