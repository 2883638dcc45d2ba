#pragma once
// What must hold of a row that is counted, as data.

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/frame.h"
#include "kpis/use.h"

namespace pegel::kpis {

/// One thing that must hold of a row.
struct Condition {
  enum class Test : uint8_t {
    code,              ///< the canonical value of `role` is one of `codes`
    yes,               ///< the flag `role` is set; missing is no
    yes_where_given,   ///< the same; every row of a file without the flag
    text,              ///< the id or text of `role` is not empty
    no_text,           ///< it is
    either,            ///< that of `role` or that of `since`
    no,                ///< the flag `role` is not set
    not_zero,          ///< the number of `role` is not 0; it may be missing
    not_negative,      ///< it is not below 0; it may be missing
    positive,          ///< it is known, and above 0
    number,            ///< it is known
    dated,             ///< the day of `role` is known
    over,              ///< `days` after the day of `role`, or more, have passed today
    within,            ///< the day of `role` lies 0 to `days` days after that of `since`
    by,                ///< the day of `role` is known and at most `days` days after that of `since`
    not_by,            ///< it is not
    late,              ///< it is not, by 24 hours a day where both have times
    readable,          ///< the day of `role` can be read, or there is none
    told,              ///< the flag `role` is known, set or not
    code_where_given,  ///< as code; every row of a file without the role
    scored,            ///< `role` is a whole score on the row's scale; where it names none, on one up to `days`
    top_two,           ///< as scored, one of the two highest
    word,              ///< the text of `role` is `word`
    one_of,            ///< the text of `role` is one of `words`; of Role::currency the code
    none_of,           ///< it is not
    between,           ///< the number of `role` lies from `least` to `most`
    on_scale,          ///< `role` is a whole score on a scale up to `days`, the row's own where it names one
    above,             ///< the numbers of `role` and `since` are known, and the first is the greater
    by_working,        ///< the day of `role` is at most `days` days from Monday to Friday after that of `since`
    clocked,           ///< between the instants of `since` and `role` can be measured how long it took, or has taken
    in_hours,          ///< the instant of `role` is known and at most `days` hours after that of `since`
    not_in_hours,      ///< it is known and later than that
    like,              ///< the text of `role`, in lower case, has one of the words in it that `word` parts by '|'
    unlike,            ///< it has none of them; it may be missing
    whole,             ///< the row is all there is of its unit: no column tells lines of one apart
  };
  Test test = Test::code;
  Role role = Role::none;
  uint32_t codes = 0;  ///< bit c for code c
  Use otherwise = Use::other_type;
  Role since = Role::none;
  int32_t days = 0;
  std::string_view word{};
  std::span<const std::string> words{};
  base::Micros least = std::numeric_limits<base::Micros>::min();
  base::Micros most = std::numeric_limits<base::Micros>::max();
};
bool operator==(const Condition& a, const Condition& b);

/// Of the rows still used, those of which it does not hold, by the reason.
void apply(const Condition& condition, const dataset::Frame& frame, std::vector<Use>& uses);

/// The same by `why(row)`. Asks of every row, also of those left out before: a branch would cost more than most conditions.
template <class Why>
void leave_out(std::vector<Use>& uses, const Why& why) {
  Use* const at = uses.data();
  const std::size_t rows = uses.size();
  for (std::size_t row = 0; row < rows; ++row) {
    const Use now = why(row);
    const Use before = at[row];
    at[row] = before == Use::used ? now : before;
  }
}

/// Why a row is left out that has no such number, or no such text.
Use without(Role number);
Use without_text(Role text);

template <class... Statuses>
constexpr Condition status_is(Statuses... statuses) {
  return {Condition::Test::code, Role::status, ((1u << static_cast<unsigned>(statuses)) | ...), Use::unknown_status};
}
constexpr Condition known_status() { return status_is(Status::open, Status::won, Status::lost); }
constexpr Condition decided_status() { return status_is(Status::won, Status::lost); }
/// `role` has one of the canonical values.
template <class... Values>
constexpr Condition is(Role role, Use otherwise, Values... values) {
  return {Condition::Test::code, role, ((1u << static_cast<unsigned>(values)) | ...), otherwise};
}
constexpr Condition no(Role flag, Use otherwise) { return {Condition::Test::no, flag, 0, otherwise}; }
constexpr Condition given(Role text, Use otherwise) { return {Condition::Test::text, text, 0, otherwise}; }
constexpr Condition not_given(Role text, Use otherwise) { return {Condition::Test::no_text, text, 0, otherwise}; }
constexpr Condition either(Role text, Role other, Use otherwise) {
  return {Condition::Test::either, text, 0, otherwise, other};
}
constexpr Condition has_word(Role text, std::string_view word, Use otherwise) {
  return {Condition::Test::word, text, 0, otherwise, Role::none, 0, word};
}
constexpr Condition positive(Role number, Use otherwise) { return {Condition::Test::positive, number, 0, otherwise}; }
/// `role` has a number, whatever it is.
constexpr Condition numbered(Role role, Use otherwise) { return {Condition::Test::number, role, 0, otherwise}; }
constexpr Condition dated(Role day, Use otherwise = Use::no_date) {
  return {Condition::Test::dated, day, 0, otherwise};
}
constexpr Condition over(Role day, int32_t days) {
  return {Condition::Test::over, day, 0, Use::unfinished, Role::none, days};
}
constexpr Condition within(Role day, int32_t days, Role since, Use otherwise = Use::other_type) {
  return {Condition::Test::within, day, 0, otherwise, since, days};
}
constexpr Condition by(Role day, int32_t days, Role since, Use otherwise = Use::other_type) {
  return {Condition::Test::by, day, 0, otherwise, since, days};
}
constexpr Condition not_by(Role day, int32_t days, Role since, Use otherwise = Use::other_type) {
  return {Condition::Test::not_by, day, 0, otherwise, since, days};
}
constexpr Condition late(Role day, int32_t days, Role since, Use otherwise = Use::other_type) {
  return {Condition::Test::late, day, 0, otherwise, since, days};
}
constexpr Condition above(Role number, Role other, Use otherwise = Use::other_type) {
  return {Condition::Test::above, number, 0, otherwise, other};
}
constexpr Condition by_working(Role day, int32_t days, Role since, Use otherwise = Use::other_type) {
  return {Condition::Test::by_working, day, 0, otherwise, since, days};
}
constexpr Condition clocked(Role end, Role since) { return {Condition::Test::clocked, end, 0, Use::no_time, since}; }
constexpr Condition in_hours(Role end, int32_t hours, Role since, Use otherwise = Use::other_type) {
  return {Condition::Test::in_hours, end, 0, otherwise, since, hours};
}
constexpr Condition not_in_hours(Role end, int32_t hours, Role since, Use otherwise = Use::other_type) {
  return {Condition::Test::not_in_hours, end, 0, otherwise, since, hours};
}
constexpr Condition like(Role text, std::string_view words, Use otherwise = Use::other_type) {
  return {Condition::Test::like, text, 0, otherwise, Role::none, 0, words};
}
constexpr Condition unlike(Role text, std::string_view words, Use otherwise = Use::other_type) {
  return {Condition::Test::unlike, text, 0, otherwise, Role::none, 0, words};
}
constexpr Condition whole() { return {Condition::Test::whole, Role::none}; }
constexpr Condition readable(Role day) { return {Condition::Test::readable, day, 0, Use::unreadable}; }
constexpr Condition told(Role flag, Use otherwise) { return {Condition::Test::told, flag, 0, otherwise}; }
template <class... Values>
constexpr Condition is_where_given(Role role, Use otherwise, Values... values) {
  return {Condition::Test::code_where_given, role, is(role, otherwise, values...).codes, otherwise};
}
/// A whole score from `least` to `most`, whatever the row's scale.
constexpr Condition scored_from(int32_t least, int32_t most) {
  Condition condition{Condition::Test::between, Role::score, 0, Use::other_type};
  condition.least = least * base::kOne;
  condition.most = most * base::kOne;
  return condition;
}
constexpr Condition scored(Condition::Test test, int32_t usual) {
  return {test, Role::score, 0, Use::out_of_scale, Role::none, usual};
}
/// From where the row says, else from 1; or from 0, and from nowhere else.
constexpr Condition on_scale(int32_t most, bool from_zero = false) {
  return {Condition::Test::on_scale, Role::score, from_zero ? 1u : 0u, Use::out_of_scale, Role::none, most};
}
constexpr Condition yes(Role flag, Use otherwise) { return {Condition::Test::yes, flag, 0, otherwise}; }
constexpr Condition yes_where_given(Role flag, Use otherwise) {
  return {Condition::Test::yes_where_given, flag, 0, otherwise};
}
constexpr Condition not_negative(Role number, Use otherwise) {
  return {Condition::Test::not_negative, number, 0, otherwise};
}
constexpr Condition negative(Role number, Use otherwise) {
  Condition condition{Condition::Test::between, number, 0, otherwise};
  condition.most = -1;
  return condition;
}
constexpr Condition not_zero(Role number, Use otherwise) { return {Condition::Test::not_zero, number, 0, otherwise}; }

}  // namespace pegel::kpis
