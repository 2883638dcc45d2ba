#include "table/currency.h"

#include <algorithm>
#include <array>
#include <string>

#include "table/lexical.h"

namespace pegel::table {
namespace {

// Longer signs before those they end or start with. A bare "$" is taken for the US dollar.
constexpr std::array<CurrencyName, 19> kSigns = {{
    {"US$", "USD"}, {"A$", "AUD"}, {"C$", "CAD"},  {"R$", "BRL"}, {"NZ$", "NZD"}, {"HK$", "HKD"}, {"S$", "SGD"},
    {"€", "EUR"},   {"$", "USD"},  {"£", "GBP"},   {"¥", "JPY"},  {"֏", "AMD"},   {"₽", "RUB"}, {"₺", "TRY"},
    {"₹", "INR"},   {"₴", "UAH"},  {"₾", "GEL"}, {"₸", "KZT"},  {"₪", "ILS"},
}};

constexpr std::array<CurrencyName, 31> kWords = {{
    {"us dollar", "USD"},
    {"us-dollar", "USD"},
    {"u.s. dollar", "USD"},
    {"pound sterling", "GBP"},
    {"british pound", "GBP"},
    {"swiss franc", "CHF"},
    {"schweizer franken", "CHF"},
    {"zwitserse frank", "CHF"},
    {"armenian dram", "AMD"},
    {"euro", "EUR"},
    {"euros", "EUR"},
    {"դր․", "AMD"},
    {"դր.", "AMD"},
    {"դր", "AMD"},
    {"դրամ", "AMD"},
    {"դրամ.", "AMD"},
    {"dram", "AMD"},
    {"fr.", "CHF"},
    {"sfr.", "CHF"},
    {"sfr", "CHF"},
    {"zł", "PLN"},
    {"zl", "PLN"},
    {"kč", "CZK"},
    {"ft", "HUF"},
    {"lei", "RON"},
    {"лв.", "BGN"},
    {"руб.", "RUB"},
    {"руб", "RUB"},
    {"грн", "UAH"},
    {"kr", ""},
    {"kr.", ""},
}};

constexpr std::array<std::string_view, 37> kCodes = {
    "EUR", "USD", "GBP", "CHF", "AMD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN",
    "TRY", "RUB", "UAH", "GEL", "KZT", "JPY", "CNY", "INR", "AUD", "CAD", "NZD", "BRL", "MXN",
    "ZAR", "AED", "SAR", "SGD", "HKD", "ILS", "KRW", "ISK", "THB", "EGP", "MAD"};
// Codes that a header may write in lower case without being read as another word.
constexpr std::array<std::string_view, 5> kPlainCodes = {"eur", "usd", "gbp", "chf", "amd"};

constexpr char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

Currency packed(std::string_view code) {
  const auto letter = [&](std::size_t i) { return Currency{static_cast<unsigned char>(capital(code[i]))}; };
  return letter(0) << 16 | letter(1) << 8 | letter(2);
}

std::string_view code_named(std::string_view word) {
  if (word.size() != 3) return {};
  const char capitals[] = {capital(word[0]), capital(word[1]), capital(word[2])};
  const std::string_view wanted(capitals, 3);
  for (const auto code : kCodes) {
    if (code == wanted) return code;
  }
  return {};
}

bool may_stand_in_a_header(std::string_view word) {
  if (word == code_named(word)) return true;
  for (const auto plain : kPlainCodes) {
    if (Folded(word) == plain) return true;
  }
  return word.size() > 3;
}

}  // namespace

CurrencyMark currency_word(std::string_view word) {
  for (const auto& sign : kSigns) {
    if (word == sign.text) return {word.size(), sign.code};
  }
  if (const auto code = code_named(word); !code.empty()) return {word.size(), code};
  const Folded folded(word);
  for (const auto& known : kWords) {
    if (folded == known.text) return {word.size(), known.code};
  }
  return {};
}

CurrencyMark currency_sign_at_front(std::string_view text) {
  for (const auto& sign : kSigns) {
    if (text.starts_with(sign.text)) return {sign.text.size(), sign.code};
  }
  return {};
}

CurrencyMark currency_sign_at_back(std::string_view text) {
  for (const auto& sign : kSigns) {
    if (text.ends_with(sign.text)) return {sign.text.size(), sign.code};
  }
  return {};
}

Currency currency_of(std::string_view text) {
  if (text.size() == 3 && std::all_of(text.begin(), text.end(), is_letter)) return packed(text);
  const std::string_view whole = currency_word(text).code;  // of several words: "US Dollar"
  const std::string code = whole.empty() ? currency_in(text) : std::string(whole);
  return code.empty() ? 0 : packed(code);
}

namespace {

constexpr Currency kUnknown = 1u << 31;

// FNV-1a: the same in every file and every build.
Currency hash_of(std::string_view word) {
  uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(capital(c))) * 16777619u;
  return hash;
}

}  // namespace

Currency currency_or_unknown(std::string_view word) {
  const std::string_view trimmed = trim(word);
  if (trimmed.empty() || is_null_word(trimmed)) return 0;
  const Currency named = currency_of(trimmed);
  return named != 0 ? named : kUnknown | hash_of(trimmed);
}

bool is_unknown(Currency currency) { return (currency & kUnknown) != 0; }

std::string name_of(Currency currency) {
  if (currency == 0 || is_unknown(currency)) return {};
  return {static_cast<char>(currency >> 16), static_cast<char>(currency >> 8 & 0xFF),
          static_cast<char>(currency & 0xFF)};
}

std::span<const CurrencyName> currency_signs() { return kSigns; }
std::span<const CurrencyName> currency_words() { return kWords; }
std::span<const std::string_view> currency_codes() { return kCodes; }

std::string currency_in(std::string_view text) {
  std::string_view found;
  const auto note = [&](std::string_view code) {
    if (code.empty() || found == code) return true;
    if (!found.empty()) return false;
    found = code;
    return true;
  };
  std::string_view rest = text;
  while (!rest.empty()) {
    if (const auto sign = currency_sign_at_front(rest); sign.length != 0) {
      if (!note(sign.code)) return {};
      rest.remove_prefix(sign.length);
      continue;
    }
    std::size_t length = 0;
    while (length < rest.size() && (is_letter(rest[length]) || is_high(rest[length]))) {
      if (length != 0 && currency_sign_at_front(rest.substr(length)).length != 0) break;
      ++length;
    }
    const std::string_view word = rest.substr(0, length);
    if (may_stand_in_a_header(word) && !note(currency_word(word).code)) return {};
    rest.remove_prefix(length == 0 ? 1 : length);
  }
  return std::string(found);
}

}  // namespace pegel::table
