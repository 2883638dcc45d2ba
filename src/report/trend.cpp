#include "report/trend.h"

#include <algorithm>
#include <cmath>

#include "base/civil_date.h"
#include "cube/calendar.h"

namespace pegel::report {

namespace {

bool is_partial(const Period& period, const Span& span, Day today) {
  if (today < period.end - 1) return true;
  const bool holds_last = span.last >= period.start && span.last < period.end;
  return holds_last && (period.end - 1 - span.last) * 10 > period.end - period.start;
}

std::vector<int32_t> ordinals_of(const FigureCells& cells, cube::Calendar calendar) {
  std::vector<int32_t> ordinals;
  for (const std::string& key : cells.names())
    ordinals.push_back(cube::ordinal_of(calendar, *base::parse_iso_date(key)));
  return ordinals;
}

Span joined(const Span& a, const Span& b) {
  if (a.first > a.last) return b;
  if (b.first > b.last) return a;
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

bool is_rate(Unit unit) { return unit == Unit::share || unit == Unit::net_score || unit == Unit::points; }

Compared compared(std::string current, std::string period, const Estimate& value, const Estimate& before, Unit unit) {
  Compared result{std::move(period), std::move(current), false, value, before, {}, {}, {}};
  if (!value.value || !before.value) return result;
  result.change = *value.value - *before.value;
  if (!is_rate(unit) && *before.value != 0) result.relative = *result.change / std::abs(*before.value);
  if (value.low && before.low) result.distinguishable = *value.low > *before.high || *value.high < *before.low;
  return result;
}

}  // namespace

Span span_of(const Plan& plan, const Cube::Body& body, Kind kind) {
  Span span;
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const auto& rows = body.sources[s];
    if (plan.sources[s].kind == kind) span = joined(span, {rows.first, rows.last});
  }
  return span;
}

Span span_of(const Plan& plan, const Cube::Body& body, const Figure& figure, std::string_view variant) {
  Span span = span_of(plan, body, figure.counted.kind);
  if (!figure.looks_back) return span;
  const kpis::Kpi& kpi = *figure.kpi;
  for (const std::size_t m : kpis::measures_of(kpi, kpis::shape_of(kpi, variant))) {
    const Kind kind = kpi.measures[m].kind;
    if (kind != Kind::none) span = joined(span, span_of(plan, body, kind));
  }
  return span;
}

kpis::Context in_period(kpis::Context context, const Period& whole) {
  context.whole = whole;
  context.period = cube::to_date(whole, context.plan.today);
  return context;
}

Period period_of(const Plan& plan, const Span& span, bool all) {
  if (plan.period) return *plan.period;
  if (span.first > span.last) return {plan.today, plan.today + 1};
  if (all) return {span.first, std::max(span.first, std::min(span.last, plan.today)) + 1};
  const cube::Calendar calendar(plan);
  const int32_t first = cube::ordinal_of(calendar, span.first);
  const int32_t last = cube::ordinal_of(calendar, std::min(span.last, plan.today));
  for (int32_t ordinal = last; ordinal >= first; --ordinal) {
    const Period period = cube::period_at(calendar, ordinal);
    if (!is_partial(period, span, plan.today)) return period;
  }
  return cube::period_at(calendar, last);
}

std::vector<TrendPoint> trend(const FigureCells& cells, const Span& span, const kpis::Context& context) {
  std::vector<TrendPoint> points;
  if (cells.names().empty()) return points;
  const cube::Calendar calendar(context.plan);
  const auto ordinals = ordinals_of(cells, calendar);
  const auto [first, last] = std::minmax_element(ordinals.begin(), ordinals.end());
  for (int32_t ordinal = std::max(*first, *last - kTrendPoints + 1); ordinal <= *last; ++ordinal) {
    const Period period = cube::period_at(calendar, ordinal);
    TrendPoint& point = points.emplace_back();
    point.period = cube::label_of(calendar, ordinal);
    point.start = period.start;
    point.partial = is_partial(period, span, context.plan.today);
    const uint32_t cell = cells.keys->find(base::iso_date(period.start));
    if (cell != kpis::kNoCell) {
      point.estimate = cells.answers->finish(cell, in_period(context, period));
      point.partial = point.partial || point.estimate.incomplete;
    } else {
      point.estimate.undefined = "no_data";
    }
  }
  return points;
}

int64_t trend_length(const FigureCells& cells, cube::Calendar calendar) {
  if (cells.names().empty()) return 0;
  const auto ordinals = ordinals_of(cells, calendar);
  const auto [first, last] = std::minmax_element(ordinals.begin(), ordinals.end());
  return int64_t{*last} - *first + 1;
}

std::optional<Compared> compare(const Figure& figure, const Estimate& total, const std::vector<TrendPoint>& trend,
                                const kpis::Context& context) {
  const Plan& plan = context.plan;
  const Unit unit = way_of(figure.card(), context.variant).unit;
  if (plan.comparison == Comparison::none) return std::nullopt;
  if (plan.period) {
    const FigureCells* previous = figure.on(cube::AxisKind::previous);
    if (previous == nullptr || previous->names().empty()) return std::nullopt;
    const Period current = cube::to_date(*plan.period, plan.today);
    const Period before = cube::compared_period(plan);
    Compared result = compared(cube::label_of(current, plan.year_starts), cube::label_of(before, plan.year_starts),
                               total, previous->answers->finish(0, in_period(context, before)), unit);
    result.to_date = current.end < plan.period->end;
    return result;
  }
  auto last = std::find_if(trend.rbegin(), trend.rend(), [](const TrendPoint& point) { return !point.partial; });
  if (last == trend.rend()) return std::nullopt;
  const cube::Calendar calendar(plan);
  const int32_t ordinal = cube::ordinal_of(calendar, last->start);
  const int32_t before = plan.comparison == Comparison::year ? cube::year_before(plan.grain, ordinal) : ordinal - 1;
  const Day start = cube::period_at(calendar, before).start;
  const auto point = std::find_if(trend.begin(), trend.end(), [&](const auto& p) { return p.start == start; });
  if (point == trend.end()) return std::nullopt;
  return compared(last->period, point->period, last->estimate, point->estimate, unit);
}

}  // namespace pegel::report
