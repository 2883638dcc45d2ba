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
  int32_t days = 0;
  if (duration(row, Role::created, Role::closed, days) == Use::used) deal.days = days;
  return deal;
}

}  // namespace pegel::kpis
