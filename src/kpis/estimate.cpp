#include "kpis/estimate.h"

#include "partial/moments.h"
#include "stats/bootstrap.h"
#include "stats/estimates.h"
#include "stats/linearised.h"

namespace pegel::kpis {
namespace {

constexpr int64_t kEnoughForT = 10;
constexpr int64_t kEnoughForBootstrap = 5;
constexpr double kSkewed = 1.5;

std::optional<stats::Interval> resampled_mean(const partial::Quantiles& values, int64_t per_unit, uint64_t seed) {
  const std::vector<int64_t> ascending = values.ascending();
  const auto statistic = [&](stats::Picks picks) {
    base::Int128 sum = 0;
    for (const uint32_t pick : picks) sum += ascending[pick];
    return static_cast<double>(sum) / static_cast<double>(picks.size()) / static_cast<double>(per_unit);
  };
  return stats::bootstrap(static_cast<uint32_t>(values.n()), seed, statistic);
}

stats::Interval linearised_mean(const partial::Quantiles& values, double mean, int64_t per_unit) {
  std::vector<double> influences;
  influences.reserve(static_cast<std::size_t>(values.n()));
  const double centre = mean * static_cast<double>(per_unit);
  values.each([&](int64_t value, int64_t times) {
    const double influence = (static_cast<double>(value) - centre) / static_cast<double>(per_unit);
    influences.insert(influences.end(), static_cast<std::size_t>(times), influence);
  });
  return stats::linearised(mean, influences).within(stats::kZ95);
}

}  // namespace

void bracket(Estimate& estimate, std::string_view method, std::optional<stats::Interval> interval) {
  if (!interval) return;
  estimate.low = interval->low;
  estimate.high = interval->high;
  estimate.method = method;
}

Estimate undefined(std::string_view reason, int64_t n, Parts parts) {
  Estimate estimate;
  estimate.n = n;
  estimate.undefined = reason;
  estimate.parts = std::move(parts);
  return estimate;
}

Estimate share(const partial::Ratio& ratio, Parts parts) {
  const int64_t n = ratio.n.n;
  if (n == 0) return undefined("no_data", 0, std::move(parts));
  Estimate estimate;
  estimate.value = static_cast<double>(ratio.x.n) / static_cast<double>(n);
  estimate.n = n;
  estimate.parts = std::move(parts);
  bracket(estimate, "wilson", stats::wilson(ratio.x.n, n));
  return estimate;
}

Estimate events(int64_t count, Parts parts) {
  Estimate estimate;
  estimate.value = static_cast<double>(count);
  estimate.n = count;
  estimate.parts = std::move(parts);
  bracket(estimate, "poisson", stats::garwood(count));
  return estimate;
}

Estimate full_count(int64_t count, int64_t n, Parts parts) {
  Estimate estimate;
  estimate.value = static_cast<double>(count);
  estimate.n = n;
  estimate.parts = std::move(parts);
  estimate.full_count = true;
  return estimate;
}

Estimate median(const partial::Quantiles& values, Parts parts) {
  if (values.n() == 0) return undefined("no_data", 0, std::move(parts));
  Estimate estimate;
  estimate.value = values.quantile(0.5);
  estimate.n = values.n();
  estimate.parts = std::move(parts);
  if (const auto ranks = stats::order_statistics(values.n(), 0.5)) {
    bracket(estimate, "order_statistics",
            stats::Interval{static_cast<double>(values.at(ranks->low)), static_cast<double>(values.at(ranks->high))});
  }
  return estimate;
}

Estimate mean(const partial::Quantiles& values, int64_t per_unit, uint64_t seed, Parts parts) {
  if (values.n() == 0) return undefined("no_data", 0, std::move(parts));
  partial::Moments moments;
  values.add_to(moments, base::kOne / per_unit);
  const double middle = values.quantile(0.5) / static_cast<double>(per_unit);
  Estimate estimate;
  estimate.value = moments.mean();
  estimate.n = values.n();
  estimate.parts = std::move(parts);
  const bool alike = *estimate.value > 0 && *estimate.value <= kSkewed * middle && middle <= kSkewed * *estimate.value;
  if (values.n() >= kEnoughForT && alike) {
    bracket(estimate, "student_t", stats::student_t(*estimate.value, moments.standard_deviation(), values.n()));
  } else if (values.n() > static_cast<int64_t>(stats::kMostResampled)) {
    bracket(estimate, "linearised", linearised_mean(values, *estimate.value, per_unit));
  } else if (values.n() >= kEnoughForBootstrap) {
    bracket(estimate, "bootstrap", resampled_mean(values, per_unit, seed));
  }
  return estimate;
}

std::string_view no_sum(const partial::Money& money) {
  return money.n() == 0 ? "no_data" : money.mixed() ? "mixed_currency" : "";
}

std::optional<uint32_t> common_currency(std::initializer_list<const partial::Money*> amounts) {
  uint32_t currency = 0;
  for (const partial::Money* money : amounts) {
    const uint32_t own = money->n() == 0 ? 0 : money->currency();
    if (money->mixed() || (currency != 0 && own != 0 && own != currency)) return std::nullopt;
    if (own != 0) currency = own;
  }
  return currency;
}

double amount_of(const partial::Money& money) { return base::to_double(money.sum()); }

}  // namespace pegel::kpis
