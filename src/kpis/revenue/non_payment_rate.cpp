#include "kpis/estimate.h"
#include "stats/ratio_of_sums.h"

namespace pegel::kpis {
namespace {

constexpr Condition kIsDue = over(Role::due, 0);
constexpr Condition kIsKnown = is(Role::payment_status, Use::unknown_status, PaymentStatus::open, PaymentStatus::paid,
                                  PaymentStatus::overdue, PaymentStatus::written_off, PaymentStatus::cancelled);
constexpr Condition kIsOwed = is(Role::payment_status, Use::other_type, PaymentStatus::open, PaymentStatus::paid,
                                 PaymentStatus::overdue, PaymentStatus::written_off);
constexpr Condition kIsUnpaid =
    is(Role::payment_status, Use::other_type, PaymentStatus::open, PaymentStatus::overdue, PaymentStatus::written_off);
constexpr Condition kIsBill = not_negative(Role::amount, Use::other_type);  // no credit note
constexpr Condition kIsWrittenOff = is(Role::payment_status, Use::other_type, PaymentStatus::written_off);

constexpr Measure by_invoice(Role of, Few<Condition, 5> where) {
  return {.name = "due", .take = Take::amount_apart, .of = of, .by = Role::invoice_id, .where = where};
}

enum : uint8_t {
  kUnpaid,
  kDue,
  kWrittenOff,
  kUnpaidAmount,
  kPartPaid,
  kDueAmount,
  kPaidLate,
  kUnpaidApart,
  kPartPaidApart,
  kDueApart
};
constexpr Measure kMeasures[] = {
    {.name = "unpaid", .where = {kIsDue, kIsBill, kIsUnpaid}},
    {.name = "due", .where = {kIsDue, kIsBill, kIsKnown, kIsOwed}},
    {.name = "written_off", .where = {kIsDue, kIsBill, kIsWrittenOff}},
    {.name = "unpaid", .take = Take::amount, .of = Role::amount, .where = {kIsDue, kIsBill, kIsUnpaid}},
    {.name = "part_paid",
     .take = Take::amount,
     .of = Role::paid_amount,
     .where = {kIsDue, kIsBill, kIsUnpaid, numbered(Role::amount, Use::no_amount)}},
    {.name = "due", .take = Take::amount, .of = Role::amount, .where = {kIsDue, kIsBill, kIsKnown, kIsOwed}},
    {.name = "paid_late",
     .where = {kIsDue, kIsBill, kIsOwed, dated(Role::paid_at, Use::other_type), not_by(Role::paid_at, 0, Role::due)}},
    by_invoice(Role::amount, {kIsDue, kIsBill, kIsUnpaid}),
    by_invoice(Role::paid_amount, {kIsDue, kIsBill, kIsUnpaid, numbered(Role::amount, Use::no_amount)}),
    by_invoice(Role::amount, {kIsDue, kIsBill, kIsKnown, kIsOwed}),
};

// Over invoices; nothing where they are not told apart, and of few.
void bracket_over_invoices(Estimate& estimate, const Sums& sums, const Context& context) {
  partial::Pairs invoices;
  for (const auto& [invoice, due] : sums.amounts_apart(kDueApart).units()) {
    invoices.add(invoice, 0, static_cast<base::Micros>(due.x));
  }
  for (const auto& [invoice, unpaid] : sums.amounts_apart(kUnpaidApart).units()) {
    invoices.add(invoice, static_cast<base::Micros>(unpaid.x), 0);
  }
  for (const auto& [invoice, paid] : sums.amounts_apart(kPartPaidApart).units()) {
    invoices.add(invoice, -static_cast<base::Micros>(paid.x), 0);
  }
  if (invoices.n() < kFew || invoices.n() < estimate.n) return;
  const auto ratio = stats::ratio_of_sums(invoices, context.plan.seed);
  if (ratio) bracket(estimate, ratio->resampled ? "bootstrap" : "linearised", ratio->interval);
}

// What was paid of invoices that are not paid in full is no longer owed.
Estimate unpaid_amount_of(const Sums& sums, const Context& context) {
  const partial::Money& due = sums.amount(kDueAmount);
  if (const auto why_not = no_sum(due); !why_not.empty()) return undefined(why_not, due.n());
  const double unpaid = amount_of(sums.amount(kUnpaidAmount)) - amount_of(sums.amount(kPartPaid));
  Parts parts{{"unpaid", unpaid, Unit::money}, {"due", amount_of(due), Unit::money}};
  if (due.sum() == 0) return undefined("zero_denominator", due.n(), std::move(parts));
  Estimate estimate;
  estimate.value = unpaid / amount_of(due);
  estimate.n = due.n();
  estimate.currency = dataset::name_of(due.currency());
  estimate.parts = std::move(parts);
  bracket_over_invoices(estimate, sums, context);
  return estimate;
}

constexpr Few<Shape, 6> kShapes{
    {Form::share, kUnpaid, kDue},
    {.top = kDueAmount,
     .finish = unpaid_amount_of,
     .own = {kDueAmount, kUnpaidAmount, kPartPaid, kUnpaidApart, kPartPaidApart, kDueApart}},
    {Form::share, kWrittenOff, kDue},
    {Form::share, kPaidLate, kDue}};

constexpr Card kCard = {
    .id = "non_payment_rate",
    .name = "Non-payment rate",
    .meaning = "The share of invoices that are due and not paid.",
    .formula = "{unpaid} / {due}",
    .source = "By due date, as things stand today; not yet due and cancelled invoices and credit notes are left out",
    .kind = Kind::invoices,
    .needs = {Role::due, Role::payment_status},
    .uses = {Role::paid_at, Role::amount, Role::paid_amount, Role::currency},
    .unit = Unit::share,
    .direction = Direction::down,
    .semantic = Semantic::cohort,
    .date = Role::due,
    .variants = {{"count", "unpaid invoices / invoices due", true},
                 {.id = "amount",
                  .meaning = "amount not paid / amount due",
                  .sql = "WITH owed AS (SELECT *, payment_status <> 'paid' AS unpaid FROM invoices\n"
                         "              WHERE due < CURRENT_DATE AND amount >= 0\n"
                         "                AND payment_status IN ('open', 'paid', 'overdue', 'written_off'))\n"
                         "SELECT CASE WHEN count(DISTINCT coalesce(currency, '')) = 1\n"
                         "            THEN (coalesce(sum(amount) FILTER (WHERE unpaid), 0)\n"
                         "                  - coalesce(sum(paid_amount) FILTER (WHERE unpaid), 0)) * 1.0\n"
                         "                 / NULLIF(sum(amount), 0) END AS value FROM owed"},
                 {"written_off", "invoices written off / invoices due", false, true, "{written_off} / {due}"},
                 {"late",
                  "invoices paid after they were due / invoices due",
                  false,
                  true,
                  "{paid_late} / {due}",
                  Kind::invoices,
                  {Role::due, Role::payment_status, Role::paid_at},
                  Role::due}},
};

constexpr Example kExamples[] = {
    {.header = "invoice_id,issued,due,payment_status",
     .rows = {{144, "I#,2026-01-01,2026-02-01,paid"},
              {4, "I#,2026-01-01,2026-02-01,open"},
              {2, "I#,2026-01-01,2026-02-01,written_off"},
              {3, "I#,2026-01-01,2026-02-01,cancelled"},
              {9, "I#,2026-12-20,2027-01-20,open"}},
     .value = 0.04,
     .low = 0.018459,
     .high = 0.084513,
     .n = 150},
    {.header = "invoice_id,issued,due,payment_status",
     .rows = {{2, "I#,2026-12-20,2026-12-31,open"}},
     .value = {},
     .undefined = "no_data"},
    {.header = "invoice_id,issued,due,payment_status,amount,paid_amount",
     .rows = {{1, "I#,2026-01-01,2026-02-01,paid,300,300"},
              {1, "I#,2026-01-01,2026-02-01,open,100,40"},
              {1, "I#,2026-01-01,2026-02-01,overdue,100,"}},
     .value = 0.32,
     .n = 3,
     .variant = "amount"},
    {.header = "invoice_id,issued,due,amount,paid_at,paid_amount",
     .rows = {{3, "I#,2026-01-01,2026-02-01,100,2026-01-20,100"},
              {1, "I#,2026-01-01,2026-02-01,100,2026-01-20,40"},
              {1, "I#,2026-01-01,2026-02-01,100,,"}},
     .value = 0.32,
     .low = 0,
     .high = 0.681,
     .n = 5,
     .variant = "amount"},
    {.header = "invoice_id,issued,due,payment_status,amount",
     .rows = {{8, "I#,2026-01-01,2026-02-01,paid,100"},
              {1, "I#,2026-01-01,2026-02-01,open,100"},
              {1, "I#,2026-01-01,2026-02-01,open,-100"}},
     .value = 1.0 / 9,
     .low = 0.019891,
     .high = 0.435,
     .n = 9},
    {.header = "invoice_id,issued,due,payment_status,amount",
     .rows = {{8, "I#,2026-01-01,2026-02-01,paid,100"}, {2, "I#,2026-01-01,2026-02-01,open,100"}},
     .value = 0.2,
     .low = 0,
     .high = 0.5,
     .n = 10,
     .variant = "amount"},
    {.header = "invoice_id,issued,due,payment_status,amount",
     .rows = {{1, "I#,2026-01-01,2026-02-01,open,0"}},
     .value = {},
     .n = 1,
     .undefined = "zero_denominator",
     .variant = "amount"},
    {.header = "invoice_id,issued,due,payment_status",
     .rows = {{3, "I#,2026-01-01,2026-02-01,paid"}, {1, "I#,2026-01-01,2026-02-01,written_off"}},
     .value = 0.25,
     .n = 4,
     .variant = "written_off"},
    {.header = "invoice_id,issued,due,payment_status,paid_at",
     .rows = {{3, "I#,2026-01-01,2026-02-01,paid,2026-02-01"},
              {2, "I#,2026-01-01,2026-02-01,paid,2026-02-02"},
              {1, "I#,2026-01-01,2026-02-01,cancelled,2026-02-02"},
              {3, "I#,2026-01-01,2026-02-01,open,"},
              {1, "I#,2026-12-20,2027-01-20,open,"}},
     .value = 0.25,
     .n = 8,
     .variant = "late"}};

}  // namespace

PEGEL_MEASURED(non_payment_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
