#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

struct WinRate {
  using Partial = partial::Ratio;

  static Use add(Partial& p, const Row& row) {
    const Use use = decided(row.status());
    if (use == Use::used) p.add(row.status() == Status::won);
    return use;
  }

  static Estimate finish(const Partial& p, const Context&) {
    const auto won = static_cast<double>(p.x.n);
    const auto all = static_cast<double>(p.n.n);
    return share(p, {{"won", won, Unit::count}, {"lost", all - won, Unit::count}});
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
        .uses = {Role::closed},
        .unit = Unit::share,
        .direction = Direction::up,
        .semantic = Semantic::flow,
        .date = Role::closed,
        .variants = {{"decided", "won / (won + lost), by the day of the decision", true},
                     {"cohort", "won / all deals created in the period: see close_rate"},
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
                      .undefined = "no_data"}},
    };
  }
};

}  // namespace

PEGEL_KPI(win_rate, WinRate);

}  // namespace pegel::kpis
