#include "table/header_hint.h"

#include <algorithm>
#include <array>

#include "table/lexical.h"

namespace pegel::table {
namespace {

constexpr std::array<std::string_view, 33> kIdWords = {
    "id",  "ids",      "nr",           "no",    "number",  "nummer",   "num", "code",      "key",      "plz",
    "zip", "postcode", "postleitzahl", "phone", "telefon", "telefoon", "tel", "mobile",    "fax",      "sku",
    "ean", "gtin",     "isbn",         "iban",  "uuid",    "guid",     "ref", "reference", "referenz", "referentie",
    "#",   "կոդ",      "համար"};
constexpr std::array<std::string_view, 16> kIdEndings = {
    "nummer",    "nr",     "kennung", "code",     "orderid",  "userid",   "customerid", "productid",
    "accountid", "dealid", "leadid",  "ticketid", "clientid", "kundenid", "klantid",    "contactid"};

constexpr std::array<std::string_view, 29> kDateWords = {
    "date",      "datum",       "day",         "tag",     "dag",      "time",        "zeit",     "tijd",
    "timestamp", "zeitstempel", "tijdstempel", "created", "closed",   "updated",     "modified", "since",
    "seit",      "due",         "start",       "end",     "erstellt", "geschlossen", "gesloten", "at",
    "on",        "am",          "op",          "ամսաթիվ", "ժամ"};
constexpr std::array<std::string_view, 6> kDateEndings = {"date", "datum", "zeit", "tijd", "time", "timestamp"};
constexpr std::array<std::string_view, 20> kDurationWords = {
    "minutes",  "minuten", "min",  "mins", "hours", "stunden",  "uren",  "hrs",  "seconds", "sekunden",
    "seconden", "sec",     "days", "tage", "dagen", "duration", "dauer", "duur", "amount",  "count"};
constexpr std::array<std::string_view, 3> kYearEndings = {"year", "jahr", "jaar"};
constexpr std::array<std::string_view, 7> kMonthWords = {"month",   "monat",     "maand", "period",
                                                         "periode", "yearmonth", "ամիս"};
constexpr std::array<std::string_view, 29> kAmountWords = {
    "amount", "betrag", "bedrag", "umsatz",   "omzet",  "revenue", "price", "preis", "prijs",    "cost",
    "costs",  "kosten", "summe",  "som",      "sum",    "sales",   "qty",   "menge", "quantity", "anzahl",
    "aantal", "total",  "gesamt", "dealwert", "գումար", "գին",     "քանակ", "արժեք", "dealvalue"};
constexpr std::array<std::string_view, 9> kAmountEndings = {"betrag", "bedrag", "umsatz",  "omzet",  "preis",
                                                            "prijs",  "swert",  "swaarde", "volumen"};
constexpr std::array<std::string_view, 25> kFlagWords = {
    "won",    "lost",    "closed",     "converted", "active",      "deleted",  "escalated", "finished",    "returned",
    "return", "bounced", "subscribed", "qualified", "flag",        "gewonnen", "verloren",  "geschlossen", "gesloten",
    "aktiv",  "actief",  "beendet",    "storniert", "geannuleerd", "retour",   "completed"};
constexpr std::array<std::string_view, 7> kFlagOpeners = {"is", "has", "was", "ist", "hat", "heeft", "did"};

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
template <class Words>
bool ends_in_one_of(const Words& endings, std::string_view word) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}
template <class Words>
bool any_of(const std::vector<std::string>& words, const Words& list) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return is_one_of(list, word); });
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::vector<std::string> header_words(std::string_view header) {
  std::vector<std::string> words;
  std::string_view rest = header;
  while (!rest.empty()) {
    std::size_t length = 0;
    while (length < rest.size() && (is_letter(rest[length]) || is_high(rest[length]))) {
      if (length > 0 && is_capital(rest[length]) && is_small(rest[length - 1])) break;
      ++length;
    }
    if (length > 0) {
      words.emplace_back(Folded(rest.substr(0, length)).view());
    } else if (rest.front() == '#') {
      words.emplace_back("#");
    }
    rest.remove_prefix(length == 0 ? 1 : length);
  }
  return words;
}

HeaderHint hint_of(std::string_view header) {
  HeaderHint hint;
  const auto words = header_words(header);
  if (words.empty()) return hint;
  const std::string& last = words.back();
  const bool duration = any_of(words, kDurationWords);
  hint.id = is_one_of(kIdWords, last) || ends_in_one_of(kIdEndings, last) || words.front() == "id";
  hint.date = !duration && (any_of(words, kDateWords) || std::any_of(words.begin(), words.end(), [](const auto& word) {
                              return ends_in_one_of(kDateEndings, word);
                            }));
  hint.year = !duration && (ends_in_one_of(kYearEndings, last) || last == "fy" || last == "տարի");
  hint.month = !duration && any_of(words, kMonthWords);
  hint.amount = !hint.id && !hint.date && (any_of(words, kAmountWords) || ends_in_one_of(kAmountEndings, last));
  hint.flag = is_one_of(kFlagOpeners, words.front()) || is_one_of(kFlagWords, last) || header.ends_with('?');
  return hint;
}

}  // namespace pegel::table
