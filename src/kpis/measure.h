#pragma once
// What KPIs count, as data: which rows of a kind, what is taken of each, and how the sums become a value.

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/frame.h"
#include "kpis/use.h"
#include "pegel/card.h"

namespace pegel {
struct Estimate;
}

namespace pegel::kpis {

/// One thing that must hold of a row.
struct Condition {
  enum class Test : uint8_t {
    code,              ///< the canonical value of `role` is one of `codes`
    yes,               ///< the flag `role` is set; missing is no
    yes_where_given,   ///< the same; every row of a file without the flag
    text,              ///< the id or text of `role` is not empty
    either,            ///< that of `role` or that of `since`
    no,                ///< the flag `role` is not set
    not_zero,          ///< the number of `role` is not 0; it may be missing
    positive,          ///< it is known, and above 0
    number,            ///< it is known
    dated,             ///< the day of `role` is known
    over,              ///< `days` after the day of `role`, or more, have passed today
    within,            ///< the day of `role` lies 0 to `days` days after that of `since`
    by,                ///< the day of `role` is known and at most `days` days after that of `since`
    not_by,            ///< it is not
    readable,          ///< the day of `role` can be read, or there is none
    told,              ///< the flag `role` is known, set or not
    code_where_given,  ///< as code; every row of a file without the role
    scored,            ///< `role` is a whole score on the row's scale; where it names none, on one up to `days`
    top_two,           ///< as scored, one of the two highest
    word,              ///< the text of `role` is `word`
    one_of,            ///< the text of `role` is one of `words`; of Role::currency the code
    between,           ///< the number of `role` lies from `least` to `most`
    on_scale,          ///< `role` is a whole score on a scale up to `days`, the row's own where it names one
    above,             ///< the numbers of `role` and `since` are known, and the first is the greater
    by_working,        ///< the day of `role` is at most `days` days from Monday to Friday after that of `since`
    clocked,           ///< between the instants of `since` and `role` can be measured how long it took, or has taken
    in_hours,          ///< the instant of `role` is known and at most `days` hours after that of `since`
    not_in_hours,      ///< it is known and later than that
    like,              ///< the text of `role`, in lower case, has one of the words in it that `word` parts by '|'
    unlike,            ///< it has none of them; it may be missing
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
/// From 1, or from 0, where the row names no least score.
constexpr Condition on_scale(int32_t most, bool from_zero = false) {
  return {Condition::Test::on_scale, Role::score, from_zero ? 1u : 0u, Use::out_of_scale, Role::none, most};
}
constexpr Condition yes(Role flag, Use otherwise) { return {Condition::Test::yes, flag, 0, otherwise}; }
constexpr Condition yes_where_given(Role flag, Use otherwise) {
  return {Condition::Test::yes_where_given, flag, 0, otherwise};
}
constexpr Condition not_zero(Role number, Use otherwise) { return {Condition::Test::not_zero, number, 0, otherwise}; }

/// What is taken of a row, and the Partial that it adds to.
enum class Take : uint8_t {
  row,             ///< 1: partial::Count
  number,          ///< `of`: partial::Sum
  amount,          ///< `of` in the row's currency, times the share `times` where there is one: partial::Money
  value,           ///< `of`, each value kept: partial::Quantiles of millionths
  weight,          ///< `of`, 1 in a file without it: partial::Sum
  days,            ///< from the day `since` to the day `of`, each kept: partial::Quantiles
  id,              ///< the text of `of`, where there is none that of `by`, each different one kept: partial::Distinct
  met,             ///< the text of `of` on the day `since`, its first and last kept: partial::FirstLast
  visit,           ///< the same, every day kept: partial::Visits
  stay,            ///< the text of `of` from the day `since` to before the day `until`, or on: partial::Stays
  row_daily,       ///< 1 on the day `since`: partial::Daily<Count>
  amount_daily,    ///< as amount, on the day `since`: partial::Daily<Money>
  number_daily,    ///< as number, on the day `since`: partial::Daily<Sum>
  amount_apart,    ///< as amount, by the text of `by` and, where named, the month of `since`: partial::Pairs with rows
  days_waited,     ///< as days; where `of` is missing, waiting until today: partial::Survival
  minutes_waited,  ///< the same between instants
  purchase,        ///< `of`, by the text of `by` and the day `since`: partial::Purchases, without their currencies
  spread,          ///< the different texts of `of`, by the text of `by`: partial::Spread
  answer,  ///< the score `of` on 0 to 10, by the text of `by`, which may be empty, on the day `since`: partial::Answers
  deal,    ///< its status, amount and days: partial::Deals
};

/// Which rows go to a cell.
enum class Reach : uint8_t {
  cell,     ///< those of its period and its value of a dimension
  ever,     ///< those of its value whatever their day: `finish` looks at the period
  company,  ///< all: `finish` finds those it needs, by the entity
  stock,  ///< those of its value that had come in by the end of its period, on their `date`, and were not decided by then
};

/// Rows that meet all conditions, in their order, and have what is taken: the first that fails says why a row is left out.
struct Measure {
  std::string_view name;  ///< of the part that it gives a value
  Take take = Take::row;
  Role of = Role::none;
  Role since = Role::none;
  Role until = Role::none;
  Role times = Role::none;
  Role less = Role::none;  ///< amount: what is taken off, as cost
  Role by = Role::none;    ///< id: taken where `of` is empty; amount_apart: an empty text is one of its own
  Few<Condition, 5> where{};
  Kind kind = Kind::none;  ///< of the rows; none: the Card's
  Role date = Role::none;  ///< that places them in a period; none: the Card's
  Reach reach = Reach::cell;
};
/// The same whatever their names.
bool alike(const Measure& a, const Measure& b);
/// They use the same rows.
bool same_rows(const Measure& a, const Measure& b);

/// What becomes of each row of a Frame.
std::vector<Use> judge(const Measure& measure, const dataset::Frame& frame);

/// The same, kept: it depends on the Frame's Source and today alone, not on dimensions, filters and periods.
class Judgements {
 public:
  /// Valid until the next call.
  const std::vector<Use>& of(const Measure& measure, const dataset::Frame& frame);

