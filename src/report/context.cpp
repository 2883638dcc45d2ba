#include "report/context.h"

#include "cube/calendar.h"
#include "cube/grouping.h"
#include "report/trend.h"

namespace pegel::report {

KpiContext::KpiContext(const Plan& plan, Figures& figures, const Figure& figure,
                       const std::vector<kpis::TargetLine>* targets)
    : cube_(figures.cube()), context_(about(figure, {plan, cube::as_of(plan), kpis::variant_of(plan, figure.card())})) {
  context_.targets = targets;
  const Figure* base = figures.of(figure.card().rests_on);
  if (base == nullptr) return;
  const Figure by_default = base->kpi->measured() ? figures.total_of(*base->kpi, {}) : *base;
  rests_on_ = by_default.on(cube::AxisKind::total)->answers->finish(0, {plan, context_.as_of});
  context_.rests_on = &*rests_on_;
}

kpis::Context KpiContext::of(const Figure& figure, std::string_view variant) const {
  kpis::Context context = context_;
  context.variant = variant;
  return about(figure, context);
}

kpis::Context KpiContext::about(const Figure& figure, kpis::Context context) const {
  const Span span = span_of(context.plan, cube_, figure, context.variant);
  const bool all = figure.looks_back && kpis::shape_of(*figure.kpi, context.variant).all_days;
  return in_period(context, period_of(context.plan, span, all));
}

}  // namespace pegel::report
