#include "pegel/table.h"

#include <algorithm>

#include "csv/reader.h"
#include "table/fault.h"
#include "table/infer.h"
#include "table/row_rules.h"
#include "table/swallowed_rows.h"
#include "table/text_table.h"
#include "table_profile.h"

namespace pegel {

namespace {

Source source_of(const Profile& profile) {
  Source source = table::plain_source(profile.dialect, profile.columns, profile.usual_width, profile.full_rows);
  source.file = profile.file;
  return source;
}

std::string escaped(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      constexpr char digits[] = "0123456789abcdef";
      out += std::string("\\u00") + digits[c >> 4] + digits[c & 15];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string json_text(const table::TypedValue& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* number = std::get_if<table::NumberText>(&value)) return number->text;
  if (const auto* text = std::get_if<std::string>(&value)) return escaped(*text);
  return "null";
}

std::string decimal_of(const Profile& profile) {
  for (const ColumnProfile& column : profile.columns) {
    if (column.type == ColumnType::number && column.number.decimal != '\0')
      return std::string(1, column.number.decimal);
  }
  return {};
}

// The code of what is to be told of a cell's value; empty for most.
std::string_view fault_of(std::string_view cell, const SourceColumn& column, const ColumnProfile& profile) {
  if (column.type == ColumnType::number) {
    const table::NumberReading reading = table::read_cell(cell, column);
    if (reading.scaled) return table::code_of_power(column.number.power);
    if (reading.fault == table::NumberFault::none) return table::code_of_oddity(cell, column);
    if (reading.fault == table::NumberFault::too_fine) return table::code_of(reading.fault);
  }
  return table::is_readable(cell, profile) ? std::string_view() : table::code_of_unreadable(cell, column);
}

Profile empty_profile(const FileHead& file) {
  Profile profile;
  profile.file = file.name;
  profile.bytes = file.size;
  profile.issues.push_back({"csv.empty", {}, 1, 0, {Place{file.name, 0, 0, {}}}, {}});
  return profile;
}

}  // namespace

Result<Profile> plain_profile(const FileHead& head, const SourceChoice& choice) {
  auto found = table_profile(head, choice);
  if (found) return std::move(found->profile);
  if (found.error().code == "file.empty") return empty_profile(head);
  return tl::unexpected<Error>(std::move(found.error()));
}

TableHead table_head(const Profile& profile, std::vector<std::string> header) {
  TableHead head{profile.dialect, decimal_of(profile), std::move(header), {}};
  for (const ColumnProfile& column : profile.columns) head.types.push_back(column.type);
  return head;
}

std::string value_text(std::string_view cell, const Profile& profile, std::size_t column) {
  static const ColumnProfile kText;
  return json_text(table::typed_value(cell, column < profile.columns.size() ? profile.columns[column] : kText));
}

struct TableReading::Body {
  Body(const Profile& of, Take taker, bool types)
      : profile(of),
        typed(types),
        source(source_of(of)),
        rules(source),
        take(std::move(taker)),
        reader(of.dialect, 1, [this](const csv::Records& records, int64_t line) { add(records, line); }) {}

  void add(const csv::Records& records, int64_t first_line) {
    table::Cells cells(records, source.dialect.quote);
    const auto place_of = [&](std::size_t r) {
      return Place{source.file, first_line + records.lines[r], 0, table::excerpt_of(cells.text_of(r))};
    };
    for (const uint32_t r : records.odd) issues.add("csv.quote", {}, place_of(r));
    for (std::size_t r = 0; r < records.size(); ++r) {
      if (above < source.dialect.skip_rows && table::is_like_row(cells, r, source)) {
        issues.add("csv.above", {}, place_of(r));
      }
      if (is_above_rows(records, r)) continue;
      if (table::field_with_rows(records, r, source.dialect, source.width)) {
        issues.add("csv.quoted_rows", {}, place_of(r));
      }
      const std::string_view reason = rules.reason_to_leave_out(cells, r, first_line + records.lines[r], source);
      const bool kept = reason.empty() || reason == "csv.ragged";
      if (kept) take(row(records, r));
      if (kept && typed) note_faults(cells, r, first_line + records.lines[r]);
      if (!reason.empty()) issues.add(reason, {}, place_of(r), kept ? 0 : 1);
    }
  }

  void note_faults(table::Cells& cells, std::size_t r, int64_t line) {
    for (const SourceColumn& column : source.columns) {
      const auto index = static_cast<std::size_t>(column.index);
      const std::string_view cell = cells.at(r, index);
      const std::string_view code = fault_of(cell, column, profile.columns[index]);
      if (!code.empty()) issues.add(code, column.name, {source.file, line, column.index + 1, table::excerpt_of(cell)});
    }
  }

  /// Records up to the first row; the header's and a row of units are kept.
  bool is_above_rows(const csv::Records& records, std::size_t r) {
    const Dialect& dialect = source.dialect;
    if (above >= dialect.skip_rows + dialect.header_rows + dialect.skip_after_header) return false;
    const auto whole = [&] { return table::row_text(dialect, records, r, records.width(r)); };
    if (above++ >= dialect.skip_rows) header.push_back(whole());
    return true;
  }

  std::vector<std::string> row(const csv::Records& records, std::size_t record) const {
    const bool usual = static_cast<int>(records.width(record)) == source.usual_width;
    return table::row_text(source.dialect, records, record, usual ? source.columns.size() : records.width(record));
  }

  const Profile& profile;
  bool typed;
  Source source;
  table::RowRules rules;
  Take take;
  Issues issues;
  int above = 0;  // records seen above the rows
  std::vector<std::vector<std::string>> header;
  csv::Reader reader;
};

TableReading::TableReading(const Profile& profile, Take take, bool typed)
    : body_(std::make_unique<Body>(profile, std::move(take), typed)) {}
TableReading::TableReading(TableReading&&) noexcept = default;
TableReading::~TableReading() = default;

Result<void> TableReading::push(std::span<const uint8_t> bytes) { return body_->reader.push(bytes); }

Result<void> TableReading::finish() {
  csv::Reader& reader = body_->reader;
  if (auto ended = reader.finish(); !ended) return ended;
  if (reader.undecodable() > 0) {
    body_->issues.add(Issue{"enc.mixed", {}, reader.undecodable(), 0, {Place{body_->source.file, 0, 0, {}}}, {}});
  }
  for (const Issue& issue : body_->profile.issues) {
    if (issue.rows_left_out == 0) body_->issues.add(issue);
  }
  return {};
}

std::vector<std::string> TableReading::header() const {
  if (body_->source.dialect.header_rows == 0) return {};
  return table::written_names(body_->header, body_->source.columns.size(), true);
}

const std::vector<Issue>& TableReading::issues() const { return body_->issues.list(); }

}  // namespace pegel