 private:
  struct Judged {
    Measure measure;
    std::vector<Use> uses;
  };
  std::vector<Judged> judged_;
  std::vector<Use> unkept_;  // of a Measure with words: they are a plan's, and gone with it
};

/// How sums become an Estimate (shape.h); members are positions in the KPI's list of Measures.
enum class Form : uint8_t {
  share,    ///< rows, or different ids, of `top` among those of `bottom`: Wilson
  common,   ///< different ids of `top` that are among those of `bottom`, too, of all of `top`: Wilson
  events,   ///< the number of rows, or different ids, of `top`: exact Poisson
  number,   ///< the same, without an interval: nothing was left to chance
  total,    ///< the sum of the amounts or numbers of `top`
  ratio,    ///< the sum of the amounts of `top` per that of `bottom`
  mean,     ///< of the amounts of `top`, whose values are those of `bottom`
  median,   ///< of the values or days of `top`; of money, `bottom` are the amounts
  waiting,  ///< the median of the durations of `top`, those not over counted as waiting: Kaplan-Meier
  units,    ///< different ids of `top`
  per,      ///< amounts, numbers, rows, or different ids, of `top` per the same of `bottom`
  rate,     ///< rows, or different ids, of `top` per the same of `bottom`, or per 1,000 as the unit says: Poisson
  average,  ///< of the values or days of `top`, that are no money
  own,      ///< what `finish` makes of them
};
inline constexpr uint8_t kNoMeasure = UINT8_MAX;

struct Context;
class Sums;

struct Shape {
  Form form = Form::own;
  uint8_t top = 0;
  uint8_t bottom = kNoMeasure;
  uint8_t among = kNoMeasure;  ///< where it has rows, a `top` without any is 0 and not unknown
  std::string_view rest{};     ///< of a share or ratio: the name of the part `bottom` - `top`; empty: `bottom` is shown
  Estimate (*finish)(const Sums& sums, const Context& context) = nullptr;
  Few<uint8_t, 8> own{};  ///< of a `finish`: the Measures that it looks at; empty: all
  /// Looking back, without a period in the plan, it is about all days and not about the last whole period.
  bool all_days = false;

  /// The Measure whose rows the value rests on: what the rows of a KPI are left out of.
  constexpr uint8_t rows() const {
    return form == Form::share || form == Form::ratio || form == Form::rate ? bottom : top;
  }
};

}  // namespace pegel::kpis
