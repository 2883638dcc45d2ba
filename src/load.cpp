// Reading a Source: blocks of bytes to Batches.

#include <algorithm>

#include "csv/reader.h"
#include "csv/splitter.h"
#include "cube/batches.h"
#include "pegel/engine.h"
#include "table/batch_bytes.h"
#include "table/build.h"
#include "table/issue_bytes.h"

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

namespace {

using ReadPart = Batches::Body::Part;

std::size_t records_before_rows(const Dialect& dialect) {
  return static_cast<std::size_t>(dialect.skip_rows + dialect.header_rows + dialect.skip_after_header);
}

/// A run of bytes of one file on its way to Batches.
class Reading {
 public:
  Reading(const Source& source, int64_t first_line)
      : builder_(source),
        to_skip_(first_line > 1 ? 0 : records_before_rows(source.dialect)),
        file_(source.file),
        reader_(source.dialect, first_line, [this](const csv::Records& records, int64_t line) { add(records, line); }) {
  }

  Result<void> push(std::span<const uint8_t> bytes) { return reader_.push(bytes); }
  Result<void> finish() {
    if (auto ended = reader_.finish(); !ended) return ended;
    builder_.finish();
    if (const int64_t bytes = reader_.undecodable(); bytes > 0) {
      builder_.issues().add(Issue{"enc.mixed", {}, bytes, 0, {Place{file_, 0, 0, {}}}, {}});
    }
    return {};
  }
  /// Whether rows may follow from a Slice: a record ends here, and the header is behind.
  bool at_border() { return reader_.settle() && to_skip_ == 0; }
  int64_t line_breaks() const { return reader_.line_breaks(); }
  table::Builder& builder() { return builder_; }
  const table::Builder& builder() const { return builder_; }

 private:
  void add(const csv::Records& records, int64_t line) {
    const std::size_t skipped = std::min(to_skip_, records.size());
    to_skip_ -= skipped;
    builder_.add(records, line, skipped);
  }

  table::Builder builder_;
  std::size_t to_skip_;
  std::string file_;
  csv::Reader reader_;
};

/// A Slice counts its lines from here: any number but that of a file's first line.
constexpr int64_t kFirstLineOfSlice = 2;

/// What has come of a Slice.
struct Taken {
  table::BatchReader reader;
  ReadPart part{};
  int64_t line_breaks = 0;
  bool ended = false;
  bool at_border = false;

  /// False when `bytes` are none of a Slice's.
  bool add(std::span<const uint8_t> bytes) {
    base::ByteReader from(bytes);
    reader.read(from, part.batches);
    ended = from.u64() == 1;
    if (ended) {
      part.rows_read = from.i64();
      part.rows_left_out = from.i64();
      line_breaks = from.i64();
      at_border = from.u64() == 1;
      table::read_issues(from, part.issues);
      table::read_left_out(from, part.left_out);
    }
    return !from.failed() && from.at_end();
  }
};

/// Puts the rows of `from`, whose first line is `line`, behind those of `part`.
void append(ReadPart& part, ReadPart&& from, int64_t line) {
  const int64_t lines = line - kFirstLineOfSlice;
  for (table::Batch& batch : from.batches) {
    batch.first_line += lines;
    part.batches.push_back(std::move(batch));
  }
  part.rows_read += from.rows_read;
  part.rows_left_out += from.rows_left_out;
  from.issues.shift(lines);
  part.issues.merge(from.issues);
  part.left_out.append(std::move(from.left_out), lines);
}

}  // namespace

struct Load::Body {
  Batches& into;
  std::size_t source;
  int64_t first_line;
  Reading reading;
  std::vector<Taken> taken{};  // by Slice

  bool slices_fit(bool at_border) const {
    for (const Taken& slice : taken) {
      if (!at_border || !slice.ended) return false;
      at_border = slice.at_border;
    }
    return true;
  }
};

Load::Load(const Plan& plan, std::size_t source, Batches& into, int64_t first_line)
    : body_(new Body{into, source, first_line, Reading(plan.sources[source], first_line)}) {}
Load::Load(Load&&) noexcept = default;
Load::~Load() = default;

Result<void> Load::push(std::span<const uint8_t> bytes) { return body_->reading.push(bytes); }

Result<void> Load::take(std::size_t slice, std::span<const uint8_t> bytes) {
  auto& taken = body_->taken;
  while (taken.size() < slice) taken.push_back({table::BatchReader(body_->reading.builder().dictionaries())});
  if (slice > 0 && taken[slice - 1].add(bytes)) return {};
  return fail("load.slice", "The rows do not belong to this file.");
}

Result<void> Load::finish() {
  Reading& reading = body_->reading;
  const bool at_border = reading.at_border();
  if (auto ended = reading.finish(); !ended) return ended;
  if (!body_->slices_fit(at_border)) return fail("load.cut", "The file was not cut where a record starts.");
  table::Builder& builder = reading.builder();
  ReadPart part{body_->source,           std::move(builder.batches()), builder.rows_read(),
                builder.rows_left_out(), std::move(builder.issues()),  std::move(builder.left_out())};
  int64_t line = body_->first_line + reading.line_breaks();
  for (Taken& slice : body_->taken) {
    append(part, std::move(slice.part), line);
    line += slice.line_breaks;
  }
  auto& batches = body_->into.body();
  batches.duplicates = nullptr;
  batches.lending = nullptr;
  batches.prepared = nullptr;
  batches.parts.push_back(std::move(part));
  return {};
}

int64_t Load::rows() const { return body_->reading.builder().rows_read(); }

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::optional<std::size_t> first_border(const Source& source, std::span<const uint8_t> bytes) {
  const Dialect& dialect = source.dialect;
  const bool wide = dialect.encoding == Encoding::utf16le || dialect.encoding == Encoding::utf16be;
  // Of a table that ends at a line, the lines are counted from the file's start.
  if (dialect.last_line > 0) return std::nullopt;
  // In every other encoding the signs of ASCII are the bytes of ASCII.
  if (wide || (dialect.encoding != Encoding::utf8 && !is_ascii(dialect.delimiter))) return std::nullopt;
  return csv::first_border(dialect, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

struct Slice::Body {
  Reading reading;
  table::BatchWriter writer{};
  bool at_border = true;
  bool ended = false;
};

Slice::Slice(const Plan& plan, std::size_t source)
    : body_(new Body{Reading(plan.sources[source], kFirstLineOfSlice)}) {}
Slice::Slice(Slice&&) noexcept = default;
Slice::~Slice() = default;

Result<void> Slice::push(std::span<const uint8_t> bytes) { return body_->reading.push(bytes); }

Result<void> Slice::finish() {
  body_->at_border = body_->reading.at_border();
  body_->ended = true;
  return body_->reading.finish();
}

std::vector<uint8_t> Slice::hand_over() {
  table::Builder& builder = body_->reading.builder();
  const auto batches = builder.take_closed();
  if (batches.empty() && !body_->ended) return {};
  base::ByteWriter bytes;
  body_->writer.write(batches, bytes);
  bytes.u64(body_->ended ? 1 : 0);
  if (body_->ended) {
    bytes.i64(builder.rows_read());
    bytes.i64(builder.rows_left_out());
    bytes.i64(body_->reading.line_breaks());
    bytes.u64(body_->at_border ? 1 : 0);
    table::write_issues(builder.issues(), bytes);
    table::write_left_out(builder.left_out(), bytes);
  }
  return bytes.take();
}

int64_t Slice::rows() const { return body_->reading.builder().rows_read(); }

}  // namespace pegel
