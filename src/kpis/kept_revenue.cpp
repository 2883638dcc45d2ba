#include "kpis/kept_revenue.h"

#include <algorithm>

#include "kpis/estimate.h"
#include "kpis/kpi.h"
#include "kpis/periods.h"
#include "stats/ratio_of_sums.h"

namespace pegel::kpis {
namespace {

base::Int128 part_of(Kept kept, base::Int128 now, base::Int128 then, bool came) {
  switch (kept) {
    case Kept::net:
      return now;
    case Kept::gross:
      return std::min(now, then);
    case Kept::lost:
      return came ? 0 : then;
  }
  return 0;
}

bool any_in(std::span<const partial::Purchase> own, const Period& days) {
  return std::any_of(own.begin(), own.end(), [&](const partial::Purchase& purchase) {
    return purchase.day >= days.start && purchase.day < days.end;
  });
}

// By customer: the part, and what was paid in the period before.
partial::Pairs by_customer(const partial::Purchases& all, Kept kept, const Period& before, const Period& now) {
  partial::Pairs pairs;
  all.each_customer([&](std::span<const partial::Purchase> own) {
    if (!any_in(own, before)) return;
    const base::Int128 then = partial::paid_within(own, before.start, before.end);
    const base::Int128 part = part_of(kept, partial::paid_within(own, now.start, now.end), then, any_in(own, now));
    pairs.add(own.front().customer, static_cast<base::Micros>(part), static_cast<base::Micros>(then));
  });
  return pairs;
}

}  // namespace

Estimate kept_revenue(const Sums& sums, const Context& context, Kept kept, uint8_t purchases, uint8_t revenue) {
  const partial::Purchases& all = sums.purchases(purchases);
  if (all.n() == 0) return undefined("no_data");
  const Period before = earlier(context.period, context.whole, 1);
  const partial::Pairs pairs = by_customer(all, kept, before, context.period);
  if (pairs.n() == 0) return undefined("no_reference");
  partial::Money money = sums.amounts_daily(revenue).between(before.start, before.end);
  money.merge(sums.amounts_daily(revenue).between(context.period.start, context.period.end));
  if (money.mixed()) return undefined("mixed_currency", pairs.n());
  const partial::Pairs::Amounts total = pairs.sums();
  Parts parts{{kept == Kept::lost ? "lost" : "now", base::to_double(total.x), Unit::money},
              {"before", base::to_double(total.y), Unit::money}};
  const auto ratio = stats::ratio_of_sums(pairs, context.plan.seed);
  if (!ratio) return undefined("zero_denominator", pairs.n(), std::move(parts));
  Estimate estimate;
  estimate.value = ratio->value;
  estimate.n = pairs.n();
  estimate.currency = dataset::name_of(money.currency());
  estimate.parts = std::move(parts);
  if (pairs.n() >= kFew) bracket(estimate, ratio->resampled ? "bootstrap" : "linearised", ratio->interval);
  return estimate;
}

}  // namespace pegel::kpis
