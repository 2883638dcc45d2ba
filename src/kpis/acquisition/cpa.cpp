#include "kpis/acquired.h"
#include "kpis/estimate.h"
#include "kpis/orders.h"

#define PEGEL_COST_FROM_CHANNELS_SQL(counted, day)                                           \
  PEGEL_COST_EACH_SQL(" AND coalesce(channel, source) IS NOT NULL", counted                  \
                      ", time\n                 WHERE coalesce(channel, source) IS NOT NULL" \
                      " AND " PEGEL_IN_SPENDING_TIME_SQL(day))

namespace pegel::kpis {
namespace {

enum : uint8_t { kSpend, kBegins, kEnds, kNew, kAllNew, kLeads, kAllLeads, kOrders, kAllOrders };
constexpr Condition kHasChannel = either(Role::channel, Role::source, Use::no_channel);

constexpr Measure customers(Few<Condition, 5> where) {
  return {.name = "new_customers",
          .take = Take::row_daily,
          .since = Role::since,
          .where = where,
          .kind = Kind::customers,
          .date = Role::since};
}
constexpr Measure leads(Few<Condition, 5> where) {
  return {.name = "leads",
          .take = Take::row_daily,
          .since = Role::created,
          .where = where,
          .kind = Kind::leads,
          .date = Role::created};
}
constexpr Measure orders(Few<Condition, 5> where) {
  return {.name = "orders",
          .take = Take::visit,
          .of = Role::order_id,
          .since = Role::at,
          .where = where,
          .kind = Kind::orders,
          .date = Role::at};
}
constexpr Measure kMeasures[] = {
    {.name = "spend", .take = Take::amount, .of = Role::amount, .where = {kHasChannel}},
    kSpendBegins,
    kSpendEnds,
    customers({kHasChannel}),
    customers({}),
    leads({kHasChannel}),
    leads({}),
    orders({kOrdered, kHasOrder, kHasChannel}),
    orders({kOrdered, kHasOrder}),
};

template <uint8_t Acquired>
Estimate cost_of(const Sums& sums, const Context&) {
  return cost_of_customers(sums, {kSpend, Acquired, kBegins, kEnds, Acquired + 1});
}
template <uint8_t Acquired>
constexpr Shape kCostOf{.finish = cost_of<Acquired>, .own = {kSpend, kBegins, kEnds, Acquired, Acquired + 1}};
constexpr Few<Shape, 6> kShapes{kCostOf<kNew>, kCostOf<kLeads>, kCostOf<kOrders>};

constexpr Card kCard = {
    .id = "cpa",
    .name = "Cost per acquisition",
    .meaning = "What a channel cost for each new customer it brought in the same time.",
    .formula = "{spend} / {new_customers} ({unattributed})",
    .source =
        "Cost and customers without a channel or source are left out; those that cost and brought nobody stand first. "
        "Interval: exact Poisson of the customers, the cost taken as spent",
    .kind = Kind::spend,
    .needs = {Role::amount, Role::period_start},
    .also = {{Kind::customers, Role::since}},
    .uses = {Role::channel, Role::source, Role::currency},
    .unit = Unit::money,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::period_start,
    .variants = {{"customer", "cost / new customers", true},
                 {.id = "lead",
                  .meaning = "cost / leads",
                  .formula = "{spend} / {leads} ({unattributed})",
                  .kind = Kind::spend,
                  .needs = {Role::amount, Role::period_start},
                  .date = Role::period_start,
                  .sql = PEGEL_COST_FROM_CHANNELS_SQL("count(*) FROM leads", "created"),
                  .also = {{Kind::leads, Role::created}},
                  .stands_in = false},
                 {.id = "order",
                  .meaning = "cost / orders",
                  .formula = "{spend} / {orders} ({unattributed})",
                  .kind = Kind::spend,
                  .needs = {Role::amount, Role::period_start},
                  .date = Role::period_start,
                  .sql = PEGEL_COST_FROM_CHANNELS_SQL("count(DISTINCT order_id) FROM orders",
                                                      "coalesce(order_status, '') <> 'cancelled' AND \"at\""),
                  .also = {{Kind::orders, Role::order_id}, {Kind::orders, Role::at}},
                  .stands_in = false}},
    .sql = PEGEL_COST_FROM_CHANNELS_SQL("count(*) FROM customers", "since"),
};

constexpr std::string_view kHeader = "period_start,amount,channel";
constexpr Few<ExampleRows, 36> kSpent{{1, "2026-02-01,5000,online ads"},
                                      {1, "2026-03-01,4000,online ads"},
                                      {1, "2026-03-01,3600,referral"},
                                      {1, "2026-03-01,700,fair"},
                                      {1, "2026-03-01,20000,"}};
constexpr ExampleFile kCustomers{Kind::customers,
                                 "customer_id,since,channel",
                                 {{45, "C#,2026-02-03,online ads"},
                                  {30, "C#,2026-03-20,referral"},
                                  {6, "C#,2026-03-20,"},
                                  {8, "C#,2024-03-20,referral"}}};
constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = kSpent,
     .also = {kCustomers},
     .value = 200,
     .low = 149.468042,
     .high = 274.195391,
     .n = 45,
     .by = "channel=online ads"},
    {.header = kHeader, .rows = kSpent, .also = {kCustomers}, .value = 120, .n = 30, .by = "channel=referral"},
    {.header = kHeader,
     .rows = kSpent,
     .also = {kCustomers},
     .value = {},
     .undefined = "zero_denominator",
     .by = "channel=fair"},
    {.header = kHeader, .rows = kSpent, .also = {kCustomers}, .value = 177.333333, .n = 75},
    {.header = "period_start,amount,source",
     .rows = {{1, "2026-02-01,600,Web"}, {1, "2026-02-01,900,Fair"}, {1, "2026-02-01,50,"}},
     .also = {{Kind::customers, "customer_id,since,source", {{6, "C#,2026-02-03,Web"}, {4, "C#,2026-02-03,"}}}},
     .value = 250,
     .n = 6},
    {.header = kHeader,
     .rows = kSpent,
     .also = {{Kind::leads, "lead_id,created,channel", {{133, "L#,2026-02-03,fair"}, {9, "L#,2026-02-03,"}}}},
     .value = 100,
     .n = 133,
     .variant = "lead"},
    {.header = kHeader,
     .rows = kSpent,
     .also = {{Kind::orders,
               "order_id,line_id,at,channel",
               {{25, "O#,1,2026-03-31,fair"}, {1, "O1,2,2026-03-31,fair"}, {7, "P#,1,2026-04-01,fair"}}}},
     .value = 532,
     .n = 25,
     .variant = "order"}};

}  // namespace

PEGEL_MEASURED(cpa, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
