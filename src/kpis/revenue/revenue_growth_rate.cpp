#include "kpis/estimate.h"
#include "kpis/orders.h"
#include "kpis/periods.h"
#include "stats/elementary.h"
#include "stats/ratio_of_sums.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kWon, kOrdersDaily, kBilled, kSquares };  // the squares of each stand as many further
constexpr Condition kIsBilled = is(Role::payment_status, Use::other_type, PaymentStatus::unknown, PaymentStatus::open,
                                   PaymentStatus::paid, PaymentStatus::overdue, PaymentStatus::written_off);
constexpr Measure daily(Take take, Kind kind, Role day, std::initializer_list<Condition> where) {
  return {.name = "revenue",
          .take = take,
          .of = Role::amount,
          .since = day,
          .where = where,
          .kind = kind,
          .reach = Reach::ever};
}
constexpr Measure kMeasures[] = {
    daily(Take::amount_daily, Kind::none, Role::closed, {status_is(Status::won)}),
    daily(Take::amount_daily, Kind::orders, Role::at, {kOrdered}),
    daily(Take::amount_daily, Kind::invoices, Role::issued, {kIsBilled}),
    daily(Take::squares_daily, Kind::none, Role::closed, {status_is(Status::won)}),
    daily(Take::squares_daily, Kind::orders, Role::at, {kOrdered, whole()}),
    daily(Take::squares_daily, Kind::invoices, Role::issued, {kIsBilled}),
};

using Days = partial::Daily<partial::Money>;
using Squares = partial::Daily<partial::Moments>;

// Days without rows at a period's start are no gap while they are less than a tenth of it.
bool is_known(const Days& days, const Period& period) {
  return !days.empty() && int64_t{days.first() - period.start} * 10 <= period.end - period.start;
}

double root(double ratio, int steps) {
  if (steps == 1 || ratio == 0) return ratio;
  return stats::exp(stats::log(ratio) / steps);
}

stats::SumOfEvents events_in(const Squares& squares, const Period& period) {
  const partial::Moments moments = squares.between(period.start, period.end);
  return {moments.n(), moments.total(), moments.total_of_squares()};
}

// Of sums whose rows are whole deals, orders or invoices, five or more in both.
void bracket_growth(Estimate& estimate, const Squares& squares, const Period& now, const Period& before, int steps) {
  const stats::SumOfEvents current = events_in(squares, now);
  const stats::SumOfEvents earlier = events_in(squares, before);
  if (estimate.n < kFew || std::min(current.n, earlier.n) != estimate.n) return;
  const auto times = stats::delta_growth(current, earlier);
  if (times) bracket(estimate, "delta", stats::Interval{root(times->low, steps) - 1, root(times->high, steps) - 1});
}

Estimate growth(const Sums& sums, uint8_t of, const Period& now, const Period& before, int steps) {
  const Days& days = sums.amounts_daily(of);
  const partial::Money current = days.between(now.start, now.end);
  const partial::Money earlier = days.between(before.start, before.end);
  partial::Money both = current;
  both.merge(earlier);
  if (both.n() == 0) return undefined("no_data");
  if (both.mixed()) return undefined("mixed_currency", both.n());
  Estimate estimate;
  estimate.n = std::min(current.n(), earlier.n());
  estimate.currency = dataset::name_of(both.currency());
  estimate.parts = {{"revenue", amount_of(current), Unit::money}, {"before", amount_of(earlier), Unit::money}};
  if (steps > 1) estimate.parts.push_back({"steps", static_cast<double>(steps), Unit::count});
  if (!is_known(days, before)) {
    estimate.undefined = "no_reference";
  } else if (earlier.sum() <= 0 || (steps > 1 && current.sum() < 0)) {
    estimate.undefined = earlier.sum() == 0 ? "zero_denominator" : "negative_reference";
  } else {
    estimate.value = root(amount_of(current) / amount_of(earlier), steps) - 1;
    bracket_growth(estimate, sums.squares_daily(of + kSquares), now, before, steps);
  }
  return estimate;
}

template <uint8_t kOf>
Estimate on_period(const Sums& sums, const Context& context) {
  return growth(sums, kOf, context.period, earlier(context.period, context.whole, 1), 1);
}

template <uint8_t kOf>
Estimate on_year(const Sums& sums, const Context& context) {
  return growth(sums, kOf, context.period, years_before(context.period, context.whole, 1), 1);
}

constexpr int kSteps = 3;
Estimate compound(const Sums& sums, const Context& context) {
  return growth(sums, kWon, context.period, earlier(context.period, context.whole, kSteps), kSteps);
}

template <uint8_t kOf>
constexpr Shape shape(Estimate (*finish)(const Sums& sums, const Context& context)) {
  return {.top = kOf, .finish = finish, .own = {kOf, kOf + kSquares}};
}
constexpr Few<Shape, 6> kShapes{shape<kWon>(on_period<kWon>),
                                shape<kWon>(on_year<kWon>),
                                shape<kWon>(compound),
                                shape<kOrdersDaily>(on_period<kOrdersDaily>),
                                shape<kOrdersDaily>(on_year<kOrdersDaily>),
                                shape<kBilled>(on_period<kBilled>)};

