#include "pegel/cube.h"

#include <xxhash.h>

#include <algorithm>
#include <numeric>

#include "cube/body.h"
#include "cube/targeted.h"
#include "dataset/frame.h"
#include "pegel/limits.h"
#include "table/issue_bytes.h"

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

template <class Holds>
bool any_source(const Plan& plan, Kind kind, const Holds& holds) {
  return std::any_of(plan.sources.begin(), plan.sources.end(),
                     [&](const Source& source) { return source.kind == kind && holds(source); });
}

void look_for(const Plan& plan, const Need& need, Lack& lack) {
  const bool known = std::find(lack.kinds.begin(), lack.kinds.end(), need.kind) != lack.kinds.end();
  if (!known && !any_source(plan, need.kind, [](const Source&) { return true; })) lack.kinds.push_back(need.kind);
  if (need.role == Role::none) return;
  const auto has = [&](const Source& source) { return dataset::provides(source, need.role); };
  if (!any_source(plan, need.kind, has)) lack.roles.push_back(need.role);
}

// Null: there is none of that name.
const Variant* find_variant(const Card& card, std::string_view id) {
  const auto* found =
      std::find_if(card.variants.begin(), card.variants.end(), [&](const Variant& v) { return v.id == id; });
  return found == card.variants.end() ? nullptr : found;
}

}  // namespace

void choose_variants(Plan& plan) {
  for (const auto& [group, kpi] : kpis::catalogue()) {
    const std::string id(kpi->card.id);
    if (plan.variants.count(id) != 0 || lack_of(plan, kpi->card).nothing()) continue;
    for (const Variant& variant : kpi->card.variants) {
      if (!variant.computed || variant.kind == Kind::none || !variant.stands_in) continue;
      if (!lack_of(plan, kpi->card, variant.id).nothing()) continue;
      plan.variants[id] = variant.id;
      break;
    }
  }
}

Lack lack_of(const Plan& plan, const Card& card) { return lack_of(plan, card, kpis::variant_of(plan, card)); }

Lack lack_of(const Plan& plan, const Card& card, std::string_view variant) {
  Lack lack;
  const Variant* chosen = find_variant(card, variant);
  if (chosen != nullptr && chosen->kind != Kind::none) {
    look_for(plan, {chosen->kind, Role::none}, lack);
    for (const Role role : chosen->needs) look_for(plan, {chosen->kind, role}, lack);
    for (const Need& need : chosen->also) look_for(plan, need, lack);
    return lack;
  }
  look_for(plan, {card.kind, Role::none}, lack);
  for (const Role role : card.needs) look_for(plan, {card.kind, role}, lack);
  for (const Need& need : card.also) look_for(plan, need, lack);
  if (chosen != nullptr) {
    for (const Need& need : chosen->also) look_for(plan, need, lack);
  }
  return lack;
}

std::vector<const kpis::Kpi*> computed(const Plan& plan, const kpis::PlanKpis& kpis) {
  std::vector<const kpis::Kpi*> list;
  for (const auto& [group, kpi] : kpis.entries()) {
    const bool wanted = is_shown(plan, kpi->card) || serves_targets(plan, kpi->card) || serves_shown(plan, kpi->card);
    if (wanted && lack_of(plan, kpi->card).nothing()) list.push_back(kpi);
  }
  return list;
}

bool is_on(const Plan& plan, const Card& card, const Axis& axis) {
  if (axis.kind != AxisKind::dimension && axis.kind != AxisKind::cross) return true;
  return card.panel.empty() && (card.by == Role::none || plan.dimensions[axis.dimension].id == name_of(card.by));
}

std::vector<Axis> axes_of(const Plan& plan, Kind kind, Role date, bool targeted, Role by) {
  std::vector<Axis> axes{{AxisKind::total, 0}};
  if (plan.period && plan.comparison != Comparison::none) axes.push_back({AxisKind::previous, 0});
  if (date != Role::none) axes.push_back({AxisKind::trend, 0});
  if (targeted) axes.push_back({AxisKind::day, 0});
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
    if (plan.dimensions[d].kind != kind) continue;
    if (by != Role::none && plan.dimensions[d].id != name_of(by)) continue;
    axes.push_back({AxisKind::dimension, d});
    if (targeted && is_scope(plan.dimensions[d])) axes.push_back({AxisKind::cross, d});
  }
  return axes;
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

// Cells in the order of their keys, so that equal Cubes have equal bytes.
std::vector<uint32_t> key_order(const Keys& cells) {
  std::vector<uint32_t> order(cells.keys.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return cells.keys[a] < cells.keys[b]; });
  return order;
}

template <class Encode>
void encode_keys(const Keys& cells, base::ByteWriter& writer, const Encode& encode) {
  writer.u64(cells.crowded ? 1 : 0);
  writer.u64(cells.keys.size());
  for (const uint32_t cell : key_order(cells)) {
    writer.text(cells.keys[cell]);
    encode(cell);
  }
}

template <class Decode>
void decode_keys(Keys& cells, base::ByteReader& reader, const Decode& decode) {
  const uint64_t crowded = reader.u64();
  const std::size_t count = reader.count(1);
  reader.require(crowded == 0 || (crowded == 1 && count == 0));
  cells.crowded = crowded == 1;
  std::string previous;
  for (std::size_t c = 0; c < count && !reader.failed(); ++c) {
    std::string key = reader.text();
    reader.require(c == 0 || key > previous);
    decode(cells.cell(key));
    previous = std::move(key);
  }
}

void encode_uses(const kpis::Uses& uses, base::ByteWriter& writer) {
  for (const int64_t rows : uses) writer.i64(rows);
}

