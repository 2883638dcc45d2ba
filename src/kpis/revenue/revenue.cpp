#include "kpis/estimate.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t {
  kRevenue,
  kWon,
  kDecided,
  kOrderAmounts,
  kOrders,
  kBilled,
  kBills,
  kPaid,
  kPayments,
  kReturned,
  kWithMinus
};
constexpr Condition kValid = is(Role::payment_status, Use::other_type, PaymentStatus::unknown, PaymentStatus::open,
                                PaymentStatus::paid, PaymentStatus::overdue, PaymentStatus::written_off);
constexpr Measure returned(Condition amount) {
  return {.name = "returned",
          .take = Take::amount,
          .of = Role::amount,
          .where = {is(Role::return_kind, Use::other_type, ReturnKind::unknown, ReturnKind::returned), amount},
          .kind = Kind::returns,
          .date = Role::at};
}
constexpr Measure kMeasures[] = {
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {status_is(Status::won)}},
    {.name = "won", .where = {status_is(Status::won)}},
    {.name = "decided", .where = {decided_status()}},
    {.name = "revenue",
     .take = Take::amount,
     .of = Role::amount,
     .where = {kOrdered},
     .kind = Kind::orders,
     .date = Role::at},
    {.name = "orders", .where = {kOrdered}, .kind = Kind::orders, .date = Role::at},
    {.name = "revenue",
     .take = Take::amount,
     .of = Role::amount,
     .where = {kValid},
     .kind = Kind::invoices,
     .date = Role::issued},
    {.name = "invoices", .where = {kValid}, .kind = Kind::invoices, .date = Role::issued},
    {.name = "revenue",
     .take = Take::amount,
     .of = Role::paid_amount,
     .where = {kValid, dated(Role::paid_at)},
     .kind = Kind::invoices,
     .date = Role::paid_at},
    {.name = "payments", .where = {kValid, dated(Role::paid_at)}, .kind = Kind::invoices, .date = Role::paid_at},
    returned(positive(Role::amount, Use::zero_amount)),
    returned(negative(Role::amount, Use::zero_amount)),
};

// Returns are written with a minus, too, all of them or some.
Estimate net_of_returns(const Sums& sums, const Context&) {
  const partial::Money& sold = sums.amount(kOrderAmounts);
  const partial::Money& back = sums.amount(kReturned);
  if (const auto why_not = no_sum(sold); !why_not.empty()) return undefined(why_not, sold.n());
  const partial::Money& with_minus = sums.amount(kWithMinus);
  const auto currency = common_currency({&sold, &back, &with_minus});
  if (!currency) return undefined("mixed_currency", sold.n());
  const base::Int128 returned = back.sum() - with_minus.sum();
  Estimate estimate;
  estimate.value = base::to_double(sold.sum() - returned);
  estimate.n = sold.n();
  estimate.currency = dataset::name_of(*currency);
  estimate.parts = {{"revenue", amount_of(sold), Unit::money}, {"returned", base::to_double(returned), Unit::money}};
  return estimate;
}
constexpr Few<Shape, 6> kShapes{
    {Form::total, kRevenue, kWon, kDecided},
    {Form::total, kOrderAmounts, kOrders},
    {Form::total, kBilled, kBills},
    {Form::total, kPaid, kPayments},
    {.top = kOrderAmounts, .finish = net_of_returns, .own = {kOrderAmounts, kReturned, kWithMinus}}};

