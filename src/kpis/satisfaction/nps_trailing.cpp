#include "kpis/estimate.h"
#include "stats/estimates.h"

namespace pegel::kpis {
namespace {

constexpr Day kDays = 90;
constexpr Measure kMeasures[] = {
    {.name = "answers",
     .take = Take::answer,
     .of = Role::score,
     .since = Role::at,
     .by = Role::customer_id,
     .where = {is_where_given(Role::question, Use::other_question, Question::nps), on_scale(10, true)},
     .reach = Reach::ever}};

// The latest answer of each customer, as in the score of a period.
Estimate trailing(const Sums& sums, const Context& context) {
  int64_t promoters = 0, detractors = 0, n = 0;
  sums.answers(0).each_latest(context.period.end - kDays, context.period.end, [&](int64_t score) {
    promoters += score >= 9 ? 1 : 0;
    detractors += score <= 6 ? 1 : 0;
    ++n;
  });
  if (n == 0) return undefined("no_data");
  Estimate estimate;
  estimate.value = 100 * static_cast<double>(promoters - detractors) / static_cast<double>(n);
  estimate.n = n;
  estimate.parts = {{"promoters", static_cast<double>(promoters), Unit::count},
                    {"passives", static_cast<double>(n - promoters - detractors), Unit::count},
                    {"detractors", static_cast<double>(detractors), Unit::count}};
  bracket(estimate, "adjusted_wald", stats::adjusted_wald_nps(promoters, detractors, n));
  return estimate;
}

constexpr Few<Shape, 6> kShapes{{.finish = trailing}};

constexpr Card kCard = {
    .id = "nps_trailing",
    .name = "NPS of 90 days",
    .meaning = "The Net Promoter Score of the 90 days up to the end of the period: steadier than that of a month.",
    .formula = "100 * ({promoters} - {detractors}) / ({promoters} + {passives} + {detractors})",
    .source = "The latest answer of each customer in those days; two that share days are no two samples",
    .kind = Kind::responses,
    .needs = {Role::score, Role::at},
    .uses = {Role::question, Role::customer_id, Role::scale_min, Role::scale_max},
    .unit = Unit::net_score,
    .direction = Direction::up,
    .semantic = Semantic::stock,
    .date = Role::at,
    .sql =
        "WITH answers AS (SELECT customer_id, score, coalesce(at_time, CAST(\"at\" AS TIMESTAMP)) AS moment\n"
        "                 FROM responses, period\n"
        "                 WHERE \"at\" BETWEEN last - 89 AND last\n"
        "                   AND coalesce(scale_max, 10) = 10 AND coalesce(scale_min, 0) = 0\n"
        "                   AND score = floor(score) AND score BETWEEN 0 AND 10\n"
        "                   AND (question = 'nps'\n"
        "                        OR NOT EXISTS (SELECT 1 FROM all_responses WHERE question IS NOT NULL))),\n"
        "     latest AS (SELECT customer_id, score, row_number() OVER (PARTITION BY customer_id\n"
        "                                                              ORDER BY moment DESC, score DESC) AS later\n"
        "                FROM answers)\n"
        "SELECT 100.0 * (count(*) FILTER (WHERE score >= 9) - count(*) FILTER (WHERE score <= 6))\n"
        "       / NULLIF(count(*), 0) AS value\n"
        "FROM latest WHERE customer_id IS NULL OR later = 1",
};

constexpr Example kExamples[] = {{.header = "response_id,at,question,score,customer_id",
                                  .rows = {{21, "R#,2026-10-03,nps,9,"},
                                           {10, "R#,2026-12-01,nps,7,"},
                                           {8, "R#,2026-12-31,nps,6,"},
                                           {1, "R#,2026-11-01,nps,0,C1"},
                                           {1, "R#,2026-12-01,nps,10,C1"},
                                           {9, "R#,2026-10-02,nps,0,"},
                                           {9, "R#,2026-12-01,csat,1,"}},
                                  .value = 35,
                                  .low = 8.89930,
                                  .high = 56.21698,
                                  .n = 40},
                                 {.header = "response_id,at,question,score",
                                  .rows = {{9, "R#,2026-06-01,nps,9"}, {1, "R#,2026-12-01,csat,4"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(nps_trailing, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
