#include "report/target.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/civil_date.h"
#include "cube/targeted.h"
#include "report/attainment.h"
#include "report/disjoint.h"

namespace pegel::report {

namespace {

std::size_t column_of(const Table& table, std::string_view id) {
  const auto it = std::find_if(table.columns.begin(), table.columns.end(), [&](const auto& c) { return c.id == id; });
  return static_cast<std::size_t>(it - table.columns.begin());
}

// Every row has its days and its target: goal_attainment leaves others out.
Target target_of(const Table& table, const std::vector<TableCell>& row) {
  const auto text = [&](std::string_view id) { return row[column_of(table, id)].text; };
  return {text("kpi"),
          text("scope_type"),
          text("scope_id"),
          {*base::parse_iso_date(text("period_start")), *base::parse_iso_date(text("period_end")) + 1},
          *row[column_of(table, "target")].number,
          row[column_of(table, "baseline")].number};
}

// A target with what became of it.
struct Line {
  Target target;
  Actual actual;
  Attained attained;
  bool over = false;
  const Card* card = nullptr;  // of its KPI; null: not known

  std::string_view verdict() const {
    return !actual.why_not.empty() ? actual.why_not : over ? attained.verdict : "running";
  }
  bool countable() const { return over && actual.estimate.value && target.target != 0; }
};

// What the file of the target says itself.
Actual said(double reached) {
  Actual actual;
  actual.estimate.value = reached;
  actual.estimate.n = 1;
  return actual;
}

Line line_of(Target target, std::optional<double> reached, Actuals& actuals, const kpis::Context& context) {
  Line line;
  line.actual = reached ? said(*reached) : actuals.of(target);
  const kpis::Kpi* kpi = kpis::find(target.kpi);
  line.card = kpi == nullptr ? nullptr : &kpi->card;
  line.attained = attain(line.actual.estimate, target.target, target.baseline,
                         line.card == nullptr ? Direction::up : line.card->direction);
  line.over = target.period.end - 1 <= context.as_of;
  line.target = std::move(target);
  return line;
}

void complete(std::vector<TableCell>& row, const Line& line) {
  const Estimate& actual = line.actual.estimate;
  for (const auto& number : {actual.value, actual.low, actual.high, line.attained.share}) row.push_back({number, {}});
  row.push_back({{}, std::string(line.verdict())});
}

// Lines of one figure and scope.
using FigureKey = std::tuple<std::string_view, std::string_view, std::string_view>;
using ByFigure = std::map<FigureKey, std::vector<const Line*>>;

template <class Wanted>
ByFigure figures_of(const std::vector<Line>& lines, const Wanted& wanted) {
  ByFigure figures;
  for (const Line& line : lines) {
    const Target& t = line.target;
    if (wanted(line)) figures[{t.kpi, t.scope_type, t.company() ? std::string_view() : t.scope_id}].push_back(&line);
  }
  return figures;
}

std::vector<const Line*> added(const std::vector<const Line*>& lines) {
  std::vector<const Target*> targets;
  for (const Line* line : lines) targets.push_back(&line->target);
  std::vector<const Line*> taken;
  for (const std::size_t i : disjoint(targets)) taken.push_back(lines[i]);
  return taken;
}

struct Sum {
  double actual = 0;
  double target = 0;
  int64_t targets = 0;

