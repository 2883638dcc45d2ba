#include "kpis/active.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kLeads, kNamed, kOrders, kSince, kWon };
constexpr Measure kMeasures[] = {
    {.name = "leads"},
    {.name = "named", .take = Take::visit, .of = Role::customer_id, .since = Role::created},
    of_company(kCustomerOrders),
    {.name = "members",
     .take = Take::visit,
     .of = Role::customer_id,
     .since = Role::since,
     .kind = Kind::customers,
     .reach = Reach::company},
    {.name = "won",
     .take = Take::visit,
     .of = Role::customer_id,
     .since = Role::closed,
     .where = {status_is(Status::won)},
     .kind = Kind::deals,
     .reach = Reach::company},
};

// A lead of one who was a customer before is no new one, and none that was missed.
template <uint8_t kBegan>
Estimate converted(const Sums& sums, const Context&) {
  int64_t bought = 0, existing = 0;
  with_visits(sums.visits(kNamed).sorted(), sums.visits(kBegan), [&](const partial::Visit& lead, auto began) {
    if (began.empty()) return;
    (began.front().day < lead.day ? existing : bought) += 1;
  });
  partial::Ratio ratio;
  ratio.x.n = bought;
  ratio.n.n = sums.rows(kLeads) - existing;
  return share(ratio, {{"customers", static_cast<double>(bought), Unit::count},
                       {"leads", static_cast<double>(ratio.n.n), Unit::count},
                       {"existing", static_cast<double>(existing), Unit::count}});
}

constexpr Few<Shape, 6> kShapes{{.finish = converted<kOrders>, .own = {kLeads, kNamed, kOrders}},
                                {.finish = converted<kSince>, .own = {kLeads, kNamed, kSince}},
                                {.finish = converted<kWon>, .own = {kLeads, kNamed, kWon}}};

/// Of customers by their first `day` of `rows`.
#define PEGEL_BECAME_SQL(day, rows)                                                 \
  "WITH firsts AS (SELECT customer_id, min(" day ") AS day FROM " rows              \
  " GROUP BY customer_id)\n"                                                        \
  "SELECT count(*) FILTER (WHERE day >= created) * 1.0\n"                           \
  "       / NULLIF(count(*) - count(*) FILTER (WHERE day < created), 0) AS value\n" \
  "FROM leads LEFT JOIN firsts ON firsts.customer_id = leads.customer_id"

constexpr Card kCard = {
    .id = "lead_to_customer_rate",
    .name = "Lead-to-customer conversion",
    .meaning = "The share of leads who placed a first order after they came in.",
    .formula = "{customers} / {leads}",
    .source = "By the day a lead came in; leads of those who had ordered before ({existing}) are taken out",
    .kind = Kind::leads,
    .needs = {Role::created, Role::customer_id},
    .also = {{Kind::orders, Role::customer_id}, {Kind::orders, Role::at}},
    .uses = {Role::order_status},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .variants = {{"orders", "with a first order after they came in / leads", true},
                 {.id = "since",
                  .meaning = "became customers by the customer list after they came in / leads",
                  .kind = Kind::leads,
                  .needs = {Role::created, Role::customer_id},
                  .date = Role::created,
                  .sql = PEGEL_BECAME_SQL("since", "all_customers"),
                  .also = {{Kind::customers, Role::customer_id}, {Kind::customers, Role::since}}},
                 {.id = "won",
                  .meaning = "of a customer with a first deal won after they came in / leads",
                  .kind = Kind::leads,
                  .needs = {Role::created, Role::customer_id},
                  .date = Role::created,
                  .sql = PEGEL_BECAME_SQL("closed", "all_deals WHERE status = 'won'"),
                  .also = {{Kind::deals, Role::customer_id}, {Kind::deals, Role::closed}}}},
    .sql = PEGEL_BECAME_SQL("\"at\"", "all_orders WHERE coalesce(order_status, '') <> 'cancelled'"),
};

constexpr Example kExamples[] = {
    {.header = "lead_id,created,customer_id",
     .rows = {{54, "L#,2026-03-05,C#"}, {440, "L#,2026-03-05,"}, {6, "L#,2026-03-05,X#"}, {5, "L#,2026-03-05,old"}},
     .also = {{Kind::orders,
               "order_id,at,customer_id",
               {{54, "O#,2026-04-05,C#"}, {1, "O#,2026-01-05,old"}, {1, "O#,2026-05-05,old"}}}},
     .value = 0.108,
     .low = 0.083712,
     .high = 0.138276,
     .n = 500},
    {.header = "lead_id,created,customer_id",
     .rows = {{1, "L#,2026-03-05,C#"}, {2, "L#,2026-03-05,"}, {1, "L#,2026-03-05,X"}, {1, "L#,2026-03-05,old"}},
     .also = {{Kind::customers, "customer_id,since", {{3, "C#,2026-04-05"}, {1, "old,2026-01-05"}}}},
     .value = 0.25,
     .n = 4,
     .variant = "since"},
    {.header = "lead_id,created,customer_id",
     .rows = {{1, "L#,2026-03-05,C#"}, {2, "L#,2026-03-05,"}, {1, "L#,2026-03-05,X"}, {1, "L#,2026-03-05,old"}},
     .also = {{Kind::deals,
               "deal_id,status,created,closed,customer_id",
               {{1, "D#,won,2026-03-06,2026-04-05,C1"},
                {1, "D#,lost,2026-03-06,2026-04-05,X"},
                {1, "D#,won,2025-12-06,2026-01-05,old"}}}},
     .value = 0.25,
     .n = 4,
     .variant = "won"},
    {.header = "lead_id,created,customer_id",
     .rows = {{1, "L#,2026-03-05,old"}},
     .also = {{Kind::orders, "order_id,at,customer_id", {{1, "O1,2026-01-05,old"}}}},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(lead_to_customer_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
