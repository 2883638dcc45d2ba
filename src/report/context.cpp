#include "report/context.h"

#include "cube/calendar.h"
#include "cube/grouping.h"
#include "report/trend.h"

namespace pegel::report {

KpiContext::KpiContext(const Plan& plan, const Figures& figures, const Figure& figure,
                       const std::vector<kpis::TargetLine>* targets)
    : context_{plan, cube::as_of(plan), kpis::variant_of(plan, figure.card())} {
  context_.whole = period_of(plan, span_of(plan, figures.cube(), figure.counted.kind));
  context_.targets = targets;
  context_.period = cube::to_date(context_.whole, plan.today);
  const Figure* base = figures.of(figure.card().rests_on);
  if (base == nullptr) return;
  rests_on_ = base->on(cube::AxisKind::total)->answers->finish(0, {plan, context_.as_of});
  context_.rests_on = &*rests_on_;
}

kpis::Context KpiContext::of(std::string_view variant) const {
  kpis::Context context = context_;
  context.variant = variant;
  return context;
}

}  // namespace pegel::report
