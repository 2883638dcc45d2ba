#include "csv/header_finder.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "csv/header_evidence.h"
#include "csv/table_body.h"

namespace pegel::csv {
namespace {

/// Preambles are looked for in so many records.
constexpr std::size_t kLongestPreamble = 100;

// ---- what belongs to a header -------------------------------------------------------------------

bool names_every_column(const Table& table, std::size_t r) {
  std::unordered_set<std::string_view> names;
  for (std::size_t c = 0; c < table.width(); ++c) {
    const std::string_view cell = table.cell(r, c);
    if (cell.empty() || !names.insert(cell).second) return false;
  }
  return true;
}

/// Names or units under the header: words over at least two columns of numbers or days, a value over none.
bool continues_header(const Table& table, std::size_t r, const std::vector<BodyColumn>& body) {
  std::size_t words = 0;
  std::size_t typed = 0;
  for (std::size_t c = 0; c < table.width(); ++c) {
    const std::string_view cell = table.cell(r, c);
    if (!body[c].typed()) {
      if (!cell.empty() && body[c].values.count(cell) > 0) return false;
      continue;
    }
    ++typed;
    const CellKind kind = kind_of(cell);
    if (kind == CellKind::number || kind == CellKind::date) return false;
    words += cell.empty() ? 0 : 1;
  }
  return words >= 2 && words * 2 >= typed;
}

/// Names under groups of them (row `header`, with gaps): a different word for every column, or a year.
bool names_below_groups(const Table& table, std::size_t header, std::size_t r, const std::vector<BodyColumn>& body) {
  if (table.filled(header) == table.width() || !names_every_column(table, r)) return false;
  for (std::size_t c = 0; c < table.width(); ++c) {
    const std::string_view cell = table.cell(r, c);
    const CellKind kind = kind_of(cell);
    const bool year = is_year(cell) && body[c].years * 2 < body[c].filled;
    const bool value = body[c].values.count(cell) > 0 || (kind == CellKind::code && body[c].has_shape(shape_of(cell)));
    if (value || kind == CellKind::date || (kind == CellKind::number && !year)) return false;
  }
  return true;
}

/// Years under groups of names: nothing but years behind the first cell, two at least, over columns of other values, and
/// group and year together name every column in its own way.
bool years_below_groups(const Table& table, std::size_t header, std::size_t r, const std::vector<BodyColumn>& body) {
  if (names_every_column(table, header) || table.cell(header, 0).empty()) return false;
  std::set<std::pair<std::string_view, std::string_view>> names;
  std::string_view group;
  std::size_t years = 0;
  for (std::size_t c = 0; c < table.width(); ++c) {
    if (!table.cell(header, c).empty()) group = table.cell(header, c);
    const std::string_view cell = table.cell(r, c);
    if (!names.emplace(group, cell).second) return false;
    if (c == 0) {
      if (!cell.empty() && cell != group) return false;
    } else if (!cell.empty()) {
      if (!is_year(cell) || body[c].years * 2 >= body[c].filled) return false;
      ++years;
    }
  }
  return years >= 2;
}

/// Answers under the questions of a survey: words behind at least two columns that are empty in this record alone, the
/// first among them.
bool names_answers(const Table& table, std::size_t r, const std::vector<BodyColumn>& body, std::size_t rows) {
  std::size_t alone = 0, words = 0;
  for (std::size_t c = 0; c < table.width(); ++c) {
    const std::string_view cell = table.cell(r, c);
    const CellKind kind = kind_of(cell);
    if (kind == CellKind::number || kind == CellKind::date) return false;
    if (kind == CellKind::empty && c == 0 && body[c].filled < rows) return false;
    if (!cell.empty()) ++words;
    if (cell.empty() && words == 0 && body[c].filled >= rows) ++alone;
  }
  return rows >= 3 && alone >= 2 && words >= 1 && table.cell(r, 0).empty();
}

bool is_import_ids(const Table& table, std::size_t r) {
  std::size_t count = 0;
  for (std::size_t c = 0; c < table.width(r); ++c)
    count += table.cell(r, c).starts_with("{\"ImportId\"") || table.cell(r, c).starts_with("{\"\"ImportId\"\"");
  return count > 0 && count * 2 >= table.width(r);
}

// ---- where the table starts ---------------------------------------------------------------------

/// Whether the record fills enough of the table's columns to be a row of it: a title or a note does not.
bool fills_table(const Table& table, std::size_t r) {
  const std::size_t filled = table.filled(r);
  if (filled == 0 || table.is_comment(r)) return false;
  if (table.width() == 1) return !table.cell(r, 0).starts_with('#');
  if (table.cell(r, 0).empty() && table.width(r) == table.width()) return filled * 2 >= table.width() - 1;
  return filled >= 2 && filled * 2 >= table.width();
}

/// Behind the lines at the top that say "Period:" and a value, if a blank one ends them.
std::size_t past_labels(const Table& table, std::size_t from) {
  const auto is_label = [&](std::size_t r) { return table.filled(r) <= 2 && table.cell(r, 0).ends_with(':'); };
  std::size_t r = from;
  while (r < table.size() && is_label(r)) ++r;
  return r > from && r + 1 < table.size() && table.filled(r) == 0 ? r : from;
}

std::size_t first_row(const Table& table, std::size_t start) {
  const std::size_t from = past_labels(table, start);
  const std::size_t stop = std::min(table.size(), from + kLongestPreamble);
  for (std::size_t r = from; r < stop; ++r) {
    if (fills_table(table, r)) return r;
  }
  for (std::size_t r = from; r < stop; ++r) {
    if (table.filled(r) > 0) return r;
  }
  return from;
}

/// Past a block of "name, value" lines in front of the table: a few records of another width or with gaps, then an empty
/// or narrow one, then records that fill the table better.
std::size_t past_key_values(const Table& table, std::size_t start) {
  const auto full = [&](std::size_t r) {
    return table.width(r) == table.width() && table.filled(r) * 10 >= table.width() * 8;
  };
  std::size_t r = start;
  while (r < table.size() && r < start + kLongestPreamble && !full(r)) ++r;
  const bool found = r < table.size() && full(r) && r > start;
  const bool parted = found && !fills_table(table, r - 1);
  return parted && r - start < table.size() - r ? r : start;
}

/// A row of group names (",2025,,2026,") directly above the header belongs to it.
bool is_group_row(const Table& table, std::size_t r) {
  if (table.width(r) != table.width() || table.width() < 3 || table.filled(r) < 2) return false;
  return table.cell(r, 0).empty() && !table.is_comment(r);
}

/// Past a row of group names at the very top, if the row below it names more columns than it does.
std::size_t past_group_row(const Table& table, std::size_t r) {
  if (r + 2 >= table.size() || !is_group_row(table, r) || table.filled(r + 1) <= table.filled(r)) return r;
  return header_evidence(table, r + 1, table.body(r + 2, r + 1)) > 0 ? r + 1 : r;
}

/// Past a title with a year or a day beside it ("Sales report", "2026"), if the row below it names every column.
std::size_t past_title(const Table& table, std::size_t r) {
  if (r + 2 >= table.size() || table.filled(r) < 2 || table.filled(r) == table.width()) return r;
  if (kind_of(table.cell(r, 0)) == CellKind::empty || !names_every_column(table, r + 1)) return r;
  for (std::size_t c = 1; c < table.filled(r); ++c) {
    const CellKind kind = kind_of(table.cell(r, c));
    if (kind != CellKind::number && kind != CellKind::date) return r;
  }
  return header_evidence(table, r + 1, table.body(r + 2, r + 1)) > 0 ? r + 1 : r;
}

/// A header over rows of its own has at least this evidence.
constexpr double kPlain = 1;

/// A record of values of another width than the table's (what a system writes of itself) above one that plainly names the
/// table's columns.
bool names_table_below(const Table& table, std::size_t r) {
  if (r + 2 >= table.size() || table.width(r) == table.width() || table.width(r + 1) != table.width()) return false;
  return header_evidence(table, r + 1, table.body(r + 2, r + 1)) >= kPlain;
}

Guess guess_of(double evidence, std::size_t columns, bool header) {
  const double strength = std::min(1.0, std::abs(evidence) / std::max(1.0, 0.3 * static_cast<double>(columns)));
  Guess guess;
  guess.confidence = 0.55 + 0.45 * strength;
  guess.runner_up = header ? "no header" : "header";
  if (header) {
    guess.reason = evidence > 0 ? "its cells are words unlike the values below" : "nothing speaks against a header";
  } else {
    guess.reason = "its cells are values like those below";
  }
  return guess;
}

std::size_t most_filled(const std::vector<BodyColumn>& body) {
  std::size_t most = 0;
  for (const BodyColumn& column : body) most = std::max(most, column.filled);
  return most;
}

/// Rows under the header that are not data, and whether they belong to the names.
void find_lower_header(const Table& table, std::size_t header, const std::vector<BodyColumn>& body,
                       HeaderFound& found) {
  const std::size_t stop = std::min(table.size(), header + 4);
  for (std::size_t r = header + 1; r < stop; ++r) {
    if (is_import_ids(table, r)) {
      found.skip_after_header = static_cast<int>(r - header);
      found.guess = Guess{1, "a row of import ids ends it", ""};
      return;
    }
  }
  std::size_t r = header + 1;
  while (r < stop && table.filled(r) > 0 && table.are_alike(header, r)) ++r;
  found.header_rows += static_cast<int>(r - header) - 1;
  const std::size_t first = r;
  const std::size_t rows = most_filled(body);
  const bool names =
      r + 2 < table.size() && (names_below_groups(table, header, r, body) ||
                               years_below_groups(table, header, r, body) || names_answers(table, r, body, rows));
  if (names) ++r;
  while (r < stop && r + 2 < table.size() && continues_header(table, r, body)) ++r;
  const int more = static_cast<int>(r - first);
  if (names_every_column(table, header)) {
    found.skip_after_header = more;
  } else {
    found.header_rows += more;
  }
}

HeaderFound only_record(const Table& table, std::size_t r) {
  std::size_t values = 0;
  for (std::size_t c = 0; c < table.width(r); ++c) {
    const CellKind kind = kind_of(table.cell(r, c));
    values += kind == CellKind::number || kind == CellKind::date;
  }
  HeaderFound found;
  found.skip_rows = static_cast<int>(r);
  found.header_rows = values == 0 ? 1 : 0;
  found.guess = Guess{0.6, "the only record", values == 0 ? "no header" : "header"};
  return found;
}

}  // namespace

HeaderFound find_header(const Records& records, std::size_t width, std::size_t from) {
  const Table table(records, width);
  HeaderFound found;
  if (from >= table.size()) {
    found.skip_rows = static_cast<int>(from);
    found.guess.reason = "there are no records";
    return found;
  }
  std::size_t header = past_title(table, past_group_row(table, past_key_values(table, first_row(table, from))));
  if (header + 1 >= table.size()) return only_record(table, header);

  // A second and third header row would blur a short body.
  const std::size_t rows_below = table.size() - header - 1;
  std::vector<BodyColumn> body = table.body(header + (rows_below >= 4 ? 3 : 1), header);
  double evidence = header_evidence(table, header, body);
  if (evidence < kPlain && names_table_below(table, header)) {
    ++header;
    body = table.body(header + (rows_below >= 5 ? 3 : 1), header);
    evidence = header_evidence(table, header, body);
  }
  found.header_rows = evidence >= 0 ? 1 : 0;
  found.guess = guess_of(evidence, width, evidence >= 0);
  if (found.header_rows == 1) {
    find_lower_header(table, header, body, found);
    if (header > from && is_group_row(table, header - 1)) {
      --header;
      ++found.header_rows;
    }
  }
  found.skip_rows = static_cast<int>(header);
  return found;
}

}  // namespace pegel::csv
