#include "table/header_scale.h"

#include <algorithm>
#include <array>
#include <vector>

#include "table/currency.h"
#include "table/header_hint.h"
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

constexpr std::array<std::string_view, 4> kTimes = {"in", "x", "×", "*"};

/// Behind a currency: "$k", "USDm", "€bn".
constexpr std::array<Power, 9> kBehind = {
    {{"k", 3}, {"K", 3}, {"mm", 6}, {"MM", 6}, {"m", 6}, {"M", 6}, {"bn", 9}, {"b", 9}, {"B", 9}}};
/// In front of one: "T€", "kEUR", "MM$".
constexpr std::array<Power, 5> kInFront = {{{"T", 3}, {"k", 3}, {"K", 3}, {"MM", 6}, {"M", 6}}};
/// Alone, beside what says that it is money: "Revenue (m)".
constexpr std::array<Power, 6> kAlone = {{{"k", 3}, {"K", 3}, {"m", 6}, {"M", 6}, {"mm", 6}, {"MM", 6}}};

/// A word of a header, and what stands around it.
struct Word {
  std::string_view text;
  bool bracketed;
  bool divides;  ///< a slash leads: "€/1000"
};

std::vector<Word> words_of(std::string_view header) {
  const auto between = [&](std::size_t at) {
    const bool in_number = at > 0 && at + 1 < header.size() && is_digit(header[at - 1]) && is_digit(header[at + 1]);
    return kBetween.find(header[at]) != std::string_view::npos &&
           !(in_number && (header[at] == ',' || header[at] == ' '));
  };
  const auto is_mark = [&](std::size_t at, std::string_view marks) {
    return at < header.size() && marks.find(header[at]) != std::string_view::npos;
  };
  std::vector<Word> words;
  for (std::size_t at = 0; at < header.size(); ++at) {
    if (between(at)) continue;
    const std::size_t first = at;
    while (at < header.size() && !between(at)) ++at;
    words.push_back({header.substr(first, at - first), first > 0 && is_mark(first - 1, "([") && is_mark(at, ")]"),
                     first > 0 && header[first - 1] == '/'});
  }
  return words;
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// "€", "EUR", "Dram"; a code in capitals.
bool is_currency(std::string_view word) {
  return !word.empty() && currency_word(word).length == word.size() && std::none_of(word.begin(), word.end(), is_small);
}

template <class Powers>
int power_in_list(const Powers& powers, std::string_view word) {
  const auto* known = std::find_if(powers.begin(), powers.end(), [&](const Power& p) { return word == p.word; });
  return known == powers.end() ? 0 : known->power;
}

int power_with_currency(std::string_view word) {
  for (const Power& behind : kBehind) {
    if (word.ends_with(behind.word) && is_currency(word.substr(0, word.size() - behind.word.size())))
      return behind.power;
  }
  for (const Power& front : kInFront) {
    if (word.starts_with(front.word) && is_currency(word.substr(front.word.size()))) return front.power;
  }
  return 0;
}

/// Takes `mark` off the start of `text`.
bool take(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

bool take_currency(std::string_view& text) {
  constexpr std::size_t kCode = 3;
  if (const auto sign = currency_sign_at_front(text); sign.length != 0) return take(text, text.substr(0, sign.length));
  return text.size() > kCode && is_currency(text.substr(0, kCode)) && take(text, text.substr(0, kCode));
}

bool take_apostrophe(std::string_view& text) { return take(text, "'") || take(text, "\u2019"); }

/// 3 for "000" and "1.000", 6 for "000000" and "1,000,000", with the one in `one`; 0 for other digits.
int zeros_of(std::string_view text, bool& one) {
  std::size_t zeros = 0;
  one = take(text, "1");
  for (const char c : text) {
    if (c == '0') ++zeros;
    if (c != '0' && c != '.' && c != ',' && c != '\'' && c != ' ') return 0;
  }
  return zeros == 3 || zeros == 6 ? static_cast<int>(zeros) : 0;
}

/// Of "$000", "€'000", "x1000", and of "000" and "1000" behind "in" or "x".
int power_of_zeros(const Word& word, bool times, bool money) {
  std::string_view text = word.text;
  const bool multiplied = times || take(text, "x") || take(text, "×");
  const bool of_currency = take_currency(text);
  const bool marked = take_apostrophe(text) || of_currency;
  while (text.ends_with('s') || text.ends_with('.')) text.remove_suffix(1);
  bool one = false;
  const int power = zeros_of(text, one);
  return multiplied || (!one && (marked || word.bracketed || money)) ? power : 0;
}

int power_of_word(std::string_view word) {
  while (word.ends_with('.')) word.remove_suffix(1);
  const Folded folded(word);
  const auto* known = std::find_if(kWords.begin(), kWords.end(), [&](const Power& p) { return folded == p.word; });
  return known != kWords.end() ? known->power : power_with_currency(word);
}

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
  const Folded folded(word);
  return std::any_of(words.begin(), words.end(), [&](std::string_view each) { return folded == each; });
}

int power_at(const std::vector<Word>& words, std::size_t at, bool money) {
  const Word& word = words[at];
  if (const int power = power_of_word(word.text); power != 0) return power;
  if (word.divides) return 0;
  const std::string_view before = at == 0 ? std::string_view() : words[at - 1].text;
  const std::string_view behind = at + 1 == words.size() ? std::string_view() : words[at + 1].text;
  const bool times = is_one_of(kTimes, before);
  if (const int power = power_of_zeros(word, times, money); power != 0) return power;
  const bool beside = word.bracketed || times || word.text == "MM" || is_currency(before) || is_currency(behind);
  return money && beside ? power_in_list(kAlone, word.text) : 0;
}

}  // namespace

int power_in(std::string_view header) {
  const std::vector<Word> words = words_of(header);
  if (std::any_of(words.begin(), words.end(), [](const Word& word) { return is_one_of(kRates, word.text); })) return 0;
  const bool money = names_money(header);
  int found = 0;
  for (std::size_t at = 0; at < words.size() && found == 0; ++at) found = power_at(words, at, money);
  return found;
}

}  // namespace pegel::table
