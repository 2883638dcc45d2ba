#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

struct CloseRate {
  struct Partial {
    partial::Ratio prospects;
    partial::Ratio qualified;
    auto fields() { return std::tie(prospects, qualified); }
    auto fields() const { return std::tie(prospects, qualified); }
  };

  static Use add(Partial& p, const Row& row) {
    const Status status = row.status();
    if (status == Status::unknown) return Use::unknown_status;
    p.prospects.add(status == Status::won);
    const bool qualified = row.flag(Role::qualified) == 1;
    if (qualified) p.qualified.add(status == Status::won);
    return row.variant == "qualified" && !qualified ? Use::unqualified : Use::used;
  }

  static Estimate finish(const Partial& p, const Context& context) {
    const partial::Ratio& ratio = context.variant == "qualified" ? p.qualified : p.prospects;
    return share(ratio, {{"won", static_cast<double>(ratio.x.n), Unit::count},
                         {"prospects", static_cast<double>(ratio.n.n), Unit::count}});
  }

  static Card card() {
    return {
        .id = "close_rate",
        .name = "Close rate",
        .meaning = "The share of all deals that entered in the period that were won, open ones included.",
        .formula = "{won} / {prospects}",
        .source = "All prospects; over decided deals only it is the win rate",
        .kind = Kind::deals,
        .needs = {Role::status},
        .uses = {Role::created, Role::qualified},
        .unit = Unit::share,
        .direction = Direction::up,
        .semantic = Semantic::cohort,
        .date = Role::created,
        .variants = {{"prospects", "won / all deals created in the period", true},
                     {"qualified", "won / qualified deals created in the period"},
                     {"decided", "won / (won + lost): see win_rate", false, false}},
        .sql =
            "SELECT count(*) FILTER (WHERE status = 'won') * 1.0\n"
            "       / NULLIF(count(*) FILTER (WHERE status IN ('open', 'won', 'lost')), 0) AS value\n"
            "FROM deals",
        .examples = {{.header = "deal_id,status,created,closed",
                      .rows = {{12, "D#,won,2026-01-05,2026-02-10"},
                               {18, "D#,lost,2026-01-06,2026-02-11"},
                               {20, "D#,open,2026-01-07,"}},
                      .value = 0.24,
                      .low = 0.142974,
                      .high = 0.374127,
                      .n = 50},
                     {.header = "deal_id,status,created,closed",
                      .rows = {{3, "D#,,2026-01-05,"}},
                      .value = {},
                      .undefined = "no_data"},
                     {.header = "deal_id,status,created,closed,qualified",
                      .rows = {{3, "D#,won,2026-01-05,2026-02-10,true"},
                               {9, "D#,lost,2026-01-05,2026-02-11,true"},
                               {8, "D#,won,2026-01-05,2026-02-12,false"}},
                      .value = 0.25,
                      .n = 12,
                      .variant = "qualified"}},
    };
  }
};

}  // namespace

PEGEL_KPI(close_rate, CloseRate);

}  // namespace pegel::kpis
