#include <algorithm>

#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

// Tickets of another level cannot be solved at the first.
constexpr Condition kAtFirst =
    unlike(Role::level, "2|3|4|second|third|zweit|dritt|tweede|derde|երկրորդ|երրորդ|escalat|eskal|geëscal");

constexpr Day kDays = 7;  // in which a customer who was not helped comes again
constexpr Measure of_customers(Few<Condition, 5> where, Reach reach) {
  return {.name = "tickets",
          .take = Take::visit,
          .of = Role::customer_id,
          .since = Role::opened,
          .where = where,
          .kind = Kind::tickets,
          .date = Role::opened,
          .reach = reach};
}

enum : uint8_t { kFelt, kAnswers, kResolved, kTickets, kNetResolved, kNetTickets, kFollowed, kEach };
constexpr Condition kAsked = is(Role::question, Use::other_question, Question::fcr);
constexpr Condition kTold = told(Role::resolved_first_contact, Use::unknown_status);
constexpr Measure of_tickets(std::string_view name, std::initializer_list<Condition> where) {
  return {.name = name, .where = where, .kind = Kind::tickets, .date = Role::opened};
}
constexpr Condition kAtOnce = yes(Role::resolved_first_contact, Use::other_type);
constexpr Condition kClosed = no(Role::reopened, Use::other_type);
constexpr Measure kMeasures[] = {
    {.name = "resolved_first", .where = {kAsked, on_scale(1, true), positive(Role::score, Use::other_type)}},
    {.name = "answers", .where = {kAsked, on_scale(1, true)}},
    of_tickets("resolved_first", {kTold, kAtOnce, kClosed}),
    of_tickets("tickets", {kTold}),
    of_tickets("resolved_first", {kTold, kAtFirst, kAtOnce, kClosed}),
    of_tickets("tickets", {kTold, kAtFirst}),
    of_customers({over(Role::opened, kDays)}, Reach::cell),
    of_customers({}, Reach::company),
};

// No other ticket of the customer in the days after it; of those on one day none is the later.
Estimate without_repeat(const Sums& sums, const Context&) {
  partial::Ratio ratio;
  const std::vector<partial::Visit>& all = sums.visits(kEach).sorted();
  for (const partial::Visit& ticket : sums.visits(kFollowed).sorted()) {
    const auto next = std::upper_bound(all.begin(), all.end(), ticket);
    ratio.add(next == all.end() || next->customer != ticket.customer || next->day > ticket.day + kDays);
  }
  return share(ratio, {{"resolved_first", static_cast<double>(ratio.x.n), Unit::count},
                       {"tickets", static_cast<double>(ratio.n.n), Unit::count}});
}

constexpr Few<Shape, 6> kShapes{{Form::share, kFelt, kAnswers},
                                {Form::share, kResolved, kTickets},
                                {Form::share, kNetResolved, kNetTickets},
                                {.top = kFollowed, .finish = without_repeat, .own = {kFollowed, kEach}}};

constexpr Card kCard = {
    .id = "first_contact_resolution",
    .name = "First contact resolution",
    .meaning = "The share of cases that were resolved at the first contact, as customers say or else as tickets do.",
    .formula = "{resolved_first} / {answers}",
    .source = "Answers of customers; of tickets, where no survey asked: those not opened again, over all (gross)",
    .kind = Kind::responses,
    .needs = {Role::score},
    .also = {{Kind::responses, Role::question, "fcr"}},
    .uses = {Role::at},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants =
        {{"felt", "what customers say in a survey", true},
         {.id = "gross",
          .meaning = "resolved at the first contact / all tickets",
          .formula = "{resolved_first} / {tickets}",
          .kind = Kind::tickets,
          .needs = {Role::resolved_first_contact},
          .date = Role::opened,
          .semantic = Semantic::cohort},
         {.id = "net",
          .meaning = "resolved at the first contact / tickets that the first level can resolve",
          .formula = "{resolved_first} / {tickets}",
          .kind = Kind::tickets,
          .needs = {Role::resolved_first_contact, Role::level},
          .date = Role::opened,
          .semantic = Semantic::cohort,
          .stands_in = false},
         {.id = "no_repeat",
          .meaning = "tickets without another of the customer in the 7 days after / tickets",
          .formula = "{resolved_first} / {tickets}",
          .kind = Kind::tickets,
          .needs = {Role::opened, Role::customer_id},
          .date = Role::opened,
          .sql = "SELECT avg(CASE WHEN EXISTS (SELECT 1 FROM all_tickets AS o WHERE o.customer_id = t.customer_id\n"
                 "                  AND o.opened BETWEEN t.opened + 1 AND t.opened + 7) THEN 0.0 ELSE 1 END) AS value\n"
                 "FROM tickets AS t\n"
                 "WHERE t.customer_id IS NOT NULL AND t.opened >= DATE '1990-01-01' AND t.opened + 7 < CURRENT_DATE",
          .semantic = Semantic::cohort,
          .stands_in = false}},
};

constexpr Example kExamples[] = {
    {.header = "ticket_id,opened,resolved_first_contact,reopened",
     .rows = {{63, "T#,2026-03-05,yes,no"}, {20, "T#,2026-03-05,no,no"}, {7, "T#,2026-03-05,yes,yes"}},
     .value = 0.7,
     .low = 0.598735,
     .high = 0.784891,
     .n = 90,
     .variant = "gross"},
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
    {.header = "ticket_id,opened,resolved,contacts",
     .rows = {{6, "T#,2026-03-05,2026-03-05,1"},
              {2, "T#,2026-03-05,2026-03-07,3"},
              {1, "T#,2026-03-05,,1"},
              {1, "T#,2026-03-05,2026-03-05,"}},
     .value = 0.666667,
     .n = 9,
     .variant = "gross"},
    {.header = "ticket_id,opened,resolved_first_contact,level",
     .rows = {{6, "T#,2026-03-05,yes,Level 1 (24/7)"}, {2, "T#,2026-03-05,no,1"}, {2, "T#,2026-03-05,no,2nd level"}},
     .value = 0.75,
     .n = 8,
     .variant = "net"},
    {.header = "ticket_id,opened,customer_id",
     .rows = {{2, "T#,2026-03-05,C1"},
              {1, "T#,2026-03-13,C1"},
              {1, "T#,2026-03-20,C1"},
              {1, "T#,2026-03-05,C2"},
              {1, "T#,2026-03-05,"},
              {3, "T#,2026-12-25,C3"}},
     .value = 0.8,
     .n = 5,
     .variant = "no_repeat"},
    {.header = "ticket_id,opened,resolved_first_contact",
     .rows = {{3, "T#,2026-03-05,"}},
     .value = {},
     .undefined = "no_data",
     .variant = "gross"},
    {.header = "response_id,at,question,score",
     .rows = {{63, "R#,2026-03-05,fcr,1"},
              {27, "R#,2026-03-05,fcr,0"},
              {4, "R#,2026-03-05,fcr,5"},
              {8, "R#,2026-03-05,csat,1"}},
     .value = 0.7,
     .low = 0.598735,
     .high = 0.784891,
     .n = 90},
    {.header = "response_id,at,question,score",
     .rows = {{3, "R#,2026-03-05,fcr,4"}},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(first_contact_resolution, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
