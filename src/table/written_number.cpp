#include "table/written_number.h"

#include <array>
#include <limits>

#include "table/currency.h"
#include "table/lexical.h"

namespace pegel::table {
namespace {

struct Scale {
  std::string_view word;
  int exponent;
};
// English, German, Dutch, Armenian. No lower-case "m": it is metres as often as millions.
constexpr std::array<Scale, 21> kScales = {{
    {"k", 3},   {"tsd", 3},  {"tsd.", 3}, {"tds.", 3},  {"dzd.", 3}, {"հազ.", 3}, {"հազար", 3},
    {"mio", 6}, {"mio.", 6}, {"mln", 6},  {"mln.", 6},  {"mn", 6},   {"mn.", 6},  {"մլն", 6},
    {"mrd", 9}, {"mrd.", 9}, {"mlrd", 9}, {"mlrd.", 9}, {"mld", 9},  {"bn", 9},   {"մլրդ", 9},
}};

int scale_of(std::string_view word) {
  if (word == "M") return 6;
  const Folded folded(word);
  for (const auto& scale : kScales) {
    if (folded == scale.word) return scale.exponent;
  }
  return 0;
}

/// Bytes of a minus sign (hyphen, U+2212, en dash) at the start or end of `text`.
std::size_t minus_at_front(std::string_view text) {
  if (text.starts_with('-')) return 1;
  return text.starts_with("\u2212") || text.starts_with("\u2013") ? 3 : 0;
}
std::size_t minus_at_back(std::string_view text) {
  if (text.ends_with('-')) return 1;
  return text.ends_with("\u2212") || text.ends_with("\u2013") ? 3 : 0;
}

/// Peels sign, brackets, currency, percent and scale off `rest`, each at most once.
class Peeler {
 public:
  Peeler(std::string_view text, WrittenNumber& out) : rest_(text), out_(out) {}

  bool peel() {
    while (!at_core_front()) {
      if (!peel_front()) return false;
    }
    while (!rest_.empty() && !is_digit(rest_.back())) {
      if (!peel_back()) return false;
    }
    return !open_bracket_ && !rest_.empty();
  }
  std::string_view core() const { return rest_; }
  /// The separator of a price without cents ("5,-"), or 0.
  char dashed() const { return dashed_; }

 private:
  bool at_core_front() const {
    if (rest_.empty() || is_digit(rest_.front())) return true;
    return (rest_.front() == ',' || rest_.front() == '.') && rest_.size() > 1 && is_digit(rest_[1]);
  }

  bool set_sign(bool negative) {
    if (signed_) return false;
    signed_ = true;
    out_.negative = negative;
    return true;
  }

  bool set_currency(CurrencyMark mark) {
    if (mark.length == 0 || has_currency_) return false;
    has_currency_ = true;
    out_.currency = mark.code;
    return true;
  }

  bool peel_front() {
    if (const auto blank = blank_at_front(rest_)) return drop_front(blank);
    if (const auto minus = minus_at_front(rest_)) return set_sign(true) && drop_front(minus);
    if (rest_.front() == '+') return set_sign(false) && drop_front(1);
    if (rest_.front() == '(') {
      open_bracket_ = true;
      return set_sign(true) && drop_front(1);
    }
    std::size_t length = 0;
    while (length < rest_.size() && is_word(rest_[length]) && blank_at_front(rest_.substr(length)) == 0) ++length;
    if (const auto mark = currency_word(rest_.substr(0, length)); mark.length != 0) {
      return set_currency(mark) && drop_front(mark.length);
    }
    const auto sign = currency_sign_at_front(rest_);
    return set_currency(sign) && drop_front(sign.length);
  }

  bool peel_back() {
    if (const auto blank = blank_at_back(rest_)) return drop_back(blank);
    if (peel_dashed_cents()) return true;
    if (const auto minus = minus_at_back(rest_)) return set_sign(true) && drop_back(minus);
    if (rest_.back() == '%' && !out_.percent) {
      out_.percent = true;
      return drop_back(1);
    }
    if (rest_.back() == ')' && open_bracket_) {
      open_bracket_ = false;
      return drop_back(1);
    }
    return peel_word();
  }

  bool peel_word() {
    std::string_view before = rest_;
    while (!before.empty() && is_word(before.back()) && blank_at_back(before) == 0) before.remove_suffix(1);
    const std::size_t length = rest_.size() - before.size();
    if (length == 0) return false;
    const std::string_view word = rest_.substr(before.size());
    if (const auto mark = currency_word(word); mark.length != 0) return set_currency(mark) && drop_back(length);
    if (const int scale = scale_of(word); scale != 0 && out_.exponent == 0) {
      out_.exponent = scale;
      return drop_back(length);
    }
    const auto sign = currency_sign_at_back(rest_);
    return set_currency(sign) && drop_back(sign.length);
  }

  bool peel_dashed_cents() {
    if (dashed_ != '\0') return false;
    std::string_view before = rest_;
    while (const auto dash = minus_at_back(before)) before.remove_suffix(dash);
    if (before.ends_with("\u2014")) before.remove_suffix(3);
    if (before.size() == rest_.size() || before.size() < 2 || !is_digit(before[before.size() - 2])) return false;
    if (before.back() != ',' && before.back() != '.') return false;
    dashed_ = before.back();
    rest_ = before.substr(0, before.size() - 1);
    return true;
  }

  static bool is_word(char c) { return is_letter(c) || is_high(c) || c == '.' || c == '$'; }
  bool drop_front(std::size_t n) {
    rest_.remove_prefix(n);
    return true;
  }
  bool drop_back(std::size_t n) {
    rest_.remove_suffix(n);
    return true;
  }

  std::string_view rest_;
  WrittenNumber& out_;
  bool signed_ = false;
  bool open_bracket_ = false;
  bool has_currency_ = false;
  char dashed_ = '\0';
};

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
  bool inner_uniform = true;  ///< separators before the last are of one kind, groups between are of three

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
    return last_kind == kind && kind != decimal && grouped() && last_length == 3;
  }
  /// The last separator is `decimal` and no other is.
  bool fraction_with(char decimal) const {
    if (count == 0 || last_kind != decimal || last_length == 0) return false;
    return count == 1 || (kind != decimal && grouped());
  }

 private:
  void close(std::size_t length, char separator, std::size_t at) {
    if (count == 0) {
      first_length = length;
      kind = separator;
    } else if (length != 3 || (count > 1 && last_kind != kind)) {
      inner_uniform = false;
    }
    last_kind = separator;
    last_at = at;
    ++count;
  }
  bool grouped() const { return inner_uniform && first_length >= 1 && first_length <= 3 && !leading_zero; }
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
