#include "report/context.h"

#include <algorithm>

#include "cube/grouping.h"

namespace pegel::report {

KpiContext::KpiContext(const Plan& plan, const Cube::Body& cube, const Card& card)
    : context_{plan, cube::as_of(plan), kpis::variant_of(plan, card)} {
  const auto base = std::find_if(cube.kpis.begin(), cube.kpis.end(),
                                 [&](const auto& kpi) { return kpi.kpi->card.id == card.rests_on; });
  if (base == cube.kpis.end()) return;
  rests_on_ = base->on(cube::AxisKind::total)->partials->finish(0, {plan, context_.as_of});
  context_.rests_on = &*rests_on_;
}

kpis::Context KpiContext::of(std::string_view variant) const {
  kpis::Context context = context_;
  context.variant = variant;
  return context;
}

}  // namespace pegel::report