void decode_uses(kpis::Uses& uses, base::ByteReader& reader) {
  for (int64_t& rows : uses) rows = reader.i64();
}

void merge_uses(kpis::Uses& into, const kpis::Uses& from) {
  for (std::size_t u = 0; u < into.size(); ++u) into[u] += from[u];
}

void encode_kpi(const KpiCells& kpi, base::ByteWriter& writer) {
  writer.text(kpi.kpi->card.id);
  encode_uses(kpi.uses, writer);
  writer.u64(kpi.axes.size());
  for (const Cells& cells : kpi.axes) {
    encode_keys(cells, writer, [&](uint32_t cell) { cells.partials->encode(cell, writer); });
  }
}

bool decode_kpi(KpiCells& kpi, base::ByteReader& reader) {
  if (reader.text() != kpi.kpi->card.id) return false;
  decode_uses(kpi.uses, reader);
  if (reader.u64() != kpi.axes.size()) return false;
  for (Cells& cells : kpi.axes) {
    decode_keys(cells, reader, [&](uint32_t cell) { cells.partials->decode(cell, reader); });
  }
  return true;
}

void encode_ledger(const Ledger& ledger, base::ByteWriter& writer) {
  writer.u64(ledger.measures.size());
  for (const kpis::Uses& uses : ledger.uses) encode_uses(uses, writer);
  writer.u64(ledger.axes.size());
  for (const LedgerCells& cells : ledger.axes) {
    encode_keys(cells, writer, [&](uint32_t cell) {
      for (const std::size_t m : cells.kept) cells.sums[m].encode(cell, writer);
    });
  }
}

bool decode_ledger(Ledger& ledger, base::ByteReader& reader) {
  if (reader.u64() != ledger.measures.size()) return false;
  for (kpis::Uses& uses : ledger.uses) decode_uses(uses, reader);
  if (reader.u64() != ledger.axes.size()) return false;
  for (LedgerCells& cells : ledger.axes) {
    decode_keys(cells, reader, [&](uint32_t cell) {
      for (const std::size_t m : cells.kept) cells.sums[m].decode(cell, reader);
    });
  }
  return true;
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

void encode_rows(const SourceRows& rows, base::ByteWriter& writer) {
  writer.i64(rows.read);
  writer.i64(rows.left_out);
  writer.i64(rows.first);
  writer.i64(rows.last);
  writer.i64(rows.converted);
  writer.i64(rows.first_rate);
  writer.i64(rows.last_rate);
}

SourceRows decode_rows(base::ByteReader& reader) {
  SourceRows rows;
  rows.read = reader.i64();
  rows.left_out = reader.i64();
  rows.first = static_cast<Day>(reader.i64());
  rows.last = static_cast<Day>(reader.i64());
  rows.converted = reader.i64();
  rows.first_rate = static_cast<Day>(reader.i64());
  rows.last_rate = static_cast<Day>(reader.i64());
  reader.require(rows.converted >= 0);
  return rows;
}

constexpr uint64_t kMagic = 0x50434233;  // "PCB3"

// The last bytes of a Cube are a hash of those before: sums are not worth reading from bytes that were changed.
constexpr std::size_t kSealBytes = 8;

uint64_t seal_of(std::span<const uint8_t> bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::vector<uint8_t> sealed(std::vector<uint8_t> bytes) {
  uint64_t seal = seal_of(bytes);
  for (std::size_t i = 0; i < kSealBytes; ++i, seal >>= 8) bytes.push_back(static_cast<uint8_t>(seal));
  return bytes;
}

bool is_whole(std::span<const uint8_t> bytes) {
  if (bytes.size() < kSealBytes) return false;
  uint64_t seal = 0;
  for (std::size_t i = 0; i < kSealBytes; ++i) seal |= uint64_t{bytes[bytes.size() - kSealBytes + i]} << (8 * i);
  return seal == seal_of(bytes.first(bytes.size() - kSealBytes));
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

std::vector<uint8_t> Cube::encode() const {
  base::ByteWriter writer;
  writer.u64(cube::kMagic);
  writer.u64(body_->kpis.size());
  for (const auto& kpi : body_->kpis) cube::encode_kpi(kpi, writer);
  writer.u64(body_->ledgers.size());
  for (const auto& ledger : body_->ledgers) cube::encode_ledger(ledger, writer);
  writer.u64(body_->sources.size());
  for (const auto& rows : body_->sources) cube::encode_rows(rows, writer);
  for (const auto& link : body_->links) link.encode(writer);
  table::write_issues(body_->issues, writer);
  return cube::sealed(writer.take());
}

Result<Cube> Cube::decode(const Plan& plan, std::span<const uint8_t> bytes) {
  const auto corrupt = [] { return fail("cube.corrupt", "The partial result does not belong to this plan."); };
  if (!cube::is_whole(bytes)) return corrupt();
  base::ByteReader reader(bytes.first(bytes.size() - cube::kSealBytes));
  Cube cube(plan);
  auto& body = *cube.body_;
  if (reader.u64() != cube::kMagic || reader.u64() != body.kpis.size()) return corrupt();
  for (auto& kpi : body.kpis) {
    if (!cube::decode_kpi(kpi, reader)) return corrupt();
  }
  if (reader.u64() != body.ledgers.size()) return corrupt();
  for (auto& ledger : body.ledgers) {
    if (!cube::decode_ledger(ledger, reader)) return corrupt();
  }
  if (reader.u64() != body.sources.size()) return corrupt();
  for (auto& rows : body.sources) rows = cube::decode_rows(reader);
  for (auto& link : body.links) link.decode(reader);
  table::read_issues(reader, body.issues);
  if (reader.failed() || !reader.at_end()) return corrupt();
  return cube;
}

}  // namespace pegel
