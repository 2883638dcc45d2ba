#include <algorithm>

#include "kpis/deals.h"
#include "kpis/estimate.h"
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
    const std::vector<partial::Deal>& deals = p.decided.values();
    const auto n = static_cast<int64_t>(deals.size());
    if (const auto why_not = no_sum(p.won); !why_not.empty()) return undefined(why_not, n);
    const stats::LinearMedian days(days_of(deals), 1);
    const Factors f = factors_of(p, days);
    if (f.priced == 0 || f.cycle == 0) return undefined("no_data", n);
    Estimate estimate;
    estimate.value = f.velocity();
    estimate.n = n;
    estimate.currency = dataset::name_of(p.won.currency());
    estimate.parts = {{"opportunities", f.decided, Unit::count},
                      {"win_rate", f.won / f.decided, Unit::share},
                      {"deal_size", f.amount / f.priced, Unit::money},
                      {"cycle", f.cycle, Unit::days}};
    if (deals.size() > stats::kMostResampled) {
      bracket(estimate, "linearised", linearised(deals, f, days));
    } else if (n >= kEnough) {
      Resampled resampled(p.decided.sorted());
      const auto velocity = [&](stats::Picks picks) { return resampled.velocity(picks); };
      bracket(estimate, "bootstrap", stats::bootstrap(static_cast<uint32_t>(n), context.plan.seed, velocity));
    }
    return estimate;
  }

  static Factors factors_of(const Partial& p, const stats::LinearMedian& days) {
    Factors f;
    for (const partial::Deal& deal : p.decided.values()) {
      f.decided += 1;
      f.won += deal.status == Status::won ? 1 : 0;
      f.priced += priced(deal) ? 1 : 0;
      f.timed += timed(deal) ? 1 : 0;
    }
    f.amount = amount_of(p.won);
    f.cycle = days.value();
    return f;
  }

  // The logarithm of won · amount / priced / cycle, differentiated by each of the four: a quotient by a median is nearer
  // to log-normal than to normal. An amount that is not positive has no logarithm, and no interval.
  static std::optional<stats::Interval> linearised(const std::vector<partial::Deal>& deals, const Factors& f,
                                                   const stats::LinearMedian& days) {
    if (f.amount <= 0) return std::nullopt;
    const double by_won = f.decided / f.won;
    const double by_amount = f.decided / f.amount;
    const double by_priced = f.decided / f.priced;
    const double by_days = f.decided / f.timed;
    std::vector<double> influences;
    influences.reserve(deals.size());
    for (const partial::Deal& deal : deals) {
      double influence = 0;
      if (deal.status == Status::won) influence += by_won;
      if (priced(deal)) influence += by_amount * base::to_double(deal.amount) - by_priced;
      if (timed(deal)) influence -= by_days * days.influence(deal.days);
      influences.push_back(influence);
    }
    const double factor = stats::exp(stats::kZ95 * stats::linearised(0, influences).error);
    return stats::Interval{f.velocity() / factor, f.velocity() * factor};
  }
};

constexpr Card kCard = {
    .id = "sales_velocity",
    .name = "Sales velocity",
    .meaning = "The money that deals bring a day: how many, how often won, how large, how fast.",
    .formula = "{opportunities} * {win_rate} * {deal_size} / {cycle}",
    .source =
        "Opportunities decided in the period; median days, at least 1; interval over deals: bootstrap, linearised "
        "for many",
    .kind = Kind::deals,
    .needs = {Role::status, Role::amount, Role::created, Role::closed},
    .uses = {Role::currency},
    .unit = Unit::money_per_day,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .variants = {{"decided", "opportunities decided in the period", true},
                 {"open", "opportunities open now", false, false}},
    .sql =
        "SELECT CASE WHEN currencies = 1 THEN won * size / CASE WHEN cycle < 1 THEN 1 ELSE cycle END END AS value\n"
        "FROM (SELECT count(*) FILTER (WHERE status = 'won') AS won,\n"
        "             avg(amount) FILTER (WHERE status = 'won' AND amount <> 0) AS size,\n"
        "             count(DISTINCT coalesce(currency, '')) FILTER (WHERE status = 'won' AND amount <> 0) AS "
        "currencies,\n"
        "             median(closed - created) FILTER (WHERE status = 'won' AND created >= DATE '1990-01-01'\n"
        "                                                AND closed BETWEEN created AND CURRENT_DATE) AS "
        "cycle\n"
        "      FROM deals) AS factors",
};

constexpr Example kExamples[] = {
    {.header = "deal_id,status,created,closed,amount",
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
     .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(sales_velocity, SalesVelocity, kCard, kExamples)

}  // namespace pegel::kpis
