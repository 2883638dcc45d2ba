#include "pegel/cube.h"

#include <algorithm>

#include "cube/body.h"
#include "cube/targeted.h"
#include "pegel/limits.h"

namespace pegel::cube {

using kpis::kNoCell;

uint32_t Keys::cell(const std::string& key) {
  const auto [it, fresh] = index.try_emplace(key, static_cast<uint32_t>(keys.size()));
  if (fresh) keys.push_back(key);
  return it->second;
}

uint32_t Keys::find(const std::string& key) const {
  const auto it = index.find(key);
  return it == index.end() ? kNoCell : it->second;
}

bool Keys::give_up_if_crowded() {
  crowded = crowded || (axis.kind == AxisKind::dimension && keys.size() > kMostValues);
  if (!crowded) return false;
  keys.clear();
  index.clear();
  return true;
}

void Cells::drop_if_crowded() {
  if (give_up_if_crowded()) partials->clear();
}

void LedgerCells::reserve() {
  for (const std::size_t m : kept) sums[m].reserve(keys.size());
}

void LedgerCells::drop_if_crowded() {
  if (!give_up_if_crowded()) return;
  for (kpis::MeasureCells& of_measure : sums) of_measure.clear();
}

Basis basis_of(const Plan& plan, const Card& card, const kpis::Measure& measure) {
  const Kind kind = measure.kind == Kind::none ? card.kind : measure.kind;
  const bool looks_back = measure.reach == kpis::Reach::ever || measure.reach == kpis::Reach::company;
  if (looks_back) return {kind, false, Role::none, false};
  const bool stock =
      measure.reach == kpis::Reach::stock || (card.semantic == Semantic::stock && measure.date == Role::none);
  return {kind, stock, measure.date == Role::none ? card.date : measure.date, is_targeted(plan, card)};
}

const Ledger* find_ledger(const std::vector<Ledger>& ledgers, const Basis& basis) {
  const auto found =
      std::find_if(ledgers.begin(), ledgers.end(), [&](const Ledger& ledger) { return ledger.basis == basis; });
  return found == ledgers.end() ? nullptr : &*found;
}

std::size_t place_of(const Ledger& ledger, const kpis::Measure& measure) {
  const auto found = std::find_if(ledger.measures.begin(), ledger.measures.end(),
                                  [&](const kpis::Measure* m) { return kpis::alike(*m, measure); });
  return static_cast<std::size_t>(found - ledger.measures.begin());
}

namespace {

void merge_rows(SourceRows& into, const SourceRows& from) {
  into.read += from.read;
  into.left_out += from.left_out;
  if (from.converted > 0) {
    const bool none = into.converted == 0;
    into.first_rate = none ? from.first_rate : std::min(into.first_rate, from.first_rate);
    into.last_rate = none ? from.last_rate : std::max(into.last_rate, from.last_rate);
    into.converted += from.converted;
  }
  if (from.first > from.last) return;
  const bool empty = into.first > into.last;
  into.first = empty ? from.first : std::min(into.first, from.first);
  into.last = empty ? from.last : std::max(into.last, from.last);
}

void merge_uses(kpis::Uses& into, const kpis::Uses& from) {
  for (std::size_t u = 0; u < into.size(); ++u) into[u] += from[u];
}

void merge_kpi(KpiCells& into, const KpiCells& from) {
  merge_uses(into.uses, from.uses);
  for (std::size_t a = 0; a < into.axes.size(); ++a) {
    into.axes[a].crowded = into.axes[a].crowded || from.axes[a].crowded;
    for (uint32_t c = 0; c < from.axes[a].keys.size(); ++c) {
      into.axes[a].partials->merge(into.axes[a].cell(from.axes[a].keys[c]), *from.axes[a].partials, c);
    }
    into.axes[a].drop_if_crowded();
  }
}

void merge_ledger(Ledger& into, const Ledger& from) {
  for (std::size_t m = 0; m < into.uses.size(); ++m) merge_uses(into.uses[m], from.uses[m]);
  for (std::size_t a = 0; a < into.axes.size(); ++a) {
    LedgerCells& cells = into.axes[a];
    cells.crowded = cells.crowded || from.axes[a].crowded;
    for (uint32_t c = 0; c < from.axes[a].keys.size(); ++c) {
      const uint32_t cell = cells.cell(from.axes[a].keys[c]);
      for (const std::size_t m : cells.kept) cells.sums[m].merge(cell, from.axes[a].sums[m], c);
    }
    cells.drop_if_crowded();
  }
}

Ledger& ledger_of(const Plan& plan, const Basis& basis, std::vector<Ledger>& ledgers) {
  const auto found = std::find_if(ledgers.begin(), ledgers.end(), [&](const Ledger& l) { return l.basis == basis; });
  if (found != ledgers.end()) return *found;
  Ledger& ledger = ledgers.emplace_back();
  ledger.basis = basis;
  for (const Axis& axis : axes_of(plan, basis.kind, basis.date, basis.targeted)) {
    ledger.axes.emplace_back().axis = axis;
  }
  ledger.axes.front().cell("");
  return ledger;
}

// `wanted(axis)`: beside the total.
template <class Wanted>
void add_measure(Ledger& ledger, const kpis::Measure& measure, const Wanted& wanted) {
  const std::size_t place = place_of(ledger, measure);
  if (place == ledger.measures.size()) {
    ledger.measures.push_back(&measure);
    ledger.uses.emplace_back();
    for (LedgerCells& cells : ledger.axes) cells.sums.emplace_back(measure.take);
  }
  for (LedgerCells& cells : ledger.axes) {
    if (cells.axis.kind != AxisKind::total && !wanted(cells.axis)) continue;
    const auto at = std::lower_bound(cells.kept.begin(), cells.kept.end(), place);
    if (at == cells.kept.end() || *at != place) cells.kept.insert(at, place);
    cells.reserve();
  }
}

void add_measures(const Plan& plan, const kpis::Kpi& kpi, std::vector<Ledger>& ledgers) {
  const auto chosen = kpis::measures_of(kpi, kpis::shape_of(kpi, kpis::variant_of(plan, kpi.card)));
  for (std::size_t m = 0; m < kpi.measures.size(); ++m) {
    const kpis::Measure& measure = kpi.measures[m];
    const bool of_chosen = std::find(chosen.begin(), chosen.end(), m) != chosen.end();
    add_measure(ledger_of(plan, basis_of(plan, kpi.card, measure), ledgers), measure,
                [&](const Axis& axis) { return of_chosen && is_on(plan, kpi.card, axis); });
  }
}

KpiCells cells_of(const Plan& plan, const kpis::Kpi& kpi) {
  KpiCells entry;
  entry.kpi = &kpi;
  const Card& card = kpi.card;
  const Counted counted = counted_by(card, kpis::variant_of(plan, card));
  for (const Axis& axis : axes_of(plan, counted.kind, counted.date, is_targeted(plan, card), card.by)) {
    Cells& cells = entry.axes.emplace_back();
    cells.axis = axis;
    cells.partials = kpi.make(kpis::variant_of(plan, card));
    if (axis.kind == AxisKind::total) cells.partials->reserve(cells.cell("") + 1);
  }
  return entry;
}

}  // namespace

}  // namespace pegel::cube

