#include "table/lexical.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace pegel::table {
namespace {

constexpr bool is_ascii_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// NBSP, the spaces of U+2000 … U+200A, narrow NBSP, and the zero-width marks that spreadsheets leave behind.
constexpr std::array<std::string_view, 16> kUnicodeBlanks = {"\u00A0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
                                                             "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A",
                                                             "\u200B", "\u200E", "\u202F", "\uFEFF"};

constexpr std::array<std::string_view, 35> kNullWords = {
    "null",    "n/a",       "n.a.",     "na",        "nan",    "none",   "nil",          "k.a.",  "k. a.",
    "n.v.",    "-",         "--",       "---",       "\u2013", "\u2014", "(none)",       "#n/v",  "\\n",
    "(null)",  "n. a.",     "n.v.t.",   "nvt",       "tbd",    "?",      "keine angabe", "keine", "geen",
    "unknown", "unbekannt", "onbekend", "(unknown)", "leer",   "empty",  "անհայտ",       "չկա"};
constexpr std::array<std::string_view, 10> kMachineNulls = {"NULL", "null",   "#N/A",    "#NV",    "#NB",
                                                            "#N/B", "(Leer)", "(blank)", "(leeg)", "\\N"};

// Of Excel in English, German and Dutch; #N/A is no value.
constexpr std::array<std::string_view, 17> kErrorWords = {
    "#REF!",  "#DIV/0!",  "#VALUE!",  "#NAME?", "#NUM!",   "#NULL!", "#BEZUG!", "#WERT!", "#ZAHL!",
    "#VERW!", "#DEEL/0!", "#WAARDE!", "#NAAM?", "#GETAL!", "#LEEG!", "#SPILL!", "#CALC!"};

constexpr std::size_t kLongestWord = 12;  // bytes, of null and boolean words

constexpr std::array<BooleanWord, 27> kBooleanWords = {{
    {"true", true},  {"false", false}, {"yes", true},     {"no", false},  {"ja", true},      {"nein", false},
    {"nee", false},  {"wahr", true},   {"falsch", false}, {"waar", true}, {"onwaar", false}, {"այո", true},
    {"ոչ", false},   {"y", true},      {"n", false},      {"j", true},    {"t", true},       {"f", false},
    {"x", true},     {"1", true},      {"0", false},      {"on", true},   {"off", false},    {"ճիշտ", true},
    {"սխալ", false}, {"1.0", true},    {"0.0", false},
}};

constexpr std::array<std::string_view, 9> kPlainFlags = {"true",   "false", "wahr", "falsch", "waar",
                                                         "onwaar", "ճիշտ",  "սխալ", "x"};

template <class Words>
bool holds(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::span<const std::string_view> null_words() { return kNullWords; }
std::span<const std::string_view> machine_nulls() { return kMachineNulls; }
std::span<const BooleanWord> boolean_words() { return kBooleanWords; }

std::size_t blank_at_front(std::string_view text) {
  if (text.empty()) return 0;
  if (!is_high(text.front())) return is_ascii_blank(text.front()) ? 1 : 0;
  for (const auto blank : kUnicodeBlanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::size_t blank_at_back(std::string_view text) {
  if (text.empty()) return 0;
  if (!is_high(text.back())) return is_ascii_blank(text.back()) ? 1 : 0;
  for (const auto blank : kUnicodeBlanks) {
    if (text.ends_with(blank)) return blank.size();
  }
  return 0;
}

std::string_view trim_slowly(std::string_view text) {
  while (const auto blank = blank_at_front(text)) text.remove_prefix(blank);
  while (const auto blank = blank_at_back(text)) text.remove_suffix(blank);
  return text;
}

Folded::Folded(std::string_view word) {
  if (word.size() > kMost) return;
  char before = '\0';
  for (char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    const auto lead = static_cast<unsigned char>(before);
    before = c;
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c + 32);
    } else if (lead == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97) {  // À … Þ
      c = static_cast<char>(byte + 0x20);
    } else if (lead == 0xD4 && byte >= 0xB1 && byte <= 0xBF) {  // Armenian capitals: 0x30 below their small letters
      bytes_[size_ - 1] = static_cast<char>(0xD5);
      c = static_cast<char>(byte - 0x10);
    } else if (lead == 0xD5 && byte >= 0x80 && byte <= 0x8F) {
      c = static_cast<char>(byte + 0x30);
    } else if (lead == 0xD5 && byte >= 0x90 && byte <= 0x96) {
      bytes_[size_ - 1] = static_cast<char>(0xD6);
      c = static_cast<char>(byte - 0x10);
    }
    bytes_[size_++] = c;
  }
}

bool is_null_word(std::string_view trimmed) {
  if (trimmed.empty() || trimmed.size() > kLongestWord || is_digit(trimmed.front())) return false;
  return is_machine_null(trimmed) || holds(kNullWords, Folded(trimmed).view());
}

bool is_error_word(std::string_view trimmed) {
  return trimmed.size() >= 5 && trimmed.size() <= 9 && trimmed.front() == '#' && holds(kErrorWords, trimmed);
}

bool is_machine_null(std::string_view trimmed) {
  if (trimmed.size() < 2 || trimmed.size() > 7) return false;
  const char c = trimmed.front();
  return (c == 'N' || c == 'n' || c == '#' || c == '(' || c == '\\') && holds(kMachineNulls, trimmed);
}

std::optional<bool> parse_boolean(std::string_view trimmed) {
  if (trimmed.empty() || trimmed.size() > kLongestWord) return std::nullopt;
  const Folded word(trimmed);
  for (const auto& known : kBooleanWords) {
    if (word == known.word) return known.value;
  }
  return std::nullopt;
}

bool is_plain_flag(std::string_view trimmed) {
  return trimmed.size() <= kLongestWord && holds(kPlainFlags, Folded(trimmed).view());
}

}  // namespace pegel::table
