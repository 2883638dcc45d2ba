#include "table/number_evidence.h"

#include <algorithm>

#include "table/lexical.h"
#include "table/plain_number.h"
#include "table/written_number.h"

namespace pegel::table {
namespace {

constexpr char other_sign(char decimal) { return decimal == ',' ? '.' : ','; }

/// "12 Stk", "ca. 500", ">100": a number with a word or mark beside it, that does not make a code or a name of it.
bool holds_one_number(std::string_view text) {
  constexpr std::size_t kLongestWord = 16;
  const auto first = std::find_if(text.begin(), text.end(), is_digit) - text.begin();
  const auto behind = std::find_if(text.rbegin(), text.rend(), is_digit).base() - text.begin();
  if (first >= behind) return false;
  const std::string_view before = text.substr(0, static_cast<std::size_t>(first));
  const std::string_view after = text.substr(static_cast<std::size_t>(behind));
  const auto glued = [](char c) { return is_letter(c) || c == '-' || c == '_' || c == '#' || c == '/' || c == '@'; };
  if (before.size() > kLongestWord || after.size() > kLongestWord) return false;
  if (!before.empty() && glued(before.back())) return false;
  if (!after.empty() && glued(after.front()) && !is_letter(after.front())) return false;
  return take_apart(text.substr(before.size(), text.size() - before.size() - after.size())).has_value();
}

std::string times(int64_t n, std::string_view what) {
  return std::to_string(n) + (n == 1 ? " value " : " values ") + std::string(what);
}

std::string sign_name(char decimal) { return decimal == ',' ? "decimal comma" : "decimal point"; }

}  // namespace

void NumberEvidence::add(std::string_view text, int64_t times) {
  values_ += times;
  if (parse_plain_number(text, '\0')) {
    either_ += times;
    if (text.size() > 3 && text.front() != '-') long_whole_ += times;
    return;
  }
  const auto number = take_apart(text);
  if (!number) {
    if (holds_one_number(text)) worded_ += times;
    return;
  }
  if (number->percent) percent_ += times;
  if (!number->currency.empty()) count_currency(number->currency, times);
  if (number->grouped_by_blank) blank_groups_ += times;
  if (number->grouped_by_apostrophe) apostrophe_groups_ += times;
  if (number->ambiguous()) {
    (*number->with_comma == number->core.size() ? point_or_group_ : comma_or_group_) += times;
  } else if (number->with_comma && number->with_point) {
    either_ += times;
  } else {
    const char decimal = number->with_comma ? ',' : '.';
    (decimal == ',' ? comma_ : point_) += times;
    const bool grouped = number->core.find(other_sign(decimal)) != std::string_view::npos;
    if (grouped) (decimal == ',' ? point_groups_ : comma_groups_) += times;
  }
}

void NumberEvidence::count_currency(std::string_view code, int64_t n) {
  for (auto& known : currencies_) {
    if (known.code == code) {
      known.values += n;
      return;
    }
  }
  currencies_.push_back({code, n});
}

void NumberEvidence::merge(const NumberEvidence& other) {
  values_ += other.values_;
  either_ += other.either_;
  long_whole_ += other.long_whole_;
  comma_ += other.comma_;
  point_ += other.point_;
  comma_or_group_ += other.comma_or_group_;
  point_or_group_ += other.point_or_group_;
  comma_groups_ += other.comma_groups_;
  point_groups_ += other.point_groups_;
  blank_groups_ += other.blank_groups_;
  apostrophe_groups_ += other.apostrophe_groups_;
  percent_ += other.percent_;
  worded_ += other.worded_;
  for (const auto& currency : other.currencies_) count_currency(currency.code, currency.values);
}

char NumberEvidence::group_with(char decimal) const {
  const int64_t sign = decimal == ',' ? point_groups_ + point_or_group_ : comma_groups_ + comma_or_group_;
  if (decimal != '\0' && sign > 0 && sign >= std::max(blank_groups_, apostrophe_groups_)) return other_sign(decimal);
  if (blank_groups_ == 0 && apostrophe_groups_ == 0) return '\0';
  return blank_groups_ >= apostrophe_groups_ ? ' ' : '\'';
}

NumberEvidence::Decision NumberEvidence::decide() const {
  Decision decision;
  if (comma_ > 0 || point_ > 0) {
    decide_by_proof(decision);
  } else if (comma_or_group_ > 0 || point_or_group_ > 0) {
    decide_without_proof(decision);
  } else {
    decision.format.group = group_with('\0');
    decision.guess = {either_ > 0 ? 1.0 : 0.0, "no value has a fraction", ""};
    decision.readable = either_;
  }
  decision.in_per_cent = percent_;
  decision.format.percent = percent_ * 2 > decision.readable;
  decision.alike = decision.readable + decision.contrary + worded_;
  decide_currency(decision);
  decision.other.percent = decision.format.percent;
  return decision;
}

void NumberEvidence::decide_by_proof(Decision& decision) const {
  const char decimal = comma_ > point_ ? ',' : '.';
  const int64_t most = std::max(comma_, point_);
  const int64_t least = std::min(comma_, point_);
  decision.format.decimal = decimal;
  decision.format.group = group_with(decimal);
  decision.readable = either_ + most + comma_or_group_ + point_or_group_;
  decision.proofs = most;
  decision.contrary = least;
  decision.guess.confidence = static_cast<double>(most) / static_cast<double>(most + least);
  decision.guess.reason = times(most, "can only be read with a " + sign_name(decimal));
  if (least == 0) return;
  decision.other.decimal = other_sign(decimal);
  decision.other.group = group_with(other_sign(decimal));
  decision.guess.reason += ", " + std::to_string(least) + " only with a " + sign_name(other_sign(decimal));
  decision.guess.runner_up = sign_name(other_sign(decimal));
}

// "1.234" and no more: where blanks or apostrophes group, the sign is decimal; where thousands are written without
// groups, it rather is; else three digits after it in every value speak for groups.
void NumberEvidence::decide_without_proof(Decision& decision) const {
  const char sign = point_or_group_ >= comma_or_group_ ? '.' : ',';
  const bool proven = blank_groups_ + apostrophe_groups_ > 0;
  const char decimal = proven || long_whole_ > 0 ? sign : other_sign(sign);
  decision.format.decimal = decimal;
  decision.format.group = group_with(decimal);
  decision.readable = either_ + comma_or_group_ + point_or_group_;
  if (proven) {
    decision.guess = {0.95, "other values are grouped by another sign", sign_name(other_sign(decimal))};
    return;
  }
  decision.ambiguous = true;
  decision.other.decimal = other_sign(decimal);
  decision.other.group = group_with(other_sign(decimal));
  decision.guess = {0.5, times(point_or_group_ + comma_or_group_, "read both ways, none proves the decimal sign"),
                    sign_name(other_sign(decimal))};
}

void NumberEvidence::decide_currency(Decision& decision) const {
  for (const auto& currency : currencies_) decision.in_currency += currency.values;
  decision.format.several_currencies = currencies_.size() > 1;
  if (currencies_.size() == 1) decision.format.currency = currencies_.front().code;
}

}  // namespace pegel::table
