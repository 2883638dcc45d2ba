#include "table/number_peeler.h"

#include <array>

#include "table/lexical.h"

namespace pegel::table {
namespace {

// English, German, Dutch, Armenian. No lower-case "m": it is metres as often as millions.
constexpr std::array<ScaleWord, 21> kScales = {{
    {"k", 3},   {"tsd", 3},  {"tsd.", 3}, {"tds.", 3},  {"dzd.", 3}, {"հազ.", 3}, {"հազար", 3},
    {"mio", 6}, {"mio.", 6}, {"mln", 6},  {"mln.", 6},  {"mn", 6},   {"mn.", 6},  {"մլն", 6},
    {"mrd", 9}, {"mrd.", 9}, {"mlrd", 9}, {"mlrd.", 9}, {"mld", 9},  {"bn", 9},   {"մլրդ", 9},
}};

int scale_of(std::string_view word) {
  if (word == "M") return 6;
  const Folded folded(word);
  for (const auto& scale : kScales) {
    if (folded == scale.word) return scale.power;
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

bool is_word(char c) { return is_letter(c) || is_high(c) || c == '.' || c == '$'; }

}  // namespace

std::span<const ScaleWord> scale_words() { return kScales; }

bool Peeler::peel() {
  while (!at_core_front()) {
    if (!peel_front()) return false;
  }
  while (!rest_.empty() && !is_digit(rest_.back())) {
    if (!peel_back()) return false;
  }
  return !open_bracket_ && !rest_.empty();
}

bool Peeler::at_core_front() const {
  if (rest_.empty() || is_digit(rest_.front())) return true;
  return (rest_.front() == ',' || rest_.front() == '.') && rest_.size() > 1 && is_digit(rest_[1]);
}

bool Peeler::set_sign(bool negative) {
  if (signed_) return false;
  signed_ = true;
  out_.negative = negative;
  return true;
}

bool Peeler::set_currency(CurrencyMark mark) {
  if (mark.length == 0 || has_currency_) return false;
  has_currency_ = true;
  out_.currency = mark.code;
  return true;
}

bool Peeler::peel_front() {
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

bool Peeler::peel_back() {
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

bool Peeler::peel_word() {
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

bool Peeler::peel_dashed_cents() {
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

bool Peeler::drop_front(std::size_t n) {
  rest_.remove_prefix(n);
  return true;
}

bool Peeler::drop_back(std::size_t n) {
  rest_.remove_suffix(n);
  return true;
}

}  // namespace pegel::table
