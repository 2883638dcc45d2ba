#include "kpis/customer_value.h"

#include "kpis/estimate.h"

namespace pegel::kpis {

Estimate value_by_cost(const Sums& sums, Worth worth, bool net) {
  enum : uint8_t { kProfit, kCustomersCosted, kRevenue, kCustomersPriced, kSpend, kNew, kBegins, kEnds };
  const partial::Money& all = sums.amount(worth == Worth::profit ? kProfit : kRevenue);
  if (const auto why_not = no_sum(all); !why_not.empty()) return undefined(why_not, all.n());
  Estimate cost = cost_of_customers(sums, {kSpend, kNew, kBegins, kEnds});
  if (!cost.value) return cost;
  const int64_t customers = sums.ids(worth == Worth::profit ? kCustomersCosted : kCustomersPriced).distinct();
  const auto currency = common_currency({&all, &sums.amount(kSpend)});
  if (!currency) return undefined("mixed_currency", customers);
  const double value = amount_of(all) / static_cast<double>(customers);
  Parts parts{{"clv", value, Unit::money}, {"cac", *cost.value, Unit::money}};
  if (*cost.value == 0) return undefined("zero_denominator", customers, std::move(parts));
  Estimate estimate;
  estimate.value = value / *cost.value - (net ? 1 : 0);
  estimate.n = customers;
  estimate.currency = dataset::name_of(*currency);
  estimate.parts = std::move(parts);
  return estimate;
}

}  // namespace pegel::kpis
