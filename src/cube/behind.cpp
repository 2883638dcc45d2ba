#include "cube/behind.h"

#include <algorithm>

#include "cube/calendar.h"
#include "cube/grouping.h"

namespace pegel::cube {

namespace {

using kpis::Measure;
using kpis::Take;

constexpr std::size_t kNobody = SIZE_MAX;

// Whom a row of the Measure is about.
Role entity_in(const Measure& measure) {
  switch (measure.take) {
    case Take::id:
    case Take::met:
    case Take::visit:
    case Take::stay:
      return measure.of;
    case Take::amount_apart:
    case Take::squares_apart:
    case Take::purchase:
    case Take::spread:
    case Take::answer:
      return measure.by;
    default:
      return Role::none;
  }
}

// All of one kind, and none looks at all entities together but the first.
bool stands_alone(const Plan& plan, const kpis::Kpi& kpi, const std::vector<std::size_t>& measures) {
  const auto kind = [&](std::size_t m) { return basis_of(plan, kpi.card, kpi.measures[m]).kind; };
  return std::all_of(measures.begin(), measures.end(), [&](std::size_t m) {
    const bool beside = m != measures.front() && kpi.measures[m].reach == kpis::Reach::company;
    return kind(m) == kind(measures.front()) && !beside;
  });
}

}  // namespace

Behind::Behind(const Plan& plan, const kpis::Kpi& kpi)
    : plan_(plan),
      kpi_(kpi),
      variant_(kpis::variant_of(plan, kpi.card)),
      tells_(kpi.measured() && plan.period && kpis::looks_back(kpi, variant_)) {
  if (!tells_) return;
  measures_ = kpis::measures_of(kpi, kpis::shape_of(kpi, variant_));
  tells_ = stands_alone(plan, kpi, measures_);
  entity_ = entity_in(kpi.measures[measures_.front()]);
  by_entity_ = no_cells(1);
}

Behind::Cells Behind::no_cells(std::size_t size) const {
  Cells cells;
  for (const Measure& measure : kpi_.measures) cells.emplace_back(measure.take).reserve(size);
  return cells;
}

void Behind::add(Cells& cells, const kpis::Frame& frame, const std::vector<uint32_t>& rows,
                 const std::vector<uint32_t>& cell_of, std::size_t size) const {
  for (const std::size_t m : measures_) {
    const std::vector<kpis::Use> uses = kpis::judge(kpi_.measures[m], frame);
    std::vector<uint32_t> used;
    for (const uint32_t row : rows) {
      if (uses[row] == kpis::Use::used) used.push_back(row);
    }
    cells[m].reserve(size);
    cells[m].add(kpi_.measures[m], frame, used, cell_of.data());
  }
}

std::size_t Behind::entity_of(const kpis::Frame& frame, uint32_t row) {
  if (entity_ == Role::none || frame.text(entity_, row).empty()) return kNobody;
  return entities_.try_emplace(frame.entity(entity_, row), entities_.size()).first->second;
}

void Behind::look(const kpis::Frame& frame, const std::vector<uint32_t>& rows) {
  if (!tells_) return;
  std::vector<uint32_t> cell_of(frame.rows());
  std::vector<uint32_t> named;
  for (const uint32_t row : rows) {
    const std::size_t entity = entity_of(frame, row);
    if (entity == kNobody) continue;
    cell_of[row] = static_cast<uint32_t>(entity);
    named.push_back(row);
  }
  add(by_entity_, frame, named, cell_of, std::max<std::size_t>(entities_.size(), 1));
}

// A count is what it counts; another number rests on `n`.
std::vector<uint8_t> Behind::having_part(const Cells& cells, std::size_t size) const {
  std::vector<kpis::Sums::At> at;
  for (std::size_t cell = 0; cell < size; ++cell) {
    for (std::size_t m = 0; m < kpi_.measures.size(); ++m) {
      const bool counted = std::find(measures_.begin(), measures_.end(), m) != measures_.end();
      at.push_back({&cells[m], counted ? static_cast<uint32_t>(cell) : 0});
    }
  }
  const auto answers = kpis::measured_answers(kpi_, size, std::move(at));
  kpis::Context context{plan_, as_of(plan_), variant_};
  context.whole = *plan_.period;
  context.period = to_date(context.whole, plan_.today);
  const bool counts = way_of(kpi_.card, variant_).unit == Unit::count;
  std::vector<uint8_t> has_part(size);
  for (std::size_t cell = 0; cell < size; ++cell) {
    const Estimate alone = answers->finish(cell, context);
    has_part[cell] = counts ? alone.value.value_or(0) > 0 : alone.n > 0;
  }
  return has_part;
}

void Behind::find_entities() {
  if (entity_ == Role::none || !has_part_.empty()) return;
  has_part_ = having_part(by_entity_, std::max<std::size_t>(entities_.size(), 1));
  tells_ = std::find(has_part_.begin(), has_part_.end(), 1) != has_part_.end();
}

std::vector<uint8_t> Behind::of(const kpis::Frame& frame, const std::vector<uint32_t>& rows) {
  if (tells_) find_entities();
  std::vector<uint8_t> behind(frame.rows(), tells_ ? 0 : 1);
  if (!tells_) return behind;
  std::vector<uint32_t> cell_of(frame.rows());
  for (std::size_t i = 0; i < rows.size(); ++i) cell_of[rows[i]] = static_cast<uint32_t>(i);
  const std::size_t size = std::max<std::size_t>(rows.size(), 1);
  Cells alone = no_cells(1);
  add(alone, frame, rows, cell_of, size);
  const std::vector<uint8_t> has_part = having_part(alone, size);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t entity = entity_of(frame, rows[i]);
    behind[rows[i]] = has_part[i] != 0 && (entity == kNobody || has_part_[entity] != 0);
  }
  return behind;
}

}  // namespace pegel::cube
