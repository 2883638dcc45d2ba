#include "table/row_rules.h"

#include <algorithm>
#include <array>

#include "csv/cell_kind.h"
#include "csv/unsplit_row.h"
#include "table/date_format.h"
#include "table/lexical.h"
#include "table/number_format.h"
#include "table/total_row.h"

namespace pegel::table {
namespace {

bool are_blank(Cells& cells, std::size_t record, std::size_t from) {
  for (std::size_t column = from; column < cells.width(record); ++column) {
    if (!trim(cells.at(record, column)).empty()) return false;
  }
  return true;
}

/// `name` is the header cell's, or made from it: "column 3" of an empty one, "Name (2)" of a repeated one.
bool is_name_of(std::string_view name, std::string_view cell) {
  if (name == cell) return true;
  if (cell.empty()) return name.starts_with("column ");
  return name.size() > cell.size() && name.starts_with(cell) && name.substr(cell.size()).starts_with(" (");
}

/// The name stands in the file as it is: not "column 3", not "Name (2)".
bool is_from_file(std::string_view name) {
  return !name.empty() && !is_high(name.front()) && !name.ends_with(')') && !name.starts_with("column ");
}

/// Another number of fields than the Source's. Nothing is forgiven: where the gap or the surplus is cannot be seen, and a
/// value in the wrong column would be wrong in silence. A surplus that most records have is columns of their own; where
/// most records end early, that width is the Source's usual one.
bool is_ragged(Cells& cells, std::size_t record, const Source& source) {
  const auto width = static_cast<int>(cells.width(record));
  return width != source.width && (source.usual_width == 0 || width != source.usual_width);
}

/// Why a ragged record is no row: "csv.comment" where it starts with '#', "csv.unsplit_row" of a row in a single cell,
/// "csv.note" of another single cell (a title, a footnote), else "csv.ragged".
std::string_view why_ragged(Cells& cells, std::size_t record, const Source& source) {
  if (trim(cells.at(record, 0)).starts_with('#')) return "csv.comment";
  std::size_t filled = 0;
  for (std::size_t column = 0; column < cells.width(record) && filled < 2; ++column) {
    filled += trim(cells.at(record, column)).empty() ? 0 : 1;
  }
  if (filled >= 2) return "csv.ragged";
  const bool unsplit = csv::is_unsplit_row(cells.at(record, 0), static_cast<std::size_t>(source.width));
  return unsplit ? "csv.unsplit_row" : "csv.note";
}

/// The cells are the names of their columns.
bool repeats_header(Cells& cells, std::size_t record, const Source& source) {
  std::size_t filled = 0;
  for (const auto& column : source.columns) {
    const std::string_view whole = cells.at(record, column.index);
    const std::string_view cell = trim(whole);
    if (!is_name_of(column.name, cell) && column.name != csv::without_joint(whole)) return false;
    if (!cell.empty()) ++filled;
  }
  return filled >= std::min<std::size_t>(2, source.columns.size()) && filled > 0;
}

/// Whether a cell that stands alone in its record can be a row's: words cannot be told from a note's, nor an id without
/// a digit or with a blank.
bool is_value_of(const SourceColumn& column, std::string_view cell) {
  switch (column.type) {
    case ColumnType::number:
      return parse_number(cell, column.number).has_value();
    case ColumnType::date:
    case ColumnType::instant:
      return parse_day(cell, column.date).has_value();
    case ColumnType::id:
      return cell.find(' ') == cell.npos && std::any_of(cell.begin(), cell.end(), is_digit);
    default:
      return false;
  }
}

/// A footnote, or the name of a group above its rows, padded to the table's width: the record's one filled cell stands
/// where no column is read or, in a table of full rows, is no value of its column.
bool is_padded_note(Cells& cells, std::size_t record, const Source& source) {
  if (source.width <= 2) return false;
  std::size_t filled = 0, at = 0;
  for (std::size_t column = 0; column < cells.width(record); ++column) {
    if (trim(cells.at(record, column)).empty()) continue;
    if (++filled > 1) return false;
    at = column;
  }
  const auto& columns = source.columns;
  const auto read = std::find_if(columns.begin(), columns.end(), [at](const SourceColumn& column) {
    return static_cast<std::size_t>(column.index) == at;
  });
  if (read == columns.end()) return filled == 1;
  return filled == 1 && source.full_rows && !is_value_of(*read, trim(cells.at(record, at)));
}

}  // namespace

Source plain_source(const Dialect& dialect, std::span<const ColumnProfile> columns, int usual_width, bool full_rows) {
  Source source;
  source.dialect = dialect;
  source.width = static_cast<int>(columns.size());
  source.usual_width = usual_width < source.width ? usual_width : 0;
  source.full_rows = full_rows;
  for (const ColumnProfile& column : columns) {
    const auto index = static_cast<int>(source.columns.size());
    source.columns.push_back({index, column.name, column.type, column.number, column.date, Role::none});
  }
  return source;
}

bool is_like_row(Cells& cells, std::size_t record, const Source& source) {
  if (static_cast<int>(cells.width(record)) != source.width || source.width < 2) return false;
  if (trim(cells.at(record, 0)).ends_with(':')) return false;
  int filled = 0;
  for (std::size_t column = 0; column < cells.width(record); ++column) {
    filled += trim(cells.at(record, column)).empty() ? 0 : 1;
  }
  return filled >= (source.dialect.header_rows == 0 ? 1 : 2);
}

bool is_blank(Cells& cells, std::size_t record) {
  if (cells.width(record) == 0) return true;
  if (cells.text_of(record).size() > cells.width(record) * 8) return false;
  return are_blank(cells, record, 0);
}

RowRules::RowRules(const Source& source) {
  for (const auto& column : source.columns) {
    if (!is_from_file(column.name)) continue;
    probe_ = static_cast<std::size_t>(column.index);
    probe_start_ = column.name.front();
    return;
  }
}

std::string_view RowRules::reason_to_leave_out(Cells& cells, std::size_t record, int64_t line,
                                               const Source& source) const {
  if (source.dialect.last_line > 0 && line > source.dialect.last_line) return "csv.second_table";
  const std::string_view first = cells.width(record) == 0 ? std::string_view() : cells.at(record, 0);
  const bool starts_plainly = !first.empty() && first.front() > ' ';
  if (!starts_plainly && is_blank(cells, record)) return "csv.blank";
  if (is_ragged(cells, record, source)) return why_ragged(cells, record, source);
  if ((!starts_plainly || may_say_total(first)) && is_total(cells, record, source)) return "csv.total_row";
  if (is_padded_note(cells, record, source)) return "csv.note";
  const std::string_view probe = cells.at(record, probe_);
  const bool other_start =
      probe_start_ != '\0' && !probe.empty() && probe.front() > ' ' && probe.front() != probe_start_;
  if (!other_start && repeats_header(cells, record, source)) return "csv.repeated_header";
  return {};
}

}  // namespace pegel::table
