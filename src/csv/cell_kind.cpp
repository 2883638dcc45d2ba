#include "csv/cell_kind.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pegel::csv {
namespace {

using namespace std::string_view_literals;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Removes any of `marks` (and spaces) from both ends.
template <std::size_t N>
std::string_view without_marks(std::string_view text, const std::array<std::string_view, N>& marks) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : marks) {
      if (text.size() > mark.size() && text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        found = true;
      }
      if (text.size() > mark.size() && text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        found = true;
      }
    }
  }
  return text;
}

constexpr std::array kNumberMarks = {"+"sv,   "-"sv,   "("sv,  ")"sv,      "%"sv,      " "sv,     "$"sv,
                                     "€"sv,   "£"sv,   "¥"sv,  "֏"sv,      "EUR"sv,    "USD"sv,   "GBP"sv,
                                     "CHF"sv, "AMD"sv, "kr"sv, "\u00A0"sv, "\u202F"sv, "\u2212"sv};

constexpr std::array kMissing = {"NULL"sv, "null"sv, "N/A"sv, "n/a"sv, "NA"sv, "NaN"sv, "nan"sv, "#N/A"sv};

constexpr std::string_view kDigits = "0123456789";

std::size_t leading_digits(std::string_view text) { return std::min(text.find_first_not_of(kDigits), text.size()); }

/// A decimal sign and digits, or nothing at all.
bool is_fraction(std::string_view text) {
  if (text.empty()) return true;
  return text.size() > 1 && (text[0] == '.' || text[0] == ',') && leading_digits(text.substr(1)) + 1 == text.size();
}

/// "1234", "1234.5", ",5", "1.234.567,8", "1 234"
bool is_digits(std::string_view text) {
  const std::size_t digits = leading_digits(text);
  if (digits > 0 && digits == text.size()) return true;
  const char separator = text.empty() ? '\0' : text[digits];
  if (is_fraction(text.substr(digits))) return !text.empty();
  if (digits == 0 || digits > 3 || ".,' "sv.find(separator) == text.npos) return false;
  text.remove_prefix(digits);
  while (text.starts_with(separator)) {
    if (leading_digits(text.substr(1)) != 3) return false;
    text.remove_prefix(4);
  }
  return is_fraction(text);
}

/// "1.5e-3"
bool is_exponential(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e == text.npos || e == 0) return false;
  std::string_view exponent = text.substr(e + 1);
  if (exponent.starts_with('-') || exponent.starts_with('+')) exponent.remove_prefix(1);
  return !exponent.empty() && exponent.size() <= 3 && exponent.find_first_not_of("0123456789") == exponent.npos &&
         is_digits(text.substr(0, e));
}

bool is_number(std::string_view text) {
  if (std::find(kMissing.begin(), kMissing.end(), text) != kMissing.end()) return true;
  const std::string_view digits = without_marks(text, kNumberMarks);
  return !digits.empty() && (is_digits(digits) || is_exponential(digits));
}

/// Digit groups of a day or time: "2026-01-31", "1/2/26", "10:30:00.5", "2026-01-31T10:30:00Z", "1.2.2026 8:00 PM".
bool is_date(std::string_view text) {
  if (text.size() < 4 || text.size() > 35 || !is_digit(text[0])) return false;
  int groups = 1;
  int letters = 0;
  std::size_t digits = 0;
  char first_separator = '\0';
  for (const char c : text) {
    if (is_digit(c)) {
      if (++digits > 9) return false;
    } else if (c == '-' || c == '/' || c == '.' || c == ':' || c == ' ' || c == 'T' || c == '+') {
      if (first_separator == '\0') first_separator = c;
      groups += digits > 0 ? 1 : 0;
      digits = 0;
    } else if (c == 'Z' || c == 'A' || c == 'P' || c == 'M' || c == 'a' || c == 'p' || c == 'm') {
      if (++letters > 2) return false;
    } else {
      return false;
    }
  }
  const bool time = first_separator == ':' && groups <= 4;
  const bool day = first_separator != ':' && first_separator != ' ' && first_separator != '+' && groups >= 3;
  return time ? groups >= 2 : day && groups <= 9;
}

bool is_code(std::string_view text) {
  const auto odd = [](char c) { return is_digit(c) || c == '@' || c == '/' || c == '_' || c == '='; };
  const auto allowed = [&](char c) { return odd(c) || is_letter(c) || is_high(c) || "-.:#?&+%~$"sv.find(c) < 10; };
  return std::all_of(text.begin(), text.end(), allowed) && std::any_of(text.begin(), text.end(), odd);
}

}  // namespace

std::string_view trimmed(std::string_view cell) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = cell.find_first_not_of(kSpace);
  if (begin == cell.npos) return {};
  return cell.substr(begin, cell.find_last_not_of(kSpace) - begin + 1);
}

CellKind kind_of(std::string_view cell) {
  cell = trimmed(cell);
  const auto says = [](char c) { return is_digit(c) || is_letter(c) || is_high(c); };
  if (std::none_of(cell.begin(), cell.end(), says)) return CellKind::empty;
  if (cell.size() > 200) return CellKind::text;
  if (is_date(cell) && !is_digits(cell)) return CellKind::date;
  if (is_number(cell)) return CellKind::number;
  if (is_date(cell)) return CellKind::date;
  return is_code(cell) ? CellKind::code : CellKind::text;
}

}  // namespace pegel::csv
