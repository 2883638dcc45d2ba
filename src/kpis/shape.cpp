// Sums to Estimates: the shapes that most KPIs have.

#include "kpis/deals.h"
#include "kpis/estimate.h"
#include "kpis/over_units.h"
#include "kpis/sums.h"
#include "stats/kaplan_meier.h"

namespace pegel::kpis {

namespace {

double number_of(int64_t n) { return static_cast<double>(n); }

double total_in(const partial::Sum& sum) { return base::to_double(sum.sum); }

// Rows, or what they stand for; different ids where they are told apart.
int64_t units_in(const Sums& sums, std::size_t m) {
  if (sums.take(m) == Take::weight) return static_cast<int64_t>(sums.number(m).sum / base::kOne);
  return sums.take(m) == Take::id ? sums.ids(m).distinct() : sums.rows(m);
}

// One in ten of the deals won took longer than from the cohort's last day until now.
bool is_young(const Context& context) {
  const auto slow = slow_days(context);
  return slow && context.last() + *slow > context.as_of;
}

Estimate share_of(const Shape& shape, const Sums& sums, const Context& context) {
  partial::Ratio ratio;
  ratio.x.n = units_in(sums, shape.top);
  ratio.n.n = units_in(sums, shape.bottom);
  const Part rest = shape.rest.empty() ? Part{sums.name(shape.bottom), number_of(ratio.n.n), Unit::count}
                                       : Part{shape.rest, number_of(ratio.n.n - ratio.x.n), Unit::count};
  Estimate estimate = share(ratio, {{sums.name(shape.top), number_of(ratio.x.n), Unit::count}, rest});
  estimate.incomplete = shape.ripens && estimate.value && is_young(context);
  return estimate;
}

Estimate common_of(const Shape& shape, const Sums& sums) {
  partial::Ratio ratio;
  ratio.x.n = sums.ids(shape.top).common(sums.ids(shape.bottom));
  ratio.n.n = sums.ids(shape.top).distinct();
  return share(ratio, {{sums.name(shape.bottom), number_of(ratio.x.n), Unit::count},
                       {sums.name(shape.top), number_of(ratio.n.n), Unit::count}});
}

Estimate events_of(const Shape& shape, const Sums& sums) {
  const int64_t n = units_in(sums, shape.top);
  const int64_t all = shape.among == kNoMeasure ? n : units_in(sums, shape.among);
  if (all == 0) return undefined("no_data");
  Estimate estimate = events(n, {{sums.name(shape.top), number_of(n), Unit::count}});
  if (n == 0) estimate.n = all;
  return estimate;
}

Estimate number_of_rows(const Shape& shape, const Sums& sums) {
  const int64_t n = units_in(sums, shape.top);
  if (n == 0) return undefined("no_data");
  return full_count(n, n, {{sums.name(shape.top), number_of(n), Unit::count}});
}

// 0 where there are others, and none without an amount: `bottom` are the rows with and without one.
bool is_none(const Shape& shape, const Sums& sums) {
  return shape.among != kNoMeasure && sums.rows(shape.among) > 0 && sums.rows(shape.bottom) == 0;
}

// Of numbers that are no money.
Estimate sum_of(const Shape& shape, const Sums& sums, Unit unit) {
  const partial::Sum& sum = sums.number(shape.top);
  if (sum.n == 0 && !is_none(shape, sums)) return undefined("no_data");
  Estimate estimate;
  estimate.value = total_in(sum);
  estimate.n = sum.n;
  estimate.parts = {{sums.name(shape.top), *estimate.value, unit},
                    {sums.name(shape.bottom), number_of(sum.n), Unit::count}};
  return estimate;
}

Estimate total_of(const Shape& shape, const Sums& sums, Unit unit) {
  if (sums.take(shape.top) == Take::number) return sum_of(shape, sums, unit);
  const partial::Money& money = sums.amount(shape.top);
  const std::string_view why_not = is_none(shape, sums) ? "" : no_sum(money);
  if (!why_not.empty()) return undefined(why_not, money.n());
  Estimate estimate;
  estimate.value = amount_of(money);
  estimate.n = money.n();
  estimate.currency = dataset::name_of(money.currency());
  estimate.parts = {{sums.name(shape.top), *estimate.value, Unit::money},
                    {sums.name(shape.bottom), number_of(money.n()), Unit::count}};
  return estimate;
}

// Several rows may be of one unit.
void count_units(Estimate& estimate, const Shape& shape, const Sums& sums) {
  const int64_t units = shape.counted == kNoMeasure ? 0 : units_in(sums, shape.counted);
  if (units > 0) estimate.n = units;
}

Estimate ratio_of(const Shape& shape, const Sums& sums, const Context& context) {
  const partial::Money& top = sums.amount(shape.top);
  const partial::Money& all = sums.amount(shape.bottom);
  if (const auto why_not = no_sum(all); !why_not.empty()) return undefined(why_not, all.n());
  if (!common_currency({&top, &all})) return undefined("mixed_currency", all.n());
  const double rest = amount_of(all) - amount_of(top);
  Parts parts{{sums.name(shape.top), amount_of(top), Unit::money},
              shape.rest.empty() ? Part{sums.name(shape.bottom), amount_of(all), Unit::money}
                                 : Part{shape.rest, rest, Unit::money}};
  if (all.sum() == 0) return undefined("zero_denominator", all.n(), std::move(parts));
  Estimate estimate;
  estimate.value = amount_of(top) / amount_of(all);
  estimate.n = all.n();
  count_units(estimate, shape, sums);
  estimate.currency = dataset::name_of(all.currency());
  estimate.parts = std::move(parts);
  bracket_spread(estimate, shape, sums, context.plan.seed);
  return estimate;
}

Estimate mean_of(const Shape& shape, const Sums& sums, const Context& context) {
  const partial::Money& money = sums.amount(shape.top);
  const partial::Quantiles& values = sums.values(shape.bottom);
  if (const auto why_not = no_sum(money); !why_not.empty()) return undefined(why_not, money.n());
  Estimate estimate = mean(values, base::kOne, context.plan.seed,
                           {{sums.name(shape.top), amount_of(money), Unit::money},
                            {sums.name(shape.bottom), number_of(money.n()), Unit::count},
                            {"median", values.quantile(0.5) / base::kOne, Unit::money}});
  estimate.currency = dataset::name_of(money.currency());
  return estimate;
}

// Values are kept in millionths, days as they are.
void scale(Estimate& estimate, double one) {
  for (std::optional<double>* number : {&estimate.value, &estimate.low, &estimate.high}) {
    if (*number) **number /= one;
  }
}

Estimate median_of(const Shape& shape, const Sums& sums, Unit unit) {
  const partial::Quantiles& values = sums.values(shape.top);
  const partial::Money* money = shape.bottom == kNoMeasure ? nullptr : &sums.amount(shape.bottom);
  if (values.n() == 0) return undefined("no_data");
  if (money != nullptr && money->mixed()) return undefined("mixed_currency", values.n());
  const double one = sums.take(shape.top) == Take::days ? 1 : number_of(base::kOne);
  base::Int128 sum = 0;
  values.each([&](int64_t value, int64_t times) { sum += static_cast<base::Int128>(value) * times; });
  Estimate estimate = median(values, {{sums.name(shape.top), number_of(values.n()), Unit::count},
                                      {"median", values.quantile(0.5) / one, unit},
                                      {"mean", static_cast<double>(sum) / number_of(values.n()) / one, unit},
                                      {"p25", values.quantile(0.25) / one, unit},
                                      {"p75", values.quantile(0.75) / one, unit},
                                      {"p90", values.quantile(0.9) / one, unit}});
  scale(estimate, one);
  if (money != nullptr) estimate.currency = dataset::name_of(money->currency());
  return estimate;
}

// A median in hours is kept in minutes.
double in_unit(double duration, const Sums& sums, std::size_t m) {
  return sums.take(m) == Take::minutes_waited ? duration / 60 : duration;
}

Estimate waiting_of(const Shape& shape, const Sums& sums) {
  const partial::Survival& waited = sums.waited(shape.top);
  const Unit unit = sums.take(shape.top) == Take::minutes_waited ? Unit::hours : Unit::days;
  const int64_t n = waited.n();
  if (n == 0) return undefined("no_data");
  Parts parts{{sums.name(shape.top), number_of(n), Unit::count}, {"waiting", number_of(waited.open.n()), Unit::count}};
  const stats::KaplanMeier curve(waited);
  const auto median = curve.quantile(0.5);
  if (!median) return undefined("not_reached", n, std::move(parts));
  Estimate estimate;
  estimate.value = in_unit(*median, sums, shape.top);
  estimate.n = n;
  parts.push_back({"median", *estimate.value, unit});
  if (const auto p90 = curve.quantile(0.9)) parts.push_back({"p90", in_unit(*p90, sums, shape.top), unit});
  estimate.parts = std::move(parts);
  const stats::OpenInterval interval = curve.quantile_interval(0.5);
  if (interval.low && interval.high) {
    bracket(estimate, "kaplan_meier",
            stats::Interval{in_unit(*interval.low, sums, shape.top), in_unit(*interval.high, sums, shape.top)});
  }
  return estimate;
}

Estimate units_of(const Shape& shape, const Sums& sums) {
  const int64_t n = units_in(sums, shape.top);
  if (n == 0) return undefined("no_data");
  return full_count(n, sums.rows(shape.top), {{sums.name(shape.top), number_of(n), Unit::count}});
}

// What one side of a quotient comes to.
Part side_of(const Sums& sums, std::size_t m) {
  switch (sums.take(m)) {
    case Take::amount:
      return {sums.name(m), amount_of(sums.amount(m)), Unit::money};
    case Take::number:
      return {sums.name(m), total_in(sums.number(m)), Unit::count};
    default:
      return {sums.name(m), number_of(units_in(sums, m)), Unit::count};
  }
}

Estimate per_of(const Shape& shape, const Sums& sums, const Context& context) {
  static const partial::Money kNone;
  const auto money_in = [&](std::size_t m) { return sums.take(m) == Take::amount ? &sums.amount(m) : &kNone; };
  const bool summed = sums.take(shape.bottom) == Take::amount || sums.take(shape.bottom) == Take::number;
  const int64_t n = sums.rows(shape.top);
  const partial::Money& top_money = *money_in(shape.top);
  if (&top_money != &kNone) {
    if (const auto why_not = no_sum(top_money); !why_not.empty()) return undefined(why_not, n);
  }
  const auto currency = common_currency({&top_money, money_in(shape.bottom)});
  if (!currency) return undefined("mixed_currency", n);
  const Part top = side_of(sums, shape.top);
  const Part bottom = side_of(sums, shape.bottom);
  Parts parts{top, bottom};
  if (bottom.value == 0) return undefined(n == 0 ? "no_data" : "zero_denominator", n, std::move(parts));
  Estimate estimate;
  estimate.value = top.value / bottom.value;
  estimate.n = summed ? sums.rows(shape.bottom) : static_cast<int64_t>(bottom.value);
  count_units(estimate, shape, sums);
  if (&top_money != &kNone) estimate.currency = dataset::name_of(*currency);
  estimate.parts = std::move(parts);
  bracket_spread(estimate, shape, sums, context.plan.seed);
  return estimate;
}

Estimate rate_of(const Shape& shape, const Sums& sums, Unit unit) {
  const int64_t events = units_in(sums, shape.top);
  const int64_t units = units_in(sums, shape.bottom);
  const double exposure = number_of(units) / (unit == Unit::per_thousand ? 1000 : 1);
  Parts parts{{sums.name(shape.top), number_of(events), Unit::count},
              {sums.name(shape.bottom), number_of(units), Unit::count}};
  if (exposure == 0) return undefined(events == 0 ? "no_data" : "zero_denominator", events, std::move(parts));
  Estimate estimate;
  estimate.value = number_of(events) / exposure;
  estimate.n = units;
  estimate.parts = std::move(parts);
  bracket(estimate, "poisson", stats::garwood_rate(events, exposure));
  return estimate;
}

Estimate average_of(const Shape& shape, const Sums& sums, const Context& context) {
  const partial::Quantiles& values = sums.values(shape.top);
  const int64_t one = sums.take(shape.top) == Take::days ? 1 : base::kOne;
  return mean(values, one, context.plan.seed, {{sums.name(shape.top), number_of(values.n()), Unit::count}});
}

}  // namespace

Estimate finish(const Shape& shape, const Sums& sums, const Context& context, Unit unit) {
  if (rests_on_links(shape, context.plan) && sums.rows(shape.linked) == 0 && sums.rows(shape.rows()) > 0) {
    return undefined("no_links", sums.rows(shape.rows()));
  }
  switch (shape.form) {
    case Form::share:
      return share_of(shape, sums, context);
    case Form::common:
      return common_of(shape, sums);
    case Form::events:
      return events_of(shape, sums);
    case Form::number:
      return number_of_rows(shape, sums);
    case Form::total:
      return total_of(shape, sums, unit);
    case Form::ratio:
      return ratio_of(shape, sums, context);
    case Form::mean:
      return mean_of(shape, sums, context);
    case Form::median:
      return median_of(shape, sums, unit);
    case Form::waiting:
      return waiting_of(shape, sums);
    case Form::units:
      return units_of(shape, sums);
    case Form::per:
      return per_of(shape, sums, context);
    case Form::rate:
      return rate_of(shape, sums, unit);
    case Form::average:
      return average_of(shape, sums, context);
    case Form::own:
      break;
  }
  return shape.finish(sums, context);
}

}  // namespace pegel::kpis
