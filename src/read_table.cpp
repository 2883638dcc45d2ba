#include "pegel/table.h"

#include <algorithm>

#include "csv/reader.h"
#include "table/row_rules.h"
#include "table/text_table.h"

namespace pegel {

namespace {

// All columns, without roles: what the rules for rows look at.
Source plain_source(const Profile& profile) {
  Source source;
  source.file = profile.file;
  source.dialect = profile.dialect;
  source.width = static_cast<int>(profile.columns.size());
  source.usual_width = profile.usual_width < source.width ? profile.usual_width : 0;
  for (std::size_t c = 0; c < profile.columns.size(); ++c) {
    const ColumnProfile& column = profile.columns[c];
    source.columns.push_back({static_cast<int>(c), column.name, column.type, column.number, column.date, Role::none});
  }
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

std::string_view reason_to_leave_out(table::Cells& cells, std::size_t record, const Source& source) {
  if (table::is_blank(cells, record)) return "csv.blank";
  if (table::is_ragged(cells, record, source)) return "csv.ragged";
  if (table::repeats_header(cells, record, source)) return "csv.repeated_header";
  if (table::is_total(cells, record, source)) return "csv.total_row";
  return {};
}

std::string decimal_of(const Profile& profile) {
  for (const ColumnProfile& column : profile.columns) {
    if (column.type == ColumnType::number && column.number.decimal != '\0')
      return std::string(1, column.number.decimal);
  }
  return {};
}

}  // namespace

TableHead table_head(const Profile& profile) {
  TableHead head{profile.dialect, decimal_of(profile), {}, {}};
  for (const ColumnProfile& column : profile.columns) {
    head.header.push_back(column.name);
    head.types.push_back(column.type);
  }
  return head;
}

std::string value_text(std::string_view cell, const ColumnProfile& column) {
  return json_text(table::typed_value(cell, column));
}

struct TableReading::Body {
  Body(const Profile& of, Take taker)
      : source(plain_source(of)),
        take(std::move(taker)),
        to_skip(static_cast<std::size_t>(of.dialect.skip_rows + of.dialect.header_rows + of.dialect.skip_after_header)),
        reader(of.dialect, 1, [this](const csv::Records& records, int64_t line) { add(records, line); }) {}

  void add(const csv::Records& records, int64_t first_line) {
    table::Cells cells(records, source.dialect.quote);
    const std::size_t skipped = std::min(to_skip, records.size());
    to_skip -= skipped;
    for (std::size_t r = skipped; r < records.size(); ++r) {
      const std::string_view reason = reason_to_leave_out(cells, r, source);
      if (reason.empty()) {
        take(table::row_text(source.dialect, records, r, source.columns.size()));
      } else {
        issues.add(reason, {}, {source.file, first_line + records.lines[r], 0, table::excerpt_of(cells.text_of(r))}, 1);
      }
    }
  }

  Source source;
  Take take;
  Issues issues;
  std::size_t to_skip;
  csv::Reader reader;
};

TableReading::TableReading(const Profile& profile, Take take)
    : body_(std::make_unique<Body>(profile, std::move(take))) {}
TableReading::TableReading(TableReading&&) noexcept = default;
TableReading::~TableReading() = default;

Result<void> TableReading::push(std::span<const uint8_t> bytes) { return body_->reader.push(bytes); }

Result<void> TableReading::finish() {
  csv::Reader& reader = body_->reader;
  if (auto ended = reader.finish(); !ended) return ended;
  const Place file{body_->source.file, 0, 0, {}};
  if (reader.undecodable() > 0) body_->issues.add(Issue{"enc.mixed", {}, reader.undecodable(), 0, {file}, {}});
  if (reader.unclosed_quote()) body_->issues.add("csv.quote", {}, file);
  return {};
}

const std::vector<Issue>& TableReading::issues() const { return body_->issues.list(); }

}  // namespace pegel
