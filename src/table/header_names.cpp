#include <algorithm>
#include <map>
#include <set>

#include "table/cells.h"
#include "table/infer.h"
#include "table/lexical.h"

namespace pegel::table {
namespace {

std::size_t first_data_record(const Dialect& dialect, const csv::Records& records) {
  return std::min(records.size(), static_cast<std::size_t>(dialect.header_rows + dialect.skip_after_header));
}

std::size_t header_records(const Dialect& dialect, const csv::Records& records) {
  return std::min(records.size(), static_cast<std::size_t>(dialect.header_rows));
}

std::string joined_name(Cells& cells, std::size_t header_rows, std::size_t column) {
  std::string name;
  for (std::size_t row = 0; row < header_rows; ++row) {
    const std::string_view part = trim(cells.at(row, column));
    if (!name.empty() && !part.empty()) name += ' ';
    name += part;
  }
  return name;
}

/// Columns that a header row names; without one, those of the widest record.
std::size_t named_width(Cells& cells, std::size_t header_rows, const csv::Records& records) {
  std::size_t width = 0;
  for (std::size_t row = 0; row < (header_rows == 0 ? records.size() : header_rows); ++row) {
    for (std::size_t column = cells.width(row); column > width; --column) {
      if (header_rows == 0 || !trim(cells.at(row, column - 1)).empty()) width = column;
    }
  }
  return width;
}

}  // namespace

std::size_t usual_width(const Dialect& dialect, const csv::Records& records) {
  std::map<std::size_t, std::size_t> counts;
  const std::size_t first = first_data_record(dialect, records);
  for (std::size_t record = first; record < records.size(); ++record) ++counts[records.width(record)];
  for (const auto& [width, count] : counts) {
    if (count * 2 > records.size() - first) return width;
  }
  return 0;
}

std::size_t table_width(const Dialect& dialect, const csv::Records& records) {
  const std::size_t header_rows = header_records(dialect, records);
  const std::size_t usual = usual_width(dialect, records);
  if (header_rows == 0 && usual != 0) return usual;
  Cells cells(records, dialect.quote);
  const std::size_t named = named_width(cells, header_rows, records);
  return std::max({named, usual, std::size_t{1}});
}

std::vector<std::string> header_names(const Dialect& dialect, const csv::Records& records) {
  Cells cells(records, dialect.quote);
  const std::size_t header_rows = header_records(dialect, records);
  std::vector<std::string> names;
  std::set<std::string> taken;
  std::map<std::string, int> copies;
  const std::size_t width = table_width(dialect, records);
  for (std::size_t column = 0; column < width; ++column) {
    std::string base = joined_name(cells, header_rows, column);
    if (base.empty()) base = "column " + std::to_string(column + 1);
    std::string name = base;
    while (!taken.insert(name).second) name = base + " (" + std::to_string(++copies[base] + 1) + ")";
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace pegel::table
