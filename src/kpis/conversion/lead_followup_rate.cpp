#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr int32_t kDays = 2;

enum : uint8_t { kFollowedUp, kLeads, kInTime };
constexpr Condition kOver = over(Role::created, kDays);
constexpr Measure kMeasures[] = {
    {.name = "followed_up", .where = {kOver, yes(Role::followed_up, Use::other_type)}},
    {.name = "leads", .where = {kOver}},
    {.name = "followed_up", .where = {kOver, by(Role::first_response, kDays, Role::created)}},
};
constexpr Few<Shape, 6> kShapes{{Form::share, kFollowedUp, kLeads}, {Form::share, kInTime, kLeads}};

constexpr Card kCard = {
    .id = "lead_followup_rate",
    .name = "Lead follow-up rate",
    .meaning = "The share of leads that were followed up.",
    .formula = "{followed_up} / {leads}",
    .source = "Leads by the day they came in; those of the last two days are left out",
    .kind = Kind::leads,
    .needs = {Role::created, Role::followed_up},
    .uses = {Role::first_response},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .variants = {{"ever", "followed up so far / leads", true},
                 {"in_time", "first response up to two days after the lead came in / leads"}},
};

constexpr Example kExamples[] = {
    {.header = "lead_id,created,followed_up",
     .rows = {{84, "L#,2026-03-05,yes"}, {36, "L#,2026-03-05,no"}, {7, "L#,2026-12-30,no"}},
     .value = 0.7,
     .low = 0.612849,
     .high = 0.774744,
     .n = 120},
    {.header = "lead_id,created,first_response",
     .rows = {{1, "L#,2026-03-05,2026-03-06"}, {1, "L#,2026-03-05,2026-03-20"}, {2, "L#,2026-03-05,"}},
     .value = 0.5,
     .n = 4},
    {.header = "lead_id,created,first_response",
     .rows = {{1, "L#,2026-03-05,2026-03-06"}, {1, "L#,2026-03-05,2026-03-20"}, {2, "L#,2026-03-05,"}},
     .value = 0.25,
     .n = 4,
     .variant = "in_time"},
    {.header = "lead_id,created,followed_up", .rows = {{3, "L#,2026-12-30,no"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(lead_followup_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
