#include "kpis/per_unit.h"

#include "stats/ratio_of_sums.h"

namespace pegel::kpis {

Estimate per_unit(const Sums& sums, const Context& context, uint8_t money, uint8_t apart, std::string_view units) {
  const partial::Money& amounts = sums.amount(money);
  if (const auto why_not = no_sum(amounts); !why_not.empty()) return undefined(why_not, amounts.n());
  partial::Pairs each;  // one a unit
  for (const auto& [unit, sum] : sums.amounts_apart(apart).units()) {
    each.add(unit, static_cast<base::Micros>(sum.x), base::kOne);
  }
  const auto ratio = stats::ratio_of_sums(each, context.plan.seed);
  Estimate estimate;
  estimate.value = ratio->value;
  estimate.n = each.n();
  estimate.currency = dataset::name_of(amounts.currency());
  estimate.parts = {{sums.name(money), amount_of(amounts), Unit::money},
                    {units, static_cast<double>(each.n()), Unit::count}};
  if (each.n() >= kFew) bracket(estimate, ratio->resampled ? "bootstrap" : "linearised", ratio->interval);
  return estimate;
}

}  // namespace pegel::kpis
