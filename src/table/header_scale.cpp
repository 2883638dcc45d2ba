#include "table/header_scale.h"

#include <algorithm>
#include <array>

#include "table/currency.h"
#include "table/lexical.h"

namespace pegel::table {
namespace {

struct Power {
  std::string_view word;
  int power;
};

constexpr std::array<Power, 36> kWords = {{
    {"tsd", 3},       {"tds", 3},        {"dzd", 3},     {"tausend", 3},   {"thousand", 3}, {"thousands", 3},
    {"duizend", 3},   {"duizenden", 3},  {"հազ", 3},     {"հազար", 3},     {"'000", 3},     {"'000s", 3},
    {"000s", 3},      {"x1000", 3},      {"mio", 6},     {"mln", 6},       {"mn", 6},       {"million", 6},
    {"millions", 6},  {"millionen", 6},  {"miljoen", 6}, {"miljoenen", 6}, {"մլն", 6},      {"միլիոն", 6},
    {"mrd", 9},       {"mlrd", 9},       {"mld", 9},     {"bn", 9},        {"billion", 9},  {"billions", 9},
    {"milliarde", 9}, {"milliarden", 9}, {"miljard", 9}, {"miljarden", 9}, {"մլրդ", 9},     {"միլիարդ", 9},
}};
constexpr std::array<std::string_view, 4> kRates = {"per", "pro", "je", "cpm"};
constexpr std::string_view kBetween = " \t()[]/,;:_";

/// Of the letter that stands before a currency ("T€", "kEUR"), or after its sign ("$k", "£m").
int power_of(char letter, bool after_sign) {
  if (letter == 'T' || letter == 'k' || letter == 'K') return 3;
  return letter == 'M' || (after_sign && letter == 'm') ? 6 : 0;
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

int power_with_currency(std::string_view word) {
  if (word.size() < 2) return 0;
  const std::string_view behind = word.substr(1);
  const bool named =
      currency_word(behind).length == behind.size() && std::none_of(behind.begin(), behind.end(), is_small);
  if (named) return power_of(word.front(), false);
  const std::string_view sign = word.substr(0, word.size() - 1);
  return currency_sign_at_front(sign).length == sign.size() ? power_of(word.back(), true) : 0;
}

int power_of(std::string_view word) {
  while (word.ends_with('.')) word.remove_suffix(1);
  const Folded folded(word);
  const auto* known = std::find_if(kWords.begin(), kWords.end(), [&](const Power& p) { return folded == p.word; });
  return known != kWords.end() ? known->power : power_with_currency(word);
}

}  // namespace

int power_in(std::string_view header) {
  int found = 0;
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t end = std::min(header.find_first_of(kBetween, at), header.size());
    const std::string_view word = header.substr(at, end - at);
    at = end + 1;
    const Folded folded(word);
    if (std::any_of(kRates.begin(), kRates.end(), [&](std::string_view rate) { return folded == rate; })) return 0;
    if (found == 0 && !word.empty()) found = power_of(word);
  }
  return found;
}

}  // namespace pegel::table
