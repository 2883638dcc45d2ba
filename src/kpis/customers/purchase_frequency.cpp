#include "kpis/active.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kOrders, kCustomers, kDays, kOrderDays, kOrdersOfEach };
constexpr Measure kMeasures[] = {
    {.name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kHasOrder, kHasCustomer}},
    {.name = "customers", .take = Take::id, .of = Role::customer_id, .where = {kOrdered, kHasOrder}},
    kCustomerOrders,
    {.name = "orders",
     .take = Take::visit,
     .of = Role::order_id,
     .since = Role::at,
     .where = {kOrdered, kHasOrder, kHasCustomer},
     .reach = Reach::ever},
    {.name = "orders",
     .take = Take::id_within,
     .of = Role::order_id,
     .by = Role::customer_id,
     .where = {kOrdered, kHasOrder, kHasCustomer}},
};

Estimate per_active(const Sums& sums, const Context& context) {
  const Day last = context.last();
  const int64_t orders = sums.visits(kOrderDays).count([&](std::span<const partial::Visit> days) {
    return partial::any_within(days, context.period.start, last);
  });
  const int64_t customers =
      sums.visits(kDays).count([&](std::span<const partial::Visit> days) { return active(days, last, kActiveDays); });
  Parts parts{{"orders", static_cast<double>(orders), Unit::count},
              {"customers", static_cast<double>(customers), Unit::count}};
  if (sums.visits(kDays).n() == 0) return undefined("no_data");
  if (customers == 0) return undefined("zero_denominator", 0, std::move(parts));
  Estimate estimate;
  estimate.value = static_cast<double>(orders) / static_cast<double>(customers);
  estimate.n = customers;
  estimate.parts = std::move(parts);
  return estimate;
}

// Between two days with orders of one customer, the later one in the period.
Estimate gap(const Sums& sums, const Context& context) {
  partial::Quantiles gaps;
  sums.visits(kDays).each_customer([&](std::span<const partial::Visit> days) {
    for (std::size_t i = 1; i < days.size(); ++i) {
      const bool inside = days[i].day >= context.period.start && days[i].day <= context.last();
      if (inside && days[i].day > days[i - 1].day) gaps.add(days[i].day - days[i - 1].day);
    }
  });
  if (gaps.n() == 0) return undefined("no_data");
  return median(gaps, {{"gaps", static_cast<double>(gaps.n()), Unit::count},
                       {"median", gaps.quantile(0.5), Unit::days},
                       {"p90", gaps.quantile(0.9), Unit::days}});
}

constexpr Few<Shape, 6> kShapes{{.form = Form::per, .top = kOrders, .bottom = kCustomers, .spread = {kOrdersOfEach}},
                                {.top = kOrderDays, .finish = per_active, .own = {kOrderDays, kDays}},
                                {.top = kDays, .finish = gap, .own = {kDays}, .all_days = true}};

constexpr Card kCard = {
    .id = "purchase_frequency",
    .name = "Purchase frequency",
    .meaning = "How often a customer who bought did so: orders per different buyer.",
    .formula = "{orders} / {customers}",
    .source = "Customers with one order count; the lines of one order are one",
    .kind = Kind::orders,
    .needs = {Role::order_id, Role::customer_id},
    .uses = {Role::at, Role::order_status},
    .unit = Unit::ratio,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"buyers", "orders per customer with an order in the period", true},
                 {"active",
                  "orders per active customer",
                  false,
                  true,
                  "",
                  Kind::orders,
                  {Role::order_id, Role::customer_id, Role::at},
                  Role::at,
                  "WITH bought AS (SELECT * FROM orders, period\n"
                  "                WHERE customer_id IS NOT NULL AND coalesce(order_status, '') <> 'cancelled')\n"
                  "SELECT count(DISTINCT order_id) FILTER (WHERE \"at\" BETWEEN first AND last) * 1.0\n"
                  "       / NULLIF(count(DISTINCT customer_id) FILTER (WHERE \"at\" BETWEEN last - 89 AND last), 0) "
                  "AS value\nFROM bought"},
                 {"gap",
                  "median days between two orders",
                  false,
                  true,
                  "median of {gaps} = {median}",
                  Kind::orders,
                  {Role::customer_id, Role::at},
                  Role::at,
                  "WITH days AS (SELECT DISTINCT customer_id, \"at\" AS day FROM orders\n"
                  "              WHERE customer_id IS NOT NULL AND \"at\" BETWEEN DATE '1990-01-01' AND CURRENT_DATE\n"
                  "                AND coalesce(order_status, '') <> 'cancelled'),\n"
                  "     gaps AS (SELECT day, day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap\n"
                  "              FROM days)\n"
                  "SELECT median(gap) AS value FROM gaps, period WHERE day BETWEEN first AND last",
                  Unit::days,
                  Direction::down}},
};

// Five orders in December, of two of three active customers; gaps of 51, 4, 10 and 30 days.
constexpr std::string_view kDayHeader = "order_id,at,customer_id,product";
constexpr Few<ExampleRows, 36> kTimes{
    {1, "O#,2026-10-11,A,pen"}, {1, "O#,2026-12-01,A,pen"}, {1, "O2,2026-12-01,A,ink"},
    {1, "O#,2026-12-05,A,pen"}, {1, "O#,2026-12-15,A,pen"}, {1, "O#,2026-12-01,B,pen"},
    {1, "O#,2026-12-31,B,pen"}, {1, "O#,2026-11-30,C,pen"}, {1, "O#,2026-01-30,D,pen"}};
constexpr Example kExamples[] = {
    {.header = "order_id,at,customer_id,product",
     .rows = {{150, "O#,2026-03-01,C#,pen"},
              {210, "O#,2026-03-02,C1,pen"},
              {1, "O1,2026-03-01,C1,ink"},
              {3, "O#,2026-03-02,,pen"}},
     .value = 2.4,
     .n = 150},
    {.header = "order_id,at,customer_id,order_status",
     .rows = {{3, "O#,2026-03-01,C1,cancelled"}},
     .value = {},
     .undefined = "no_data"},
    {.header = kDayHeader, .rows = kTimes, .value = 1.666667, .n = 3, .variant = "active"},
    {.header = kDayHeader, .rows = kTimes, .value = 20, .n = 4, .variant = "gap"},
    {.header = kDayHeader, .rows = {{3, "O#,2026-03-01,C1"}}, .value = {}, .undefined = "no_data", .variant = "gap"}};

}  // namespace

PEGEL_MEASURED(purchase_frequency, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
