#pragma once
// What is left of the revenue from orders after costs. Only months that have both count: revenue without its costs would be
// taken for income, costs without their revenue for a loss.

#include "kpis/orders.h"
#include "kpis/sums.h"

namespace pegel::kpis {

constexpr Measure cost_of_type(std::string_view name, std::initializer_list<Condition> where) {
  return {.name = name,
          .take = Take::amount_daily,
          .of = Role::amount,
          .since = Role::period_start,
          .where = where,
          .kind = Kind::costs,
          .date = Role::period_start};
}

/// Costs of an unknown type are taken for operating ones.
inline constexpr Measure kIncomeMeasures[] = {
    {.name = "revenue", .take = Take::amount_daily, .of = Role::amount, .since = Role::at, .where = {kOrdered}},
    cost_of_type("goods", {is(Role::cost_type, Use::other_type, CostType::cogs)}),
    cost_of_type("operating", {is(Role::cost_type, Use::other_type, CostType::unknown, CostType::operating)}),
    cost_of_type("interest_and_tax", {is(Role::cost_type, Use::other_type, CostType::tax, CostType::interest)}),
};
/// Positions in kIncomeMeasures: before interest and tax, and after.
inline constexpr Few<uint8_t, 8> kOperatingIncome{0, 1, 2};
inline constexpr Few<uint8_t, 8> kNetIncome{0, 1, 2, 3};

/// The value, in money, with a part for each Measure and "months"; its n are the orders, or their lines. "no_data" without
/// revenue, "no_costs" without costs, or where they have no month in common, "mixed_currency".
Estimate income_of(const Sums& sums, const Few<uint8_t, 8>& measures);

/// The same as a share of the revenue; "zero_denominator" where that is 0.
Estimate income_share(const Sums& sums, const Few<uint8_t, 8>& measures);

}  // namespace pegel::kpis
