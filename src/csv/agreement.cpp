#include "csv/agreement.h"

#include <map>

#include "csv/cell_kind.h"

namespace pegel::csv {

bool is_blank(const Records& records, std::size_t r) {
  for (std::size_t c = 0; c < records.width(r); ++c) {
    if (!trimmed(records.raw(records.at(r, c))).empty()) return false;
  }
  return true;
}

bool is_comment(const Records& records, std::size_t r) { return records.raw(records.at(r, 0)).starts_with('#'); }

namespace {

/// A title or note above or below the table, one field wide, counts a quarter of a record.
constexpr double kNoteWeight = 0.25;

/// Records of a second table are half as bad as those of any other width.
constexpr double kSecondTable = 0.5;

/// A quote that opens a text without closing it: at the start of the cell, or behind a blank.
bool opens_text(std::string_view cell, char quote) {
  const std::size_t at = cell.rfind(quote);
  if (at == cell.npos || at + 1 == cell.size() || cell[at + 1] == ' ') return false;
  return at == 0 || (quote == '"' && cell[at - 1] == ' ');
}

/// A quote that closes a text without opening it: at the end of the cell, or in front of a blank.
bool closes_text(std::string_view cell, char quote) {
  const std::size_t at = cell.find(quote);
  if (at == cell.npos || at == 0 || cell[at - 1] == ' ') return false;
  return at + 1 == cell.size() || (quote == '"' && cell[at + 1] == ' ');
}

/// Whether a delimiter has torn a text in two that another sort of quotes holds together.
bool is_torn(const Records& records, std::size_t r, char quote) {
  bool open = false;
  for (std::size_t c = 0; c < records.width(r); ++c) {
    const Field& field = records.at(r, c);
    const std::string_view cell = field.quoted ? std::string_view() : trimmed(records.raw(field));
    if (open && closes_text(cell, quote)) return true;
    open = open || opens_text(cell, quote);
  }
  return false;
}

bool tears_text(const Records& records, std::size_t r, char own) {
  const std::size_t begin = records.at(r, 0).begin;
  const std::string_view text = records.text.substr(begin, records.at(r, records.width(r) - 1).end - begin);
  const auto torn = [&](char quote) { return text.find(quote) != text.npos && is_torn(records, r, quote); };
  return torn('"') || (own != '\'' && torn('\''));
}

/// One behind the last record that has several fields.
std::size_t end_of_table(const Records& records) {
  std::size_t end = records.size();
  while (end > 0 && records.width(end - 1) == 1) --end;
  return end;
}

/// Records at the end that have one other width than the table: a second one.
std::size_t second_table(const Records& records, std::size_t width) {
  std::size_t count = 0;
  std::size_t other = 0;
  for (std::size_t r = records.size(); r > 0; --r) {
    if (is_blank(records, r - 1)) continue;
    if (count == 0) other = records.width(r - 1);
    if (records.width(r - 1) != other) break;
    ++count;
  }
  return count >= 2 && other > 1 && other != width ? count : 0;
}

}  // namespace

Agreement agreement_of(const Records& records, char quote) {
  std::map<std::size_t, double> widths;
  Agreement found;
  double sum = 0;
  bool above_table = true;
  const std::size_t end = end_of_table(records);
  for (std::size_t r = 0; r < records.size(); ++r) {
    const std::size_t width = records.width(r);
    if ((width == 1 && is_blank(records, r)) || is_comment(records, r)) continue;
    above_table = above_table && width == 1;
    const double weight = above_table || r >= end ? kNoteWeight : 1;
    widths[width] += tears_text(records, r, quote) ? 0 : weight;
    sum += weight;
    ++found.records;
  }
  double most = 0;
  for (const auto& [width, weight] : widths) {
    if (weight < most) continue;
    most = weight;
    found.width = width;
  }
  sum -= kSecondTable * static_cast<double>(second_table(records, found.width));
  found.share = sum <= 0 ? 0 : most / sum;
  return found;
}

}  // namespace pegel::csv
