#include "csv/cell_kind.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace pegel::csv {
namespace {

using namespace std::string_view_literals;

// What a byte may be, one bit each: this is asked of every byte of a sample, many times.
constexpr uint8_t kDigit = 1, kWord = 2, kCodeSign = 4, kInCode = 8, kSpace = 16;

constexpr std::array<uint8_t, 256> kBytes = [] {
  std::array<uint8_t, 256> bytes{};
  for (std::size_t c = 0; c < bytes.size(); ++c) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    if (digit) bytes[c] = kDigit | kWord | kCodeSign | kInCode;
    if (letter) bytes[c] = kWord | kInCode;
  }
  for (const char c : "@/_="sv) bytes[static_cast<uint8_t>(c)] |= kCodeSign | kInCode;
  for (const char c : "-.:#?&+%~$"sv) bytes[static_cast<uint8_t>(c)] |= kInCode;
  for (const char c : " \t\r\n"sv) bytes[static_cast<uint8_t>(c)] |= kSpace;
  return bytes;
}();

bool is(char c, uint8_t what) { return (kBytes[static_cast<uint8_t>(c)] & what) != 0; }
bool is_digit(char c) { return is(c, kDigit); }

bool has(std::string_view text, uint8_t what) {
  return std::any_of(text.begin(), text.end(), [=](char c) { return is(c, what); });
}

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

std::size_t leading_digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

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
  const std::size_t e = std::min(text.find('e'), text.find('E'));
  if (e == text.npos || e == 0) return false;
  std::string_view exponent = text.substr(e + 1);
  if (exponent.starts_with('-') || exponent.starts_with('+')) exponent.remove_prefix(1);
  return !exponent.empty() && exponent.size() <= 3 && leading_digits(exponent) == exponent.size() &&
         is_digits(text.substr(0, e));
}

bool is_number(std::string_view text) {
  if (!has(text, kDigit)) return std::find(kMissing.begin(), kMissing.end(), text) != kMissing.end();
  const bool bare = is_digit(text.front()) && is_digit(text.back());
  const std::string_view digits = bare ? text : without_marks(text, kNumberMarks);
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
  return std::all_of(text.begin(), text.end(), [](char c) { return is(c, kInCode); }) && has(text, kCodeSign);
}

}  // namespace

std::string_view trimmed(std::string_view cell) {
  while (!cell.empty() && is(cell.front(), kSpace)) cell.remove_prefix(1);
  while (!cell.empty() && is(cell.back(), kSpace)) cell.remove_suffix(1);
  return cell;
}

std::string_view without_joint(std::string_view cell) {
  cell = trimmed(cell);
  while (cell.starts_with('\f')) cell = trimmed(cell.substr(1));
  constexpr std::string_view kBom = "\uFEFF";
  if (!cell.starts_with(kBom)) return cell;
  cell = trimmed(cell.substr(kBom.size()));
  const bool quoted = cell.size() > 1 && cell.front() == cell.back() && (cell.front() == '"' || cell.front() == '\'');
  return quoted ? cell.substr(1, cell.size() - 2) : cell;
}

CellKind kind_of(std::string_view cell) {
  cell = trimmed(cell);
  if (!has(cell, kWord)) return CellKind::empty;
  if (cell.size() > 200) return CellKind::text;
  if (is_date(cell) && !is_digits(cell)) return CellKind::date;
  if (is_number(cell)) return CellKind::number;
  if (is_date(cell)) return CellKind::date;
  return is_code(cell) ? CellKind::code : CellKind::text;
}

}  // namespace pegel::csv
