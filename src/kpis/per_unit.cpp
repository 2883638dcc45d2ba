#include "kpis/per_unit.h"

#include "kpis/over_units.h"

namespace pegel::kpis {

Estimate per_unit(const Sums& sums, const Context& context, uint8_t money, uint8_t apart, std::string_view units) {
  const partial::Money& amounts = sums.amount(money);
  if (const auto why_not = no_sum(amounts); !why_not.empty()) return undefined(why_not, amounts.n());
  const partial::Pairs& each = sums.amounts_apart(apart);
  Estimate estimate;
  estimate.value = amount_of(amounts) / static_cast<double>(each.n());
  estimate.n = each.n();
  estimate.currency = dataset::name_of(amounts.currency());
  estimate.parts = {{sums.name(money), amount_of(amounts), Unit::money},
                    {units, static_cast<double>(each.n()), Unit::count}};
  bracket_over_each(estimate, each, 0, context.plan.seed);
  return estimate;
}

}  // namespace pegel::kpis
