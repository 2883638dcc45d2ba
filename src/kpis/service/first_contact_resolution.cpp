#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

// Tickets of another level cannot be solved at the first.
constexpr Condition kAtFirst =
    unlike(Role::level, "2|3|4|second|third|zweit|dritt|tweede|derde|երկրորդ|երրորդ|escalat|eskal|geëscal");

enum : uint8_t { kResolved, kTickets, kFelt, kAnswers, kNetResolved, kNetTickets };
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
    {.name = "resolved_first",
     .where = {kTold, kAtFirst, yes(Role::resolved_first_contact, Use::other_type),
               no(Role::reopened, Use::other_type)}},
    {.name = "tickets", .where = {kTold, kAtFirst}},
};
constexpr Few<Shape, 6> kShapes{
    {Form::share, kResolved, kTickets}, {Form::share, kFelt, kAnswers}, {Form::share, kNetResolved, kNetTickets}};

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
                  false},
                 {.id = "net",
                  .meaning = "resolved at the first contact / tickets that the first level can resolve",
                  .kind = Kind::tickets,
                  .needs = {Role::resolved_first_contact, Role::level},
                  .date = Role::opened,
                  .stands_in = false}},
};

constexpr Example kExamples[] = {
    {.header = "ticket_id,opened,resolved_first_contact,reopened",
     .rows = {{63, "T#,2026-03-05,yes,no"}, {20, "T#,2026-03-05,no,no"}, {7, "T#,2026-03-05,yes,yes"}},
     .value = 0.7,
     .low = 0.598735,
     .high = 0.784891,
     .n = 90},
    {.header = "ticket_id,opened,resolved_first_contact,level",
     .rows = {{60, "T#,2026-03-05,yes,Level 1"},
              {3, "T#,2026-03-05,yes,"},
              {17, "T#,2026-03-05,no,L1"},
              {10, "T#,2026-03-05,no,Level 2"}},
     .value = 0.7875,
     .low = 0.686,
     .high = 0.863,
     .n = 80,
     .variant = "net"},
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