constexpr Card kCard = {
    .id = "revenue",
    .name = "Revenue",
    .meaning = "The amount of all deals won, by the day they were won.",
    .formula = "sum of {won} amounts = {revenue}",
    .source = "Bookings: not what was invoiced or paid",
    .kind = Kind::deals,
    .needs = {Role::status, Role::amount},
    .uses = {Role::closed, Role::currency},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .variants =
        {{"bookings", "deals won, by the day they were won", true},
         {"orders",
          "orders, by order date",
          false,
          true,
          "sum of {orders} amounts = {revenue}",
          Kind::orders,
          {Role::amount, Role::at},
          Role::at},
         {"billed",
          "invoices, by issue date",
          false,
          true,
          "sum of {invoices} amounts = {revenue}",
          Kind::invoices,
          {Role::amount, Role::issued},
          Role::issued},
         {"cash",
          "payments, by payment date",
          false,
          true,
          "sum of {payments} = {revenue}",
          Kind::invoices,
          {Role::paid_amount, Role::paid_at},
          Role::paid_at},
         {.id = "net_of_returns",
          .meaning = "orders, by order date, less returns, by the day they came back",
          .formula = "{revenue} - {returned}",
          .kind = Kind::orders,
          .needs = {Role::amount, Role::at},
          .date = Role::at,
          .sql =
              "WITH sold AS (SELECT amount, currency FROM orders\n"
              "              WHERE amount IS NOT NULL AND coalesce(order_status, '') <> 'cancelled'),\n"
              "     back AS (SELECT amount, currency FROM returns\n"
              "              WHERE amount IS NOT NULL AND coalesce(return_kind, 'return') = 'return')\n"
              "SELECT CASE WHEN (SELECT count(DISTINCT coalesce(currency, '')) FROM sold) = 1\n"
              "             AND (SELECT count(DISTINCT coalesce(currency, '')) FROM back) <= 1\n"
              "             AND coalesce((SELECT max(currency) FROM sold) = (SELECT max(currency) FROM back), TRUE)\n"
              "            THEN (SELECT sum(amount) FROM sold) - coalesce((SELECT sum(abs(amount)) FROM back), 0)\n"
              "       END AS value",
          .also = {{Kind::returns, Role::amount}, {Kind::returns, Role::at}},
          .stands_in = false}},
};

constexpr Example kExamples[] = {
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{1, "D#,won,2026-03-01,2026-03-05,200"},
              {1, "D#,won,2026-03-02,2026-03-12,400"},
              {1, "D#,lost,2026-03-02,2026-03-12,999"},
              {1, "D#,won,2026-03-02,2026-03-13,"}},
     .value = 600,
     .n = 2},
    {.header = "order_id,at,amount,order_status",
     .rows = {{2, "O#,2026-03-05,200,completed"}, {1, "O#,2026-03-05,70,cancelled"}},
     .value = 400,
     .n = 2,
     .variant = "orders"},
    {.header = "invoice_id,issued,amount,paid_at,paid_amount",
     .rows = {{2, "I#,2026-03-05,200,2026-04-01,150"}, {1, "I#,2026-03-05,70,,"}},
     .value = 470,
     .n = 3,
     .variant = "billed"},
    {.header = "invoice_id,issued,amount,paid_at,paid_amount",
     .rows = {{2, "I#,2026-03-05,200,2026-04-01,150"}, {1, "I#,2026-03-05,70,,"}},
     .value = 300,
     .n = 2,
     .variant = "cash"},
    {.header = "order_id,at,amount,order_status",
     .rows = {{2, "O#,2026-03-05,200,completed"}, {1, "O#,2026-03-05,70,cancelled"}},
     .also = {{Kind::returns,
               "return_id,order_id,at,return_kind,amount",
               {{1, "R#,O1,2026-03-20,return,-50"},
                {1, "R#,O1,2026-03-20,return,50"},
                {1, "R#,O2,2026-03-20,exchange,-90"}}}},
     .value = 300,
     .n = 2,
     .variant = "net_of_returns"},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{3, "D#,lost,2026-03-01,2026-03-05,70"}},
     .value = 0,
     .n = 0},
    {.header = "deal_id,status,created,closed,amount,currency",
     .rows = {{1, "D#,won,2026-03-01,2026-03-05,200,EUR"}, {1, "D#,won,2026-03-02,2026-03-12,400,USD"}},
     .value = {},
     .n = 2,
     .undefined = "mixed_currency"},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{2, "D#,won,2026-03-01,2026-03-05,"}},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(revenue, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
