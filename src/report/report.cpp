#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "cube/body.h"
#include "cube/calendar.h"
#include "cube/grouping.h"
#include "cube/targeted.h"
#include "pegel/engine.h"
#include "pegel/limits.h"
#include "report/alike_names.h"
#include "report/breakdown.h"
#include "report/context.h"
#include "report/converted.h"
#include "report/denominator.h"
#include "report/panel.h"
#include "report/target.h"
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

VariantValue variant_value(const Figure& figure, const kpis::Context& context, report::Targets& targets) {
  VariantValue value{context.variant, total_of(figure, context, targets)};
  if (figure.looks_back) value.period = context.period;
  return value;
}

std::vector<VariantValue> variant_values(report::Figures& figures, const Figure& figure,
                                         const report::KpiContext& context, report::Targets& targets) {
  std::vector<VariantValue> values;
  const Card& card = figure.card();
  const bool judged = figure.kpi->rests_on_targets();
  if (card.date == Role::none && !judged && !figure.kpi->measured()) return values;
  const Plan& plan = context.of_plan().plan;
  for (const Variant& variant : card.variants) {
    if (!variant.computed || !cube::lack_of(plan, card, variant.id).nothing()) continue;
    const bool same = judged || !figure.kpi->measured() || variant.id == context.of_plan().variant;
    if (same && !judged && counted_by(card, variant.id).kind != figure.counted.kind) continue;  // other rows, not kept
    if (same) {
      values.push_back(variant_value(figure, context.of(figure, variant.id), targets));
    } else {
      const Figure other = figures.total_of(*figure.kpi, variant.id);
      values.push_back(variant_value(other, context.of(other, variant.id), targets));
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
  entry.variant_values = variant_values(figures, figure, contexts, targets);
  // What rests on targets has neither parts nor a run of its own.
  const bool judged = figure.kpi->rests_on_targets();
  auto whole = judged ? std::nullopt : add_axes(entry, tables, figure, context);
  if (auto table = judged ? targets.table(figure, context) : std::nullopt) tables.push_back(std::move(*table));
  entry.total = whole ? std::move(*whole) : total_of(figure, context, targets);
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
  }
}

std::vector<SourceReport> source_reports(const Plan& plan, const Cube::Body& body) {
  std::vector<SourceReport> list;
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const auto& rows = body.sources[s];
    const bool dated = rows.first <= rows.last;
    list.push_back({plan.sources[s].file, plan.sources[s].kind, rows.read, rows.read - rows.left_out, rows.left_out,
                    dated ? std::optional(rows.first) : std::nullopt, dated ? std::optional(rows.last) : std::nullopt,
                    plan.sources[s].assumed});
  }
  return list;
}

std::vector<std::string> files_of(const Plan& plan, Kind kind) {
  std::vector<std::string> files;
  for (const Source& source : plan.sources) {
    if (source.kind == kind) files.push_back(source.file);
  }
  return files;
}

// What comes over the Link, be it the first of several.
std::vector<std::string> lent_by(const Source& source, const dataset::Link& link) {
  std::vector<std::string> ids;
  for (const LentColumn& column : source.lent) {
    const auto way = dataset::way_of(source.kind, column);
    if (way && (*way)[0] == &link) ids.push_back(dataset::dimension_id(column));
  }
  return ids;
}

// A key that may be of several kinds' (a log's entity) is of those where it is found.
bool is_elsewhere(const std::vector<dataset::SourceLink>& links, const Cube::Body& body, std::size_t l) {
  if (body.links[l].matched > 0) return false;
  for (std::size_t other = 0; other < links.size(); ++other) {
    const bool same = links[other].source == links[l].source && links[other].link->key == links[l].link->key;
    if (same && body.links[other].matched > 0) return true;
  }
  return false;
}

// With the Issues of the keys that were not found.
std::vector<LinkReport> link_reports(const Plan& plan, const Cube::Body& body, Issues& issues) {
  std::vector<LinkReport> list;
  const auto links = dataset::links_of(plan);
  for (std::size_t l = 0; l < links.size(); ++l) {
    if (links[l].link->onward || is_elsewhere(links, body, l)) continue;
    const cube::LinkRows& rows = body.links[l];
    const Source& source = plan.sources[links[l].source];
    const dataset::Link& link = *links[l].link;
    list.push_back({source.file,
                    link.key,
                    link.to,
                    files_of(plan, link.to),
                    rows.rows,
                    rows.matched,
                    rows.rows - rows.matched,
                    rows.unmatched.distinct(),
                    rows.alike,
                    rows.ambiguous,
                    {rows.examples.begin(), rows.examples.end()},
                    lent_by(source, link)});
    issues.merge(rows.issues);
  }
  return list;
}

// What the files' first rows tell, with the Issues that their cells raised.
std::vector<Issue> all_issues(const Plan& plan, const Cube::Body& body, Issues issues) {
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const Dialect& dialect = plan.sources[s].dialect;
    const Place place{plan.sources[s].file, dialect.skip_rows + 1, 0, {}};
    if (dialect.header_rows == 0) issues.add("csv.no_header", {}, place);
    if (body.sources[s].read == 0) issues.add("csv.header_only", {}, place);
    const bool logged = !files_of(plan, Kind::stage_history).empty();
    if (!logged && dataset::has_unread_stages(plan.sources[s])) issues.add("wide.stages", {}, place);
  }
  return issues.list();
}

