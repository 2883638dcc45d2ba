#include "kpis/active.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kStays, kOrders, kReplies, kMeetings };
// Mails and calls to a customer are our doing.
constexpr Condition kTheirs =
    is(Role::activity_type, Use::other_type, ActivityType::call_in, ActivityType::visit, ActivityType::meeting);
constexpr Measure kMeasures[] = {
    kMembers,
    of_company(kCustomerOrders),
    {.name = "replies",
     .take = Take::visit,
     .of = Role::customer_id,
     .since = Role::at,
     .kind = Kind::responses,
     .reach = Reach::company},
    {.name = "meetings",
     .take = Take::visit,
     .of = Role::customer_id,
     .since = Role::at,
     .where = {kTheirs},
     .kind = Kind::activities,
     .reach = Reach::company},
};

Estimate engaged(const Sums& sums, const Context& context) {
  const std::vector<partial::Stay>& members = sums.stays(kStays).all();
  std::vector<uint8_t> acted(members.size());
  for (const uint8_t actions : {kOrders, kReplies, kMeetings}) {
    std::size_t member = 0;
    with_visits(members, sums.visits(actions), [&](const partial::Stay&, std::span<const partial::Visit> own) {
      if (partial::any_within(own, context.period.start, context.last())) acted[member] = 1;
      ++member;
    });
  }
  partial::Ratio ratio;
  for (std::size_t member = 0; member < members.size(); ++member) {
    if (members[member].holds(context.last())) ratio.add(acted[member] != 0);
  }
  const int64_t actions = sums.visits(kOrders).n() + sums.visits(kReplies).n() + sums.visits(kMeetings).n();
  if (actions == 0) return undefined("no_data", ratio.n.n);
  return share(ratio, {{"engaged", static_cast<double>(ratio.x.n), Unit::count},
                       {"customers", static_cast<double>(ratio.n.n), Unit::count}});
}

constexpr Few<Shape, 6> kShapes{{.top = kStays, .finish = engaged}};

constexpr Card kCard = {
    .id = "engagement_rate",
    .name = "Customer engagement",
    .meaning = "The share of customers who ordered, answered a survey, called, met or were visited in the period.",
    .formula = "{engaged} / {customers}",
    .source =
        "There is no standard: counted are orders, answers, incoming calls, visits and meetings; mails sent are not",
    .kind = Kind::customers,
    .needs = {Role::customer_id, Role::since},
    .uses = {Role::until},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::stock,
    .date = Role::since,
    .sql =
        "WITH acts AS (SELECT customer_id, \"at\" AS day FROM all_orders WHERE coalesce(order_status, '') <> "
        "'cancelled'\n"
        "              UNION ALL SELECT customer_id, \"at\" FROM all_responses\n"
        "              UNION ALL SELECT customer_id, \"at\" FROM all_activities\n"
        "                        WHERE activity_type IN ('call_in', 'visit', 'meeting')),\n"
        "     engaged AS (SELECT DISTINCT customer_id FROM acts, period WHERE day BETWEEN first AND last)\n"
        "SELECT count(engaged.customer_id) * 1.0 / NULLIF(count(*), 0) AS value\n"
        "FROM customers CROSS JOIN period LEFT JOIN engaged ON engaged.customer_id = customers.customer_id\n"
        "WHERE since <= last AND coalesce(until > last, TRUE) AND customers.customer_id IS NOT NULL\n"
        "  AND EXISTS (SELECT 1 FROM acts)",
};

constexpr Example kExamples[] = {
    {.header = "customer_id,since",
     .rows = {{400, "C#,2025-01-01"}, {1, "Z#,2026-12-31"}},
     .also = {{Kind::orders,
               "order_id,at,customer_id,order_status",
               {{150, "O#,2026-12-03,C#,completed"},
                {1, "P#,2026-12-03,Q,completed"},
                {1, "R#,2026-11-03,C300,completed"},
                {1, "S#,2026-12-03,C301,cancelled"}}},
              {Kind::activities,
               "activity_id,at,activity_type,customer_id",
               {{1, "A1,2026-12-05,visit,C1"}, {1, "A2,2026-12-05,mail,C399"}, {1, "A3,2026-12-05,call_in,C398"}}}},
     .value = 0.376559,
     .n = 401},
    {.header = "customer_id,since",
     .rows = {{399, "C#,2025-01-01"}, {1, "C#,2026-12-31"}},
     .also = {{Kind::orders, "order_id,at,customer_id", {{240, "O#,2026-12-03,C#"}, {1, "P#,2026-12-04,C1"}}}},
     .value = 0.6,
     .low = 0.551284,
     .high = 0.646877,
     .n = 400},
    {.header = "customer_id,since", .rows = {{4, "C#,2025-01-01"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(engagement_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
