#include "csv/header_evidence.h"

#include "csv/header_word.h"

namespace pegel::csv {
namespace {

/// Over a column of numbers or days, a word names it, and a number or day is a value of it.
double evidence_over_typed(std::string_view cell, CellKind kind, const BodyColumn& column) {
  if (kind == CellKind::text) return 1;
  if (kind == CellKind::code) return 0.7;
  if (is_year(cell) && column.years * 2 < column.filled) return 0.2;
  const bool dates = column.dates > column.numbers;
  if (kind == CellKind::date) return dates ? -1 : 0.5;
  return dates ? -0.2 : -1;
}

double evidence_over_text(std::string_view cell, CellKind kind, const BodyColumn& column) {
  if (kind == CellKind::number || kind == CellKind::date) return column.filled == 0 ? -0.2 : -0.7;
  if (column.values.count(cell) > 0) return -1;
  const double word = has_header_word(cell) ? 0.6 : 0;
  if (column.mostly(column.codes)) return column.has_shape(shape_of(cell)) ? word - 0.5 : word + 0.5;
  return column.repeats() ? word + 0.4 : word;
}

}  // namespace

double header_evidence(const Table& table, std::size_t r, const std::vector<BodyColumn>& body) {
  double sum = 0;
  std::unordered_set<std::string_view> seen;
  for (std::size_t c = 0; c < table.width(); ++c) {
    const std::string_view cell = table.cell(r, c);
    const CellKind kind = kind_of(cell);
    if (kind == CellKind::empty) continue;
    sum += body[c].typed() ? evidence_over_typed(cell, kind, body[c]) : evidence_over_text(cell, kind, body[c]);
    if (!seen.insert(cell).second) sum -= 0.3;
  }
  return sum;
}

}  // namespace pegel::csv
