#include "table/build.h"

#include <algorithm>
#include <numeric>

#include "table/swallowed_rows.h"

namespace pegel::table {
namespace {

/// A Batch with this much text is closed before the next block: TextColumn::ends are 32 bits wide.
constexpr std::size_t kTextBytes = 256u << 20;

/// Whether an amount that names no currency has none: neither its column nor its row nor the user names one.
bool needs_signs(const Source& source, const SourceColumn& column) {
  if (!column.number.several_currencies || !column.number.currency.empty() || !source.currency.empty()) return false;
  return column.type == ColumnType::number && type_of(column.role) == RoleType::money &&
         std::none_of(source.columns.begin(), source.columns.end(),
                      [](const SourceColumn& other) { return other.role == Role::currency; });
}

struct Shrink {
  template <class T>
  static void fit(T& values) {
    if (values.capacity() > values.size() + values.size() / 8) values.shrink_to_fit();
  }
  void operator()(NumberColumn& column) const {
    fit(column.values);
    fit(column.currencies);
  }
  void operator()(DateColumn& column) const { fit(column.days); }
  void operator()(InstantColumn& column) const { fit(column.millis); }
  void operator()(BooleanColumn& column) const { fit(column.values); }
  void operator()(CategoryColumn& column) const { fit(column.codes); }
  void operator()(TextColumn& column) const {
    fit(column.bytes);
    fit(column.ends);
  }
};

}  // namespace

Builder::Builder(const Source& source)
    : source_(source), faults_(source.columns.size()), recorded_(as_recorded(source)), rules_(recorded_) {
  if (!source.wide.columns.empty()) unpivot_.emplace(source);
  for (const auto& column : source_.columns) {
    memos_.push_back(make_memo(column.type));
    dictionaries_.push_back(column.type == ColumnType::category ? std::make_shared<Dictionary>() : nullptr);
  }
}

void Builder::keep_rows(const csv::Records& records, int64_t first_line, std::size_t first_record) {
  Cells cells(records, source_.dialect.quote);
  kept_.clear();
  const auto rows = unpivot_ ? static_cast<int64_t>(source_.wide.columns.size()) : int64_t{1};
  for (std::size_t record = first_record; record < records.size(); ++record) {
    rows_read_ += rows;
    note_swallowed(records, first_line, record);
    const int64_t line = first_line + records.lines[record];
    const std::string_view reason = rules_.reason_to_leave_out(cells, record, line, recorded_);
    if (reason.empty()) {
      kept_.push_back(static_cast<uint32_t>(record));
    } else {
      leave_out(reason, {source_.file, line, 0, excerpt_of(cells.text_of(record))}, rows);
    }
  }
}

void Builder::leave_out(std::string_view reason, Place place, int64_t rows) {
  rows_left_out_ += rows;
  left_out_.add({reason, place.line, place.column, rows, place.excerpt});
  issues_.add(reason, "", std::move(place), rows);
}

void Builder::note_above(const csv::Records& records, int64_t first_line, std::size_t first_record) {
  Cells cells(records, source_.dialect.quote);
  for (std::size_t record = 0; record < first_record; ++record) {
    if (above_++ >= source_.dialect.skip_rows || !is_like_row(cells, record, source_)) continue;
    issues_.add("csv.above", "",
                {source_.file, first_line + records.lines[record], 0, excerpt_of(cells.text_of(record))});
  }
}

void Builder::note_odd_quotes(const csv::Records& records, int64_t first_line) {
  const Cells cells(records, source_.dialect.quote);
  for (const uint32_t record : records.odd) {
    issues_.add("csv.quote", "",
                {source_.file, first_line + records.lines[record], 0, excerpt_of(cells.text_of(record))});
  }
}

void Builder::note_swallowed(const csv::Records& records, int64_t first_line, std::size_t record) {
  const auto field = field_with_rows(records, record, source_.dialect, source_.width);
  if (!field) return;
  const auto column = static_cast<int64_t>(*field) + 1;
  issues_.add(
      "csv.quoted_rows", "",
      {source_.file, first_line + records.lines[record], column, excerpt_of(records.raw(records.at(record, *field)))});
}

void Builder::add(const csv::Records& records, int64_t first_line, std::size_t first_record) {
  note_above(records, first_line, first_record);
  note_odd_quotes(records, first_line);
  keep_rows(records, first_line, first_record);
  if (unpivot_) {
    spread_rows(records, first_line);
  } else {
    add_rows(records, first_line, kept_);
  }
}

void Builder::add_rows(const csv::Records& records, int64_t first_line, std::span<const uint32_t> rest) {
  while (!rest.empty()) {
    if (open_ && batch_is_full()) close_batch();
    if (!open_) open_batch(first_line + records.lines[rest.front()]);
    const auto now = rest.first(std::min(rest.size(), kBatchRows - batches_.back().rows));
    append_rows(records, first_line, now);
    rest = rest.subspan(now.size());
  }
  for (std::size_t column = 0; column < source_.columns.size(); ++column) report_faults(records, first_line, column);
}

void Builder::note_spread(std::string_view code, std::string_view name, std::string value, const csv::Records& records,
                          int64_t first_line) {
  Issue issue{
      std::string(code), {}, static_cast<int64_t>(kept_.size()), 0, {}, {{std::string(name), std::move(value)}}};
  for (const uint32_t record : std::span(kept_).first(std::min(kept_.size(), kIssuePlaces))) {
    issue.places.push_back({source_.file, first_line + records.lines[record], 0, {}});
  }
  issues_.add(std::move(issue));
}

void Builder::spread_rows(const csv::Records& records, int64_t first_line) {
  if (kept_.empty()) return;
  const csv::Records& spread = unpivot_->of(records, kept_);
  note_spread("wide.unpivoted", "columns", std::to_string(source_.wide.columns.size()), records, first_line);
  if (source_.wide.year != 0) note_spread("wide.year", "year", std::to_string(source_.wide.year), records, first_line);
  leave_out_empty_cells(records, first_line);
  std::vector<uint32_t> all(spread.size());
  std::iota(all.begin(), all.end(), 0u);
  add_rows(spread, first_line, all);
}

void Builder::leave_out_empty_cells(const csv::Records& records, int64_t first_line) {
  const auto& empty = unpivot_->empty();
  if (empty.empty()) return;
  const auto count = static_cast<int64_t>(empty.size());
  rows_left_out_ += count;
  Issue issue{"wide.empty", {}, count, count, {}, {}};
  for (const auto& [record, field] : empty) {
    const int64_t line = first_line + records.lines[record];
    if (issue.places.size() < kIssuePlaces) issue.places.push_back({source_.file, line, field + 1, {}});
    left_out_.add({"wide.empty", line, field + 1, 1, {}});
  }
  issues_.add(std::move(issue));
}

void Builder::finish() {
  if (open_) close_batch();
}

void Builder::drop_closed() { batches_.erase(batches_.begin(), batches_.end() - (open_ ? 1 : 0)); }

void Builder::open_batch(int64_t first_line) {
  Batch batch;
  batch.first_line = first_line;
  for (std::size_t column = 0; column < source_.columns.size(); ++column) {
    batch.columns.push_back(make_column(source_.columns[column].type, dictionaries_[column]));
  }
  batches_.push_back(std::move(batch));
  open_ = true;
}

void Builder::close_batch() {
  for (auto& column : batches_.back().columns) std::visit(Shrink{}, column);
  Shrink::fit(batches_.back().lines);
  open_ = false;
}

bool Builder::batch_is_full() const {
  const Batch& batch = batches_.back();
  const auto heavy = [](const Column& column) {
    const auto* text = std::get_if<TextColumn>(&column);
    return text != nullptr && text->bytes.size() > kTextBytes;
  };
  return batch.rows == kBatchRows || std::any_of(batch.columns.begin(), batch.columns.end(), heavy);
}

void Builder::append_rows(const csv::Records& records, int64_t first_line, std::span<const uint32_t> rows) {
  Batch& batch = batches_.back();
  const Run run{records, source_.dialect.quote, rows};
  for (std::size_t column = 0; column < source_.columns.size(); ++column) {
    append(run, source_.columns[column], batch.columns[column], memos_[column], faults_[column]);
    if (needs_signs(source_, source_.columns[column])) note_bare_amounts(rows, column);
  }
  for (const uint32_t record : rows) {
    batch.lines.push_back(static_cast<uint32_t>(first_line + records.lines[record] - batch.first_line));
  }
  batch.rows += rows.size();
}

void Builder::note_bare_amounts(std::span<const uint32_t> rows, std::size_t column) {
  const auto& numbers = std::get<NumberColumn>(batches_.back().columns[column]);
  const std::size_t first = numbers.values.size() - rows.size();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool named = !numbers.currencies.empty() && numbers.currencies[first + i] != 0;
    if (known(numbers.values[first + i]) && !named) faults_[column].add("num.no_currency", rows[i]);
  }
}

void Builder::report_faults(const csv::Records& records, int64_t first_line, std::size_t column) {
  const SourceColumn& source = source_.columns[column];
  Cells cells(records, source_.dialect.quote);
  for (const Faults::Fault& fault : faults_[column].list()) {
    Issue issue;
    issue.code = fault.code;
    issue.subject = source.name;
    issue.count = fault.count;
    for (const uint32_t record : fault.records) {
      const int field = unpivot_ && source.index >= source_.width ? unpivot_->column_of(record) : source.index;
      issue.places.push_back({source_.file, first_line + records.lines[record], field + 1,
                              excerpt_of(cells.at(record, static_cast<std::size_t>(source.index)))});
    }
    issues_.add(std::move(issue));
  }
  faults_[column].clear();
}

}  // namespace pegel::table