  void add(const Line& line) {
    actual += *line.actual.estimate.value;
    target += line.target.target;
    ++targets;
  }
};

// Sums of one scope type and KPI.
struct SumKey {
  bool part;  // of the company
  std::string_view scope_type;
  const Card* card;
};
using Sums = std::vector<std::pair<SumKey, Sum>>;

Sums sums_of(const ByFigure& figures) {
  Sums sums;
  for (const auto& [figure, lines] : figures) {
    const Line& first = *lines.front();
    const SumKey key{!first.target.company(), first.target.scope_type, first.card};
    auto at = std::find_if(sums.begin(), sums.end(), [&](const auto& sum) {
      return sum.first.card == key.card && sum.first.scope_type == key.scope_type;
    });
    if (at == sums.end()) at = sums.insert(sums.end(), {key, {}});
    for (const Line* line : added(lines)) at->second.add(*line);
  }
  return sums;
}

// The company's targets before any other; then the KPI with most targets; then money before counts; then by name.
const Sums::value_type* headline(const Sums& sums) {
  const auto rank = [](const Sums::value_type& s) {
    return std::make_tuple(!s.first.part, s.second.targets, s.first.card->unit == Unit::money);
  };
  const Sums::value_type* best = nullptr;
  for (const auto& sum : sums) {
    if (sum.second.target != 0 && (best == nullptr || rank(sum) > rank(*best))) best = &sum;
  }
  return best;
}

std::string_view why_none(const std::vector<Line>& lines) {
  const auto any = [&](auto test) { return std::any_of(lines.begin(), lines.end(), test); };
  if (any([](const Line& line) { return line.countable(); })) return "no_sum";
  if (any([](const Line& line) { return line.attained.verdict == "zero_target"; })) return "zero_target";
  return any([](const Line& line) { return line.verdict() == "running"; }) ? "running" : "no_actual";
}

void give_headline(KpiReport& entry, const std::vector<Line>& lines, const std::optional<Period>& period) {
  const auto counted = [&](const Line& line) {
    const Period& own = line.target.period;
    const bool inside = !period || (period->start <= own.start && own.end <= period->end);
    return line.countable() && inside && adds_up(*line.card);
  };
  const Sums sums = sums_of(figures_of(lines, counted));
  const auto* most = headline(sums);
  if (most == nullptr) {
    entry.total.undefined = why_none(lines);
    return;
  }
  const auto& [key, sum] = *most;
  entry.status = KpiStatus::ok;
  entry.total.undefined = {};
  entry.total.value = sum.actual / sum.target;
  entry.total.n = sum.targets;
  entry.total.parts = {{"actual", sum.actual, key.card->unit}, {"target", sum.target, key.card->unit}};
}

// The company's target for all of the period: one line, or several that add up to it.
std::optional<Attainment> target_for(const std::vector<const Line*>& lines, const Period& period) {
  for (const Line* line : lines) {
    const Period& own = line->target.period;
    if (own.start != period.start || own.end != period.end) continue;
    return Attainment{line->target.target, line->attained.share, std::string(line->verdict())};
  }
  Sum sum;
  Day covered = 0;
  for (const Line* line : added(lines)) {
    if (!line->actual.estimate.value || !adds_up(*line->card)) return std::nullopt;
    sum.add(*line);
    covered += line->target.period.end - line->target.period.start;
  }
  if (covered == 0 || covered != period.end - period.start) return std::nullopt;
  Estimate actual;
  actual.value = sum.actual;
  const bool over = std::all_of(lines.begin(), lines.end(), [](const Line* line) { return line->over; });
  const Attained attained = attain(actual, sum.target, {}, lines.front()->card->direction);
  return Attainment{sum.target, attained.share, std::string(over ? attained.verdict : "running")};
}

void give_targets(Report& report, const std::vector<Line>& lines, const Period& period) {
  const auto wanted = [&](const Line& line) {
    const Period& own = line.target.period;
    return line.target.company() && line.card != nullptr && period.start <= own.start && own.end <= period.end;
  };
  const ByFigure figures = figures_of(lines, wanted);
  for (KpiReport& kpi : report.kpis) {
    const auto found = figures.find({kpi.card->id, "company", ""});
    if (found != figures.end()) kpi.target = target_for(found->second, period);
  }
}

bool share_days(const std::vector<Line>& lines) {
  const ByFigure figures = figures_of(lines, [](const Line&) { return true; });
  return std::any_of(figures.begin(), figures.end(),
                     [](const auto& figure) { return added(figure.second).size() < figure.second.size(); });
}

bool same_days(const Line& a, const Line& b) {
  return a.target.kpi == b.target.kpi && a.target.scope_type == b.target.scope_type &&
         a.target.scope_id == b.target.scope_id && a.target.period.start == b.target.period.start &&
         a.target.period.end == b.target.period.end;
}

// Lines are sorted, so that two for the same days stand together.
void note_conflicts(const std::vector<Line>& lines, std::vector<Issue>& issues) {
  Issue conflict{"target.conflict", std::string(name_of(Role::target)), 0, 0, {}, {}};
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!same_days(lines[i - 1], lines[i])) continue;
    if (conflict.count++ == 0) conflict.values["kpi"] = lines[i].target.kpi;
  }
  if (conflict.count > 0) issues.push_back(std::move(conflict));
}

std::optional<Table> table_of(const Figures& computed, const kpis::Context& context) {
  for (const Figure& figure : computed.all()) {
    if (figure.card().kind != Kind::targets) continue;
    const FigureCells& total = *figure.on(cube::AxisKind::total);
    auto tables = total.answers->finish_all(context, total.names(), nullptr).tables;
    if (!tables.empty()) return std::move(tables.front());
  }
  return std::nullopt;
}

}  // namespace

void add_targets(Report& report, const Figures& computed, const kpis::Context& context) {
  auto table = table_of(computed, context);
  if (!table) return;
  Actuals actuals(computed, context);
  std::vector<Line> lines;
  table->columns.pop_back();  // what is reached, by the file itself
  for (auto& row : table->rows) {
    const auto reached = row.back().number;
    row.pop_back();
    lines.push_back(line_of(target_of(*table, row), reached, actuals, context));
    complete(row, lines.back());
  }
  table->columns.insert(
      table->columns.end(),
      {{"actual", "number"}, {"low", "number"}, {"high", "number"}, {"attained", "share"}, {"verdict", "text"}});
  if (share_days(lines)) table->notes.push_back("overlapping_targets");
  note_conflicts(lines, report.issues);
  if (context.plan.period) give_targets(report, lines, *context.plan.period);
  for (KpiReport& kpi : report.kpis) {
    if (kpi.card->kind != Kind::targets) continue;
    give_headline(kpi, lines, context.plan.period);
    report.tables.push_back(std::move(*table));
  }
}

}  // namespace pegel::report
