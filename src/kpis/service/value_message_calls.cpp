#include <algorithm>

#include "kpis/active.h"
#include "stats/two_shares.h"

namespace pegel::kpis {
namespace {

constexpr Condition kIsCall =
    is(Role::activity_type, Use::other_type, ActivityType::call, ActivityType::call_in, ActivityType::call_out);
constexpr Condition kHasMessage = yes(Role::value_message, Use::other_type);
constexpr Day kDays = 14;  // in which a customer is hoped to act

constexpr Measure by_customer(std::string_view name, Few<Condition, 5> where) {
  return {.name = name, .take = Take::visit, .of = Role::customer_id, .since = Role::at, .where = where};
}

enum : uint8_t { kCalls, kWithMessage, kCallDays, kMessageDays, kOrders };
constexpr Measure kMeasures[] = {
    {.name = "calls", .where = {kIsCall}}, {.name = "with_message", .where = {kIsCall, kHasMessage}},
    by_customer("calls", {kIsCall}),       by_customer("with_message", {kIsCall, kHasMessage}),
    of_company(kCustomerOrders),
};

using Visits = std::vector<partial::Visit>;

// Of one customer one a day.
Visits days_of(const partial::Visits& calls) {
  Visits days = calls.sorted();
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

// Calls to nobody in particular are one each.
int64_t calls_in(const Sums& sums, uint8_t rows, uint8_t days) {
  const partial::Visits& named = sums.visits(days);
  return static_cast<int64_t>(days_of(named).size()) + sums.rows(rows) - named.n();
}

Estimate with_message(const Sums& sums, const Context&) {
  partial::Ratio ratio;
  ratio.x.n = calls_in(sums, kWithMessage, kMessageDays);
  ratio.n.n = calls_in(sums, kCalls, kCallDays);
  return share(ratio, {{"with_message", static_cast<double>(ratio.x.n), Unit::count},
                       {"calls", static_cast<double>(ratio.n.n), Unit::count}});
}

Estimate number(const Sums& sums, const Context&) {
  const int64_t calls = calls_in(sums, kCalls, kCallDays);
  const int64_t n = calls_in(sums, kWithMessage, kMessageDays);
  if (calls == 0) return undefined("no_data");
  Estimate estimate = events(n, {{"with_message", static_cast<double>(n), Unit::count}});
  if (n == 0) estimate.n = calls;
  return estimate;
}

stats::Share followed(const Visits& calls, const partial::Visits& orders) {
  stats::Share share{0, 0};
  with_visits(calls, orders, [&](const partial::Visit& call, auto own) {
    ++share.n;
    share.x += partial::any_within(own, call.day + 1, call.day + kDays) ? 1 : 0;
  });
  return share;
}

// How many more of a hundred calls an order follows if there was a message.
Estimate effect(const Sums& sums, const Context&) {
  const Visits with = days_of(sums.visits(kMessageDays));
  const Visits all = days_of(sums.visits(kCallDays));
  Visits without;
  std::set_difference(all.begin(), all.end(), with.begin(), with.end(), std::back_inserter(without));
  const stats::Share after = followed(with, sums.visits(kOrders));
  const stats::Share before = followed(without, sums.visits(kOrders));
  const auto n = static_cast<int64_t>(all.size());
  const auto difference = stats::two_shares(before, after);
  if (!difference) return undefined(n == 0 ? "no_data" : "no_reference", n);
  const auto rate = [](const stats::Share& of) { return static_cast<double>(of.x) / static_cast<double>(of.n); };
  Estimate estimate;
  estimate.value = 100 * difference->value;
  estimate.n = n;
  estimate.parts = {{"with_message", rate(after), Unit::share},
                    {"without_message", rate(before), Unit::share},
                    {"chance", difference->p, Unit::share}};
  bracket(estimate, "newcombe", stats::Interval{100 * difference->interval.low, 100 * difference->interval.high});
  return estimate;
}

constexpr Few<uint8_t, 8> kCounted{kCalls, kWithMessage, kCallDays, kMessageDays};
constexpr Few<Shape, 6> kShapes{{.top = kCalls, .finish = with_message, .own = kCounted},
                                {.top = kCalls, .finish = number, .own = kCounted},
                                {.top = kCallDays, .finish = effect, .own = {kCallDays, kMessageDays, kOrders}}};

/// Calls, of a customer one a day.
#define PEGEL_CALLS_SQL                                                                                    \
  "WITH calls AS (SELECT customer_id, \"at\" AS day, bool_or(coalesce(value_message, FALSE)) AS message\n" \
  "               FROM activities WHERE activity_type IN ('call', 'call_in', 'call_out')\n"                \
  "                 AND customer_id IS NOT NULL GROUP BY customer_id, \"at\"\n"                            \
  "               UNION ALL SELECT NULL, \"at\", coalesce(value_message, FALSE)\n"                         \
  "               FROM activities WHERE activity_type IN ('call', 'call_in', 'call_out')\n"                \
  "                 AND customer_id IS NULL)"

constexpr Card kCard = {
    .id = "value_message_calls",
    .name = "Calls with value-added messages",
    .meaning = "The share of calls that brought the customer a value-added message.",
    .formula = "{with_message} / {calls}",
    .source =
        "As the callers say it themselves; a call without a mark is one without a message; calls with one customer on "
        "one "
        "day are one",
    .kind = Kind::activities,
    .needs = {Role::at, Role::activity_type, Role::value_message},
    .uses = {Role::customer_id},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants =
        {{"share", "calls with a message / calls", true},
         {.id = "count",
          .meaning = "calls with a message",
          .formula = "{with_message}",
          .sql = PEGEL_CALLS_SQL
          "\nSELECT CASE WHEN count(*) > 0 THEN count(*) FILTER (WHERE message) END AS value FROM calls",
          .unit = Unit::count},
         {.id = "followed",
          .meaning = "how many more of a hundred are followed by an order in 14 days than of calls without one",
          .formula = "100 * ({with_message} - {without_message})",
          .kind = Kind::activities,
          .needs = {Role::at, Role::activity_type, Role::value_message, Role::customer_id},
          .date = Role::at,
          .sql = PEGEL_CALLS_SQL
          ",\n     seen AS (SELECT message, CASE WHEN EXISTS (SELECT 1 FROM all_orders AS o\n"
          "                              WHERE o.customer_id = calls.customer_id\n"
          "                                AND coalesce(o.order_status, '') <> 'cancelled'\n"
          "                                AND o.\"at\" BETWEEN day + 1 AND day + 14) THEN 1.0 ELSE 0 END AS bought\n"
          "              FROM calls WHERE customer_id IS NOT NULL)\n"
          "SELECT 100 * (avg(bought) FILTER (WHERE message) - avg(bought) FILTER (WHERE NOT message)) AS value "
          "FROM seen",
          .unit = Unit::points,
          .direction = Direction::neither,
          .also = {{Kind::orders, Role::customer_id}, {Kind::orders, Role::at}},
          .stands_in = false}},
    .sql = PEGEL_CALLS_SQL "\nSELECT count(*) FILTER (WHERE message) * 1.0 / NULLIF(count(*), 0) AS value FROM calls",
};

constexpr Example kExamples[] = {
    {.header = "activity_id,at,activity_type,value_message",
     .rows = {{52, "A#,2026-03-05,call_out,yes"}, {28, "A#,2026-03-05,call,no"}, {9, "A#,2026-03-05,mail,yes"}},
     .value = 0.65,
     .low = 0.5408,
     .high = 0.745454,
     .n = 80},
    {.header = "activity_id,at,activity_type,value_message,customer_id",
     .rows = {{3, "A#,2026-03-05,call_out,yes,C1"},
              {1, "A#,2026-03-05,call_out,no,C1"},
              {1, "A#,2026-03-06,call_out,no,C1"},
              {2, "A#,2026-03-05,call_out,no,C2"},
              {1, "A#,2026-03-05,call_out,yes,"}},
     .value = 0.5,
     .n = 4},
    {.header = "activity_id,at,activity_type,value_message,customer_id",
     .rows = {{3, "A#,2026-03-05,call_out,yes,C1"}, {1, "A#,2026-03-06,call_out,no,C1"}},
     .value = 1,
     .n = 1,
     .variant = "count"},
    {.header = "activity_id,at,activity_type,value_message,customer_id",
     .rows = {{4, "A#,2026-03-05,call_out,yes,C#"},
              {1, "A#,2026-03-05,call_out,no,C1"},
              {4, "A#,2026-03-05,call,no,D#"}},
     .also = {{Kind::orders,
               "order_id,at,customer_id",
               {{3, "O#,2026-03-19,C#"}, {1, "O#,2026-03-20,C4"}, {5, "O#,2026-03-05,D#"}, {1, "O#,2026-03-06,D6"}}}},
     .value = 50,
     .n = 8,
     .variant = "followed"},
    {.header = "activity_id,at,activity_type,value_message",
     .rows = {{3, "A#,2026-03-05,mail,yes"}},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(value_message_calls, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
