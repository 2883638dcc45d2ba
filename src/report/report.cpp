#include <algorithm>
#include <iterator>

#include "cube/body.h"
#include "cube/grouping.h"
#include "cube/targeted.h"
#include "pegel/engine.h"
#include "report/breakdown.h"
#include "report/context.h"
#include "report/converted.h"
#include "report/denominator.h"
#include "report/notes.h"
#include "report/panel.h"
#include "report/sources.h"
#include "report/target.h"
#include "report/together.h"
#include "report/trend.h"

namespace pegel {

namespace {

using cube::AxisKind;
using report::Figure;

std::vector<Excluded> excluded(const Figure& figure, const kpis::Context& context) {
  kpis::Uses uses = figure.uses;
  uses[static_cast<std::size_t>(kpis::Use::superseded)] = figure.on(AxisKind::total)->answers->superseded(0, context);
  std::vector<Excluded> list;
  for (std::size_t u = 0; u < uses.size(); ++u) {
    const auto use = static_cast<kpis::Use>(u);
    if (use != kpis::Use::used && uses[u] > 0) list.push_back({kpis::name_of(use), uses[u]});
  }
  std::stable_sort(list.begin(), list.end(), [](const Excluded& a, const Excluded& b) { return a.rows > b.rows; });
  return list;
}

// Tables and breakdowns come of the same finishing; so does the total of some KPIs.
std::optional<Estimate> add_axes(KpiReport& entry, std::vector<Table>& tables, const Figure& figure,
                                 const kpis::Context& context) {
  std::optional<Estimate> whole;
  for (const report::FigureCells& cells : figure.axes) {
    const bool total = cells.axis().kind == AxisKind::total;
    if (!total && cells.axis().kind != AxisKind::dimension) continue;
    const Dimension* dimension = total ? nullptr : &context.plan.dimensions[cells.axis().dimension];
    kpis::Finished finished = cells.answers->finish_all(context, cells.names(), dimension);
    std::move(finished.tables.begin(), finished.tables.end(), std::back_inserter(tables));
    if (total && !finished.cells.empty()) whole = std::move(finished.cells.front());
    if (total) continue;
    auto breakdown = report::breakdown(way_of(figure.card(), context.variant).direction, cells.names(),
                                       std::move(finished), *dimension);
    if (breakdown) entry.breakdown.push_back(std::move(*breakdown));
  }
  return whole;
}

Estimate total_of(const Figure& figure, const kpis::Context& context, report::Targets& targets) {
  if (figure.kpi->rests_on_targets()) return targets.value(figure, context);
  const report::FigureCells* previous = figure.on(AxisKind::previous);
  return figure.on(AxisKind::total)->answers->finish(0, context, previous ? previous->answers : nullptr);
}

VariantValue variant_value(const Figure& figure, const kpis::Context& context, Estimate total) {
  VariantValue value{context.variant, std::move(total)};
  if (figure.looks_back) value.period = context.period;
  return value;
}

/// `total`: by the plan's variant.
std::vector<VariantValue> variant_values(report::Figures& figures, const Figure& figure, const Estimate& total,
                                         const report::KpiContext& context, report::Targets& targets) {
  std::vector<VariantValue> values;
  const Card& card = figure.card();
  const bool judged = figure.kpi->rests_on_targets();
  if (card.date == Role::none && !judged && !figure.kpi->measured()) return values;
  const Plan& plan = context.of_plan().plan;
  for (const Variant& variant : card.variants) {
    if (!variant.computed || !cube::lack_of(plan, card, variant.id).nothing()) continue;
    const bool chosen = variant.id == context.of_plan().variant;
    const bool same = chosen || judged || !figure.kpi->measured();
    if (same && !judged && counted_by(card, variant.id).kind != figure.counted.kind) continue;  // other rows, not kept
    const auto add = [&](const Figure& by) {
      const kpis::Context by_variant = context.of(by, variant.id);
      values.push_back(variant_value(by, by_variant, total_of(by, by_variant, targets)));
    };
    if (chosen) {
      values.push_back(variant_value(figure, context.of_plan(), total));
    } else if (same) {
      add(figure);
    } else {
      add(figures.total_of(*figure.kpi, variant.id));
    }
  }
  if (values.size() < 2) values.clear();
  return values;
}

void add_trend(KpiReport& entry, const report::Figures& figures, const Figure& figure, const kpis::Context& context) {
  if (const report::FigureCells* trend = figure.on(AxisKind::trend)) {
    entry.trend =
        report::trend(*trend, report::span_of(figures.plan(), figures.cube(), figure, context.variant), context);
  }
  entry.compared = report::compare(figure, entry.total, entry.trend, context);
}

void fill(KpiReport& entry, std::vector<Table>& tables, report::Figures& figures, const Figure& figure,
          report::Targets& targets) {
  const report::KpiContext contexts(figures.plan(), figures, figure, &targets.lines());
  const kpis::Context& context = contexts.of_plan();
  entry.kind = figure.counted.kind;
  if (figure.looks_back) entry.period = context.period;
  entry.variant = context.variant;
  // What rests on targets has neither parts nor a run of its own.
  const bool judged = figure.kpi->rests_on_targets();
  auto whole = judged ? std::nullopt : add_axes(entry, tables, figure, context);
  if (auto table = judged ? targets.table(figure, context) : std::nullopt) tables.push_back(std::move(*table));
  entry.total = whole ? std::move(*whole) : total_of(figure, context, targets);
  entry.variant_values = variant_values(figures, figure, entry.total, contexts, targets);
  entry.status = entry.total.value ? KpiStatus::ok : KpiStatus::undefined;
  entry.denominator = report::denominator_of(formula_of(*entry.card, entry.variant), entry.total.parts);
  entry.excluded = excluded(figure, context);
  if (!judged) add_trend(entry, figures, figure, context);
}

KpiReport entry_of(const kpis::Entry& listed, const kpis::PlanKpis& kpis) {
  KpiReport entry;
  const KpiDefinition* own = kpis.definition_of(listed.kpi->card.id);
  if (own != nullptr) {
    entry.names = own->name;
    entry.sql = kpis::sql_of(*listed.kpi, {});
  }
  entry.card = &listed.kpi->card;
  entry.group = listed.group;
  return entry;
}

KpiReport empty_entry(const kpis::Entry& listed, const kpis::PlanKpis& kpis, const Plan& plan) {
  KpiReport entry = entry_of(listed, kpis);
  auto lack = cube::lack_of(plan, *entry.card);
  entry.status = lack.kinds.empty() ? KpiStatus::missing_role : KpiStatus::missing_kind;
  entry.total.undefined = name_of(entry.status);
  entry.missing = std::move(lack.roles);
  entry.missing_kinds = std::move(lack.kinds);
  return entry;
}

KpiReport report_of(const kpis::Entry& listed, const Plan& plan, report::Figures& figures, report::Targets& targets,
                    std::vector<Table>& tables) {
  const Figure* figure = figures.of(listed.kpi->card.id);
  const kpis::PlanKpis& kpis = *figures.cube().kpis_of_plan;
  if (figure == nullptr) return empty_entry(listed, kpis, plan);
  KpiReport entry = entry_of(listed, kpis);
  fill(entry, tables, figures, *figure, targets);
  entry.converted = report::converted(plan, figures.cube(), *listed.kpi, entry.variant);
  return entry;
}

// `beside`: KPIs that are shown in panels alone.
void add_panels(Report& report, const std::vector<KpiReport>& beside) {
  std::vector<const KpiReport*> kpis;
  for (const KpiReport& kpi : report.kpis) kpis.push_back(&kpi);
  for (const KpiReport& kpi : beside) kpis.push_back(&kpi);
  for (const KpiReport& kpi : report.kpis) {
    const bool computed = kpi.status == KpiStatus::ok || kpi.status == KpiStatus::undefined;
    auto table = computed ? report::panel(*kpi.card, kpis) : std::nullopt;
    if (table) report.tables.push_back(std::move(*table));
    if (auto pairs = computed ? report::together(*kpi.card, kpis) : std::nullopt) {
      report.tables.push_back(std::move(*pairs));
    }
  }
}

}  // namespace

Report make_report(const Plan& plan, const Cube& cube) {
  const Cube::Body& body = cube.body();
  Report report;
  report.sources = report::source_reports(plan, body);
  report.period = plan.period;
  report.grain = plan.grain;
  report.year_starts = plan.year_starts;
  report.today = plan.today;
  Issues issues = body.issues;
  report.links = report::link_reports(plan, body, issues);
  issues = report::issues_of(plan, body, std::move(issues));
  report::Figures figures(plan, body);
  const kpis::Context whole{plan, cube::as_of(plan)};
  report::Targets targets(figures, whole);
  std::vector<KpiReport> beside;
  std::vector<Table> unshown;
  report.holds = body.kpis_of_plan;
  for (const kpis::Entry& listed : body.kpis_of_plan->entries()) {
    const bool shown = cube::is_shown(plan, listed.kpi->card);
    if (!shown && !cube::stands_beside(plan, listed.kpi->card)) continue;
    KpiReport entry = report_of(listed, plan, figures, targets, shown ? report.tables : unshown);
    (shown ? report.kpis : beside).push_back(std::move(entry));
  }
  add_panels(report, beside);
  report::note_cut_trends(plan, figures, issues);
  report::note_crowded_dimensions(plan, figures, issues);
  report::note_alike_names(plan, figures, issues);
  targets.give(report.kpis);
  targets.note_conflicts(issues);
  report.issues = issues.list();
  return report;
}

}  // namespace pegel
