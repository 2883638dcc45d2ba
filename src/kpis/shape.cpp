// Sums to Estimates: the shapes that most KPIs have.

#include "kpis/estimate.h"
#include "kpis/sums.h"

namespace pegel::kpis {

namespace {

double number_of(int64_t n) { return static_cast<double>(n); }

Estimate share_of(const Shape& shape, const Sums& sums) {
  partial::Ratio ratio;
  ratio.x.n = sums.rows(shape.top);
  ratio.n.n = sums.rows(shape.bottom);
  const Part rest = shape.rest.empty() ? Part{sums.name(shape.bottom), number_of(ratio.n.n), Unit::count}
                                       : Part{shape.rest, number_of(ratio.n.n - ratio.x.n), Unit::count};
  return share(ratio, {{sums.name(shape.top), number_of(ratio.x.n), Unit::count}, rest});
}

Estimate events_of(const Shape& shape, const Sums& sums) {
  const int64_t n = sums.rows(shape.top);
  const int64_t all = shape.among == kNoMeasure ? n : sums.rows(shape.among);
  if (all == 0) return undefined("no_data");
  Estimate estimate = events(n, {{sums.name(shape.top), number_of(n), Unit::count}});
  if (n == 0) estimate.n = all;
  return estimate;
}

Estimate number_of_rows(const Shape& shape, const Sums& sums) {
  const int64_t n = sums.rows(shape.top);
  if (n == 0) return undefined("no_data");
  Estimate estimate;
  estimate.value = number_of(n);
  estimate.n = n;
  estimate.parts = {{sums.name(shape.top), *estimate.value, Unit::count}};
  return estimate;
}

// 0 where there are others, and none without an amount: `bottom` are the rows with and without one.
bool is_none(const Shape& shape, const Sums& sums) {
  return shape.among != kNoMeasure && sums.rows(shape.among) > 0 && sums.rows(shape.bottom) == 0;
}

Estimate total_of(const Shape& shape, const Sums& sums) {
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

Estimate ratio_of(const Shape& shape, const Sums& sums) {
  const partial::Money& top = sums.amount(shape.top);
  const partial::Money& all = sums.amount(shape.bottom);
  if (const auto why_not = no_sum(all); !why_not.empty()) return undefined(why_not, all.n());
  const double rest = amount_of(all) - amount_of(top);
  Parts parts{{sums.name(shape.top), amount_of(top), Unit::money},
              shape.rest.empty() ? Part{sums.name(shape.bottom), amount_of(all), Unit::money}
                                 : Part{shape.rest, rest, Unit::money}};
  if (all.sum() == 0) return undefined("zero_denominator", all.n(), std::move(parts));
  Estimate estimate;
  estimate.value = amount_of(top) / amount_of(all);
  estimate.n = all.n();
  estimate.currency = dataset::name_of(all.currency());
  estimate.parts = std::move(parts);
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

Estimate median_of(const Shape& shape, const Sums& sums) {
  const partial::Quantiles& days = sums.values(shape.top);
  if (days.n() == 0) return undefined("no_data");
  int64_t sum = 0;
  days.each([&](int64_t value, int64_t times) { sum += value * times; });
  return median(days, {{sums.name(shape.top), number_of(days.n()), Unit::count},
                       {"median", days.quantile(0.5), Unit::days},
                       {"mean", number_of(sum) / number_of(days.n()), Unit::days},
                       {"p25", days.quantile(0.25), Unit::days},
                       {"p75", days.quantile(0.75), Unit::days},
                       {"p90", days.quantile(0.9), Unit::days}});
}

}  // namespace

Estimate finish(const Shape& shape, const Sums& sums, const Context& context) {
  switch (shape.form) {
    case Form::share:
      return share_of(shape, sums);
    case Form::events:
      return events_of(shape, sums);
    case Form::number:
      return number_of_rows(shape, sums);
    case Form::total:
      return total_of(shape, sums);
    case Form::ratio:
      return ratio_of(shape, sums);
    case Form::mean:
      return mean_of(shape, sums, context);
    case Form::median:
      return median_of(shape, sums);
    case Form::own:
      break;
  }
  return shape.finish(sums, context);
}

}  // namespace pegel::kpis
