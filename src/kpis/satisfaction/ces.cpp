#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {
    {.name = "answers",
     .take = Take::value,
     .of = Role::score,
     .where = {is(Role::question, Use::other_question, Question::ces), on_scale(7)}},
};
constexpr Few<Shape, 6> kShapes{{Form::average, 0}};

constexpr Card kCard = {
    .id = "ces",
    .name = "Customer Effort Score",
    .meaning = "How far customers agree, from 1 to 7, that the company made it easy for them.",
    .formula = "mean score of {answers}",
    .source = "CES 2.0: 7 is best; answers on another scale are left out",
    .kind = Kind::responses,
    .needs = {Role::score, Role::question},
    .uses = {Role::at, Role::scale_min, Role::scale_max},
    .unit = Unit::ratio,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {},
};

constexpr Example kExamples[] = {{.header = "response_id,at,question,score",
                                  .rows = {{18, "R#,2026-04-01,ces,7"},
                                           {22, "R#,2026-04-01,ces,6"},
                                           {12, "R#,2026-04-01,ces,5"},
                                           {10, "R#,2026-04-01,ces,4"},
                                           {8, "R#,2026-04-01,ces,3"},
                                           {6, "R#,2026-04-01,ces,2"},
                                           {4, "R#,2026-04-01,ces,1"},
                                           {3, "R#,2026-04-01,ces,8"},
                                           {3, "R#,2026-04-01,csat,5"}},
                                  .value = 4.975,
                                  .low = 4.57601,
                                  .high = 5.37399,
                                  .n = 80},
                                 {.header = "response_id,at,question,score,scale_max",
                                  .rows = {{5, "R#,2026-04-01,ces,2,5"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(ces, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
