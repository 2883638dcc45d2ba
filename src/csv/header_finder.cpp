#include "csv/header_finder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "csv/cell_kind.h"

namespace pegel::csv {
namespace {

using namespace std::string_view_literals;

/// Preambles are looked for in so many records.
constexpr std::size_t kLongestPreamble = 100;
/// Body cells looked at, and the least number of rows.
constexpr std::size_t kCells = 200'000;
constexpr std::size_t kFewestRows = 20;

/// Words that name columns in exports, lower case: one of them as a word of a cell speaks for a header.
const std::unordered_set<std::string_view>& header_words() {
  static const std::unordered_set<std::string_view> words = {
      "id",      "ids",       "key",         "uuid",       "name",        "names",        "date",        "datum",
      "day",     "tag",       "dag",         "week",       "woche",       "month",        "monat",       "maand",
      "year",    "jahr",      "jaar",        "quarter",    "quartal",     "kwartaal",     "time",        "zeit",
      "tijd",    "timestamp", "created",     "updated",    "closed",      "amount",       "betrag",      "bedrag",
      "umsatz",  "omzet",     "sales",       "revenue",    "value",       "wert",         "waarde",      "price",
      "preis",   "prijs",     "cost",        "kosten",     "currency",    "währung",      "valuta",      "total",
      "summe",   "totaal",    "quantity",    "qty",        "menge",       "anzahl",       "aantal",      "count",
      "status",  "stage",     "phase",       "fase",       "state",       "type",         "typ",         "soort",
      "kind",    "category",  "kategorie",   "categorie",  "group",       "gruppe",       "groep",       "class",
      "region",  "regio",     "country",     "land",       "city",        "stadt",        "stad",        "ort",
      "plaats",  "street",    "straße",      "straat",     "address",     "adresse",      "adres",       "zip",
      "plz",     "postcode",  "email",       "e-mail",     "mail",        "phone",        "telefon",     "telefoon",
      "url",     "company",   "firma",       "bedrijf",    "account",     "customer",     "kunde",       "klant",
      "client",  "contact",   "kontakt",     "owner",      "besitzer",    "eigenaar",     "user",        "benutzer",
      "partner", "vendor",    "supplier",    "lieferant",  "product",     "produkt",      "item",        "artikel",
      "sku",     "order",     "auftrag",     "bestellung", "bestelling",  "invoice",      "rechnung",    "factuur",
      "deal",    "lead",      "opportunity", "campaign",   "kampagne",    "channel",      "kanal",       "kanaal",
      "source",  "quelle",    "bron",        "medium",     "number",      "nummer",       "no",          "nr",
      "code",    "title",     "titel",       "label",      "description", "beschreibung", "bezeichnung", "omschrijving",
      "comment", "kommentar", "note",        "notes",      "notiz",       "score",        "rating",      "question",
      "frage",   "vraag",     "answer",      "antwort",    "antwoord",    "response",     "gender",      "age",
      "alter",   "first",     "last",        "vorname",    "nachname",    "voornaam",     "achternaam",  "naam",
      "team",    "store",     "filiale",     "անուն",      "ամսաթիվ",     "գումար",       "կարգավիճակ",  "քաղաք",
      "երկիր",   "քանակ",     "գին",         "հաճախորդ",   "պատվեր"};
  return words;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

/// The words of a name: parted by anything that is no letter, and where a capital follows a small letter.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  char before = '\0';
  for (const char c : name) {
    const bool small = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 || c == '-';
    const bool capital = c >= 'A' && c <= 'Z';
    const bool after_small = before >= 'a' && before <= 'z';
    if ((!small && !capital) || (capital && after_small)) words.emplace_back();
    if (small || capital) words.back() += c;
    before = c;
  }
  for (std::string& word : words) word = lower(word);
  return words;
}

bool has_header_word(std::string_view cell) {
  if (cell.size() > 60) return false;
  const std::vector<std::string> words = words_of(cell);
  return std::any_of(words.begin(), words.end(), [](const std::string& w) { return header_words().count(w) > 0; });
}

/// "AB-0012" -> "A-9": runs of letters and digits as one sign each.
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

bool is_year(std::string_view cell) {
  return cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20")) &&
         cell.find_first_not_of("0123456789") == cell.npos;
}

// ---- the table below a header -------------------------------------------------------------------

struct BodyColumn {
  std::size_t filled = 0;
  std::size_t numbers = 0;
  std::size_t dates = 0;
  std::size_t codes = 0;
  std::size_t years = 0;
  std::unordered_set<std::string_view> values;
  std::unordered_map<std::string, std::size_t> shapes;

