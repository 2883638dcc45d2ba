#include "table/total_row.h"

#include <algorithm>
#include <array>

#include "table/currency.h"
#include "table/lexical.h"
#include "table/written_number.h"

namespace pegel::table {
namespace {

constexpr std::array<std::string_view, 41> kTotalWords = {"total",
                                                          "totals",
                                                          "grand total",
                                                          "grand totals",
                                                          "sum",
                                                          "subtotal",
                                                          "sub-total",
                                                          "subtotals",
                                                          "summe",
                                                          "summen",
                                                          "gesamt",
                                                          "gesamtsumme",
                                                          "gesamtergebnis",
                                                          "insgesamt",
                                                          "zwischensumme",
                                                          "totaal",
                                                          "eindtotaal",
                                                          "subtotaal",
                                                          "som",
                                                          "totale",
                                                          "ընդամենը",
                                                          "ընդհանուր",
                                                          "average",
                                                          "durchschnitt",
                                                          "mittelwert",
                                                          "gemiddelde",
                                                          "übertrag",
                                                          "endsumme",
                                                          "gesamtbetrag",
                                                          "gesamt netto",
                                                          "gesamt brutto",
                                                          "gemiddeld",
                                                          "գումարը",
                                                          "գումար",
                                                          "ընդհանուր գումար",
                                                          "հանրագումար",
                                                          "total general",
                                                          "total général",
                                                          "anfangssaldo",
                                                          "endsaldo",
                                                          "σ"};
/// In front of the name of what they add up: "Summe Nord". "Total" also begins names of companies.
constexpr std::array<std::string_view, 8> kTotalOpeners = {"summe",     "zwischensumme",  "gesamtsumme", "subtotal",
                                                           "sub-total", "gesamtergebnis", "totaal",      "subtotaal"};
/// Behind it: "North Total", "Nord Ergebnis".
constexpr std::array<std::string_view, 6> kTotalEndings = {"total", "totals",   "subtotal",
                                                           "summe", "ergebnis", "totaal"};

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), Folded(trim(word)).view()) != words.end();
}

/// Stars around it are decoration; alone they mark the sums of SAP's lists.
std::string_view without_stars(std::string_view trimmed) {
  const auto first = trimmed.find_first_not_of('*');
  if (first == trimmed.npos) return {};
  return trim(trimmed.substr(first, trimmed.find_last_not_of('*') + 1 - first));
}

bool says_total(std::string_view trimmed) {
  std::string_view words = without_stars(trimmed);
  if (words.empty()) return true;
  for (const std::string_view mark : {":", "՝", "։", " ("}) words = words.substr(0, words.find(mark));
  if (is_one_of(kTotalWords, words)) return true;
  const auto last = words.rfind(' ');
  return last != words.npos && currency_word(words.substr(last + 1)).length == words.size() - last - 1 &&
         is_one_of(kTotalWords, words.substr(0, last));
}

/// "Total for Alpha Ltd", "Summe für Nord": no company's name begins so.
bool opens_total(std::string_view trimmed) {
  constexpr std::array<std::string_view, 5> kOpeners = {"total for ", "summe für ", "gesamt für ", "totaal voor ",
                                                        "totaal van "};
  const Folded start(trimmed.substr(0, std::min<std::size_t>(trimmed.size(), 12)));
  return std::any_of(kOpeners.begin(), kOpeners.end(),
                     [&](std::string_view opener) { return start.view().starts_with(opener); });
}

/// A total's word beside the name of what is added up.
bool names_a_total(std::string_view trimmed) {
  const std::string_view words = without_stars(trimmed);
  const auto last = words.rfind(' ');
  if (last == words.npos) return false;
  return is_one_of(kTotalOpeners, words.substr(0, words.find(' '))) || is_one_of(kTotalEndings, words.substr(last + 1));
}

/// Whether the cell ends like one of kTotalEndings.
bool may_end_in_total(std::string_view cell) {
  const char last = static_cast<char>(cell.back() | 0x20);
  const char before = static_cast<char>(cell[cell.size() - 2] | 0x20);
  return (last == 'l' && before == 'a') || (last == 's' && (before == 'l' || before == 'i')) ||
         (last == 'e' && before == 'm') || cell.back() == ' ';
}

}  // namespace

bool may_say_total(std::string_view cell) {
  if (cell.starts_with('*')) return true;
  if (cell.size() < 3) return false;
  const auto small = [&](std::size_t i) { return static_cast<char>(cell[i] | 0x20); };
  if (is_high(cell[0]) || cell[0] <= ' ' || may_end_in_total(cell)) return true;
  switch (small(0)) {
    case 't':
    case 's':
      return small(1) == 'o' || small(1) == 'u';
    case 'g':
      return small(1) == 'e' || small(1) == 'r';
    case 'i':
      return small(1) == 'n';
    case 'z':
      return small(1) == 'w';
    case 'e':
      return small(1) == 'i' || small(1) == 'n';
    case 'm':
      return small(1) == 'i';
    case 'a':
      return small(1) == 'v' || small(1) == 'n';
    case 'd':
      return small(1) == 'u';
    default:
      return false;
  }
}

bool is_total(Cells& cells, std::size_t record, const Source& source) {
  std::size_t first = 0;
  while (first < cells.width(record) && cells.at(record, first).empty()) ++first;
  const std::string_view label = cells.at(record, first);
  if (!may_say_total(label)) return false;
  const bool alone = says_total(trim(label)) || opens_total(trim(label));
  if (!alone && !names_a_total(trim(label))) return false;
  bool any = false;
  for (std::size_t column = first + 1; column < cells.width(record); ++column) {
    const std::string_view cell = trim(cells.at(record, column));
    if (cell.empty() || is_null_word(cell) || currency_word(cell).length > 0) continue;
    if (!take_apart(cell)) return false;
    any = true;
  }
  const auto has_id = [&](const SourceColumn& column) {
    return column.type == ColumnType::id && static_cast<std::size_t>(column.index) != first &&
           !cells.at(record, column.index).empty();
  };
  const auto lacks_words = [&](const SourceColumn& column) {
    const bool words =
        column.type == ColumnType::text || column.type == ColumnType::category || column.type == ColumnType::boolean;
    return words && static_cast<std::size_t>(column.index) > first && trim(cells.at(record, column.index)).empty();
  };
  const auto& columns = source.columns;
  return any && std::none_of(columns.begin(), columns.end(), has_id) &&
         (alone || std::any_of(columns.begin(), columns.end(), lacks_words));
}

}  // namespace pegel::table
