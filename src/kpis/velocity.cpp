#include "kpis/velocity.h"

#include <algorithm>
#include <array>
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

std::vector<int32_t> days_of(const std::vector<partial::Deal>& deals) {
  std::vector<int32_t> days;
  for (const partial::Deal& deal : deals) {
    if (timed(deal)) days.push_back(deal.days);
  }
  return days;
}

// Few deals, ready to be drawn again and again.
class Resampled {
 public:
  explicit Resampled(const std::vector<partial::Deal>& deals) : days_(days_of(deals)) {
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

Factors factors_of(const partial::Deals& deals, const partial::Money& won, const stats::LinearMedian& days) {
  Factors f;
  for (const partial::Deal& deal : deals.values()) {
    f.decided += 1;
    f.won += deal.status == Status::won ? 1 : 0;
    f.priced += priced(deal) ? 1 : 0;
    f.timed += timed(deal) ? 1 : 0;
  }
  f.amount = amount_of(won);
  f.cycle = days.value();
  return f;
}

// Deals won that move the velocity alike, but for their amount.
struct Alike {
  double unpriced = 0;
  partial::Moments amounts;  // of those priced
};

// The standard error of the logarithm of won · amount / priced / cycle, differentiated by each of the four, over all deals
// decided: as stats::linearised has it of each deal's influence.
double error_of(const std::vector<partial::Deal>& deals, const Factors& f, const stats::LinearMedian& days) {
  constexpr int kUntimed = -2;
  std::array<Alike, 4> groups;
  for (const partial::Deal& deal : deals) {
    if (deal.status != Status::won) continue;
    Alike& group = groups[static_cast<std::size_t>((timed(deal) ? days.side(deal.days) : kUntimed) - kUntimed)];
    if (priced(deal)) {
      group.amounts.add(deal.amount);
    } else {
      group.unpriced += 1;
    }
  }
  const double by_amount = f.decided / f.amount;
  double squares = 0;
  double sum = 0;
  for (int side = kUntimed; side <= 1; ++side) {
    const auto& [unpriced, amounts] = groups[static_cast<std::size_t>(side - kUntimed)];
    const auto n = static_cast<double>(amounts.n());
    const double each = f.decided / f.won - (side == kUntimed ? 0 : f.decided / f.timed * days.influence_of(side));
    const double mean = n == 0 ? 0 : each - f.decided / f.priced + by_amount * amounts.mean();
    const double deviation = n < 2 ? 0 : by_amount * amounts.standard_deviation();
    sum += unpriced * each + n * mean;
    squares += unpriced * each * each + n * mean * mean + (n - 1) * deviation * deviation;
  }
  const double mean = sum / f.decided;
  return std::sqrt(std::max(0.0, squares / f.decided - mean * mean) / f.decided);
}

// A quotient by a median is nearer to log-normal than to normal. An amount that is not positive has no logarithm, and no
// interval.
std::optional<stats::Interval> linearised(const std::vector<partial::Deal>& deals, const Factors& f,
                                          const stats::LinearMedian& days) {
  if (f.amount <= 0) return std::nullopt;
  const double factor = stats::exp(stats::kZ95 * error_of(deals, f, days));
  return stats::Interval{f.velocity() / factor, f.velocity() * factor};
}

std::optional<stats::Interval> interval_of(const partial::Deals& decided, const Factors& f,
                                           const stats::LinearMedian& days, uint64_t seed) {
  if (decided.size() > stats::kMostResampled) return linearised(decided.values(), f, days);
  Resampled resampled(decided.sorted());
  const auto velocity = [&](stats::Picks picks) { return resampled.velocity(picks); };
  return stats::bootstrap(static_cast<uint32_t>(decided.size()), seed, velocity);
}

}  // namespace

Estimate velocity(const Sums& sums, const Context& context, const VelocityMeasures& at) {
  const partial::Deals& decided = sums.deals(at.decided);
  const partial::Money& won = sums.amount(at.won);
  const auto n = static_cast<int64_t>(decided.size());
  if (const auto why_not = no_sum(won); !why_not.empty()) return undefined(why_not, n);
  const stats::LinearMedian days(days_of(decided.values()), 1);
  const Factors f = factors_of(decided, won, days);
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
  if (const auto interval = interval_of(decided, f, days, context.plan.seed)) {
    const char* method = decided.size() > stats::kMostResampled ? "linearised" : "bootstrap";
    bracket(estimate, method, stats::Interval{interval->low * share, interval->high * share});
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
