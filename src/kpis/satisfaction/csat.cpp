#include "kpis/top_two.h"

namespace pegel::kpis {
namespace {

struct Csat {
  using Partial = TopTwo;

  static Use add(Partial& p, const Row& row) { return kpis::add(p, row); }
  static Estimate finish(const Partial& p, const Context&) { return kpis::finish(p); }
};

constexpr Card kCard = {
    .id = "csat",
    .name = "Customer satisfaction",
    .meaning = "The share of answers that give one of the two highest scores.",
    .formula = "{satisfied} / {answers}",
    .source = "Top-2-box: 4 and 5 on the usual scale from 1 to 5",
    .kind = Kind::responses,
    .needs = {Role::score, Role::question},
    .uses = {Role::at, Role::scale_min, Role::scale_max},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"top2", "share of the two highest scores", true},
                 {"mean", "mean score", false, false},
                 {"rescaled", "mean score on 0 to 100", false, false}},
    .sql =
        "SELECT CASE WHEN count(DISTINCT coalesce(scale_max, 5)) = 1\n"
        "            THEN count(*) FILTER (WHERE score >= coalesce(scale_max, 5) - 1) * 1.0 / count(*) END AS "
        "value\n"
        "FROM responses\n"
        "WHERE question = 'csat' AND score = floor(score)\n"
        "  AND score BETWEEN coalesce(scale_min, 1) AND coalesce(scale_max, 5)",
};

constexpr Example kExamples[] = {{.header = "response_id,at,question,score",
                                  .rows = {{42, "R#,2026-04-01,csat,5"},
                                           {28, "R#,2026-04-01,csat,4"},
                                           {14, "R#,2026-04-01,csat,3"},
                                           {9, "R#,2026-04-01,csat,2"},
                                           {7, "R#,2026-04-01,csat,1"},
                                           {3, "R#,2026-04-01,nps,9"},
                                           {2, "R#,2026-04-01,csat,6"}},
                                  .value = 0.7,
                                  .low = 0.604151,
                                  .high = 0.781051,
                                  .n = 100},
                                 {.header = "response_id,at,question,score,scale_max",
                                  .rows = {{6, "R#,2026-04-01,csat,9,10"}, {4, "R#,2026-04-01,csat,8,10"}},
                                  .value = 0.6,
                                  .n = 10},
                                 {.header = "response_id,at,question,score,scale_max",
                                  .rows = {{6, "R#,2026-04-01,csat,9,10"}, {4, "R#,2026-04-01,csat,4,5"}},
                                  .value = {},
                                  .n = 10,
                                  .undefined = "mixed_scale"},
                                 {.header = "response_id,at,question,score",
                                  .rows = {{6, "R#,2026-04-01,nps,9"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(csat, Csat, kCard, kExamples)

}  // namespace pegel::kpis
