#include "report/target.h"

#include <algorithm>
#include <map>

#include "base/civil_date.h"
#include "cube/calendar.h"
#include "report/attainment.h"

namespace pegel::report {

namespace {

using cube::AxisKind;

struct Target {
  std::string kpi;
  std::string scope_type;
  std::string scope_id;
  Period period;
  double target = 0;
  std::optional<double> baseline;
};

std::size_t column_of(const Table& table, std::string_view id) {
  const auto it = std::find_if(table.columns.begin(), table.columns.end(), [&](const auto& c) { return c.id == id; });
  return static_cast<std::size_t>(it - table.columns.begin());
}

std::optional<Target> target_of(const Table& table, const std::vector<TableCell>& row) {
  const auto text = [&](std::string_view id) { return row[column_of(table, id)].text; };
  const auto start = base::parse_iso_date(text("period_start"));
  const auto end = base::parse_iso_date(text("period_end"));
  const auto value = row[column_of(table, "target")].number;
  if (!start || !end || !value) return std::nullopt;
  return Target{text("kpi"),      text("scope_type"),
                text("scope_id"), {*start, *end + 1},
                *value,           row[column_of(table, "baseline")].number};
}

// The dimension that holds a scope; by type first, then by its values: a store may be a team, a partner or a channel.
const cube::Cells* cells_of(const Plan& plan, const cube::KpiCells& kpi, const Target& target) {
  if (target.scope_type == "company" || (target.scope_type.empty() && target.scope_id.empty())) {
    return kpi.on(AxisKind::trend);
  }
  static const std::map<std::string_view, Role> kRoles{{"person", Role::owner},
                                                       {"team", Role::team},
                                                       {"partner", Role::partner_id},
                                                       {"product", Role::product},
                                                       {"channel", Role::channel}};
  const auto role = kRoles.find(target.scope_type);
  for (const cube::Cells& cells : kpi.axes) {
    if (cells.axis.kind != AxisKind::cross) continue;
    const std::string& id = plan.dimensions[cells.axis.dimension].id;
    if (role != kRoles.end() && id == name_of(role->second)) return &cells;
  }
  return nullptr;
}

Direction direction_of(std::string_view kpi) {
  const kpis::Kpi* found = kpis::find(kpi);
  return found == nullptr ? Direction::up : found->card.direction;
}

bool adds_up(std::string_view kpi) {
  const kpis::Kpi* found = kpis::find(kpi);
  return found != nullptr && found->card.semantic == Semantic::flow &&
         (found->card.unit == Unit::money || found->card.unit == Unit::count) && kpi != "avg_deal_size";
}

Unit unit_of(std::string_view kpi) { return kpis::find(kpi)->card.unit; }

struct Actual {
  Estimate estimate;
  std::string_view why_not;  // empty: there is one
};

Actual actual_of(const Target& target, const Cube::Body& cube, const kpis::Context& context) {
  const auto kpi = std::find_if(cube.kpis.begin(), cube.kpis.end(),
                                [&](const auto& entry) { return entry.kpi->card.id == target.kpi; });
  if (kpi == cube.kpis.end() || kpi->kpi->card.semantic == Semantic::stock) return {{}, "no_actual"};
  const cube::Cells* cells = cells_of(context.plan, *kpi, target);
  if (cells == nullptr) return {{}, "no_scope"};
  const Grain grain = context.plan.grain;
  const int32_t first = cube::ordinal_of(grain, target.period.start);
  const int32_t last = cube::ordinal_of(grain, target.period.end - 1);
  if (cube::period_at(grain, first).start != target.period.start ||
      cube::period_at(grain, last).end != target.period.end) {
    return {{}, "grain"};
  }
  const auto sum = kpi->kpi->make();
  sum->reserve(1);
  const std::string prefix = cells->axis.kind == AxisKind::cross ? target.scope_id + '\n' : std::string();
  for (int32_t ordinal = first; ordinal <= last; ++ordinal) {
    const uint32_t cell = cells->find(prefix + base::iso_date(cube::period_at(grain, ordinal).start));
    if (cell != kpis::kNoCell) sum->merge(0, *cells->partials, cell);
  }
  Estimate estimate = sum->finish(0, context);
  if (estimate.undefined == "no_data" && adds_up(target.kpi)) {
    estimate.value = 0;  // nothing won in a period that has data is none, not unknown
    estimate.undefined = {};
  }
  return {std::move(estimate), {}};
}

// What the file of the target says itself.
Actual said(double reached) {
  Actual actual;
  actual.estimate.value = reached;
  actual.estimate.n = 1;
  return actual;
}

struct Sum {
  double actual = 0;
  double target = 0;
  int64_t targets = 0;
};

// Targets that may be added: of one scope type and one KPI. The company's come first.
struct SumKey {
  bool part;
  std::string scope_type;
  std::string kpi;
  bool operator<(const SumKey& o) const {
    return std::tie(part, scope_type, kpi) < std::tie(o.part, o.scope_type, o.kpi);
  }
};
using Sums = std::map<SumKey, Sum>;

// The company's targets before any other; then the KPI with most targets; then money before counts.
const Sums::value_type* headline(const Sums& sums) {
  const Sums::value_type* best = nullptr;
  for (const auto& sum : sums) {
    const auto rank = [](const Sums::value_type& s) {
      return std::make_tuple(!s.first.part, s.second.targets, unit_of(s.first.kpi) == Unit::money);
    };
    if (sum.second.target != 0 && (best == nullptr || rank(sum) > rank(*best))) best = &sum;
  }
  return best;
}

void complete(Table& table, const Cube::Body& cube, const kpis::Context& context, Report& report, Sums& sums) {
  table.columns.pop_back();
  table.columns.insert(
      table.columns.end(),
      {{"actual", "number"}, {"low", "number"}, {"high", "number"}, {"attained", "share"}, {"verdict", "text"}});
  for (auto& row : table.rows) {
    const auto own = row.back().number;
    row.pop_back();
    const auto target = target_of(table, row);
    row.resize(table.columns.size());
    const std::size_t at = column_of(table, "actual");
    if (!target) {
      row[at + 4].text = "incomplete";
      continue;
    }
    const Actual actual = own ? said(*own) : actual_of(*target, cube, context);
    const Attained attained = attain(actual.estimate, target->target, target->baseline, direction_of(target->kpi));
    row[at].number = actual.estimate.value;
    row[at + 1].number = actual.estimate.low;
    row[at + 2].number = actual.estimate.high;
    row[at + 3].number = attained.share;
    const bool over = target->period.end - 1 <= context.as_of;
    row[at + 4].text = !actual.why_not.empty() ? actual.why_not : over ? attained.verdict : "running";
    if (!actual.estimate.value) continue;
    if (adds_up(target->kpi) && over && target->target != 0) {
      Sum& sum = sums[{target->scope_type != "company", target->scope_type, target->kpi}];
      sum.actual += *actual.estimate.value;
      sum.target += target->target;
      ++sum.targets;
    }
    const bool company = target->scope_type == "company";
    const bool same = context.plan.period && target->period.start == context.plan.period->start &&
                      target->period.end == context.plan.period->end;
    if (!company || !same) continue;
    for (KpiReport& kpi : report.kpis) {
      if (kpi.card->id == target->kpi) {
        kpi.target = Attainment{target->target, attained.share, std::string(attained.verdict)};
      }
    }
  }
}

}  // namespace

void add_targets(Report& report, const Cube::Body& cube, const kpis::Context& context) {
  Sums sums;
  for (Table& table : report.tables) {
    if (table.id == "targets") complete(table, cube, context, report, sums);
  }
  const auto* most = headline(sums);
  if (most == nullptr) return;
  for (KpiReport& kpi : report.kpis) {
    if (kpi.card->id != "goal_attainment") continue;
    kpi.status = KpiStatus::ok;
    kpi.total.undefined = {};
    kpi.total.value = most->second.actual / most->second.target;
    kpi.total.n = most->second.targets;
    kpi.total.parts = {{"actual", most->second.actual, unit_of(most->first.kpi)},
                       {"target", most->second.target, unit_of(most->first.kpi)}};
  }
}

}  // namespace pegel::report
