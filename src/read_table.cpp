#include "pegel/table.h"

#include <algorithm>

#include "csv/reader.h"
#include "table/infer.h"
#include "table/row_rules.h"
#include "table/text_table.h"
#include "table_profile.h"

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

class TableReader {
 public:
  TableReader(const Profile& profile, TextTable& out) : profile_(profile), source_(plain_source(profile)), out_(out) {}

  void take(const csv::Records& records, int64_t first_line) {
    table::Cells cells(records, profile_.dialect.quote);
    const auto place_of = [&](std::size_t r) {
      return Place{source_.file, first_line + records.lines[r], 0, table::excerpt_of(cells.text_of(r))};
    };
    for (const uint32_t r : records.odd) issues_.add("csv.quote", {}, place_of(r));
    for (std::size_t r = 0; r < records.size(); ++r) {
      if (is_above_rows(records, r)) continue;
      const std::string_view reason = reason_to_leave_out(cells, r, first_line + records.lines[r]);
      const bool kept = reason.empty() || reason == "csv.ragged";
      if (kept) keep(records, r);
      if (!reason.empty()) issues_.add(reason, {}, place_of(r), kept ? 0 : 1);
    }
  }

  void finish() {
    if (profile_.dialect.header_rows > 0) out_.header = table::written_names(header_, profile_.columns.size(), true);
    out_.issues = issues_.list();
  }
  Issues& issues() { return issues_; }

 private:
  /// Records up to the first row; the header's are kept.
  bool is_above_rows(const csv::Records& records, std::size_t r) {
    const Dialect& dialect = profile_.dialect;
    if (above_ >= dialect.skip_rows + dialect.header_rows + dialect.skip_after_header) return false;
    const auto row = [&] { return table::row_text(dialect, records, r, records.width(r)); };
    if (above_++ >= dialect.skip_rows) header_.push_back(row());
    return true;
  }

  std::string_view reason_to_leave_out(table::Cells& cells, std::size_t record, int64_t line) const {
    if (profile_.dialect.last_line > 0 && line > profile_.dialect.last_line) return "csv.second_table";
    if (table::is_blank(cells, record)) return "csv.blank";
    if (table::is_ragged(cells, record, source_)) return table::why_ragged(cells, record);
    if (table::repeats_header(cells, record, source_)) return "csv.repeated_header";
    if (table::is_total(cells, record, source_)) return "csv.total_row";
    return {};
  }

  void keep(const csv::Records& records, std::size_t record) {
    const bool whole = static_cast<int>(records.width(record)) == source_.usual_width;
    const std::size_t width = whole ? profile_.columns.size() : records.width(record);
    out_.rows.push_back(table::row_text(profile_.dialect, records, record, width));
    auto& values = out_.values.emplace_back();
    for (std::size_t c = 0; c < width; ++c) {
      const ColumnProfile& column = c < profile_.columns.size() ? profile_.columns[c] : beyond_;
      values.push_back(json_text(table::typed_value(out_.rows.back()[c], column)));
    }
  }

  const Profile& profile_;
  Source source_;
  TextTable& out_;
  Issues issues_;
  int above_ = 0;  // records seen above the rows
  std::vector<std::vector<std::string>> header_;
  ColumnProfile beyond_;  // of cells beyond the last column: text
};

std::string decimal_of(const Profile& profile) {
  for (const ColumnProfile& column : profile.columns) {
    if (column.type == ColumnType::number && column.number.decimal != '\0')
      return std::string(1, column.number.decimal);
  }
  return {};
}

TextTable empty_table(const FileHead& file) {
  TextTable table;
  table.issues.push_back({"csv.empty", {}, 1, 0, {Place{file.name, 0, 0, {}}}, {}});
  return table;
}

}  // namespace

Result<TextTable> read_table(const FileHead& file, const SourceChoice& choice) {
  auto head = file;
  head.bytes = file.bytes.first(std::min(file.bytes.size(), head_bytes(file.size)));
  for (const int64_t offset : sample_offsets(file.size)) {
    const auto rest = file.bytes.subspan(static_cast<std::size_t>(offset));
    head.samples.push_back(rest.first(std::min(rest.size(), kSampleBytes)));
  }
  const auto seen = table_profile(head, choice);
  if (!seen && seen.error().code == "file.empty") return empty_table(file);
  if (!seen) return tl::unexpected<Error>(seen.error());
  const Profile* found = &seen->profile;
  TextTable table;
  table.dialect = found->dialect;
  table.decimal = decimal_of(*found);
  for (const ColumnProfile& column : found->columns) {
    table.types.push_back(column.type);
  }
  TableReader taker(*found, table);
  csv::Reader reader(found->dialect, 1, [&](const csv::Records& records, int64_t line) { taker.take(records, line); });
  if (auto read = reader.push(file.bytes); !read) return tl::unexpected<Error>(std::move(read.error()));
  if (auto ended = reader.finish(); !ended) return tl::unexpected<Error>(std::move(ended.error()));
  if (reader.undecodable() > 0) {
    taker.issues().add(Issue{"enc.mixed", {}, reader.undecodable(), 0, {Place{file.name, 0, 0, {}}}, {}});
  }
  for (const Issue& issue : found->issues) {
    if (issue.rows_left_out == 0) taker.issues().add(issue);
  }
  taker.finish();
  return table;
}

}  // namespace pegel
