#include "table/written_number.h"

#include <limits>

#include "table/lexical.h"
#include "table/number_peeler.h"

namespace pegel::table {
namespace {

/// Takes "e+12" off the end of `core`; false when there is an exponent of another form.
bool take_exponent(std::string_view& core, int& exponent) {
  const auto at = core.find_first_of("eE");
  if (at == std::string_view::npos) return true;
  std::string_view digits = core.substr(at + 1);
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  if (at == 0 || digits.empty() || digits.size() > 2) return false;
  int value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return false;
    value = value * 10 + (c - '0');
  }
  exponent += negative ? -value : value;
  core = core.substr(0, at);
  return true;
}

struct Separator {
  char kind = '\0';  ///< ',' '.' ' ' '\''
  std::size_t length = 0;
};

Separator separator_at(std::string_view text) {
  const char c = text.front();
  if (c == ',' || c == '.' || c == '\'') return {c, 1};
  if (text.starts_with("\u2019")) return {'\'', 3};
  return {' ', blank_at_front(text)};
}

/// The groups of digits of a core and the separators between them.
struct Groups {
  std::size_t count = 0;  ///< of separators
  std::size_t first_length = 0;
  std::size_t last_length = 0;
  std::size_t last_at = 0;  ///< where the last separator stands
  char kind = '\0';         ///< of the separators before the last, or of the only one
  char last_kind = '\0';
  bool leading_zero = false;
  bool one_kind = true;   ///< the separators before the last
  bool threes = true;     ///< the groups between separators are of three digits
  bool twos = true;       ///< those before the last one are of two digits
  std::size_t inner = 0;  ///< digits of the last group between separators; 0 without one

  bool scan(std::string_view core) {
    leading_zero = core.front() == '0';
    std::size_t length = 0;
    for (std::size_t i = 0; i < core.size();) {
      if (is_digit(core[i])) {
        ++length;
        ++i;
        continue;
      }
      const Separator separator = separator_at(core.substr(i));
      if (separator.length == 0) return false;
      close(length, separator.kind, i);
      length = 0;
      i += separator.length;
    }
    last_length = length;
    if (count == 0) first_length = length;
    return true;
  }

  /// All separators are of one kind other than `decimal` and stand between groups of three.
  bool whole_with(char decimal) const {
    if (count == 0) return true;
    if (last_kind != kind || kind == decimal || last_length != 3 || !opens_groups()) return false;
    return threes || (in_lakhs() && inner == 2);
  }
  /// The last separator is `decimal` and no other is.
  bool fraction_with(char decimal) const {
    if (count == 0 || last_kind != decimal || last_length == 0) return false;
    return count == 1 || (kind != decimal && opens_groups() && (threes || (in_lakhs() && inner == 3)));
  }

 private:
  void close(std::size_t length, char separator, std::size_t at) {
    if (count == 0) {
      first_length = length;
      kind = separator;
    } else {
      one_kind = one_kind && (count == 1 || last_kind == kind);
      threes = threes && length == 3;
      twos = twos && (inner == 0 || inner == 2);
      inner = length;
    }
    last_kind = separator;
    last_at = at;
    ++count;
  }
  bool opens_groups() const { return one_kind && first_length >= 1 && first_length <= 3 && !leading_zero; }
  /// "12,34,567": groups of two before one of three, as in India.
  bool in_lakhs() const { return kind == ',' && twos && first_length <= 2; }
};

std::optional<std::size_t> reading(const Groups& groups, std::string_view core, char decimal, char dashed) {
  if (dashed != '\0' && dashed != decimal) return std::nullopt;
  if (dashed == '\0' && groups.fraction_with(decimal)) return groups.last_at;
  if (groups.whole_with(decimal)) return core.size();
  return std::nullopt;
}

}  // namespace

std::optional<WrittenNumber> take_apart(std::string_view text) {
  constexpr std::size_t kLongest = 64;
  WrittenNumber number;
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  Peeler peeler(text, number);
  if (!peeler.peel()) return std::nullopt;
  number.core = peeler.core();
  if (!take_exponent(number.core, number.exponent)) return std::nullopt;
  Groups groups;
  if (!groups.scan(number.core)) return std::nullopt;
  number.with_comma = reading(groups, number.core, ',', peeler.dashed());
  number.with_point = reading(groups, number.core, '.', peeler.dashed());
  if (!number.with_comma && !number.with_point) return std::nullopt;
  number.grouped_by_blank = groups.kind == ' ';
  number.grouped_by_apostrophe = groups.kind == '\'';
  return number;
}

namespace {

constexpr uint64_t kMost = std::numeric_limits<int64_t>::max() - 1;  // its negative is no sentinel

struct Scaled {
  uint64_t micros = 0;
  bool exact = true;
};

std::optional<Scaled> scaled_up(uint64_t value, int places) {
  for (; places > 0 && value != 0; --places) {
    if (value > kMost / 10) return std::nullopt;
    value *= 10;
  }
  return Scaled{value, true};
}

/// `rest_beyond`: digits other than 0 stand behind those of `value`.
Scaled scaled_down(uint64_t value, int places, bool rest_beyond) {
  if (places > 19) return {0, value == 0};
  uint64_t divisor = 1;
  for (int i = 0; i < places; ++i) divisor *= 10;
  const uint64_t quotient = value / divisor;
  const uint64_t remainder = value % divisor;
  const uint64_t half = divisor / 2;
  const bool up = remainder > half || (remainder == half && (rest_beyond || quotient % 2 == 1));
  return {quotient + (up ? 1 : 0), remainder == 0 && !rest_beyond};
}

}  // namespace

std::optional<WrittenValue> value_of(const WrittenNumber& number, std::size_t fraction_at) {
  constexpr uint64_t kFull = (std::numeric_limits<uint64_t>::max() - 9) / 10;
  uint64_t digits = 0;
  int places = number.exponent + 6;
  bool rest_beyond = false;
  for (std::size_t i = 0; i < number.core.size(); ++i) {
    const char c = number.core[i];
    if (!is_digit(c)) continue;
    const bool fraction = i > fraction_at;
    if (digits > kFull) {
      rest_beyond |= c != '0';
      places += fraction ? 0 : 1;
    } else {
      digits = digits * 10 + static_cast<uint64_t>(c - '0');
      places -= fraction ? 1 : 0;
    }
  }
  const auto scaled = places >= 0 ? scaled_up(digits, places) : scaled_down(digits, -places, rest_beyond);
  if (!scaled || scaled->micros > kMost) return std::nullopt;
  const auto value = static_cast<int64_t>(scaled->micros);
  return WrittenValue{number.negative ? -value : value, scaled->exact && !(places >= 0 && rest_beyond)};
}

}  // namespace pegel::table
