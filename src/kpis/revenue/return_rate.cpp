#include "kpis/active.h"
#include "kpis/estimate.h"
#include "kpis/orders.h"
#include "stats/ratio_of_sums.h"

namespace pegel::kpis {
namespace {

constexpr Condition kIsReturn = is(Role::return_kind, Use::other_type, ReturnKind::unknown, ReturnKind::returned);

/// What was ordered, by order, of orders old enough; and what came back, whenever it did.
constexpr Measure ordered(std::string_view name, Role of) {
  return {.name = name,
          .take = Take::amount_apart,
          .of = of,
          .by = Role::order_id,
          .where = {kOrdered, kHasOrder, kIsOver}};
}
constexpr Measure came_back(Role of) {
  return {.name = "returned",
          .take = Take::amount_apart,
          .of = of,
          .by = Role::order_id,
          .where = {kIsReturn, kHasOrder},
          .kind = Kind::returns,
          .reach = Reach::company};
}
/// The same, for its currency.
constexpr Measure in_money(Measure measure) {
  measure.take = Take::amount;
  measure.by = Role::none;
  return measure;
}

enum : uint8_t {
  kReturned,
  kOrders,
  kMatched,
  kReturns,
  kAllOrders,
  kUnits,
  kUnitsBack,
  kValue,
  kValueBack,
  kMoney,
  kMoneyBack,
  kOrderDays,
  kReturnDays
};
constexpr Measure kMeasures[] = {
    {.name = "returned",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kOrdered, kHasOrder, kIsOver, yes(Role::returned, Use::other_type)}},
    kFollowedOrders,
    {.name = "returned",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kIsReturn, kHasOrder},
     .kind = Kind::returns,
     .reach = Reach::company},
    {.name = "returned",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kIsReturn, kHasOrder},
     .kind = Kind::returns,
     .date = Role::at},
    {.name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kHasOrder}},
    ordered("units", Role::qty),
    came_back(Role::qty),
    ordered("revenue", Role::amount),
    came_back(Role::amount),
    in_money(ordered("revenue", Role::amount)),
    in_money(came_back(Role::amount)),
    {.name = "orders",
     .take = Take::visit,
     .of = Role::order_id,
     .since = Role::at,
     .where = {kOrdered, kHasOrder, kIsOver}},
    {.name = "returned",
     .take = Take::visit,
     .of = Role::order_id,
     .since = Role::at,
     .where = {kIsReturn, kHasOrder},
     .kind = Kind::returns,
     .reach = Reach::company},
};

// Orders of which something came back within 30 days, of several lines by the first.
Estimate in_window(const Sums& sums, const Context&) {
  constexpr Day kWindow = 30;
  std::vector<partial::Visit> orders;
  sums.visits(kOrderDays).each_customer([&](std::span<const partial::Visit> lines) {
    orders.push_back(lines.front());
  });
  partial::Ratio ratio;
  with_visits(orders, sums.visits(kReturnDays), [&](const partial::Visit& order, auto returns) {
    ratio.add(partial::any_within(returns, order.day, order.day + kWindow));
  });
  return share(ratio, {{"returned", static_cast<double>(ratio.x.n), Unit::count},
                       {"orders", static_cast<double>(ratio.n.n), Unit::count}});
}

// What came back of each order, by what was ordered; returns are written with a minus, too.
Estimate part_of(const Sums& sums, const Context& context, uint8_t whole, uint8_t back, Unit unit) {
  const partial::Pairs& orders = sums.amounts_apart(whole);
  const auto& returns = sums.amounts_apart(back).units();
  if (orders.n() == 0) return undefined("no_data");
  partial::Pairs pairs;
  auto found = returns.begin();
  for (const auto& [order, amounts] : orders.units()) {
    while (found != returns.end() && found->entity < order) ++found;
    const bool any = found != returns.end() && found->entity == order;
    const auto returned = static_cast<base::Micros>(any ? found->value.x : 0);
    pairs.add(order, returned < 0 ? -returned : returned, static_cast<base::Micros>(amounts.x));
  }
  const partial::Pairs::Amounts both = pairs.sums();
  Parts parts{{"returned", base::to_double(both.x), unit}, {sums.name(whole), base::to_double(both.y), unit}};
  if (both.y <= 0) return undefined("zero_denominator", orders.n(), std::move(parts));
  const auto ratio = stats::ratio_of_sums(pairs, context.plan.seed);
  Estimate estimate;
  estimate.value = ratio->value;
  estimate.n = orders.n();
  estimate.parts = std::move(parts);
  if (orders.n() >= kFew) bracket(estimate, ratio->resampled ? "bootstrap" : "linearised", ratio->interval);
  return estimate;
}

