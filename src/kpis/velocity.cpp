#include "kpis/velocity.h"

#include <algorithm>
#include <cmath>

#include "kpis/estimate.h"
#include "kpis/kpi.h"
#include "partial/moments.h"
#include "stats/bootstrap.h"
#include "stats/elementary.h"
#include "stats/linearised.h"
#include "stats/median.h"

namespace pegel::kpis {
namespace {

constexpr int64_t kEnough = 5;

// The four factors over some of the deals.
struct Factors {
  double decided = 0;
  double won = 0;
  double priced = 0;  // won, of an amount that is neither missing nor 0
  double amount = 0;
  double timed = 0;  // won, of known days
  double cycle = 0;  // median days, at least 1; 0: unknown

  double velocity() const { return priced == 0 || cycle == 0 ? 0 : won * amount / priced / cycle; }
};

bool priced(const partial::Deal& deal) { return deal.status == Status::won && deal.has_amount() && deal.amount != 0; }

bool timed(const partial::Deal& deal) { return deal.status == Status::won && deal.has_days(); }

// Few deals, ready to be drawn again and again.
class Resampled {
 public:
  Resampled(const std::vector<partial::Deal>& deals, std::vector<int32_t> days) : days_(std::move(days)) {
    for (const partial::Deal& deal : deals) {
      units_.push_back({deal.status == Status::won, priced(deal) ? deal.amount : 0,
                        timed(deal) ? days_.rank_of(deal.days) : kNoRank});
    }
  }

  double velocity(stats::Picks picks) {
    Factors f;
    base::Int128 amount = 0;
    days_.clear();
    for (const uint32_t pick : picks) {
      const Unit& unit = units_[pick];
      if (!unit.won) continue;
      f.won += 1;
      if (unit.days != kNoRank) days_.add(unit.days);
      f.priced += unit.amount != 0 ? 1 : 0;
      amount += unit.amount;
    }
    f.amount = base::to_double(amount);
    if (const auto median = days_.median()) f.cycle = std::max(1.0, *median);
    return f.velocity();
  }

 private:
  static constexpr uint32_t kNoRank = UINT32_MAX;
  struct Unit {
    bool won;
    Micros amount;  // 0: not priced
    uint32_t days;  // the counter's rank
  };
  stats::MedianCounter days_;
  std::vector<Unit> units_;
};

// Deals by the days that they took.
class ByDays {
 public:
  explicit ByDays(const partial::DecidedDeals& deals) : won_(deals.won_by_days()), days_(days_of(won_), 1) {}

  Factors factors(int64_t decided, const partial::Money& money) const {
    Factors f;
    f.decided = static_cast<double>(decided);
    won_.each([&](int32_t days, const partial::WonAlike& won) {
      f.won += static_cast<double>(won.n());
      f.priced += static_cast<double>(won.amounts.n());
      f.timed += days == partial::Deal::kNoDays ? 0 : static_cast<double>(won.n());
    });
    f.amount = amount_of(money);
    f.cycle = days_.value();
    return f;
  }
  // The standard error of the logarithm of won · amount / priced / cycle, differentiated by each of the four, over all
  // deals decided: as stats::linearised has it of each deal's influence.
  double error_of_log(const Factors& f) const {
    double squares = 0;
    double sum = 0;
    const auto add = [&](double n, double mean) {
      sum += n * mean;
      squares += n * mean * mean;
    };
    const double by_amount = f.decided / f.amount;
    won_.each([&](int32_t days, const partial::WonAlike& won) {
      const bool timed = days != partial::Deal::kNoDays;
      const double each = f.decided / f.won - (timed ? f.decided / f.timed * days_.influence(days) : 0);
      add(static_cast<double>(won.unpriced.n), each);
      const auto n = static_cast<double>(won.amounts.n());
      if (n == 0) return;
      add(n, each - f.decided / f.priced + by_amount * won.amounts.mean());
      const double deviation = n < 2 ? 0 : by_amount * won.amounts.standard_deviation();
      squares += (n - 1) * deviation * deviation;
    });
    const double mean = sum / f.decided;
    return std::sqrt(std::max(0.0, squares / f.decided - mean * mean) / f.decided);
  }

 private:
  static std::vector<stats::Repeated> days_of(const partial::Daily<partial::WonAlike>& won) {
    std::vector<stats::Repeated> list;
    won.each([&](int32_t days, const partial::WonAlike& some) {
      if (days != partial::Deal::kNoDays) list.push_back({days, some.n()});
    });
    return list;
  }

  partial::Daily<partial::WonAlike> won_;
  stats::LinearMedian days_;
};

// A quotient by a median is nearer to log-normal than to normal. An amount that is not positive has no logarithm, and no
// interval.
std::optional<stats::Interval> linearised(const ByDays& deals, const Factors& f) {
  if (f.amount <= 0) return std::nullopt;
  const double factor = stats::exp(stats::kZ95 * deals.error_of_log(f));
  return stats::Interval{f.velocity() / factor, f.velocity() * factor};
}

std::optional<stats::Interval> resampled(const partial::DecidedDeals& decided, uint64_t seed) {
  const std::vector<partial::Deal>& deals = decided.sorted();
  std::vector<int32_t> days;
  for (const partial::Deal& deal : deals) {
    if (timed(deal)) days.push_back(deal.days);
  }
  Resampled resamples(deals, std::move(days));
  const auto velocity = [&](stats::Picks picks) { return resamples.velocity(picks); };
  return stats::bootstrap(static_cast<uint32_t>(deals.size()), seed, velocity);
}

static_assert(stats::kMostResampled <= partial::DecidedDeals::kMostApart);

}  // namespace

Estimate velocity(const Sums& sums, const Context& context, const VelocityMeasures& at) {
  const partial::DecidedDeals& decided = sums.decided(at.decided);
  const partial::Money& won = sums.amount(at.won);
  const int64_t n = decided.n();
  if (const auto why_not = no_sum(won); !why_not.empty()) return undefined(why_not, n);
  const ByDays by_days(decided);
  const Factors f = by_days.factors(n, won);
  if (f.priced == 0 || f.cycle == 0) return undefined("no_data", n);
  const double opportunities = at.open == kNoMeasure ? f.decided : static_cast<double>(sums.rows(at.open));
  const double share = opportunities / f.decided;  // of as many opportunities as were decided
  Estimate estimate;
  estimate.value = f.velocity() * share;
  estimate.n = n;
  estimate.currency = dataset::name_of(won.currency());
  estimate.parts = {{"opportunities", opportunities, Unit::count},
                    {"win_rate", f.won / f.decided, Unit::share},
                    {"deal_size", f.amount / f.priced, Unit::money},
                    {"cycle", f.cycle, Unit::days}};
  if (n < kEnough) return estimate;
  const bool few = n <= static_cast<int64_t>(stats::kMostResampled);
  if (const auto interval = few ? resampled(decided, context.plan.seed) : linearised(by_days, f)) {
    bracket(estimate, few ? "bootstrap" : "linearised", stats::Interval{interval->low * share, interval->high * share});
  }
  return estimate;
}

Estimate mean_cycle(const partial::Quantiles& days, const Context& context) {
  Estimate estimate = mean(days, 1, context.plan.seed, {{"won", static_cast<double>(days.n()), Unit::count}});
  if (!estimate.value) return estimate;
  estimate.parts.push_back({"mean", *estimate.value, Unit::days});
  estimate.parts.push_back({"median", days.quantile(0.5), Unit::days});
  if (*estimate.value > 0) estimate.parts.push_back({"per_30_days", 30 / *estimate.value, Unit::count});
  return estimate;
}

}  // namespace pegel::kpis