  bool mostly(std::size_t count) const { return filled > 0 && count * 10 >= filled * 8; }
  bool typed() const { return mostly(numbers + dates); }
  bool repeats() const { return filled >= 4 && values.size() * 2 <= filled; }
  bool has_shape(const std::string& shape) const {
    const auto found = shapes.find(shape);
    return found != shapes.end() && found->second * 2 >= filled;
  }
};

class Table {
 public:
  Table(const Records& records, std::size_t width) : records_(records), width_(width) {}

  std::size_t width() const { return width_; }
  std::size_t size() const { return records_.size(); }
  std::size_t width(std::size_t r) const { return records_.width(r); }
  std::string_view cell(std::size_t r, std::size_t c) const {
    return c < records_.width(r) ? trimmed(records_.raw(records_.at(r, c))) : std::string_view();
  }
  std::size_t filled(std::size_t r) const {
    std::size_t count = 0;
    for (std::size_t c = 0; c < records_.width(r); ++c) count += cell(r, c).empty() ? 0 : 1;
    return count;
  }
  bool is_comment(std::size_t r) const { return records_.width(r) != width_ && cell(r, 0).starts_with('#'); }

  /// What the columns hold from record `from` on; at least kFewestRows rows spread over them, if there are.
  std::vector<BodyColumn> body(std::size_t from) const {
    std::vector<BodyColumn> columns(width_);
    if (from >= size()) return columns;
    const std::size_t rows = std::max(kFewestRows, kCells / width_);
    const std::size_t step = std::max<std::size_t>(1, (size() - from) / rows);
    for (std::size_t r = from; r < size(); r += step) {
      if (records_.width(r) == width_) add_row(r, columns);
    }
    return columns;
  }

 private:
  void add_row(std::size_t r, std::vector<BodyColumn>& columns) const {
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

  const Records& records_;
  std::size_t width_;
};

// ---- is a record a header? ----------------------------------------------------------------------

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

/// Over 0: rather a header; under 0: rather a row of values. About 1 a column where it is plain.
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

bool is_import_ids(const Table& table, std::size_t r) {
  std::size_t count = 0;
  for (std::size_t c = 0; c < table.width(r); ++c)
    count += table.cell(r, c).starts_with("{\"ImportId\"") || table.cell(r, c).starts_with("{\"\"ImportId\"\"");
  return count > 0 && count * 2 >= table.width(r);
}

bool names_every_column(const Table& table, std::size_t r) {
  std::unordered_set<std::string_view> names;
  for (std::size_t c = 0; c < table.width(); ++c) {
    const std::string_view cell = table.cell(r, c);
    if (cell.empty() || !names.insert(cell).second) return false;
  }
  return true;
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

std::size_t first_row(const Table& table, std::size_t from) {
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
  while (r < stop && r + 2 < table.size() && continues_header(table, r, body)) ++r;
  const int more = static_cast<int>(r - header) - 1;
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
  std::size_t header = past_key_values(table, first_row(table, from));
  if (header + 1 >= table.size()) return only_record(table, header);

  // A second and third header row would blur a short body.
  const std::size_t rows_below = table.size() - header - 1;
  const std::vector<BodyColumn> body = table.body(header + (rows_below >= 4 ? 3 : 1));
  const double evidence = header_evidence(table, header, body);
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
