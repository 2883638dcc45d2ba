#include "kpis/income.h"

#include <algorithm>
#include <vector>

#include "base/civil_date.h"
#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

using DailyMoney = partial::Daily<partial::Money>;
using Months = std::vector<int32_t>;  // since 1970, ascending

void add_months(const DailyMoney& days, Months& months) {
  days.each([&](Day day, const partial::Money&) { months.push_back(base::month_of(day)); });
  std::sort(months.begin(), months.end());
  months.erase(std::unique(months.begin(), months.end()), months.end());
}

// Of the months from the first with revenue to the last those with costs; none where no month has both.
Months months_with_costs(const Sums& sums, const Few<uint8_t, 8>& measures) {
  Months revenue;
  Months costs;
  for (const uint8_t m : measures) add_months(sums.amounts_daily(m), m == measures[0] ? revenue : costs);
  const bool met = std::any_of(revenue.begin(), revenue.end(),
                               [&](int32_t month) { return std::binary_search(costs.begin(), costs.end(), month); });
  if (!met) return {};
  return {std::lower_bound(costs.begin(), costs.end(), revenue.front()),
          std::upper_bound(costs.begin(), costs.end(), revenue.back())};
}

partial::Money in_months(const DailyMoney& days, const Months& months) {
  partial::Money sum;
  days.each([&](Day day, const partial::Money& on_day) {
    if (std::binary_search(months.begin(), months.end(), base::month_of(day))) sum.merge(on_day);
  });
  return sum;
}

}  // namespace

Estimate income_of(const Sums& sums, const Few<uint8_t, 8>& measures) {
  if (sums.rows(measures[0]) == 0) return undefined("no_data");
  const Months months = months_with_costs(sums, measures);
  if (months.empty()) return undefined("no_costs", sums.rows(measures[0]));
  Estimate estimate;
  partial::Money all;  // in one currency, once it is known that there is one
  uint32_t currency = 0;
  base::Int128 left = 0;
  for (const uint8_t m : measures) {
    const partial::Money money = in_months(sums.amounts_daily(m), months);
    const auto common = common_currency({&all, &money});
    if (!common) return undefined("mixed_currency", sums.rows(measures[0]));
    currency = *common;
    all = partial::Money();
    all.add(currency, 0);
    if (m == measures[0]) estimate.n = money.n();
    left += m == measures[0] ? money.sum() : -money.sum();
    estimate.parts.push_back({sums.name(m), amount_of(money), Unit::money});
  }
  estimate.value = base::to_double(left);
  estimate.currency = dataset::name_of(currency);
  estimate.parts.push_back({"months", static_cast<double>(months.size()), Unit::count});
  return estimate;
}

Estimate income_share(const Sums& sums, const Few<uint8_t, 8>& measures) {
  Estimate estimate = income_of(sums, measures);
  if (!estimate.value) return estimate;
  const double revenue = estimate.parts.front().value;
  if (revenue == 0) return undefined("zero_denominator", estimate.n, std::move(estimate.parts));
  *estimate.value /= revenue;
  return estimate;
}

}  // namespace pegel::kpis
