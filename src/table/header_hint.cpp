#include "table/header_hint.h"

#include <algorithm>
#include <array>

#include "table/currency.h"
#include "table/lexical.h"

namespace pegel::table {
namespace {

constexpr std::array<std::string_view, 36> kIdWords = {
    "id",  "ids",      "nr",           "no",    "number",  "nummer",   "num", "code",      "key",      "plz",
    "zip", "postcode", "postleitzahl", "phone", "telefon", "telefoon", "tel", "mobile",    "fax",      "sku",
    "ean", "gtin",     "isbn",         "iban",  "uuid",    "guid",     "ref", "reference", "referenz", "referentie",
    "#",   "կոդ",      "համար",        "mobil", "handy",   "mobiel"};
constexpr std::array<std::string_view, 16> kIdEndings = {
    "nummer",    "nr",     "kennung", "code",     "orderid",  "userid",   "customerid", "productid",
    "accountid", "dealid", "leadid",  "ticketid", "clientid", "kundenid", "klantid",    "contactid"};

constexpr std::array<std::string_view, 13> kDateWords = {
    "date",      "datum", "timestamp",  "zeitstempel", "tijdstempel", "ամսաթիվ",    "birthday",
    "birthdate", "dob",   "geburtstag", "geboren",     "verjaardag",  "geboortedag"};
constexpr std::array<std::string_view, 3> kDateEndings = {"date", "datum", "timestamp"};
constexpr std::array<std::string_view, 3> kNoDates = {"candidate", "mandate", "update"};
// In front of a date they say of when an amount is: "Revenue to date".
constexpr std::array<std::string_view, 10> kUpTo = {"to", "tot", "bis", "at", "on", "op", "zum", "per", "by", "am"};
constexpr std::array<std::string_view, 18> kEventWords = {
    "day",   "tag",  "dag", "created", "closed", "updated",  "update",      "modified", "since",
    "sinds", "seit", "due", "start",   "end",    "erstellt", "geschlossen", "gesloten", "ended"};
constexpr std::array<std::string_view, 6> kPastWords = {"since", "seit", "sinds", "dob", "verjaardag", "ծննդյան"};
constexpr std::array<std::string_view, 4> kPastStarts = {"birth", "geburt", "geboor", "geboren"};
constexpr std::array<std::string_view, 4> kAtWords = {"at", "on", "am", "op"};
constexpr std::array<std::string_view, 4> kTimeWords = {"time", "zeit", "tijd", "ժամ"};
constexpr std::array<std::string_view, 3> kTimeEndings = {"zeit", "tijd", "time"};
constexpr std::array<std::string_view, 20> kDurationWords = {
    "minutes",  "minuten", "min",  "mins", "hours", "stunden",  "uren",  "hrs",  "seconds", "sekunden",
    "seconden", "sec",     "days", "tage", "dagen", "duration", "dauer", "duur", "amount",  "count"};
constexpr std::array<std::string_view, 3> kYearEndings = {"year", "jahr", "jaar"};
// A year told from others names the amounts below, and is not told by them.
constexpr std::array<std::string_view, 15> kWhichYear = {"this",    "last",      "previous", "prior",   "next",
                                                         "current", "dieses",    "letztes",  "voriges", "laufendes",
                                                         "vorig",   "afgelopen", "dit",      "vorjahr", "lopend"};
constexpr std::array<std::string_view, 7> kMonthWords = {"month",   "monat",     "maand", "period",
                                                         "periode", "yearmonth", "ամիս"};
constexpr std::array<std::string_view, 11> kWeekWords = {
    "kw", "cw", "wk", "week", "weeks", "woche", "kalenderwoche", "weeknr", "weeknummer", "isoweek", "շաբաթ"};
constexpr std::array<std::string_view, 2> kWeekEndings = {"woche", "week"};
constexpr std::array<std::string_view, 6> kSeasonWords = {"saison",    "season",   "seizoen",
                                                          "spielzeit", "jahrgang", "սեզոն"};
constexpr std::array<std::string_view, 22> kDocumentWords = {
    "rechnung", "beleg",        "auftrag", "angebot",    "bestellung", "lieferschein", "gutschrift", "vertrag",
    "vorgang",  "aktenzeichen", "projekt", "project",    "invoice",    "order",        "quote",      "contract",
    "ticket",   "case",         "factuur", "bestelling", "offerte",    "հաշիվ"};
constexpr std::array<std::string_view, 29> kAmountWords = {
    "amount", "betrag", "bedrag", "umsatz",   "omzet",  "revenue", "price", "preis", "prijs",    "cost",
    "costs",  "kosten", "summe",  "som",      "sum",    "sales",   "qty",   "menge", "quantity", "anzahl",
    "aantal", "total",  "gesamt", "dealwert", "գումար", "գին",     "քանակ", "արժեք", "dealvalue"};
constexpr std::array<std::string_view, 9> kAmountEndings = {"betrag", "bedrag", "umsatz",  "omzet",  "preis",
                                                            "prijs",  "swert",  "swaarde", "volumen"};
constexpr std::array<std::string_view, 32> kMoneyWords = {
    "amount", "betrag",   "bedrag",   "umsatz",   "omzet",     "revenue",  "revenues", "cost",
    "costs",  "kosten",   "sales",    "budget",   "spend",     "profit",   "gewinn",   "winst",
    "income", "turnover", "expenses", "ausgaben", "einnahmen", "uitgaben", "saldo",    "balance",
    "ebit",   "ebitda",   "arr",      "mrr",      "bookings",  "cash",     "գումար",   "verkäufe"};
constexpr std::array<std::string_view, 7> kMoneyEndings = {"betrag", "bedrag", "umsatz", "omzet",
                                                           "kosten", "ertrag", "erlös"};
// What else is measured or counted; cells below may say anything.
constexpr std::array<std::string_view, 60> kMeasureWords = {
    "stock",       "bestand",   "voorraad",  "lager",   "inventory", "balance",    "saldo",    "spend",     "spent",
    "budget",      "value",     "wert",      "waarde",  "deals",     "units",      "orders",   "leads",     "calls",
    "tickets",     "cases",     "customers", "members", "users",     "visits",     "visitors", "clicks",    "views",
    "impressions", "sessions",  "stück",     "stk",     "kunden",    "mitglieder", "aufträge", "verkäufe",  "einheiten",
    "anrufe",      "klanten",   "eenheden",  "stuks",   "leden",     "backlog",    "pipeline", "headcount", "volume",
    "volumen",     "profit",    "gewinn",    "winst",   "margin",    "marge",      "turnover", "income",    "expenses",
    "ausgaben",    "einnahmen", "uitgaben",  "points",  "punkte",    "մնացորդ"};
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

template <class Words>
bool any_ends(const std::vector<std::string>& words, const Words& endings) {
  return std::any_of(words.begin(), words.end(), [&](const auto& word) { return ends_in_one_of(endings, word); });
}

bool is_measure(const std::vector<std::string>& words) {
  return any_of(words, kAmountWords) || any_of(words, kMeasureWords) || any_ends(words, kAmountEndings);
}

bool names_date(const std::vector<std::string>& words, bool measure) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool ends = ends_in_one_of(kDateEndings, words[i]) && !is_one_of(kNoDates, words[i]);
    const bool up_to = measure && i > 0 && is_one_of(kUpTo, words[i - 1]);
    if (!up_to && (ends || is_one_of(kDateWords, words[i]))) return true;
  }
  return false;
}

