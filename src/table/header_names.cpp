#include <algorithm>
#include <map>
#include <set>

#include "table/cells.h"
#include "table/infer.h"
#include "table/lexical.h"
#include "table/text_table.h"

namespace pegel::table {
namespace {

std::size_t first_data_record(const Dialect& dialect, const csv::Records& records) {
  return std::min(records.size(), static_cast<std::size_t>(dialect.header_rows + dialect.skip_after_header));
}

std::size_t header_records(const Dialect& dialect, const csv::Records& records) {
  return std::min(records.size(), static_cast<std::size_t>(dialect.header_rows));
}

using Rows = std::vector<std::vector<std::string>>;

Rows header_of(const Dialect& dialect, const csv::Records& records) {
  Rows rows;
  for (std::size_t record = 0; record < header_records(dialect, records); ++record) {
    rows.push_back(row_text(dialect, records, record, records.width(record)));
  }
  return rows;
}

std::string_view part_of(const Rows& rows, std::size_t row, std::size_t column) {
  return column < rows[row].size() ? trim(rows[row][column]) : std::string_view();
}

/// A line drawn under the names: "----", ":---:", "====".
bool is_rule(std::string_view part) {
  return part.size() > 1 && part.find_first_not_of("-=+:_") == part.npos && part.find_first_of("-=_") != part.npos;
}

/// Columns that a header row names.
std::size_t named_width(const Rows& rows) {
  std::size_t width = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = rows[row].size(); column > width; --column) {
      if (!part_of(rows, row, column - 1).empty()) width = column;
    }
  }
  return width;
}

std::size_t widest(const csv::Records& records) {
  std::size_t width = 0;
  for (std::size_t record = 0; record < records.size(); ++record) width = std::max(width, records.width(record));
  return width;
}

/// Which columns of the rows the names belong to: all up to the last named one, or those that have a name where these are
/// just `width`.
std::vector<std::size_t> named_columns(const Rows& rows, std::size_t width) {
  std::vector<std::size_t> all, named;
  for (std::size_t column = 0; column < named_width(rows); ++column) {
    all.push_back(column);
    bool has_name = false;
    for (std::size_t row = 0; row < rows.size(); ++row) has_name = has_name || !part_of(rows, row, column).empty();
    if (has_name) named.push_back(column);
  }
  return all.size() > width && named.size() == width ? named : all;
}

/// Nearly all data records have the usual width.
constexpr std::size_t kNearlyAll = 90;

struct Width {
  std::size_t fields = 0;
  std::size_t records = 0;
  std::size_t of = 0;
};

/// The most common width of the data records. Beside records of several fields those of one are notes or blank, and they
/// are not counted, however many.
Width most_common_width(const Dialect& dialect, const csv::Records& records) {
  std::map<std::size_t, std::size_t> counts;
  const std::size_t first = first_data_record(dialect, records);
  for (std::size_t record = first; record < records.size(); ++record) ++counts[records.width(record)];
  Width most{0, 0, records.size() - first};
  if (counts.size() > 1) {
    most.of -= counts[1];
    counts.erase(1);
  }
  for (const auto& [fields, count] : counts) {
    if (count > most.records) most = {fields, count, most.of};
  }
  return most;
}

}  // namespace

std::size_t usual_width(const Dialect& dialect, const csv::Records& records) {
  const Width width = most_common_width(dialect, records);
  return width.records * 2 > width.of ? width.fields : 0;
}

std::size_t named_width(const Dialect& dialect, const csv::Records& records) {
  return named_width(header_of(dialect, records));
}

bool has_surplus_names(const Dialect& dialect, const csv::Records& records) {
  const Width width = most_common_width(dialect, records);
  const Rows rows = header_of(dialect, records);
  return width.records * 100 > width.of * kNearlyAll && named_width(rows) > width.fields &&
         named_columns(rows, width.fields).size() == width.fields;
}

std::size_t table_width(const Dialect& dialect, const csv::Records& records) {
  const std::size_t usual = usual_width(dialect, records);
  if (usual != 0 && (dialect.header_rows == 0 || has_surplus_names(dialect, records))) return usual;
  const std::size_t named = dialect.header_rows == 0 ? widest(records) : named_width(header_of(dialect, records));
  return std::max({named, usual, std::size_t{1}});
}

std::vector<std::string> written_names(const std::vector<std::vector<std::string>>& header, std::size_t width,
                                       bool repeated) {
  std::vector<std::string> names(width);
  const std::vector<std::size_t> columns = named_columns(header, width);
  for (std::size_t c = 0; c < std::min(width, columns.size()); ++c) {
    std::string_view before;
    for (std::size_t row = 0; row < header.size(); ++row) {
      const std::string_view part = part_of(header, row, columns[c]);
      if (part.empty() || (row > 0 && is_rule(part)) || (part == before && !repeated)) continue;
      names[c] += (names[c].empty() ? "" : " ") + std::string(part);
      before = part;
    }
  }
  return names;
}

std::vector<std::string> header_names(const Dialect& dialect, const csv::Records& records) {
  std::vector<std::string> names = written_names(header_of(dialect, records), table_width(dialect, records), false);
  std::set<std::string> taken;
  std::map<std::string, int> copies;
  for (std::size_t column = 0; column < names.size(); ++column) {
    std::string& name = names[column];
    if (name.empty()) name = "column " + std::to_string(column + 1);
    const std::string base = name;
    while (!taken.insert(name).second) name = base + " (" + std::to_string(++copies[base] + 1) + ")";
  }
  return names;
}

}  // namespace pegel::table