// Of the rows' amounts by `day`: those of the period against those of the days `before`.
#define PEGEL_GROWTH_OVER_SQL(rows, day, before, more, ratio)                                             \
  "WITH sums AS (SELECT sum(amount) FILTER (WHERE " day                                                   \
  " BETWEEN first AND last) AS now,\n"                                                                    \
  "                     sum(amount) FILTER (WHERE " day " BETWEEN " before "_first AND " before           \
  "_last) AS earlier,\n"                                                                                  \
  "                     min(" day ") AS start, count(DISTINCT coalesce(currency, '')) FILTER (WHERE " day \
  " BETWEEN first AND last\n"                                                                             \
  "                       OR " day " BETWEEN " before "_first AND " before                                \
  "_last) AS currencies\n"                                                                                \
  "              FROM " rows                                                                              \
  " AND amount IS NOT NULL)\n"                                                                            \
  "SELECT CASE WHEN currencies = 1 AND earlier > 0" more                                                  \
  "\n"                                                                                                    \
  "             AND (start - " before "_first) * 10 <= " before "_last - " before                         \
  "_first + 1\n"                                                                                          \
  "            THEN " ratio " - 1 END AS value FROM sums, period"
#define PEGEL_GROWTH_SQL(rows, day, before) \
  PEGEL_GROWTH_OVER_SQL(rows, day, before, "", "coalesce(now, 0) * 1.0 / earlier")
#define PEGEL_ORDERED "orders, period WHERE coalesce(order_status, '') <> 'cancelled'"

constexpr Card kCard = {
    .id = "revenue_growth_rate",
    .name = "Revenue growth",
    .meaning = "By how much revenue has grown against the period before.",
    .formula = "({revenue} - {before}) / {before}",
    .source =
        "Against the calendar period before; of an unfinished period against as many days of it. Interval over deals, "
        "their number and amounts as chance has them (delta method); none where an order has several lines",
    .kind = Kind::deals,
    .needs = {Role::status, Role::amount, Role::closed},
    .uses = {Role::currency},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .variants = {{"previous", "deals won, against the period before", true},
                 {.id = "year",
                  .meaning = "deals won, against the same period last year",
                  .sql = PEGEL_GROWTH_SQL("deals, period WHERE status = 'won'", "closed", "year")},
                 {.id = "compound",
                  .meaning = "deals won, the even growth a period over three",
                  .formula = "({revenue} / {before}) ^ (1 / {steps}) - 1",
                  .sql = PEGEL_GROWTH_OVER_SQL("deals, period WHERE status = 'won'", "closed", "third",
                                               " AND coalesce(now, 0) >= 0",
                                               "power(CAST(coalesce(now, 0) AS DOUBLE) / earlier, 1 / 3.0)")},
                 {.id = "orders",
                  .meaning = "orders, against the period before",
                  .kind = Kind::orders,
                  .needs = {Role::amount, Role::at},
                  .date = Role::at,
                  .sql = PEGEL_GROWTH_SQL(PEGEL_ORDERED, "\"at\"", "before")},
                 {.id = "orders_year",
                  .meaning = "orders, against the same period last year",
                  .kind = Kind::orders,
                  .needs = {Role::amount, Role::at},
                  .date = Role::at,
                  .sql = PEGEL_GROWTH_SQL(PEGEL_ORDERED, "\"at\"", "year")},
                 {.id = "billed",
                  .meaning = "invoices, against the period before",
                  .kind = Kind::invoices,
                  .needs = {Role::amount, Role::issued},
                  .date = Role::issued,
                  .sql = PEGEL_GROWTH_SQL("invoices, period WHERE coalesce(payment_status, '') <> 'cancelled'",
                                          "issued", "before")}},
    .sql = PEGEL_GROWTH_SQL("deals, period WHERE status = 'won'", "closed", "before"),
};

constexpr std::string_view kHeader = "deal_id,status,created,closed,amount";
constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{5, "D#,won,2026-11-01,2026-11-01,20000"},
              {5, "D#,won,2026-12-01,2026-12-31,23000"},
              {1, "D#,lost,2026-12-01,2026-12-31,70"}},
     .value = 0.15,
     .low = -0.667072,
     .high = 2.972327,
     .n = 5},
    {.header = kHeader,
     .rows = {{1, "D#,won,2025-12-01,2025-12-01,100"},
              {1, "D#,won,2026-11-01,2026-11-01,900"},
              {1, "D#,won,2026-12-01,2026-12-31,120"}},
     .value = 0.2,
     .variant = "year"},
    {.header = kHeader,
     .rows = {{1, "D#,won,2026-09-01,2026-09-01,100"}, {1, "D#,won,2026-12-01,2026-12-31,133.1"}},
     .value = 0.1,
     .variant = "compound"},
    {.header = "order_id,at,amount",
     .rows = {{5, "O#,2026-11-01,100"}, {5, "O#,2026-12-30,80"}},
     .value = -0.2,
     .variant = "orders"},
    {.header = kHeader,
     .rows = {{1, "D#,won,2026-11-20,2026-11-20,100"}, {1, "D#,won,2026-12-01,2026-12-31,120"}},
     .value = {},
     .undefined = "no_reference"}};

}  // namespace

PEGEL_MEASURED(revenue_growth_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
