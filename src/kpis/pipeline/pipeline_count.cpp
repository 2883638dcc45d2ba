#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

struct PipelineCount {
  using Partial = partial::Count;

  static Use add(Partial& p, const Row& row) {
    if (row.status() == Status::unknown) return Use::unknown_status;
    p.add();
    return Use::used;
  }

  static Estimate finish(const Partial& p, const Context&) {
    if (p.n == 0) return undefined("no_data");
    Estimate estimate;
    estimate.value = static_cast<double>(p.n);
    estimate.n = p.n;
    estimate.parts = {{"open", *estimate.value, Unit::count}};
    return estimate;
  }

  static Card card() {
    return {
        .id = "pipeline_count",
        .name = "Open deals",
        .meaning = "The number of deals that are open at the end of the period.",
        .formula = "{open}",
        .source = "Entered by that day, and not decided by then; rebuilt for past days",
        .kind = Kind::deals,
        .needs = {Role::status},
        .uses = {Role::created, Role::closed},
        .unit = Unit::count,
        .direction = Direction::up,
        .semantic = Semantic::stock,
        .date = Role::created,
        .variants = {{"open", "deals open at the end of the period", true}},
        .sql =
            "SELECT NULLIF(count(*), 0) AS value\n"
            "FROM deals\n"
            "WHERE status = 'open' AND coalesce(created <= DATE '2026-12-31', TRUE)",
        .examples = {{.header = "deal_id,status,created,closed,amount",
                      .rows = {{1, "D#,open,2026-01-05,,50000"},
                               {1, "D#,open,2026-01-06,,80000"},
                               {1, "D#,open,2026-01-07,,20000"},
                               {4, "D#,lost,2026-01-07,2026-02-01,10000"},
                               {2, "D#,won,2026-01-07,2026-02-01,10000"}},
                      .value = 3,
                      .n = 3},
                     {.header = "deal_id,status,created,closed",
                      .rows = {{4, "D#,lost,2026-01-07,2026-02-01"}},
                      .value = {},
                      .undefined = "no_data"}},
    };
  }
};

}  // namespace

PEGEL_KPI(pipeline_count, PipelineCount);

}  // namespace pegel::kpis
