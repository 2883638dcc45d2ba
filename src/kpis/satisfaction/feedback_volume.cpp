#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kComments, kAnswers };
constexpr Measure kMeasures[] = {
    {.name = "comments", .where = {given(Role::comment, Use::other_type)}},
    {.name = "answers"},
};
constexpr Few<Shape, 6> kShapes{{Form::share, kComments, kAnswers}};

constexpr Card kCard = {
    .id = "feedback_volume",
    .name = "Customer feedback",
    .meaning = "The share of answers in which customers wrote something.",
    .formula = "{comments} / {answers}",
    .source = "Answers to every question; what is written is not judged",
    .kind = Kind::responses,
    .needs = {Role::comment},
    .uses = {Role::at},
    .unit = Unit::share,
    .direction = Direction::neither,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {},
};

constexpr Example kExamples[] = {
    {.header = "response_id,at,question,score,comment",
     .rows = {{18, "R#,2026-04-01,csat,5,Good"}, {22, "R#,2026-04-01,csat,4,"}},
     .value = 0.45,
     .low = 0.307053,
     .high = 0.601709,
     .n = 40},
    {.header = "response_id,at,question,score,comment", .rows = {{3, "R#,2026-04-01,csat,4,"}}, .value = 0, .n = 3},
    {.header = "response_id,at,question,score,comment", .rows = {}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(feedback_volume, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
