#include <algorithm>

#include "kpis/deals.h"
#include "kpis/estimate.h"
#include "stats/bootstrap.h"

namespace pegel::kpis {
namespace {

constexpr int64_t kEnough = 5;

// The four factors over some of the deals.
struct Factors {
  double decided = 0;
  double won = 0;
  double priced = 0;  // won, of an amount that is neither missing nor 0
  double amount = 0;
  double cycle = 0;  // median days, at least 1; 0: unknown

  double velocity() const { return priced == 0 || cycle == 0 ? 0 : won * amount / priced / cycle; }
};

double median_days(std::vector<int32_t>& days) {
  if (days.empty()) return 0;
  const auto middle = days.begin() + static_cast<std::ptrdiff_t>(days.size() / 2);
  std::nth_element(days.begin(), middle, days.end());
  double median = *middle;
  if (days.size() % 2 == 0) median = (median + *std::max_element(days.begin(), middle)) / 2;
  return std::max(1.0, median);
}

template <class Pick>
Factors factors(const std::vector<partial::Deal>& deals, std::size_t n, const Pick& pick) {
  Factors f;
  std::vector<int32_t> days;
  base::Int128 amount = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const partial::Deal& deal = deals[pick(i)];
    f.decided += 1;
    if (deal.status != Status::won) continue;
    f.won += 1;
    if (deal.has_days()) days.push_back(deal.days);
    if (!deal.has_amount() || deal.amount == 0) continue;
    f.priced += 1;
    amount += deal.amount;
  }
  f.amount = base::to_double(amount);
  f.cycle = median_days(days);
  return f;
}

struct SalesVelocity {
  struct Partial {
    partial::Deals decided;
    partial::Money won;
    auto fields() { return std::tie(decided, won); }
    auto fields() const { return std::tie(decided, won); }
  };

  static Use add(Partial& p, const Row& row) {
    const Use use = decided(row.status());
    if (use != Use::used) return use;
    const partial::Deal deal = deal_of(row);
    p.decided.add(deal);
    if (deal.status == Status::won && deal.has_amount()) p.won.add(deal.currency, deal.amount);
    return use;
  }

  static Estimate finish(const Partial& p, const Context& context) {
    const std::vector<partial::Deal>& deals = p.decided.sorted();
    const auto n = static_cast<int64_t>(deals.size());
    if (const auto why_not = no_sum(p.won); !why_not.empty()) return undefined(why_not, n);
    const Factors f = factors(deals, deals.size(), [](std::size_t i) { return i; });
    if (f.priced == 0 || f.cycle == 0) return undefined("no_data", n);
    Estimate estimate;
    estimate.value = f.velocity();
    estimate.n = n;
    estimate.currency = dataset::name_of(p.won.currency());
    estimate.parts = {{"opportunities", f.decided, Unit::count},
                      {"win_rate", f.won / f.decided, Unit::share},
                      {"deal_size", f.amount / f.priced, Unit::money},
                      {"cycle", f.cycle, Unit::days}};
    if (n >= kEnough) bracket(estimate, deals, context.plan.seed);
    return estimate;
  }

  static void bracket(Estimate& estimate, const std::vector<partial::Deal>& deals, uint64_t seed) {
    const auto n = static_cast<double>(deals.size());
    const auto statistic = [&](stats::Picks picks) {
      const Factors f = factors(deals, picks.size(), [&](std::size_t i) { return picks[i]; });
      return f.velocity() * n / static_cast<double>(picks.size());
    };
    const auto interval = stats::bootstrap(static_cast<uint32_t>(deals.size()), *estimate.value, seed, statistic);
    estimate.low = interval->low;
    estimate.high = interval->high;
    estimate.method = "bootstrap";
  }

  static Card card() {
    return {
        .id = "sales_velocity",
        .name = "Sales velocity",
        .meaning = "The money that deals bring a day: how many, how often won, how large, how fast.",
        .formula = "{opportunities} * {win_rate} * {deal_size} / {cycle}",
        .source = "Opportunities decided in the period; median days, at least 1; interval: bootstrap over deals",
        .kind = Kind::deals,
        .needs = {Role::status, Role::amount, Role::created, Role::closed},
        .uses = {Role::currency},
        .unit = Unit::money_per_day,
        .direction = Direction::up,
        .semantic = Semantic::flow,
        .date = Role::closed,
        .variants = {{"decided", "opportunities decided in the period", true}, {"open", "opportunities open now"}},
        .sql =
            "SELECT won * size / CASE WHEN cycle < 1 THEN 1 ELSE cycle END AS value\n"
            "FROM (SELECT count(*) FILTER (WHERE status = 'won') AS won,\n"
            "             avg(amount) FILTER (WHERE status = 'won' AND amount <> 0) AS size,\n"
            "             median(closed - created) FILTER (WHERE status = 'won' AND closed >= created) AS cycle\n"
            "      FROM deals) AS factors",
        .examples = {{.header = "deal_id,status,created,closed,amount",
                      .rows = {{10, "D#,won,2026-01-01,2026-02-20,8000"}, {30, "D#,lost,2026-01-06,2026-02-11,5000"}},
                      .value = 1600,
                      .n = 40},
                     {.header = "deal_id,status,created,closed,amount",
                      .rows = {{10, "D#,won,2026-01-01,2026-02-15,8000"}, {30, "D#,lost,2026-01-06,2026-02-11,5000"}},
                      .value = 1777.7778,
                      .n = 40},
                     {.header = "deal_id,status,created,closed,amount",
                      .rows = {{2, "D#,won,2026-01-01,2026-01-01,300"}},
                      .value = 600,
                      .n = 2},
                     {.header = "deal_id,status,created,closed,amount",
                      .rows = {{4, "D#,lost,2026-01-01,2026-02-15,8000"}},
                      .value = {},
                      .n = 4,
                      .undefined = "no_data"}},
    };
  }
};

}  // namespace

PEGEL_KPI(sales_velocity, SalesVelocity);

}  // namespace pegel::kpis
