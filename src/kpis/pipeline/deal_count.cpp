#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

struct DealCount {
  using Partial = partial::Ratio;  // won of decided: without a decided deal, 0 would be a guess

  static Use add(Partial& p, const Row& row) {
    if (decided(row.status()) == Use::used) p.add(row.status() == Status::won);
    return row.variant == "closed" ? decided(row.status()) : won(row.status());
  }

  static Estimate finish(const Partial& p, const Context& context) {
    if (p.n.n == 0) return undefined("no_data");
    if (context.variant == "closed") return events(p.n.n, {{"closed", static_cast<double>(p.n.n), Unit::count}});
    Estimate estimate = events(p.x.n, {{"won", static_cast<double>(p.x.n), Unit::count}});
    if (p.x.n == 0) estimate.n = p.n.n;
    return estimate;
  }

  static Card card() {
    return {
        .id = "deal_count",
        .name = "Deals won",
        .meaning = "The number of deals won, by the day they were won.",
        .formula = "{won}",
        .source = "Won deals; closed deals would count lost ones too",
        .kind = Kind::deals,
        .needs = {Role::status},
        .uses = {Role::closed},
        .unit = Unit::count,
        .direction = Direction::up,
        .semantic = Semantic::flow,
        .date = Role::closed,
        .variants = {{"won", "deals won", true},
                     {"closed", "deals won or lost", false, true, "{closed}"},
                     {"created", "deals created", false, false}},
        .sql =
            "SELECT CASE WHEN count(*) FILTER (WHERE status IN ('won', 'lost')) > 0\n"
            "            THEN count(*) FILTER (WHERE status = 'won') END AS value\n"
            "FROM deals",
        .examples = {{.header = "deal_id,status,created,closed,amount",
                      .rows = {{1, "D#,won,2026-03-01,2026-03-05,200"},
                               {1, "D#,won,2026-03-02,2026-03-12,400"},
                               {3, "D#,open,2026-03-03,,900"}},
                      .value = 2,
                      .low = 0.242209,
                      .high = 7.22469,
                      .n = 2},
                     {.header = "deal_id,status,created,closed",
                      .rows = {{4, "D#,lost,2026-03-01,2026-03-05"}},
                      .value = 0,
                      .low = 0,
                      .high = 3.68888,
                      .n = 4},
                     {.header = "deal_id,status,created,closed",
                      .rows = {{3, "D#,open,2026-03-03,"}},
                      .value = {},
                      .undefined = "no_data"},
                     {.header = "deal_id,status,created,closed",
                      .rows = {{2, "D#,won,2026-03-01,2026-03-05"},
                               {5, "D#,lost,2026-03-02,2026-03-12"},
                               {3, "D#,open,2026-03-03,"}},
                      .value = 7,
                      .n = 7,
                      .variant = "closed"}},
    };
  }
};

}  // namespace

PEGEL_KPI(deal_count, DealCount);

}  // namespace pegel::kpis
