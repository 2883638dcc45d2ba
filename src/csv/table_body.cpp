#include "csv/table_body.h"

#include <algorithm>

namespace pegel::csv {
namespace {

/// Body cells looked at, and the least number of rows.
constexpr std::size_t kCells = 200'000;
constexpr std::size_t kFewestRows = 20;

}  // namespace

bool is_year(std::string_view cell) {
  return cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20")) &&
         cell.find_first_not_of("0123456789") == cell.npos;
}

std::string shape_of(std::string_view cell) {
  std::string shape;
  for (const char c : cell.substr(0, 60)) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    const char sign = digit ? '9' : letter ? 'A' : c;
    if (shape.empty() || shape.back() != sign) shape += sign;
  }
  return shape;
}

bool Table::are_alike(std::size_t a, std::size_t b) const {
  if (width(a) != width(b)) return false;
  if (width(a) > 0 && without_joint(cell(a, 0)) != without_joint(cell(b, 0))) return false;
  for (std::size_t c = 1; c < width(a); ++c) {
    if (cell(a, c) != cell(b, c)) return false;
  }
  return true;
}

std::vector<BodyColumn> Table::body(std::size_t from, std::size_t header) const {
  std::vector<BodyColumn> columns(width_);
  if (from >= size()) return columns;
  const std::size_t rows = std::max(kFewestRows, kCells / width_);
  const std::size_t step = std::max<std::size_t>(1, (size() - from) / rows);
  for (std::size_t r = from; r < size(); r += step) {
    if (records_.width(r) == width_ && !are_alike(r, header)) add_row(r, columns);
  }
  return columns;
}

void Table::add_row(std::size_t r, std::vector<BodyColumn>& columns) const {
  for (std::size_t c = 0; c < width_; ++c) {
    const std::string_view value = cell(r, c);
    const CellKind kind = kind_of(value);
    if (kind == CellKind::empty) continue;
    BodyColumn& column = columns[c];
    ++column.filled;
    column.numbers += kind == CellKind::number;
    column.dates += kind == CellKind::date;
    column.codes += kind == CellKind::code;
    column.years += is_year(value);
    column.values.insert(value);
    if (kind == CellKind::code || kind == CellKind::text) ++column.shapes[shape_of(value)];
  }
}

}  // namespace pegel::csv
