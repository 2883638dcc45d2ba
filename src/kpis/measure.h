#pragma once
// What KPIs count, as data: which rows of a kind, what is taken of each, and how the sums become a value.

#include <cstdint>
#include <string_view>
#include <vector>

#include "kpis/condition.h"
#include "pegel/card.h"

namespace pegel {
struct Estimate;
}

namespace pegel::kpis {

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
  deal,    ///< of one won or lost, its amount and days: partial::DecidedDeals
  grouped,        ///< as amount, beside the number of `per`, by the text of `by`, else the row: partial::Groups
  squares,        ///< `of`, and its square: partial::Moments
  squares_daily,  ///< the same, on the day `since`: partial::Daily<Moments>
  squares_apart,  ///< the same, by the text of `by` and the month of `since`: partial::MomentsApart
  id_within,      ///< the text of `of` among those of one text of `by`: partial::Distinct of both, see id_among
  chance,         ///< the amount `of` with the probability `times`: partial::Chances
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
  Role per = Role::none;   ///< grouped: the number that a ratio of sums has below
  Role by = Role::none;    ///< id: taken where `of` is empty; amount_apart: an empty text is one of its own
  Few<Condition, 5> where{};
  Kind kind = Kind::none;  ///< of the rows; none: the Card's
  Role date = Role::none;  ///< that places them in a period; none: the Card's
  Reach reach = Reach::cell;
};
/// Two entities as one: what the first makes of it, unless few bits differ, all of the second's have in common.
constexpr uint64_t id_among(uint64_t second, uint64_t first) { return second << 32 | (first & UINT32_MAX); }
constexpr uint64_t second_of(uint64_t both) { return both >> 32; }

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
  /// Of a `finish`: the Measures that it looks at; empty: all. Of another Form: those that the Table beside it needs.
  Few<uint8_t, 8> own{};
  /// Looking back, without a period in the plan, it is about all days and not about the last whole period.
  bool all_days = false;
  /// Of a cohort of deals: incomplete while it holds days from which one in ten of the deals won took longer than until
  /// now, as the KPI says that the Card rests on.
  bool ripens = false;
  /// Of a ratio or quotient: the Measures that its interval is found with (bracket_spread).
  Few<uint8_t, 2> spread{};
  /// Of a ratio or quotient of rows that are parts of something: the ids that are counted as `n`, where there are any.
  uint8_t counted = kNoMeasure;
  /// Of conversions: those of the whole company. Where files tell of them over links alone and there are none, nobody
  /// knows how many there were.
  uint8_t linked = kNoMeasure;

  /// The Measure whose rows the value rests on: what the rows of a KPI are left out of.
  constexpr uint8_t rows() const {
    return form == Form::share || form == Form::ratio || form == Form::rate ? bottom : top;
  }
};

}  // namespace pegel::kpis
