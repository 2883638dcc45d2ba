#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

struct WinRate {
  struct Partial {
    partial::Ratio deals;  // won of decided
    partial::Money won;
    partial::Money lost;
    auto fields() { return std::tie(deals, won, lost); }
    auto fields() const { return std::tie(deals, won, lost); }
  };

  static Use add(Partial& p, const Row& row) {
    if (const Use use = decided(row.status()); use != Use::used) return use;
    const bool won = row.status() == Status::won;
    p.deals.add(won);
    const Micros amount = row.number(Role::amount);
    if (known(amount)) (won ? p.won : p.lost).add(row.currency(), amount);
    return row.variant == "value" ? known_or(amount, Use::no_amount) : Use::used;
  }

  static Estimate finish(const Partial& p, const Context& context) {
    if (context.variant == "value") return by_value(p);
    const auto won = static_cast<double>(p.deals.x.n);
    const auto all = static_cast<double>(p.deals.n.n);
    return share(p.deals, {{"won", won, Unit::count}, {"lost", all - won, Unit::count}});
  }

  static Estimate by_value(const Partial& p) {
    partial::Money all = p.won;
    all.merge(p.lost);
    if (const auto why_not = no_sum(all); !why_not.empty()) return undefined(why_not, all.n());
    Parts parts{{"won", amount_of(p.won), Unit::money}, {"lost", amount_of(p.lost), Unit::money}};
    if (all.sum() == 0) return undefined("zero_denominator", all.n(), std::move(parts));
    Estimate estimate;
    estimate.value = amount_of(p.won) / amount_of(all);
    estimate.n = all.n();
    estimate.currency = dataset::name_of(all.currency());
    estimate.parts = std::move(parts);
    return estimate;
  }

  static Card card() {
    return {
        .id = "win_rate",
        .name = "Win rate",
        .meaning = "The share of decided deals that were won.",
        .formula = "{won} / ({won} + {lost})",
        .source = "Decided deals only; over all deals that entered it is the close rate",
        .kind = Kind::deals,
        .needs = {Role::status},
        .uses = {Role::closed, Role::amount, Role::currency},
        .unit = Unit::share,
        .direction = Direction::up,
        .semantic = Semantic::flow,
        .date = Role::closed,
        .variants = {{"decided", "won / (won + lost), by the day of the decision", true},
                     {"cohort", "won / all deals created in the period: see close_rate", false, false},
                     {"value", "amount won / amount decided"}},
        .sql =
            "SELECT count(*) FILTER (WHERE status = 'won') * 1.0\n"
            "       / NULLIF(count(*) FILTER (WHERE status IN ('won', 'lost')), 0) AS value\n"
            "FROM deals",
        .examples = {{.header = "deal_id,status,created,closed",
                      .rows = {{12, "D#,won,2026-01-05,2026-02-10"},
                               {18, "D#,lost,2026-01-06,2026-02-11"},
                               {20, "D#,open,2026-01-07,"}},
                      .value = 0.4,
                      .low = 0.24593,
                      .high = 0.57679,
                      .n = 30},
                     {.header = "deal_id,status,created,closed",
                      .rows = {{1, "D#,won,2026-01-05,2026-02-10"}},
                      .value = 1,
                      .low = 0.20654,
                      .high = 1,
                      .n = 1},
                     {.header = "deal_id,status,created,closed",
                      .rows = {{5, "D#,lost,2026-01-05,2026-02-10"}},
                      .value = 0,
                      .low = 0,
                      .high = 0.43448,
                      .n = 5},
                     {.header = "deal_id,status,created,closed",
                      .rows = {{3, "D#,open,2026-01-05,"}},
                      .value = {},
                      .undefined = "no_data"},
                     {.header = "deal_id,status,created,closed,amount",
                      .rows = {{2, "D#,won,2026-01-05,2026-02-10,300"},
                               {1, "D#,won,2026-01-05,2026-02-10,"},
                               {4, "D#,lost,2026-01-05,2026-02-11,100"},
                               {1, "D#,open,2026-01-05,,700"}},
                      .value = 0.6,
                      .n = 6,
                      .variant = "value"},
                     {.header = "deal_id,status,created,closed,amount",
                      .rows = {{2, "D#,lost,2026-01-05,2026-02-10,0"}},
                      .value = {},
                      .n = 2,
                      .undefined = "zero_denominator",
                      .variant = "value"}},
    };
  }
};

}  // namespace

PEGEL_KPI(win_rate, WinRate);

}  // namespace pegel::kpis
