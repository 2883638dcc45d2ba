#include <algorithm>

#include "kpis/active.h"

namespace pegel::kpis {
namespace {

constexpr int32_t kDays = 2;      // from Monday to Friday
constexpr int32_t kOverDays = 4;  // that two of them take at most
constexpr Condition kOver = over(Role::created, kOverDays);

enum : uint8_t { kInTime, kLeads, kFollowedUp, kNamed, kContacts };
constexpr Measure kMeasures[] = {
    {.name = "followed_up", .where = {kOver, by_working(Role::first_response, kDays, Role::created)}},
    {.name = "leads", .where = {kOver}},
    {.name = "followed_up", .where = {kOver, yes(Role::followed_up, Use::other_type)}},
    {.name = "named", .take = Take::visit, .of = Role::lead_id, .since = Role::created, .where = {kOver}},
    {.name = "contacts",
     .take = Take::visit,
     .of = Role::lead_id,
     .since = Role::at,
     .where = {is(Role::activity_type, Use::other_type, ActivityType::call, ActivityType::call_out, ActivityType::visit,
                  ActivityType::mail, ActivityType::meeting)},
     .kind = Kind::activities,
     .reach = Reach::company},
};

// Leads of which a call, visit, mail or meeting is known in time.
Estimate contacted(const Sums& sums, const Context&) {
  partial::Ratio ratio;
  with_visits(sums.visits(kNamed).sorted(), sums.visits(kContacts), [&](const partial::Visit& lead, auto contacts) {
    const auto in_time = [&](const partial::Visit& contact) {
      const int64_t days = working_days_before(contact.day + 1) - working_days_before(lead.day + 1);
      return contact.day >= lead.day && days <= kDays;
    };
    ratio.add(std::any_of(contacts.begin(), contacts.end(), in_time));
  });
  return share(ratio, {{"followed_up", static_cast<double>(ratio.x.n), Unit::count},
                       {"leads", static_cast<double>(ratio.n.n), Unit::count}});
}

constexpr Few<Shape, 6> kShapes{{Form::share, kInTime, kLeads},
                                {.top = kNamed, .finish = contacted, .own = {kNamed, kContacts}},
                                {Form::share, kFollowedUp, kLeads}};

#define PEGEL_WEEK_SQL(day) \
  "(floor((" day " - DATE '1900-01-01') / 7.0) * 5 + least((" day " - DATE '1900-01-01') % 7, 5))"

constexpr Card kCard = {
    .id = "lead_followup_rate",
    .name = "Lead follow-up rate",
    .meaning = "The share of leads that were followed up within two working days.",
    .formula = "{followed_up} / {leads}",
    .source = "Leads by the day they came in, those of the last four days left out; working days are Monday to Friday",
    .kind = Kind::leads,
    .needs = {Role::created, Role::first_response},
    .uses = {},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .variants = {{"in_time", "first response within two working days / leads", true},
                 {.id = "activities",
                  .meaning = "a call, visit, mail or meeting within two working days / leads",
                  .kind = Kind::leads,
                  .needs = {Role::created, Role::lead_id},
                  .date = Role::created,
                  .sql = "WITH reached AS (SELECT DISTINCT l.lead_id FROM leads AS l\n"
                         "                 JOIN all_activities AS a ON a.lead_id = l.lead_id\n"
                         "                 WHERE a.activity_type IN ('call', 'call_out', 'visit', 'mail', 'meeting')\n"
                         "                   AND a.\"at\" BETWEEN l.created AND CURRENT_DATE\n"
                         "                   AND " PEGEL_WEEK_SQL(
                             "(a.\"at\" + 1)") "\n"
                                               "                       - " PEGEL_WEEK_SQL(
                                                   "(l.created + 1)") " <= 2)\n"
                                                                      "SELECT count(*) FILTER (WHERE lead_id IN "
                                                                      "(SELECT lead_id FROM reached)) * 1.0\n"
                                                                      "       / NULLIF(count(*), 0) AS value\n"
                                                                      "FROM leads WHERE lead_id IS NOT NULL AND "
                                                                      "created + 4 < CURRENT_DATE",
                  .also = {{Kind::activities, Role::lead_id}, {Kind::activities, Role::at}}},
                 {.id = "ever",
                  .meaning = "followed up so far / leads",
                  .kind = Kind::leads,
                  .needs = {Role::created, Role::followed_up},
                  .date = Role::created}},
};

constexpr Example kExamples[] = {
    {.header = "lead_id,created,followed_up",
     .rows = {{84, "L#,2026-03-05,yes"}, {36, "L#,2026-03-05,no"}, {7, "L#,2026-12-30,no"}},
     .value = 0.7,
     .low = 0.612849,
     .high = 0.774744,
     .n = 120,
     .variant = "ever"},
    {.header = "lead_id,created,first_response",
     .rows = {{1, "L#,2026-03-05,2026-03-06"}, {1, "L#,2026-03-05,2026-03-20"}, {2, "L#,2026-03-05,"}},
     .value = 0.5,
     .n = 4,
     .variant = "ever"},
    {.header = "lead_id,created,first_response",
     .rows = {{1, "L#,2026-03-05,2026-03-06"}, {1, "L#,2026-03-05,2026-03-20"}, {2, "L#,2026-03-05,"}},
     .value = 0.25,
     .n = 4},
    // A Friday: Tuesday is the second working day after it.
    {.header = "lead_id,created,first_response",
     .rows = {{84, "L#,2026-03-06,2026-03-10"}, {36, "L#,2026-03-06,2026-03-11"}, {7, "L#,2026-12-28,2026-12-28"}},
     .value = 0.7,
     .low = 0.612849,
     .high = 0.774744,
     .n = 120},
    {.header = "lead_id,created,source",
     .rows = {{4, "L#,2026-03-06,web"}},
     .also = {{Kind::activities,
               "activity_id,at,activity_type,lead_id",
               {{1, "A#,2026-03-10,call_out,L1"},
                {1, "A#,2026-03-11,mail,L2"},
                {1, "A#,2026-03-06,call_in,L3"},
                {1, "A#,2026-03-05,visit,L4"}}}},
     .value = 0.25,
     .n = 4,
     .variant = "activities"},
    {.header = "lead_id,created,first_response", .rows = {{3, "L#,2026-12-28,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(lead_followup_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
