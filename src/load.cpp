// Reading a Source: blocks of bytes to Batches.

#include <algorithm>

#include "csv/reader.h"
#include "cube/batches.h"
#include "pegel/engine.h"
#include "table/build.h"

namespace pegel {

Batches::Batches() : body_(std::make_unique<Body>()) {}
Batches::Batches(Batches&&) noexcept = default;
Batches& Batches::operator=(Batches&&) noexcept = default;
Batches::~Batches() = default;

int64_t Batches::rows() const {
  int64_t rows = 0;
  for (const auto& part : body_->parts) {
    for (const auto& batch : part.batches) rows += static_cast<int64_t>(batch.rows);
  }
  return rows;
}

int64_t Batches::bytes() const {
  int64_t bytes = 0;
  for (const auto& part : body_->parts) {
    for (const auto& batch : part.batches) bytes += static_cast<int64_t>(batch.bytes());
  }
  return bytes;
}

struct Load::Body {
  Body(const Source& source, std::size_t source_index, Batches& batches, int64_t first_line)
      : into(batches),
        index(source_index),
        builder(source),
        to_skip(first_line > 1 ? 0
                               : static_cast<std::size_t>(source.dialect.skip_rows + source.dialect.header_rows +
                                                          source.dialect.skip_after_header)),
        file(source.file),
        reader(source.dialect, first_line, [this](const csv::Records& records, int64_t line) { take(records, line); }) {
  }

  void take(const csv::Records& records, int64_t line) {
    const std::size_t skipped = std::min(to_skip, records.size());
    to_skip -= skipped;
    builder.add(records, line, skipped);
  }

  Batches& into;
  std::size_t index;
  table::Builder builder;
  std::size_t to_skip;
  std::string file;
  csv::Reader reader;
};

Load::Load(const Plan& plan, std::size_t source, Batches& into, int64_t first_line)
    : body_(std::make_unique<Body>(plan.sources[source], source, into, first_line)) {}
Load::Load(Load&&) noexcept = default;
Load::~Load() = default;

Result<void> Load::push(std::span<const uint8_t> bytes) { return body_->reader.push(bytes); }

Result<void> Load::finish() {
  if (auto ended = body_->reader.finish(); !ended) return ended;
  auto& builder = body_->builder;
  builder.finish();
  if (const int64_t bytes = body_->reader.undecodable(); bytes > 0) {
    Issue issue{"enc.mixed", {}, bytes, 0, {Place{body_->file, 0, 0, {}}}, {}};
    builder.issues().add(std::move(issue));
  }
  body_->into.body().duplicates = nullptr;
  body_->into.body().prepared = nullptr;
  body_->into.body().parts.push_back({body_->index, std::move(builder.batches()), builder.rows_read(),
                                      builder.rows_left_out(), std::move(builder.issues())});
  return {};
}

int64_t Load::rows() const { return body_->builder.rows_read(); }

}  // namespace pegel