/// "Closed on", but not "Stock on hand", "Members at 31.12.2025".
bool names_event(const std::vector<std::string>& words, std::string_view header) {
  return any_of(words, kEventWords) || (is_one_of(kAtWords, words.back()) && !is_digit(header.back()));
}

bool names_time(const std::vector<std::string>& words) {
  return any_of(words, kTimeWords) || any_of(words, kAtWords) || any_ends(words, kTimeEndings);
}

bool names_past(const std::vector<std::string>& words) {
  const auto starts = [](const std::string& word) {
    return std::any_of(kPastStarts.begin(), kPastStarts.end(), [&](auto start) { return word.starts_with(start); });
  };
  return any_of(words, kPastWords) || std::any_of(words.begin(), words.end(), starts);
}

bool names_year(const std::vector<std::string>& words) {
  const std::string& last = words.back();
  if (any_of(words, kWhichYear) || last.ends_with("vorjahr")) return false;
  return ends_in_one_of(kYearEndings, last) || last == "fy" || last == "տարի";
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
  const bool measure = is_measure(words);
  hint.date = !duration && names_date(words, measure);
  hint.event = !duration && !measure && names_event(words, trim(header));
  hint.time = !duration && !measure && names_time(words);
  hint.year = !duration && !measure && names_year(words);
  hint.month = !duration && any_of(words, kMonthWords);
  hint.past = names_past(words);
  hint.week = any_of(words, kWeekWords) || any_ends(words, kWeekEndings);
  hint.season = any_of(words, kSeasonWords) || names_year(words);
  hint.document = ends_in_one_of(kDocumentWords, last);
  hint.measure = measure && !hint.date;
  hint.amount = !hint.id && !hint.date && (any_of(words, kAmountWords) || ends_in_one_of(kAmountEndings, last));
  hint.flag = is_one_of(kFlagOpeners, words.front()) || is_one_of(kFlagWords, last) || header.ends_with('?');
  return hint;
}

bool names_money(std::string_view header) {
  const auto words = header_words(header);
  if (any_of(words, kMoneyWords) || any_ends(words, kMoneyEndings) || !currency_in(header).empty()) return true;
  return std::any_of(currency_signs().begin(), currency_signs().end(),
                     [&](const CurrencyName& sign) { return header.find(sign.text) != std::string_view::npos; });
}

}  // namespace pegel::table
