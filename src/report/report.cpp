#include <algorithm>

#include "cube/body.h"
#include "cube/calendar.h"
#include "cube/grouping.h"
#include "pegel/engine.h"
#include "report/breakdown.h"
#include "report/denominator.h"
#include "report/target.h"
#include "report/trend.h"

namespace pegel {

namespace {

using cube::AxisKind;

std::vector<Excluded> excluded(const kpis::Uses& uses) {
  std::vector<Excluded> list;
  for (std::size_t u = 0; u < uses.size(); ++u) {
    const auto use = static_cast<kpis::Use>(u);
    if (use != kpis::Use::used && uses[u] > 0) list.push_back({kpis::name_of(use), uses[u]});
  }
  std::stable_sort(list.begin(), list.end(), [](const Excluded& a, const Excluded& b) { return a.rows > b.rows; });
  return list;
}

report::Span span_of(const Plan& plan, const Cube::Body& body, Kind kind) {
  report::Span span;
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const auto& rows = body.sources[s];
    if (plan.sources[s].kind != kind || rows.first > rows.last) continue;
    const bool empty = span.first > span.last;
    span.first = empty ? rows.first : std::min(span.first, rows.first);
    span.last = empty ? rows.last : std::max(span.last, rows.last);
  }
  return span;
}

void add_breakdowns(KpiReport& entry, const cube::KpiCells& kpi, const kpis::Context& context) {
  for (const cube::Cells& cells : kpi.axes) {
    if (cells.axis.kind != AxisKind::dimension) continue;
    auto breakdown = report::breakdown(kpi, cells, context.plan.dimensions[cells.axis.dimension], context);
    if (breakdown) entry.breakdown.push_back(std::move(*breakdown));
  }
}

void fill(KpiReport& entry, const cube::KpiCells& kpi, const report::Span& span, const kpis::Context& context) {
  const cube::Cells* previous = kpi.on(AxisKind::previous);
  entry.total =
      kpi.on(AxisKind::total)->partials->finish(0, context, previous ? previous->partials.get() : nullptr, false);
  entry.status = entry.total.value ? KpiStatus::ok : KpiStatus::undefined;
  entry.denominator = report::denominator_of(entry.card->formula, entry.total.parts);
  entry.excluded = excluded(kpi.uses);
  add_breakdowns(entry, kpi, context);
  if (const cube::Cells* trend = kpi.on(AxisKind::trend)) entry.trend = report::trend(*trend, span, context);
  entry.compared = report::compare(kpi, entry.total, entry.trend, context);
}

KpiReport empty_entry(const kpis::Kpi& kpi, const Plan& plan) {
  KpiReport entry;
  entry.card = &kpi.card;
  entry.group = kpis::group_of(kpi.card.id);
  const auto lack = cube::lack_of(plan, kpi.card);
  entry.missing = lack.roles;
  entry.status = lack.kind ? KpiStatus::missing_kind : KpiStatus::missing_role;
  entry.total.undefined = lack.kind ? "missing_kind" : "missing_role";
  return entry;
}

void add_tables(Report& report, const cube::KpiCells& kpi, const kpis::Context& context) {
  for (const cube::Cells& cells : kpi.axes) {
    const bool total = cells.axis.kind == AxisKind::total;
    if (!total && cells.axis.kind != AxisKind::dimension) continue;
    const Dimension* dimension = total ? nullptr : &context.plan.dimensions[cells.axis.dimension];
    for (Table& table : cells.partials->tables(context, cells.keys, dimension))
      report.tables.push_back(std::move(table));
  }
}

std::vector<SourceReport> source_reports(const Plan& plan, const Cube::Body& body) {
  std::vector<SourceReport> list;
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const auto& rows = body.sources[s];
    const bool dated = rows.first <= rows.last;
    list.push_back({plan.sources[s].file, plan.sources[s].kind, rows.read, rows.read - rows.left_out, rows.left_out,
                    dated ? std::optional(rows.first) : std::nullopt, dated ? std::optional(rows.last) : std::nullopt});
  }
  return list;
}

}  // namespace

Report make_report(const Plan& plan, const Cube& cube) {
  const Cube::Body& body = cube.body();
  const kpis::Context context{plan, cube::as_of(plan)};
  Report report;
  report.sources = source_reports(plan, body);
  report.period = plan.period;
  report.grain = plan.grain;
  report.today = plan.today;
  report.issues = body.issues.list();
  for (const kpis::Kpi* kpi : kpis::catalogue()) {
    const auto cells =
        std::find_if(body.kpis.begin(), body.kpis.end(), [&](const auto& entry) { return entry.kpi == kpi; });
    if (cells != body.kpis.end()) {
      KpiReport entry;
      entry.card = &kpi->card;
      entry.group = kpis::group_of(kpi->card.id);
      fill(entry, *cells, span_of(plan, body, kpi->card.kind), context);
      report.kpis.push_back(std::move(entry));
      add_tables(report, *cells, context);
    } else if (plan.kpis.empty() || std::find(plan.kpis.begin(), plan.kpis.end(), kpi->card.id) != plan.kpis.end()) {
      report.kpis.push_back(empty_entry(*kpi, plan));
    }
  }
  report::add_targets(report, body, context);
  return report;
}

std::vector<CatalogueEntry> catalogue() {
  std::vector<CatalogueEntry> entries;
  for (const kpis::Kpi* kpi : kpis::catalogue()) entries.push_back({&kpi->card, kpis::group_of(kpi->card.id)});
  return entries;
}

}  // namespace pegel
