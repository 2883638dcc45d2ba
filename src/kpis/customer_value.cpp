#include "kpis/customer_value.h"

#include "kpis/over_units.h"
#include "stats/ratio_of_sums.h"

namespace pegel::kpis {

namespace {

// Both from their own intervals; nothing of few.
void bracket_quotient(Estimate& estimate, const Estimate& value, const Estimate& cost, bool net) {
  if (!value.low || !cost.low || !(*cost.low > 0)) return;
  const stats::Interval times =
      stats::product(*value.value, {*value.low, *value.high}, 1 / *cost.value, {1 / *cost.high, 1 / *cost.low});
  bracket(estimate, value.method, stats::Interval{times.low - (net ? 1 : 0), times.high - (net ? 1 : 0)});
}

}  // namespace

Estimate value_by_cost(const Sums& sums, const Context& context, Worth worth, bool net) {
  enum : uint8_t {
    kProfit,
    kCustomersCosted,
    kRevenue,
    kCustomersPriced,
    kSpend,
    kNew,
    kBegins,
    kEnds,
    kProfitApart,
    kRevenueApart
  };
  const partial::Money& all = sums.amount(worth == Worth::profit ? kProfit : kRevenue);
  if (const auto why_not = no_sum(all); !why_not.empty()) return undefined(why_not, all.n());
  Estimate cost = cost_of_customers(sums, {kSpend, kNew, kBegins, kEnds});
  if (!cost.value) return cost;
  const int64_t customers = sums.ids(worth == Worth::profit ? kCustomersCosted : kCustomersPriced).distinct();
  const auto currency = common_currency({&all, &sums.amount(kSpend)});
  if (!currency) return undefined("mixed_currency", customers);
  Estimate value;
  value.value = amount_of(all) / static_cast<double>(customers);
  bracket_over_each(value, sums.amounts_apart(worth == Worth::profit ? kProfitApart : kRevenueApart), 0,
                    context.plan.seed);
  Parts parts{{"clv", *value.value, Unit::money}, {"cac", *cost.value, Unit::money}};
  if (*cost.value == 0) return undefined("zero_denominator", customers, std::move(parts));
  Estimate estimate;
  estimate.value = *value.value / *cost.value - (net ? 1 : 0);
  estimate.n = customers;
  estimate.currency = dataset::name_of(*currency);
  estimate.parts = std::move(parts);
  bracket_quotient(estimate, value, cost, net);
  return estimate;
}

}  // namespace pegel::kpis
