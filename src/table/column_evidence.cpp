#include "table/column_evidence.h"

#include <algorithm>
#include <cstring>

#include "table/currency.h"
#include "table/header_scale.h"
#include "table/lexical.h"
#include "table/written_number.h"

namespace pegel::table {
namespace {

/// Per cent of the values. A type holds when nine in ten are of it. It is believed, and the rest is unreadable, when six
/// in ten look like it, or the header says so, and three in ten can be read. Where half are dates, or six in ten numbers, the user is asked.
constexpr int64_t kHolds = 90;
constexpr int64_t kMostly = 60;
constexpr int64_t kHalf = 50;
constexpr int64_t kSome = 30;
/// Whole numbers up to here are exact in a double, the type of every spreadsheet; longer ones are names.
constexpr std::size_t kLongestNumber = 15;
/// Whole numbers up to here are in the range of base::Micros.
constexpr int kSurelyFit = 12;
constexpr std::size_t kSamples = 5;
/// Days further apart, written as bare numbers, are amounts, unless the header names a date: 40 years.
constexpr int64_t kNearDays = 40 * 366;
/// Longer texts are neither numbers nor dates.
constexpr std::size_t kLongestTyped = 80;
constexpr int64_t kLongestCategory = 60;

uint64_t hash_of(std::string_view text) {
  uint64_t hash = 0x9E3779B97F4A7C15u ^ text.size();
  const auto mix = [&](uint64_t word) {
    hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
  };
  while (text.size() >= 8) {
    uint64_t word;
    std::memcpy(&word, text.data(), 8);
    mix(word);
    text.remove_prefix(8);
  }
  uint64_t rest = 0;
  std::memcpy(&rest, text.data(), text.size());
  mix(rest);
  return hash;
}

struct Letters {
  int digits = 0;
  bool other_than_digit = false;
  bool blank_or_at = false;
};

Letters letters_of(std::string_view text) {
  Letters letters;
  for (const char c : text) {
    letters.digits += is_digit(c);
    letters.other_than_digit |= !is_digit(c);
    letters.blank_or_at |= c == ' ' || c == '@';
  }
  return letters;
}

/// "4,00638E+12" and "1E5": what a spreadsheet makes of a long number or of a code with an E in it.
struct Exponent {
  bool found = false;
  bool plus = false;  ///< as spreadsheets write them
  bool cuts = false;  ///< a plus, and more digits than a spreadsheet shows
};
Exponent exponent_of(std::string_view text) {
  const auto e = text.find_first_of("eE");
  if (e == text.npos || e == 0 || e + 1 == text.size() || !is_digit(text.front())) return {};
  const bool plus = text[e + 1] == '+';
  const auto all = [](std::string_view part, std::string_view of) { return part.find_first_not_of(of) == part.npos; };
  const std::string_view power = text.substr(e + 1 + plus);
  if (power.empty() || !all(text.substr(0, e), "0123456789.,") || !all(power, "0123456789")) return {};
  return {true, plus, plus && power >= "10" && power.size() == 2};
}

/// A number under some decimal sign, and under each of them beyond what a column holds.
bool exceeds_range(std::string_view text) {
  const auto number = take_apart(text);
  const auto fits = [&](const auto& fraction_at) { return fraction_at && value_of(*number, *fraction_at); };
  return number && !fits(number->with_comma) && !fits(number->with_point);
}

bool is_phone(std::string_view text) {
  constexpr std::size_t kShortest = 8;
  return text.size() > kShortest && text.front() == '+' &&
         text.find_first_not_of("0123456789 ", 1) == std::string_view::npos;
}

/// Months in digits below a header of weeks, or of what has such numbers: "10/2026", "2026-01".
bool are_numbers_of_others(const DateFormat& format, const HeaderHint& hint) {
  if (format.order != DateOrder::month_year || format.month_names || hint.month) return false;
  return hint.week || ((hint.id || hint.document) && !hint.dated());
}

std::string percent(double share) { return std::to_string(static_cast<int>(share * 100)) + " % of the values"; }

}  // namespace

void ColumnEvidence::add(std::string_view cell) {
  const std::string_view value = trim(cell);
  if (value.empty()) {
    ++empty_;
    return;
  }
  ++filled_;
  length_ += static_cast<int64_t>(value.size());
  const uint64_t hash = hash_of(value);
  if (const auto known = distinct_.find(hash); known != distinct_.end()) {
    ++known.value().times;
  } else if (static_cast<int64_t>(distinct_.size()) < kDistinctCap) {
    if (samples_.size() < kSamples) samples_.emplace_back(value);
    distinct_.insert({hash, {std::string(value), 1}});
  } else {
    weigh(value, 1);
  }
}

void ColumnEvidence::close() {
  for (auto& [hash, repeated] : distinct_) weigh(repeated.value, repeated.times);
}

std::vector<ValueCount> ColumnEvidence::take_values() {
  std::vector<ValueCount> values;
  if (static_cast<int64_t>(distinct_.size()) >= kDistinctCap) return values;
  for (auto it = distinct_.begin(); it != distinct_.end(); ++it) {
    values.push_back({std::move(it.value().value), it.value().times});
  }
  distinct_.clear();
  return values;
}

void ColumnEvidence::weigh(std::string_view value, int64_t times) {
  if (is_null_word(value)) {
    null_words_ += times;
    machine_nulls_ += is_machine_null(value) ? times : 0;
    return;
  }
  if (is_error_word(value)) {
    errors_ += times;
    return;
  }
  if (value.size() > kLongestTyped) return;
  formulas_ += value.size() > 3 && value.starts_with("=\"") && value.ends_with('"') ? times : 0;
  const Letters letters = letters_of(value);
  if (letters.digits == 0) {
    weigh_flag(value, times);
    const auto letter =
        value.size() == 1 ? std::string_view("ynjtfx").find(static_cast<char>(value[0] | 0x20)) : value.npos;
    if (letter != value.npos) letters_ |= 1u << letter;
    return;
  }
  const Exponent exponent = exponent_of(value);
  exponents_ += exponent.found ? times : 0;
  cut_ += exponent.plus ? times : 0;
  cut_long_ += exponent.cuts ? times : 0;
  phones_ += is_phone(value) ? times : 0;
  numbers_.add(value, times);
  dates_.add(value, times);
  if (letters.digits > kSurelyFit) too_large_ += exceeds_range(value) ? times : 0;
  codes_ += letters.blank_or_at ? 0 : times;
  if (letters.other_than_digit) return;
  digits_only_ += times;
  bits_ += value == "0" || value == "1" ? times : 0;
  leading_zeros_ += value.size() > 1 && value.front() == '0' ? times : 0;
  long_digits_ += value.size() > kLongestNumber ? times : 0;
}

void ColumnEvidence::weigh_flag(std::string_view value, int64_t times) {
  const auto flag = parse_boolean(value);
  if (!flag) return;
  booleans_ += times;
  if (is_plain_flag(value)) {
    plain_flags_ = true;
  } else {
    (*flag ? says_yes_ : says_no_) = true;
  }
}

bool ColumnEvidence::is_share(int64_t part, int64_t per_cent) const {
  return part > 0 && part * 100 >= expected() * per_cent;
}

bool ColumnEvidence::holds(int64_t readable) const { return is_share(readable, kHolds); }

double ColumnEvidence::share(int64_t readable) const {
  return static_cast<double>(readable) / static_cast<double>(expected());
}

bool ColumnEvidence::all_distinct() const {
  const auto distinct = static_cast<int64_t>(distinct_.size());
  return distinct >= kDistinctCap || distinct * 100 >= filled_ * 95;
}

// Repeated at least twice on average, or a handful of values that do repeat.
bool ColumnEvidence::few_distinct() const {
  const auto distinct = static_cast<int64_t>(distinct_.size());
  if (distinct >= kDistinctCap || length_ > filled_ * kLongestCategory) return false;
  return distinct * 2 <= filled_ || (distinct <= 20 && distinct * 5 <= filled_ * 4);
}

// Of y, n, j; of t, f; and x: letters of more than one of these are initials, not two ways to say yes.
bool ColumnEvidence::mixes_flags() const {
  const int families = ((letters_ & 0b000111u) != 0) + ((letters_ & 0b011000u) != 0) + ((letters_ & 0b100000u) != 0);
  return families > 1;
}

// Norway is NO and Ontario ON: one answer again and again is a flag only where the header says so.
bool ColumnEvidence::may_be_codes() const { return !plain_flags_ && says_yes_ != says_no_; }

bool ColumnEvidence::is_boolean(const HeaderHint& hint) const {
  if (mixes_flags() || (!hint.flag && may_be_codes())) return false;
  return holds(booleans_) || (hint.flag && holds(booleans_ + bits_));
}

// Digits are dates only where the header says so, or where all are days of the calendar in eight digits.
bool ColumnEvidence::are_days(const DateEvidence::Decision& date, const HeaderHint& hint) const {
  switch (date.format.order) {
    case DateOrder::year:
      return hint.year;
    case DateOrder::month_year:
      return hint.dated() || hint.month;
    case DateOrder::ymd:
      return hint.dated() || (!hint.id && !hint.measure && date.readable == expected() && expected() > 2);
    case DateOrder::excel_serial:
      return hint.date || (hint.event && date.days_apart <= kNearDays);
    default:
      return hint.dated();
  }
}

bool ColumnEvidence::are_seasons(const DateEvidence::Decision& date, const HeaderHint& hint) const {
  return date.seasons && !hint.month && (hint.season || distinct_.size() > 1);
}

bool ColumnEvidence::is_date(const DateEvidence::Decision& date, const HeaderHint& hint) const {
  if (!holds(date.readable)) {
    if (date.digits_only) return hint.dated() && is_share(date.readable, kMostly) && are_days(date, hint);
    return is_share(date.readable, kSome) && (hint.dated() || is_share(date.shaped, kMostly));
  }
  if (date.digits_only) return are_days(date, hint);
  const bool all = date.readable == expected();
  const bool part_of_year = date.format.order == DateOrder::month_year || date.format.order == DateOrder::quarter_year;
  if (part_of_year && hint.id && !hint.dated()) return !all_distinct();
  return date.format.separator != '.' || !part_of_year || all;
}

bool ColumnEvidence::is_number(const NumberEvidence::Decision& number, const HeaderHint& hint) const {
  if (is_share(too_large_, kHalf)) return false;
  if (holds(number.readable)) return true;
  if (!is_share(number.readable, kSome)) return false;
  if (hint.amount) return is_share(number.alike, kMostly);
  return holds(number.alike) && (number.contrary > 0 || is_share(number.readable, kMostly));
}

Guess ColumnEvidence::number_guess(const NumberEvidence::Decision& number) const {
  Guess guess = number.guess;
  guess.confidence = std::min(guess.confidence, share(number.readable));
  guess.reason = percent(share(number.readable)) + " are numbers; " + guess.reason;
  return guess;
}

ColumnEvidence::Verdict ColumnEvidence::verdict(const HeaderHint& hint, const NumberEvidence::Decision& number,
                                                const DateEvidence::Decision& date) const {
  if (expected() == 0 && errors_ > 0) return verdict_on_words(hint);
  if (filled_ == machine_nulls_ || expected() == 0) return {ColumnType::empty, {1, "no value", ""}, 0};
  if (is_boolean(hint)) {
    const int64_t readable = booleans_ + (hint.flag ? bits_ : 0);
    return {ColumnType::boolean, {share(readable), percent(share(readable)) + " say yes or no", "category"}, readable};
  }
  if (is_date(date, hint)) {
    Guess guess = date.guess;
    if (date.digits_only) guess.confidence = 0.85;
    guess.confidence = std::min(guess.confidence, share(date.readable));
    return {date.format.time ? ColumnType::instant : ColumnType::date, guess, date.readable};
  }
  if (holds(digits_only_)) {
    if (leading_zeros_ > 0) return {ColumnType::id, {0.95, "digits with leading zeros", "number"}, filled_};
    if (long_digits_ > 0 || is_share(too_large_, kHalf))
      return {ColumnType::id, {0.95, "more digits than a number holds", "number"}, filled_};
    if (hint.id) return {ColumnType::id, {0.9, "the header names an id", "number"}, filled_};
  }
  if (hint.id && holds(digits_only_ + exponents_))
    return {ColumnType::id, {0.9, "the header names an id", "number"}, filled_};
  if (!hint.measure && is_share(cut_long_, kMostly) && holds(digits_only_ + exponents_))
    return {ColumnType::id, {0.9, "long numbers cut by a spreadsheet", "number"}, filled_};
  if (holds(phones_)) return {ColumnType::id, {0.9, "digits behind a plus, like telephone numbers", "number"}, filled_};
  if (is_number(number, hint)) return {ColumnType::number, number_guess(number), number.readable};
  return verdict_on_words(hint);
}

ColumnEvidence::Verdict ColumnEvidence::verdict_on_words(const HeaderHint& hint) const {
  if (hint.id && codes_ * 2 >= expected())
    return {ColumnType::id, {0.9, "the header names an id", "category"}, filled_};
  if (!hint.week && !hint.season && all_distinct() && holds(codes_) && filled_ > 2) {
    return {ColumnType::id, {0.8, "every value is another code", "text"}, filled_};
  }
  const std::string distinct = std::to_string(distinct_.size()) + " distinct values";
  if (few_distinct())
    return {ColumnType::category, {0.9, distinct + " in " + std::to_string(filled_) + " cells", "text"}, filled_};
  return {ColumnType::text, {0.9, "words with few repeats", "category"}, filled_};
}

// A sign in some cells is the currency of the bare ones too, unless the header or other cells name another.
void ColumnEvidence::describe_number(const NumberEvidence::Decision& number, std::string_view name,
                                     Decision& decision) const {
  NumberFormat& format = decision.profile.number;
  format = number.format;
  const std::string header = currency_in(name);
  const bool bare = number.in_currency < number.readable;
  if (bare && !header.empty() && !format.currency.empty() && header != format.currency) {
    format.several_currencies = true;
  }
  if (format.currency.empty() || format.several_currencies) format.currency = header;
  format.power = power_in(name);
  decision.number_open = number.ambiguous;
  decision.other_number = number.other;
  decision.other_number.currency = format.currency;
  decision.other_number.power = format.power;
  decision.other_number.several_currencies = format.several_currencies;
  decision.proofs = number.proofs;
  decision.contrary = number.contrary;
}

void ColumnEvidence::describe_date(const DateEvidence::Decision& date, Decision& decision) const {
  decision.profile.date = date.format;
  decision.date_open = date.ambiguous;
  decision.other_date = date.other;
  decision.proofs = date.proofs;
  decision.contrary = date.contrary;
}

// Asked where neither the header nor the shape of the other values tells that they are slips.
void ColumnEvidence::ask_for_type(const NumberEvidence::Decision& number, const DateEvidence::Decision& date,
                                  const HeaderHint& hint, Decision& decision) const {
  const ColumnType type = decision.profile.type;
  const bool words = type == ColumnType::text || type == ColumnType::category;
  const bool dated = type == ColumnType::date || type == ColumnType::instant;
  const bool may_be_date = is_share(date.readable, kHalf) && !holds(date.readable) && !date.digits_only;
  const bool may_be_number = is_share(number.readable, kMostly) && !holds(number.readable) && !hint.id;
  const bool slips = hint.dated() || holds(date.shaped);
  if (may_be_date && (words || (dated && !slips))) {
    decision.type_open = true;
    decision.possible_type = ColumnType::date;
    decision.possible_date = date.format;
  } else if (may_be_number && words) {
    decision.type_open = true;
    decision.possible_type = ColumnType::number;
    decision.possible_number = number.format;
  }
}

void ColumnEvidence::note_slips(const NumberEvidence::Decision& number, const DateEvidence::Decision& date,
                                const HeaderHint& hint, Decision& decision) const {
  const auto note = [&](std::string_view code, int64_t count) {
    if (count > 0) decision.notes.push_back({code, count});
  };
  const ColumnType type = decision.profile.type;
  if (type == ColumnType::date || type == ColumnType::instant) {
    note("date.swapped", date.swapped);
    note("date.century", hint.past ? date.far_ahead : 0);
  }
  if (type == ColumnType::id) note("id.exponent", cut_);
  if (type == ColumnType::text || type == ColumnType::category) note("id.exponent", cut_long_);
  if (type == ColumnType::number)
    note("num.percent_mixed", number.in_per_cent == 0 ? 0 : number.readable - number.in_per_cent);
  note("csv.formula", formulas_);
}

ColumnEvidence::Decision ColumnEvidence::decide(std::string_view name) const {
  const auto number = numbers_.decide();
  auto date = dates_.decide();
  HeaderHint hint = hint_of(name);
  if (are_seasons(date, hint)) hint.season = true;
  if (are_seasons(date, hint) || are_numbers_of_others(date.format, hint)) date = {};
  const Verdict found = verdict(hint, number, date);
  const bool numeric = found.type == ColumnType::number;
  const bool dated = found.type == ColumnType::date || found.type == ColumnType::instant;
  const bool typed = numeric || dated || found.type == ColumnType::boolean || found.type == ColumnType::empty;

  Decision decision;
  ColumnProfile& profile = decision.profile;
  profile.type = found.type;
  profile.type_guess = found.guess;
  profile.samples = samples_;
  profile.distinct = static_cast<int64_t>(distinct_.size());
  profile.empty = empty_ + (typed ? null_words_ : machine_nulls_);
  profile.unreadable = typed ? expected() + errors_ - found.readable : 0;
  if (numeric) describe_number(number, name, decision);
  if (dated) describe_date(date, decision);
  ask_for_type(number, date, hint, decision);
  note_slips(number, date, hint, decision);
  return decision;
}

}  // namespace pegel::table
