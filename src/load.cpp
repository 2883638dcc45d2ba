// Reading a Source: blocks of bytes to Batches.

#include <algorithm>
#include <map>

#include "csv/reader.h"
#include "csv/splitter.h"
#include "cube/batches.h"
#include "pegel/engine.h"
#include "pegel/limits.h"
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

  Result<void> push(std::span<const uint8_t> bytes) {
    empty_ = empty_ && bytes.empty();
    return reader_.push(bytes);
  }
  Result<void> finish() {
    if (ended_) return {};
    ended_ = true;
    at_border_ = reader_.settle() && to_skip_ == 0;
    if (auto ended = reader_.finish(); !ended) return ended;
    builder_.finish();
    if (const int64_t bytes = reader_.undecodable(); bytes > 0) {
      builder_.issues().add(Issue{"enc.mixed", {}, bytes, 0, {Place{file_, 0, 0, {}}}, {}});
    }
    return {};
  }
  bool ended() const { return ended_; }
  bool empty() const { return empty_; }
  /// Whether rows may follow from another slice: a record ended here, and the header was behind.
  bool at_border() const { return at_border_; }
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
  bool empty_ = true;
  bool ended_ = false;
  bool at_border_ = false;
  std::string file_;
  csv::Reader reader_;
};

/// Where the lines of a slice are counted from: for all but the first, any number but that of a file's first line.
constexpr int64_t first_line_of(SliceAt slice) { return slice.place == 0 ? 1 : 2; }

/// The rows of a slice, and how it ended.
struct Piece {
  ReadPart part{};
  int64_t line_breaks = 0;
  bool ended = false;
  bool at_border = false;
  bool empty = true;
};

void write_end(Reading& reading, base::ByteWriter& to) {
  to.u64(reading.empty() ? 1 : 0);
  to.u64(reading.at_border() ? 1 : 0);
  to.i64(reading.line_breaks());
  table::Builder& builder = reading.builder();
  to.i64(builder.rows_read());
  to.i64(builder.rows_left_out());
  table::write_issues(builder.issues(), to);
  table::write_left_out(builder.left_out(), to);
}

void read_end(base::ByteReader& from, Piece& piece) {
  piece.ended = true;
  piece.empty = from.u64() == 1;
  piece.at_border = from.u64() == 1;
  piece.line_breaks = from.i64();
  piece.part.rows_read = from.i64();
  piece.part.rows_left_out = from.i64();
  table::read_issues(from, piece.part.issues);
  table::read_left_out(from, piece.part.left_out);
}

/// What has come of another engine's slice.
struct Taken {
  table::BatchReader reader;
  Piece piece{};

  /// False when `bytes` are none of a slice's.
  bool add(std::span<const uint8_t> bytes) {
    base::ByteReader from(bytes);
    reader.read(from, piece.part.batches);
    if (from.u64() == 1) read_end(from, piece);
    return !from.failed() && from.at_end();
  }
};

Piece piece_of(Reading&& reading) {
  table::Builder& builder = reading.builder();
  return {{0, std::move(builder.batches()), builder.rows_read(), builder.rows_left_out(), std::move(builder.issues()),
           std::move(builder.left_out())},
          reading.line_breaks(),
          true,
          reading.at_border(),
          reading.empty()};
}

/// Whether each piece starts where a record does. Those that are empty may stand anywhere behind the first, which has the
/// header.
bool fit(const std::vector<Piece>& pieces) {
  bool at_border = true;
  for (std::size_t place = 0; place < pieces.size(); ++place) {
    const Piece& piece = pieces[place];
    if (!piece.ended) return false;
    if (place > 0 && piece.empty) continue;
    if (!at_border) return false;
    at_border = piece.at_border;
  }
  return true;
}

/// Puts the rows of `from` behind those of `part`, with their lines moved on by `lines`.
void append(ReadPart& part, ReadPart&& from, int64_t lines) {
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
  SliceAt slice;
  int64_t first_line;
  Reading reading;
  table::BatchWriter writer{};
  std::size_t handed_over = 0;           // of the Batches held
  std::map<std::size_t, Taken> taken{};  // by place
};

Load::Load(const Plan& plan, std::size_t source, Batches& into, int64_t first_line)
    : body_(new Body{into, source, {}, first_line, Reading(plan.sources[source], first_line)}) {}
Load::Load(const Plan& plan, std::size_t source, Batches& into, SliceAt slice)
    : body_(new Body{into, source, slice, 1, Reading(plan.sources[source], first_line_of(slice))}) {}
Load::Load(Load&&) noexcept = default;
Load::~Load() = default;

Result<void> Load::push(std::span<const uint8_t> bytes) { return body_->reading.push(bytes); }

Result<void> Load::end_slice() { return body_->reading.finish(); }

std::vector<uint8_t> Load::hand_over(bool keep) {
  Reading& reading = body_->reading;
  const auto rows = reading.builder().closed().subspan(body_->handed_over);
  if (rows.empty() && !reading.ended()) return {};
  base::ByteWriter bytes;
  body_->writer.write(rows, bytes);
  bytes.u64(reading.ended() ? 1 : 0);
  if (reading.ended()) write_end(reading, bytes);
  if (keep) body_->handed_over += rows.size();
  if (!keep) reading.builder().drop_closed();
  return bytes.take();
}

Result<void> Load::take(SliceAt slice, std::span<const uint8_t> bytes) {
  const bool other = slice.place != body_->slice.place && slice.place < kMostSlices;
  const auto& dictionaries = body_->reading.builder().dictionaries();
  if (other && body_->taken.try_emplace(slice.place, Taken{table::BatchReader(dictionaries)}).first->second.add(bytes))
    return {};
  return fail("load.slice", "The rows do not belong to this file.");
}

Result<void> Load::finish() {
  if (auto ended = end_slice(); !ended) return ended;
  std::vector<Piece> pieces(1 + std::max(body_->slice.place, body_->taken.empty() ? 0 : body_->taken.rbegin()->first));
  pieces[body_->slice.place] = piece_of(std::move(body_->reading));
  for (auto& [place, taken] : body_->taken) pieces[place] = std::move(taken.piece);
  if (!fit(pieces)) return fail("load.cut", "The file was not cut where a record starts.");
  ReadPart part;
  part.source = body_->source;
  int64_t line = body_->first_line;
  for (std::size_t place = 0; place < pieces.size(); ++place) {
    append(part, std::move(pieces[place].part), place == 0 ? 0 : line - first_line_of({place}));
    line += pieces[place].line_breaks;
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

}  // namespace pegel