// One for all KPIs: the longest trend.
void note_cut_trends(const Plan& plan, const report::Figures& figures, std::vector<Issue>& issues) {
  int64_t longest = 0;
  for (const Figure& figure : figures.all()) {
    const report::FigureCells* cells = cube::is_shown(plan, figure.card()) ? figure.on(AxisKind::trend) : nullptr;
    if (cells != nullptr) longest = std::max(longest, report::trend_length(*cells, cube::Calendar(plan)));
  }
  if (longest <= report::kTrendPoints) return;
  Issue cut{"trend.cut", std::string(name_of(plan.grain)), longest - report::kTrendPoints, 0, {}, {}};
  cut.values["kept"] = std::to_string(report::kTrendPoints);
  issues.push_back(std::move(cut));
}

// One a dimension, whichever KPIs it is too large for.
void note_crowded_dimensions(const Plan& plan, const report::Figures& figures, std::vector<Issue>& issues) {
  std::set<std::size_t> crowded;
  for (const Figure& figure : figures.all()) {
    for (const report::FigureCells& cells : figure.axes) {
      if (cells.keys->crowded) crowded.insert(cells.axis().dimension);
    }
  }
  for (const std::size_t dimension : crowded) {
    const std::string limit = std::to_string(kMostValues);
    issues.push_back({"limit.values", plan.dimensions[dimension].label, 1, 0, {}, {{"limit", limit}}});
  }
}

// One a dimension of names, over all KPIs that are broken down by it: what the reader may put together (Plan::aliases).
void note_alike_names(const Plan& plan, const report::Figures& figures, std::vector<Issue>& issues) {
  std::map<std::string, std::set<std::string>> names;
  for (const Figure& figure : figures.all()) {
    for (const report::FigureCells& cells : figure.axes) {
      if (cells.axis().kind != AxisKind::dimension) continue;
      const std::string& id = plan.dimensions[cells.axis().dimension].id;
      if (dataset::has_names(role_named(id).value_or(Role::none)))
        names[id].insert(cells.names().begin(), cells.names().end());
    }
  }
  for (const auto& [id, all] : names) {
    const auto alike = report::alike_names(std::vector<std::string>(all.begin(), all.end()));
    if (alike.empty()) continue;
    Issue issue{"name.alike", id, static_cast<int64_t>(alike.size()), 0, {}, {}};
    issue.values = {{"first", alike.front()[0]}, {"second", alike.front()[1]}};
    issues.push_back(std::move(issue));
  }
}

}  // namespace

Report make_report(const Plan& plan, const Cube& cube) {
  const Cube::Body& body = cube.body();
  Report report;
  report.sources = source_reports(plan, body);
  report.period = plan.period;
  report.grain = plan.grain;
  report.year_starts = plan.year_starts;
  report.today = plan.today;
  Issues issues = body.issues;
  report.links = link_reports(plan, body, issues);
  report.issues = all_issues(plan, body, std::move(issues));
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
  note_cut_trends(plan, figures, report.issues);
  note_crowded_dimensions(plan, figures, report.issues);
  note_alike_names(plan, figures, report.issues);
  targets.give(report.kpis);
  targets.note_conflicts(report.issues);
  return report;
}

namespace {

std::vector<Need> bases_of(const kpis::Kpi& kpi) {
  std::vector<Need> bases;
  for (const kpis::Measure& measure : kpi.measures) {
    if (measure.reach == kpis::Reach::company) continue;
    const Need base{measure.kind == Kind::none ? kpi.card.kind : measure.kind,
                    measure.reach == kpis::Reach::ever ? Role::none
                    : measure.date == Role::none       ? kpi.card.date
                                                       : measure.date};
    const bool known = std::any_of(bases.begin(), bases.end(), [&](const Need& other) {
      return other.kind == base.kind && other.role == base.role;
    });
    if (!known) bases.push_back(base);
  }
  if (!kpi.others.empty()) bases.push_back({kpi.card.kind, kpi.card.date});
  for (const Kind kind : kpi.others) bases.push_back({kind, Role::none});
  return bases.size() > 1 ? bases : std::vector<Need>();
}

std::vector<std::pair<std::string_view, std::string>> variant_sql_of(const kpis::Kpi& kpi) {
  std::vector<std::pair<std::string_view, std::string>> list;
  for (const Variant& variant : kpi.card.variants) {
    if (!variant.computed || variant.is_default) continue;
    if (auto sql = kpis::sql_of(kpi, variant.id); !sql.empty()) list.emplace_back(variant.id, std::move(sql));
  }
  return list;
}

}  // namespace

namespace {

CatalogueEntry entry_of(const kpis::Entry& listed) {
  const kpis::Kpi& kpi = *listed.kpi;
  return {&kpi.card, listed.group, kpis::sql_of(kpi, {}), variant_sql_of(kpi), bases_of(kpi)};
}

}  // namespace

std::vector<CatalogueEntry> catalogue() {
  std::vector<CatalogueEntry> entries;
  for (const kpis::Entry& listed : kpis::catalogue()) entries.push_back(entry_of(listed));
  return entries;
}

std::vector<CatalogueEntry> catalogue(const Plan& plan) {
  const auto all = std::make_shared<const kpis::PlanKpis>(plan);
  std::vector<CatalogueEntry> entries;
  for (const kpis::Entry& listed : all->entries()) {
    CatalogueEntry& entry = entries.emplace_back(entry_of(listed));
    const KpiDefinition* own = all->definition_of(listed.kpi->card.id);
    if (own == nullptr) continue;
    entry.names = own->name;
    entry.holds = all;
  }
  return entries;
}

}  // namespace pegel
