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

uint32_t Cells::cell(const std::string& key) {
  const auto [it, fresh] = index.try_emplace(key, static_cast<uint32_t>(keys.size()));
  if (fresh) keys.push_back(key);
  return it->second;
}

uint32_t Cells::find(const std::string& key) const {
  const auto it = index.find(key);
  return it == index.end() ? kNoCell : it->second;
}

void Cells::drop_if_crowded() {
  crowded = crowded || (axis.kind == AxisKind::dimension && keys.size() > kMostValues);
  if (!crowded) return;
  keys.clear();
  index.clear();
  partials->clear();
}

const Cells* KpiCells::on(AxisKind kind, std::size_t dimension) const {
  for (const Cells& cells : axes) {
    if (cells.axis.kind == kind && cells.axis.dimension == dimension) return &cells;
  }
  return nullptr;
}

Lack lack_of(const Plan& plan, const Card& card) {
  Lack lack{true, {}};
  for (const Source& source : plan.sources) lack.kind = lack.kind && source.kind != card.kind;
  for (const Role role : card.needs) {
    const bool provided = std::any_of(plan.sources.begin(), plan.sources.end(), [&](const Source& source) {
      return source.kind == card.kind && dataset::provides(source, role);
    });
    if (!provided) lack.roles.push_back(role);
  }
  return lack;
}

std::vector<const kpis::Kpi*> computed(const Plan& plan) {
  std::vector<const kpis::Kpi*> list;
  for (const kpis::Kpi* kpi : kpis::catalogue()) {
    const bool wanted = is_shown(plan, kpi->card) || serves_targets(plan, kpi->card) || serves_shown(plan, kpi->card);
    const Lack lack = lack_of(plan, kpi->card);
    if (wanted && !lack.kind && lack.roles.empty()) list.push_back(kpi);
  }
  return list;
}

std::vector<Axis> axes_of(const Plan& plan, const Card& card) {
  std::vector<Axis> axes{{AxisKind::total, 0}};
  if (plan.period && plan.comparison != Comparison::none) axes.push_back({AxisKind::previous, 0});
  if (card.date != Role::none) axes.push_back({AxisKind::trend, 0});
  const bool targeted = is_targeted(plan, card);
  if (targeted) axes.push_back({AxisKind::day, 0});
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
    if (plan.dimensions[d].kind != card.kind) continue;
    if (card.by != Role::none && plan.dimensions[d].id != name_of(card.by)) continue;
    axes.push_back({AxisKind::dimension, d});
    if (targeted && is_scope(plan.dimensions[d])) axes.push_back({AxisKind::cross, d});
  }
  return axes;
}

namespace {

void merge_rows(SourceRows& into, const SourceRows& from) {
  into.read += from.read;
  into.left_out += from.left_out;
  if (from.first > from.last) return;
  const bool empty = into.first > into.last;
  into.first = empty ? from.first : std::min(into.first, from.first);
  into.last = empty ? from.last : std::max(into.last, from.last);
}

// Cells in the order of their keys, so that equal Cubes have equal bytes.
std::vector<uint32_t> key_order(const Cells& cells) {
  std::vector<uint32_t> order(cells.keys.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return cells.keys[a] < cells.keys[b]; });
  return order;
}

void encode_cells(const Cells& cells, base::ByteWriter& writer) {
  writer.u64(cells.crowded ? 1 : 0);
  writer.u64(cells.keys.size());
  for (const uint32_t cell : key_order(cells)) {
    writer.text(cells.keys[cell]);
    cells.partials->encode(cell, writer);
  }
}

void decode_cells(Cells& cells, base::ByteReader& reader) {
  const uint64_t crowded = reader.u64();
  const std::size_t count = reader.count(1);
  reader.require(crowded == 0 || (crowded == 1 && count == 0));
  cells.crowded = crowded == 1;
  std::string previous;
  for (std::size_t c = 0; c < count && !reader.failed(); ++c) {
    std::string key = reader.text();
    reader.require(c == 0 || key > previous);
    cells.partials->decode(cells.cell(key), reader);
    previous = std::move(key);
  }
}

void encode_rows(const SourceRows& rows, base::ByteWriter& writer) {
  writer.i64(rows.read);
  writer.i64(rows.left_out);
  writer.i64(rows.first);
  writer.i64(rows.last);
}

SourceRows decode_rows(base::ByteReader& reader) {
  SourceRows rows;
  rows.read = reader.i64();
  rows.left_out = reader.i64();
  rows.first = static_cast<Day>(reader.i64());
  rows.last = static_cast<Day>(reader.i64());
  return rows;
}

constexpr uint64_t kMagic = 0x50434231;  // "PCB1"

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
  for (const kpis::Kpi* kpi : cube::computed(plan)) {
    auto& entry = body_->kpis.emplace_back();
    entry.kpi = kpi;
    for (const cube::Axis& axis : cube::axes_of(plan, kpi->card)) {
      auto& cells = entry.axes.emplace_back();
      cells.axis = axis;
      cells.partials = kpi->make(kpis::variant_of(plan, kpi->card));
      if (axis.kind == cube::AxisKind::total) cells.partials->reserve(cells.cell("") + 1);
    }
  }
}

Cube::Cube(Cube&&) noexcept = default;
Cube& Cube::operator=(Cube&&) noexcept = default;
Cube::~Cube() = default;

void Cube::merge(const Cube& other) {
  for (std::size_t k = 0; k < body_->kpis.size(); ++k) {
    auto& into = body_->kpis[k];
    const auto& from = other.body_->kpis[k];
    for (std::size_t u = 0; u < into.uses.size(); ++u) into.uses[u] += from.uses[u];
    for (std::size_t a = 0; a < into.axes.size(); ++a) {
      into.axes[a].crowded = into.axes[a].crowded || from.axes[a].crowded;
      for (uint32_t c = 0; c < from.axes[a].keys.size(); ++c) {
        into.axes[a].partials->merge(into.axes[a].cell(from.axes[a].keys[c]), *from.axes[a].partials, c);
      }
      into.axes[a].drop_if_crowded();
    }
  }
  for (std::size_t s = 0; s < body_->sources.size(); ++s) {
    cube::merge_rows(body_->sources[s], other.body_->sources[s]);
  }
  body_->issues.merge(other.body_->issues);
}

std::vector<uint8_t> Cube::encode() const {
  base::ByteWriter writer;
  writer.u64(cube::kMagic);
  writer.u64(body_->kpis.size());
  for (const auto& kpi : body_->kpis) {
    writer.text(kpi.kpi->card.id);
    for (const int64_t rows : kpi.uses) writer.i64(rows);
    writer.u64(kpi.axes.size());
    for (const auto& cells : kpi.axes) cube::encode_cells(cells, writer);
  }
  writer.u64(body_->sources.size());
  for (const auto& rows : body_->sources) cube::encode_rows(rows, writer);
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
    if (reader.text() != kpi.kpi->card.id) return corrupt();
    for (int64_t& rows : kpi.uses) rows = reader.i64();
    if (reader.u64() != kpi.axes.size()) return corrupt();
    for (auto& cells : kpi.axes) cube::decode_cells(cells, reader);
  }
  if (reader.u64() != body.sources.size()) return corrupt();
  for (auto& rows : body.sources) rows = cube::decode_rows(reader);
  table::read_issues(reader, body.issues);
  if (reader.failed() || !reader.at_end()) return corrupt();
  return cube;
}

}  // namespace pegel
