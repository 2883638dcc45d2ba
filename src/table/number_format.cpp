#include "table/number_format.h"

#include <algorithm>
#include <limits>

#include "table/lexical.h"
#include "table/plain_number.h"
#include "table/written_number.h"

namespace pegel::table {
namespace {

/// A rounded value under a thousandth has lost more than its last digits.
constexpr base::Micros kFine = base::kOne / 1000;

NumberReading read_written(std::string_view text, char decimal) {
  const auto number = take_apart(text);
  if (!number) return {NumberFault::no_number};
  if (decimal == '\0') {
    if (number->ambiguous()) return {NumberFault::undecided, 0, number->currency};
    decimal = number->with_comma ? ',' : '.';
  }
  const auto& fraction_at = number->with(decimal);
  if (!fraction_at) return {NumberFault::other_style, 0, number->currency};
  const auto value = value_of(*number, *fraction_at);
  if (!value) return {NumberFault::out_of_range, 0, number->currency};
  const bool fine = !value->exact && value->micros < kFine && value->micros > -kFine;
  return {fine ? NumberFault::too_fine : NumberFault::none, value->micros, number->currency};
}

/// What stands before a label, or nothing where no label follows: a sign or a blank, then words.
std::string_view number_before_label(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789.,"), text.size());
  std::string_view number = text.substr(0, end);
  std::string_view rest = text.substr(end);
  const bool dotted = number.ends_with('.');
  if (dotted) number.remove_suffix(1);
  const bool joined = !rest.empty() && (is_letter(rest.front()) || is_digit(rest.front()));
  if (number.empty() || rest.empty() || (joined && !dotted)) return {};
  const std::size_t label = rest.find_first_not_of(" -=:()[]/\u2013\u2014");  // bytes of dashes begin no word
  return label == std::string_view::npos || is_digit(rest[label]) ? std::string_view() : number;
}

/// What stands behind a label: words, then a sign that parts them, then the number alone or in brackets.
std::string_view number_behind_label(std::string_view text) {
  if (text.ends_with(')')) text.remove_suffix(1);
  const auto last = text.find_last_not_of("0123456789.,");
  if (last == std::string_view::npos || last + 1 == text.size()) return {};
  const std::string_view label = text.substr(0, last + 1);
  const std::string_view words = trim(label);
  const bool parted = !words.empty() && (std::string_view("-:=(").find(words.back()) != std::string_view::npos ||
                                         words.ends_with("\u2013") || words.ends_with("\u2014"));
  const bool worded = std::any_of(label.begin(), label.end(), [](char c) { return is_letter(c) || is_high(c); });
  const bool plain = label.find_first_of("0123456789") == std::string_view::npos;
  return parted && worded && plain ? text.substr(last + 1) : std::string_view();
}

NumberReading scaled(NumberReading reading, int power) {
  if (power == 0 || reading.fault > NumberFault::too_fine) return reading;
  constexpr base::Micros kMost = std::numeric_limits<base::Micros>::max();
  for (int place = 0; place < power; ++place) {
    if (reading.value > kMost / 10 || reading.value < -kMost / 10)
      return {NumberFault::out_of_range, 0, reading.currency};
    reading.value *= 10;
  }
  reading.scaled = true;
  return reading;
}

}  // namespace

char known_decimal(const NumberFormat& format) {
  if (format.decimal != '\0') return format.decimal;
  return format.group == ',' ? '.' : format.group == '.' ? ',' : '\0';
}

NumberReading read_number(std::string_view text, const NumberFormat& format) {
  const char decimal = known_decimal(format);
  if (const auto plain = parse_plain_number(text, decimal)) return scaled({NumberFault::none, *plain}, format.power);
  const NumberReading reading = read_written(text, decimal);
  const bool own_scale = format.power != 0 && reading.fault <= NumberFault::too_fine && take_apart(text)->exponent != 0;
  return own_scale ? reading : scaled(reading, format.power);
}

NumberReading read_labelled(std::string_view text, const NumberFormat& format) {
  const NumberReading reading = read_number(text, format);
  if (reading.fault != NumberFault::no_number) return reading;
  const std::string_view before = number_before_label(trim(text));
  return read_number(before.empty() ? number_behind_label(trim(text)) : before, format);
}

NumberReading read_cell(std::string_view text, const SourceColumn& column) {
  return column.role == Role::score ? read_labelled(text, column.number) : read_number(text, column.number);
}

std::optional<base::Micros> parse_number(std::string_view text, const NumberFormat& format) {
  const NumberReading reading = read_number(text, format);
  if (reading.fault > NumberFault::too_fine) return std::nullopt;
  return reading.value;
}

}  // namespace pegel::table