Estimate by_units(const Sums& sums, const Context& context) {
  return part_of(sums, context, kUnits, kUnitsBack, Unit::count);
}
Estimate by_value(const Sums& sums, const Context& context) {
  const auto currency = common_currency({&sums.amount(kMoney), &sums.amount(kMoneyBack)});
  if (!currency) return undefined("mixed_currency", sums.amount(kMoney).n());
  Estimate estimate = part_of(sums, context, kValue, kValueBack, Unit::money);
  estimate.currency = dataset::name_of(*currency);
  return estimate;
}

// What came back need not have been ordered in the same days: by the day of the return it is no share, and may be more.
constexpr Few<Shape, 6> kShapes{{Form::share, kReturned, kOrders},
                                {Form::common, kOrders, kMatched},
                                {Form::rate, kReturns, kAllOrders},
                                {.top = kUnits, .finish = by_units, .own = {kUnits, kUnitsBack}},
                                {.top = kValue, .finish = by_value, .own = {kValue, kValueBack, kMoney, kMoneyBack}},
                                {.top = kOrderDays, .finish = in_window, .own = {kOrderDays, kReturnDays}}};

#define PEGEL_SENT_BACK_SQL(of, also, one)                               \
  "WITH sold AS (SELECT order_id, sum(" of                               \
  ") AS whole FROM orders\n"                                             \
  "              WHERE order_id IS NOT NULL AND " of                     \
  " IS NOT NULL AND coalesce(order_status, '') <> 'cancelled'\n"         \
  "                AND \"at\" + 30 < CURRENT_DATE GROUP BY order_id),\n" \
  "     back AS (SELECT order_id, abs(sum(" of                           \
  ")) AS part FROM all_returns\n"                                        \
  "              WHERE order_id IS NOT NULL AND " of                     \
  " IS NOT NULL AND coalesce(return_kind, 'return') = 'return'\n"        \
  "              GROUP BY order_id)" also "\nSELECT " one                \
  "CAST(coalesce(sum(part), 0) AS DOUBLE) / CASE WHEN sum(whole) > 0 THEN sum(whole) END"

constexpr Card kCard = {
    .id = "return_rate",
    .name = "Return rate",
    .meaning = "The share of orders of which something was sent back.",
    .formula = "{returned} / {orders}",
    .source = "By order date, more than 30 days ago; an order without the mark counts as kept",
    .kind = Kind::orders,
    .needs = {Role::order_id, Role::at, Role::returned},
    .uses = {Role::order_status},
    .unit = Unit::share,
    .direction = Direction::down,
    .semantic = Semantic::cohort,
    .date = Role::at,
    .variants =
        {{"orders", "orders returned / orders, by order date", true},
         {.id = "matched",
          .meaning = "orders of which the returns name one / orders, by order date",
          .kind = Kind::orders,
          .needs = {Role::order_id, Role::at},
          .date = Role::at,
          .also = {{Kind::returns, Role::order_id}}},
         {"by_return",
          "by the day of the return",
          false,
          true,
          "",
          Kind::orders,
          {Role::order_id, Role::at},
          Role::at,
          "SELECT (SELECT count(DISTINCT order_id) FROM returns WHERE coalesce(return_kind, 'return') = 'return')\n"
          "       * 1.0 / NULLIF((SELECT count(DISTINCT order_id) FROM orders\n"
          "                       WHERE coalesce(order_status, '') <> 'cancelled'), 0) AS value",
          {},
          {},
          Semantic::flow,
          {{Kind::returns, Role::order_id}, {Kind::returns, Role::at}}},
         {.id = "units",
          .meaning = "units returned / units ordered, by order date",
          .formula = "{returned} / {units}",
          .kind = Kind::orders,
          .needs = {Role::order_id, Role::at, Role::qty},
          .date = Role::at,
          .sql = PEGEL_SENT_BACK_SQL("qty", "", "") " AS value FROM sold LEFT JOIN back USING (order_id)",
          .also = {{Kind::returns, Role::order_id}, {Kind::returns, Role::qty}},
          .stands_in = false},
         {.id = "value",
          .meaning = "amount returned / amount ordered, by order date",
          .formula = "{returned} / {revenue}",
          .kind = Kind::orders,
          .needs = {Role::order_id, Role::at, Role::amount},
          .date = Role::at,
          .sql = PEGEL_SENT_BACK_SQL(
              "amount",
              ",\n     money AS (SELECT currency FROM orders WHERE order_id IS NOT NULL AND amount IS NOT NULL\n"
              "                  AND coalesce(order_status, '') <> 'cancelled' AND \"at\" + 30 < CURRENT_DATE),\n"
              "     paid_back AS (SELECT currency FROM all_returns WHERE order_id IS NOT NULL AND amount IS NOT NULL\n"
              "                     AND coalesce(return_kind, 'return') = 'return')",
              "CASE WHEN (SELECT count(DISTINCT coalesce(currency, '')) FROM money) <= 1\n"
              "             AND (SELECT count(DISTINCT coalesce(currency, '')) FROM paid_back) <= 1\n"
              "             AND coalesce((SELECT max(currency) FROM money) = (SELECT max(currency) FROM paid_back), "
              "TRUE)\n"
              "            THEN ") " END AS value FROM sold LEFT JOIN back USING (order_id)",
          .also = {{Kind::returns, Role::order_id}, {Kind::returns, Role::amount}},
          .stands_in = false},
         {.id = "days_30",
          .meaning = "orders of which the returns name one within 30 days / orders, by order date",
          .kind = Kind::orders,
          .needs = {Role::order_id, Role::at},
          .date = Role::at,
          .sql = "WITH sold AS (SELECT order_id, min(\"at\") AS day FROM orders\n"
                 "              WHERE order_id IS NOT NULL AND coalesce(order_status, '') <> 'cancelled'\n"
                 "                AND \"at\" + 30 < CURRENT_DATE GROUP BY order_id),\n"
                 "     back AS (SELECT DISTINCT sold.order_id FROM sold\n"
                 "              JOIN all_returns r ON r.order_id = sold.order_id\n"
                 "              WHERE coalesce(r.return_kind, 'return') = 'return' AND r.\"at\" BETWEEN day AND day + "
                 "30)\n"
                 "SELECT (SELECT count(*) FROM back) * 1.0 / NULLIF(count(*), 0) AS value FROM sold",
          .also = {{Kind::returns, Role::order_id}, {Kind::returns, Role::at}},
          .stands_in = false}},
};

