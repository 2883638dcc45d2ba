#include "csv/second_table.h"

#include <algorithm>
#include <unordered_set>

#include "csv/header_evidence.h"

namespace pegel::csv {
namespace {

/// Records that look like a header are looked at closely so many times.
constexpr int kMostLooks = 50;
/// Of the records below a header so many in a hundred have its width.
constexpr std::size_t kOwnWidth = 90;
/// A header over rows of its own has at least this evidence.
constexpr double kPlain = 1;

bool is_blank(const Table& table, std::size_t r) { return table.filled(r) == 0; }
/// A title or note: one cell in a table of several columns.
bool is_note(const Table& table, std::size_t r) { return table.width() > 2 && table.filled(r) == 1; }

/// Different words in most cells, and no number or day.
bool is_words(const Table& table, std::size_t r) {
  std::unordered_set<std::string_view> seen;
  for (std::size_t c = 0; c < table.width(r); ++c) {
    const std::string_view cell = table.cell(r, c);
    const CellKind kind = kind_of(cell);
    if (kind == CellKind::empty) continue;
    if (kind == CellKind::number || kind == CellKind::date || !seen.insert(cell).second) return false;
  }
  return seen.size() >= 2 && seen.size() * 2 > table.width(r);
}

/// Whether rows of `own` width follow: nearly all of the records below, and those of the first table's width are over.
bool has_own_rows(const Table& table, std::size_t header, std::size_t own) {
  std::size_t filled = 0, alike = 0;
  for (std::size_t r = header + 1; r < table.size(); ++r) {
    if (is_blank(table, r) || is_note(table, r)) continue;
    ++filled;
    alike += table.width(r) == own;
    if (own != table.width() && table.width(r) == table.width()) return false;
  }
  return filled > 0 && alike * 100 >= filled * kOwnWidth;
}

bool names_own_rows(const Records& records, const Table& table, std::size_t r, bool parted) {
  const std::size_t own = table.width(r);
  if (!has_own_rows(table, r, own)) return false;
  const Table below(records, own);
  const double evidence = header_evidence(below, r, below.body(r + 1, r));
  return evidence >= kPlain && (own != table.width() || parted);
}

/// The names of the first table in another order: what a file of another export begins with that was put below.
bool reorders_names(const Table& table, const std::unordered_set<std::string_view>& names, std::size_t r) {
  if (names.size() < 2 || table.width(r) != names.size() || names.count(table.cell(r, 0)) == 0) return false;
  if (table.cell(r, 0) == table.cell(0, 0) && table.are_alike(r, 0)) return false;
  std::unordered_set<std::string_view> seen;
  for (std::size_t c = 0; c < table.width(r); ++c) {
    const std::string_view cell = table.cell(r, c);
    if (names.count(cell) == 0 || !seen.insert(cell).second) return false;
  }
  return true;
}

/// The names in the first record; none where there is no header, or one of several rows or with a name twice.
std::unordered_set<std::string_view> names_of(const Table& table, std::size_t first_row) {
  std::unordered_set<std::string_view> names;
  if (first_row != 1 || table.size() == 0) return names;
  for (std::size_t c = 0; c < table.width(0); ++c) {
    if (table.cell(0, c).empty() || !names.insert(table.cell(0, c)).second) return {};
  }
  return names;
}

/// The first of the blank records and titles above `header`, if a blank one is among them.
std::size_t end_above(const Table& table, std::size_t header, std::size_t first_row) {
  std::size_t end = header;
  for (std::size_t r = header; r > first_row && (is_blank(table, r - 1) || is_note(table, r - 1)); --r) {
    if (is_blank(table, r - 1)) end = r - 1;
  }
  return end;
}

}  // namespace

std::optional<SecondTable> second_table(const Records& records, std::size_t width, std::size_t first_row) {
  const Table table(records, width);
  const std::unordered_set<std::string_view> names = names_of(table, first_row);
  int looks = 0;
  for (std::size_t r = first_row + 1; r + 1 < table.size() && looks < kMostLooks; ++r) {
    if (reorders_names(table, names, r)) return SecondTable{end_above(table, r, first_row), r};
    const bool parted = is_blank(table, r - 1) || is_note(table, r - 1);
    if (!parted && table.width(r) == table.width(r - 1)) continue;
    if (table.is_comment(r) || !is_words(table, r) || table.are_alike(r, 0)) continue;
    ++looks;
    const std::size_t below = end_above(table, r, first_row);
    if (below > first_row && names_own_rows(records, table, r, below < r)) return SecondTable{below, r};
  }
  return std::nullopt;
}

std::size_t width_of_table_above(const Records& records, std::size_t width, std::size_t below) {
  constexpr std::size_t kFewestColumns = 3, kFewestRows = 2;
  const Table all(records, width);
  std::size_t r = 0;
  while (r < below && (all.width(r) < kFewestColumns || all.cell(r, 0).starts_with('#') || is_blank(all, r))) ++r;
  if (r >= below || all.width(r) == width || !is_words(all, r)) return 0;
  const Table table(records, all.width(r));
  const std::vector<BodyColumn> body = table.body(r + 1, r);
  const bool typed = std::any_of(body.begin(), body.end(), [](const BodyColumn& column) { return column.typed(); });
  if (!typed || header_evidence(table, r, body) < kPlain) return 0;
  std::size_t rows = 0, end = r + 1;
  for (; end < below && !is_blank(table, end); ++end) rows += table.width(end) == table.width();
  return end < below && rows >= kFewestRows && rows * 2 > end - r - 1 ? table.width() : 0;
}

}  // namespace pegel::csv
