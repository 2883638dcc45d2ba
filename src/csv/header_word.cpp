#include "csv/header_word.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

namespace pegel::csv {
namespace {

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

}  // namespace

bool has_header_word(std::string_view cell) {
  if (cell.size() > 60) return false;
  const std::vector<std::string> words = words_of(cell);
  return std::any_of(words.begin(), words.end(), [](const std::string& w) { return header_words().count(w) > 0; });
}

}  // namespace pegel::csv