// 3 of 40 units; 90 of 450 in money.
constexpr ExampleFile kSentBack{Kind::returns,
                                "return_id,order_id,at,return_kind,qty,amount",
                                {{1, "R#,O1,2026-03-20,return,1,30"},
                                 {1, "R#,O2,2026-05-20,,2,-60"},
                                 {1, "R#,O3,2026-03-20,exchange,4,70"},
                                 {1, "R#,O5,2026-12-22,return,4,80"},
                                 {1, "R#,X,2026-03-20,return,5,90"}}};
constexpr Example kExamples[] = {
    {.header = "order_id,at,returned",
     .rows = {{14, "O#,2026-03-01,true"}, {336, "O#,2026-03-02,false"}, {9, "O#,2026-12-20,true"}},
     .value = 0.04,
     .low = 0.023978,
     .high = 0.066001,
     .n = 350},
    {.header = "order_id,at,returned", .rows = {{9, "O#,2026-12-20,false"}}, .value = {}, .undefined = "no_data"},
    {.header = "order_id,at",
     .rows = {{350, "O#,2026-03-01"}, {9, "O#,2026-12-20"}},
     .also = {{Kind::returns,
               "return_id,order_id,at,return_kind",
               {{12, "R#,O#,2026-04-01,return"},
                {2, "R#,O#,2026-07-01,"},
                {1, "R#,O1,2026-04-02,return"},
                {9, "R#,O#,2026-04-01,exchange"},
                {1, "R#,O351,2026-12-21,return"}}}},
     .value = 0.04,
     .low = 0.023978,
     .high = 0.066001,
     .n = 350,
     .variant = "matched"},
    {.header = "order_id,at,qty,amount",
     .rows = {{4, "O#,2026-03-01,10,100"}, {1, "O#,2026-12-20,10,100"}, {1, "O#,2026-03-01,,50"}},
     .also = {kSentBack},
     .value = 0.075,
     .n = 4,
     .variant = "units"},
    {.header = "order_id,at,qty,amount",
     .rows = {{4, "O#,2026-03-01,10,100"}, {1, "O#,2026-12-20,10,100"}, {1, "O#,2026-03-01,,50"}},
     .also = {kSentBack},
     .value = 0.2,
     .n = 5,
     .variant = "value"},
    {.header = "order_id,at",
     .rows = {{350, "O#,2026-03-01"}, {9, "O#,2026-12-20"}},
     .also = {{Kind::returns,
               "return_id,order_id,at,return_kind",
               {{12, "R#,O#,2026-03-31,return"},
                {3, "R#,O#,2026-04-01,"},
                {1, "R#,O13,2026-02-28,return"},
                {1, "R#,O14,2026-03-01,"},
                {1, "R#,O14,2026-05-01,"},
                {9, "R#,O#,2026-03-02,exchange"}}}},
     .value = 13.0 / 350,
     .n = 350,
     .variant = "days_30"},
    {.header = "order_id,at",
     .rows = {{350, "O#,2026-03-01"}},
     .also = {{Kind::returns,
               "return_id,order_id,at,return_kind",
               {{12, "R#,X#,2026-04-01,return"},
                {2, "R#,Y#,2026-04-01,"},
                {3, "R#,Y13,2026-04-02,return"},
                {5, "R#,Z#,2026-04-01,exchange"}}}},
     .value = 0.04,
     .low = 0.021868,
     .high = 0.067113,
     .n = 350,
     .variant = "by_return"}};

}  // namespace

PEGEL_MEASURED(return_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
