#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kResolved, kTickets, kFelt, kAnswers };
constexpr Condition kAsked = is(Role::question, Use::other_question, Question::fcr);
constexpr Condition kTold = told(Role::resolved_first_contact, Use::unknown_status);
constexpr Measure kMeasures[] = {
    {.name = "resolved_first",
     .where = {kTold, yes(Role::resolved_first_contact, Use::other_type), no(Role::reopened, Use::other_type)}},
    {.name = "tickets", .where = {kTold}},
    {.name = "resolved_first",
     .where = {kAsked, on_scale(1, true), positive(Role::score, Use::other_type)},
     .kind = Kind::responses,
     .date = Role::at},
    {.name = "answers", .where = {kAsked, on_scale(1, true)}, .kind = Kind::responses, .date = Role::at},
};
constexpr Few<Shape, 6> kShapes{{Form::share, kResolved, kTickets}, {Form::share, kFelt, kAnswers}};

constexpr Card kCard = {
    .id = "first_contact_resolution",
    .name = "First contact resolution",
    .meaning = "The share of tickets that were resolved at the first contact and not opened again.",
    .formula = "{resolved_first} / {tickets}",
    .source = "Gross: over all tickets, also those that cannot be resolved at once",
    .kind = Kind::tickets,
    .needs = {Role::resolved_first_contact},
    .uses = {Role::opened, Role::reopened},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::opened,
    .variants = {{"gross", "resolved at the first contact / all tickets", true},
                 {"felt",
                  "what customers say in a survey",
                  false,
                  true,
                  "{resolved_first} / {answers}",
                  Kind::responses,
                  {Role::score, Role::question},
                  Role::at,
                  "",
                  {},
                  {},
                  Semantic::flow,
                  {},
                  false}},
};

constexpr Example kExamples[] = {
    {.header = "ticket_id,opened,resolved_first_contact,reopened",
     .rows = {{63, "T#,2026-03-05,yes,no"}, {20, "T#,2026-03-05,no,no"}, {7, "T#,2026-03-05,yes,yes"}},
     .value = 0.7,
     .low = 0.598735,
     .high = 0.784891,
     .n = 90},
    {.header = "ticket_id,opened,resolved_first_contact",
     .rows = {{3, "T#,2026-03-05,"}},
     .value = {},
     .undefined = "no_data"},
    {.header = "response_id,at,question,score",
     .rows = {{63, "R#,2026-03-05,fcr,1"},
              {27, "R#,2026-03-05,fcr,0"},
              {4, "R#,2026-03-05,fcr,5"},
              {8, "R#,2026-03-05,csat,1"}},
     .value = 0.7,
     .low = 0.598735,
     .high = 0.784891,
     .n = 90,
     .variant = "felt"}};

}  // namespace

PEGEL_MEASURED(first_contact_resolution, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
