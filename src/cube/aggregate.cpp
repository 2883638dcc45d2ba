// Batches to Cube: each part's Frames go through one Group a date role, which brings them to the cells of its KPIs.

#include <algorithm>
#include <map>

#include "base/civil_date.h"
#include "cube/batches.h"
#include "cube/calendar.h"
#include "cube/group.h"
#include "cube/identity.h"
#include "cube/prepared.h"

namespace pegel::cube {

using kpis::Frame;

std::vector<RowCell> rows_by_code(std::vector<RowCell> rows, const dataset::DimensionView& view) {
  for (RowCell& at : rows) at.cell = code_at(view, at.row);
  return rows;
}

std::string key_of_code(const Frame& frame, std::size_t dimension, uint32_t code) {
  const auto& view = frame.dimension(dimension);
  return view.codes == nullptr ? std::string() : std::string(view.dictionary->value_of(code));
}

std::string key_of_period(const Plan& plan, int32_t period) {
  return base::iso_date(period_at(Calendar(plan), period).start);
}

namespace {

std::vector<std::unique_ptr<Group>> groups_of(const Plan& plan, Kind kind, const Extent& extent, Cube::Body& cube) {
  std::map<std::pair<bool, Role>, std::vector<KpiCells*>> by_date;
  for (KpiCells& kpi : cube.kpis) {
    const Card& card = kpi.kpi->card;
    const std::string_view variant = kpis::variant_of(plan, card);
    const Counted counted = counted_by(card, variant);
    const bool stock = way_of(card, variant).semantic == Semantic::stock;
    const auto& others = kpi.kpi->others;
    const bool takes = counted.kind == kind || std::find(others.begin(), others.end(), kind) != others.end();
    if (takes) by_date[{stock, counted.date}].push_back(&kpi);
  }
  std::vector<std::unique_ptr<Group>> groups;
  for (Ledger& ledger : cube.ledgers) {
    if (ledger.basis.kind == kind)
      groups.push_back(ledger.basis.stock ? stock_ledger(plan, ledger) : flow_ledger(plan, ledger));
  }
  for (auto& [date, kpis] : by_date) {
    groups.push_back(date.first ? stock_group(plan, std::move(kpis)) : flow_group(plan, std::move(kpis), extent));
  }
  return groups;
}

void add_days(const Prepared::Part& part, SourceRows& rows) {
  if (part.first > part.last) return;
  const bool empty = rows.first > rows.last;
  rows.first = empty ? part.first : std::min(rows.first, part.first);
  rows.last = empty ? part.last : std::max(rows.last, part.last);
}

// Of the rows that the plan keeps, in whatever period.
void count_converted(const Frame& frame, const std::vector<uint32_t>& kept, SourceRows& rows) {
  if (frame.converted_to() == 0) return;
  for (const uint32_t row : kept) {
    const Day day = frame.rate_day(row);
    if (!table::known(day)) continue;
    const bool first = rows.converted++ == 0;
    rows.first_rate = first ? day : std::min(rows.first_rate, day);
    rows.last_rate = first ? day : std::max(rows.last_rate, day);
  }
}

void add_part(const Plan& plan, Kind kind, const Prepared::Part& part, const std::vector<std::vector<uint8_t>>& dropped,
              SourceRows& rows, Cube::Body& cube) {
  cube.issues.merge(part.notes);
  for (const auto& [link, found] : part.links) cube.links[link].merge(found);
  if (part.frames.empty()) return;
  Extent extent{0, part.first, part.last};
  for (const Frame& frame : part.frames) extent.rows += frame.rows();
  const auto groups = groups_of(plan, kind, extent, cube);
  for (std::size_t f = 0; f < part.frames.size(); ++f) {
    const KeptRows kept = kept_rows(part.frames[f], dropped[f]);
    count_converted(part.frames[f], kept.rows, rows);
    for (const auto& group : groups) group->add(part.frames[f], kept, part.judgements[f]);
  }
  for (const auto& group : groups) group->fold(part.frames.back());
}

void count_rows(const Batches::Body::Part& part, Cube::Body& cube) {
  auto& rows = cube.sources[part.source];
  rows.read += part.rows_read;
  rows.left_out += part.rows_left_out;
  cube.issues.merge(part.issues);
}

}  // namespace

}  // namespace pegel::cube

namespace pegel {

Cube aggregate(const Plan& plan, const Batches& batches) {
  Cube cube(plan);
  auto& body = cube.body();
  const auto duplicates = cube::duplicates_of(plan, batches.body());
  body.issues.merge(duplicates->issues);
  for (std::size_t s = 0; s < body.sources.size(); ++s) body.sources[s].left_out += duplicates->left_out[s];
  const cube::Prepared& prepared = cube::prepared_by(plan, batches.body());
  for (std::size_t p = 0; p < prepared.parts.size(); ++p) {
    const auto& part = batches.body().parts[p];
    cube::count_rows(part, body);
    cube::add_days(prepared.parts[p], body.sources[part.source]);
    cube::add_part(plan, plan.sources[part.source].kind, prepared.parts[p], duplicates->dropped[p],
                   body.sources[part.source], body);
  }
  for (cube::KpiCells& kpi : body.kpis) {
    for (cube::Cells& cells : kpi.axes) cells.drop_if_crowded();
  }
  for (cube::Ledger& ledger : body.ledgers) {
    for (cube::LedgerCells& cells : ledger.axes) cells.drop_if_crowded();
  }
  return cube;
}

}  // namespace pegel
