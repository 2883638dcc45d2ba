#include "table/swallowed_rows.h"

namespace pegel::table {
namespace {

constexpr uint32_t kLeastLines = 2;

uint32_t lines_of(const csv::Records& records, std::size_t record) {
  const bool last = record + 1 == records.size();
  return (last ? records.line_breaks : records.lines[record + 1]) - records.lines[record];
}

int delimiters_in(std::string_view line, std::string_view delimiter) {
  int count = 0;
  for (std::size_t at = line.find(delimiter); at != std::string_view::npos;
       at = line.find(delimiter, at + delimiter.size())) {
    ++count;
  }
  return count;
}

/// Of the lines between the field's first and last.
bool holds_rows(std::string_view field, const Dialect& dialect, int width) {
  uint32_t lines = 0, alike = 0;
  for (std::size_t start = field.find('\n'); start != std::string_view::npos;) {
    const std::size_t end = field.find('\n', start + 1);
    if (end == std::string_view::npos) break;
    ++lines;
    alike += delimiters_in(field.substr(start + 1, end - start - 1), dialect.delimiter) == width - 1 ? 1 : 0;
    start = end;
  }
  return alike >= kLeastLines && alike * 10 >= lines * 9;
}

}  // namespace

std::optional<std::size_t> field_with_rows(const csv::Records& records, std::size_t record, const Dialect& dialect,
                                           int width) {
  if (width < 2 || lines_of(records, record) <= kLeastLines) return std::nullopt;
  for (std::size_t column = 0; column < records.width(record); ++column) {
    const csv::Field& field = records.at(record, column);
    if (field.quoted && holds_rows(records.raw(field), dialect, width)) return column;
  }
  return std::nullopt;
}

}  // namespace pegel::table