namespace pegel {

Cube::Cube(const Plan& plan) : body_(std::make_unique<Body>()) {
  body_->sources.resize(plan.sources.size());
  body_->links.resize(dataset::links_of(plan).size());
  body_->kpis_of_plan = std::make_shared<const kpis::PlanKpis>(plan);
  body_->computed = cube::computed(plan, *body_->kpis_of_plan);
  for (const kpis::Kpi* kpi : body_->computed) {
    if (kpi->measured()) {
      cube::add_measures(plan, *kpi, body_->ledgers);
    } else {
      body_->kpis.push_back(cube::cells_of(plan, *kpi));
    }
  }
}

Cube::Cube(Cube&&) noexcept = default;
Cube& Cube::operator=(Cube&&) noexcept = default;
Cube::~Cube() = default;

void Cube::merge(const Cube& other) {
  for (std::size_t k = 0; k < body_->kpis.size(); ++k) cube::merge_kpi(body_->kpis[k], other.body_->kpis[k]);
  for (std::size_t l = 0; l < body_->ledgers.size(); ++l) {
    cube::merge_ledger(body_->ledgers[l], other.body_->ledgers[l]);
  }
  for (std::size_t s = 0; s < body_->sources.size(); ++s) {
    cube::merge_rows(body_->sources[s], other.body_->sources[s]);
  }
  for (std::size_t l = 0; l < body_->links.size(); ++l) body_->links[l].merge(other.body_->links[l]);
  body_->issues.merge(other.body_->issues);
}

}  // namespace pegel
