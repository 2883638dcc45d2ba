#include "kpis/active.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kStays, kOrders, kReplies, kMeetings, kBought, kSpent };
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
    {.name = "orders",
     .take = Take::visit,
     .of = Role::order_id,
     .since = Role::at,
     .where = {kOrdered, kHasOrder, kHasCustomer},
     .kind = Kind::orders,
     .reach = Reach::company},
    {.name = "revenue",
     .take = Take::amount_daily,
     .of = Role::amount,
     .since = Role::at,
     .where = {kOrdered, given(Role::seller_id, Use::nobody)},
     .kind = Kind::orders,
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

std::vector<TableCell> row_of(std::string_view kpi, double value, Unit unit) {
  return {{{}, std::string(kpi)}, {value, {}}, {{}, std::string(name_of(unit))}};
}

// The four by which direct sellers track engagement, in the same days: who is new, who is active, how often they buy, and
// what the sellers that orders name have sold.
Table four(const Sums& sums, const Context& context) {
  const auto count = [&](uint8_t m, Day from) {
    return static_cast<double>(sums.visits(m).count(
        [&](std::span<const partial::Visit> own) { return partial::any_within(own, from, context.last()); }));
  };
  Table table{.id = "engagement",
              .kpi = {},
              .title = {},
              .columns = {{"kpi", "text"}, {"value", "number"}, {"unit", "text"}},
              .rows = {},
              .notes = {}};
  const int64_t came = sums.visits(kOrders).count([&](std::span<const partial::Visit> own) {
    return own.front().day >= context.period.start && own.front().day <= context.last();
  });
  if (sums.visits(kOrders).n() == 0) return table;
  table.rows = {row_of("new_customers", static_cast<double>(came), Unit::count),
                row_of("active_customers", count(kOrders, context.last() - kActiveDays + 1), Unit::count)};
  const double buyers = count(kOrders, context.period.start);
  if (buyers > 0) {
    table.rows.push_back(row_of("purchase_frequency", count(kBought, context.period.start) / buyers, Unit::ratio));
  }
  const partial::Money sold = sums.amounts_daily(kSpent).between(context.period.start, context.period.end);
  if (!no_sum(sold).empty()) return table;
  table.rows.push_back(row_of("individual_sales", amount_of(sold), Unit::money));
  table.columns.push_back({"currency", "text"});
  for (auto& row : table.rows) row.push_back({});
  table.rows.back().back().text = dataset::name_of(sold.currency());
  return table;
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

PEGEL_MEASURED_WITH_TABLE(engagement_rate, kCard, kMeasures, kShapes, kExamples, four)

}  // namespace pegel::kpis
