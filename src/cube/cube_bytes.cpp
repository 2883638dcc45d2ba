// Cubes as bytes.

#include <xxhash.h>

#include <algorithm>
#include <numeric>

#include "cube/body.h"
#include "table/issue_bytes.h"

namespace pegel {

namespace cube {
namespace {

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
}  // namespace cube

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
