#include "kpis/deals.h"

#include "kpis/estimate.h"

namespace pegel::kpis {

partial::Deal deal_of(const Row& row) {
  partial::Deal deal;
  deal.status = row.status();
  deal.qualified = !row.frame.has(Role::qualified) || row.flag(Role::qualified) == 1;
  const Day expected = row.day(Role::expected_close);
  deal.stale = deal.status == Status::open && known(expected) && expected < row.as_of;
  if (const Micros amount = row.number(Role::amount); known(amount)) {
    deal.amount = amount;
    deal.currency = row.currency();
  }
  const Day created = row.day(Role::created);
  if (deal.status == Status::open && known(created) && row.frame.can_have_happened(created)) {
    deal.days = row.as_of - created;
  }
  int32_t days = 0;
  if (duration(row, Role::created, Role::closed, days) == Use::used) deal.days = days;
  return deal;
}

std::optional<double> slow_days(const Context& context) {
  constexpr int64_t kEnoughWon = 10;  // fewer have no tenth that took longest
  if (context.rests_on == nullptr || context.rests_on->n < kEnoughWon) return std::nullopt;
  for (const Part& part : context.rests_on->parts) {
    if (part.name == "p90") return part.value;
  }
  return std::nullopt;
}

partial::Deals aged(const partial::Deals& deals, const std::optional<double>& slow) {
  if (!slow) return deals;
  partial::Deals all;
  for (partial::Deal deal : deals.values()) {
    deal.stale = deal.stale || (deal.status == Status::open && deal.has_days() && deal.days > *slow);
    all.add(deal);
  }
  return all;
}

}  // namespace pegel::kpis
