#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

struct PipelineStale {
  using Partial = partial::Ratio;

  static Use add(Partial& p, const Row& row) {
    if (row.status() == Status::unknown) return Use::unknown_status;
    const Day expected = row.day(Role::expected_close);
    if (!known(expected)) return Use::no_date;
    p.add(expected < row.as_of);
    return Use::used;
  }

  static Estimate finish(const Partial& p, const Context&) {
    return share(
        p, {{"stale", static_cast<double>(p.x.n), Unit::count}, {"open", static_cast<double>(p.n.n), Unit::count}});
  }

  static Card card() {
    return {
        .id = "pipeline_stale",
        .name = "Stale pipeline",
        .meaning = "The share of open deals whose expected closing day has passed.",
        .formula = "{stale} / {open}",
        .source = "Open deals with an expected closing day; without one a deal's age says too little",
        .kind = Kind::deals,
        .needs = {Role::status, Role::expected_close},
        .uses = {Role::created, Role::closed},
        .unit = Unit::share,
        .direction = Direction::down,
        .semantic = Semantic::stock,
        .date = Role::created,
        .variants = {{"expected_close", "open past the expected closing day", true},
                     {"age", "open for longer than nine in ten won deals took"}},
        .sql =
            "SELECT avg(CASE WHEN expected_close < DATE '2026-12-31' THEN 1.0 ELSE 0 END) AS value\n"
            "FROM deals\n"
            "WHERE status = 'open' AND expected_close IS NOT NULL AND coalesce(created <= DATE '2026-12-31', TRUE)",
        .examples = {{.header = "deal_id,status,created,closed,expected_close",
                      .rows = {{9, "D#,open,2026-01-05,,2026-03-31"},
                               {30, "D#,open,2026-01-05,,2027-03-31"},
                               {1, "D#,open,2026-01-05,,2026-12-31"},
                               {5, "D#,lost,2026-01-05,2026-04-01,2026-03-31"},
                               {5, "D#,open,2026-01-05,,"}},
                      .value = 0.225,
                      .low = 0.123161,
                      .high = 0.375031,
                      .n = 40},
                     {.header = "deal_id,status,created,closed,expected_close",
                      .rows = {{2, "D#,open,2026-01-05,,"}},
                      .value = {},
                      .undefined = "no_data"}},
    };
  }
};

}  // namespace

PEGEL_KPI(pipeline_stale, PipelineStale);

}  // namespace pegel::kpis
