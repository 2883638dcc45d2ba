#include "kpis/estimate.h"
#include "kpis/quotes.h"
#include "stats/two_shares.h"

namespace pegel::kpis {
namespace {

constexpr int32_t kHours = 24;  // promised
constexpr Condition kIsOld = over(Role::requested, 1);
constexpr Condition kIsClocked = clocked(Role::final_sent, Role::requested);
constexpr Condition kIsFast = in_hours(Role::final_sent, kHours, Role::requested);
constexpr Condition kIsSlow = not_in_hours(Role::final_sent, kHours, Role::requested);

enum : uint8_t { kFinal, kFirst, kInTime, kOldQuotes, kFast, kFastAccepted, kSlow, kSlowAccepted };
constexpr Measure kMeasures[] = {
    {.name = "quotes", .take = Take::minutes_waited, .of = Role::final_sent, .since = Role::requested},
    {.name = "quotes", .take = Take::minutes_waited, .of = Role::sent, .since = Role::requested},
    {.name = "in_time", .where = {kIsOld, kIsClocked, kIsFast}},
    {.name = "quotes", .where = {kIsOld, kIsClocked}},
    {.name = "fast", .where = {kKnownQuote, kSubmittedQuote, kIsClocked, kIsFast}},
    {.name = "accepted", .where = {kKnownQuote, kAcceptedQuote, kIsClocked, kIsFast}},
    {.name = "slow", .where = {kKnownQuote, kSubmittedQuote, kIsClocked, kIsSlow}},
    {.name = "accepted", .where = {kKnownQuote, kAcceptedQuote, kIsClocked, kIsSlow}},
};

// How many more of a hundred are accepted if they are sent fast.
Estimate gained(const Sums& sums, const Context&) {
  const stats::Share fast{sums.rows(kFastAccepted), sums.rows(kFast)};
  const stats::Share slow{sums.rows(kSlowAccepted), sums.rows(kSlow)};
  const auto difference = stats::two_shares(slow, fast);
  if (!difference) return undefined(fast.n + slow.n == 0 ? "no_data" : "no_reference", fast.n + slow.n);
  const auto rate = [](const stats::Share& of) { return static_cast<double>(of.x) / static_cast<double>(of.n); };
  Estimate estimate;
  estimate.value = 100 * difference->value;
  estimate.n = fast.n + slow.n;
  estimate.parts = {
      {"fast", rate(fast), Unit::share}, {"slow", rate(slow), Unit::share}, {"chance", difference->p, Unit::share}};
  bracket(estimate, "newcombe", stats::Interval{100 * difference->interval.low, 100 * difference->interval.high});
  return estimate;
}

constexpr Few<Shape, 6> kShapes{{Form::waiting, kFinal},
                                {Form::waiting, kFirst},
                                {Form::share, kInTime, kOldQuotes},
                                {.top = kFast, .finish = gained, .own = {kFast, kFastAccepted, kSlow, kSlowAccepted}}};

#define PEGEL_TAKEN_SQL "epoch(final_sent_time) - epoch(requested_time)"

constexpr Card kCard = {
    .id = "quote_turnaround_time",
    .name = "Quote turnaround",
    .meaning = "The hours after which half of the requested quotes have been sent in their final form.",
    .formula = "median wait of {quotes} = {median}, {waiting} still waiting",
    .source = "Calendar hours; a quote without a final version of its own is final as sent (Kaplan–Meier)",
    .kind = Kind::quotes,
    .needs = {Role::quote_id, Role::requested, Role::final_sent},
    .uses = {Role::sent},
    .unit = Unit::hours,
    .direction = Direction::down,
    .semantic = Semantic::cohort,
    .date = Role::requested,
    .variants =
        {{"final", "hours until the final quote", true},
         {"first", "hours until the first quote"},
         {.id = "in_day",
          .meaning = "quotes sent in their final form within 24 hours / quotes",
          .formula = "{in_time} / {quotes}",
          .unit = Unit::share,
          .direction = Direction::up},
         {.id = "accepted",
          .meaning = "how many more of a hundred are accepted of those sent within 24 hours",
          .formula = "100 * ({fast} - {slow})",
          .kind = Kind::quotes,
          .needs = {Role::requested, Role::final_sent, Role::quote_status},
          .date = Role::requested,
          .sql = "WITH took AS (SELECT " PEGEL_TAKEN_SQL " <= 86400 AS fast, quote_status = 'accepted' AS won\n"
                 "              FROM quotes WHERE quote_status IN ('sent', 'accepted', 'rejected', 'expired')\n"
                 "                AND " PEGEL_TAKEN_SQL " >= 0\n"
                 "                AND requested BETWEEN DATE '1990-01-01' AND CURRENT_DATE)\n"
                 "SELECT 100 * (avg(CASE WHEN won THEN 1.0 ELSE 0 END) FILTER (WHERE fast)\n"
                 "              - avg(CASE WHEN won THEN 1.0 ELSE 0 END) FILTER (WHERE NOT fast)) AS value FROM took",
          .unit = Unit::points,
          .direction = Direction::neither,
          .stands_in = false}},
};

constexpr Example kExamples[] = {{.header = "quote_id,requested,sent",
                                  .rows = {{1, "Q#,2026-03-05 08:00,2026-03-05 10:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 11:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 12:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 13:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 14:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 16:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 17:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 20:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-06 04:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-06 15:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-07 10:00"}},
                                  .value = 8,
                                  .n = 11},
                                 {.header = "quote_id,requested,sent,final_sent",
                                  .rows = {{3, "Q#,2026-03-05 08:00,2026-03-05 10:00,2026-03-05 14:00"}},
                                  .value = 6,
                                  .n = 3},
                                 {.header = "quote_id,requested,sent,final_sent",
                                  .rows = {{3, "Q#,2026-03-05 08:00,2026-03-05 10:00,2026-03-05 14:00"}},
                                  .value = 2,
                                  .n = 3,
                                  .variant = "first"},
                                 {.header = "quote_id,requested,sent",
                                  .rows = {{3, "Q#,2026-03-05 08:00,2026-03-06 08:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-06 08:01"},
                                           {1, "Q#,2026-03-05 08:00,"}},
                                  .value = 0.6,
                                  .n = 5,
                                  .variant = "in_day"},
                                 {.header = "quote_id,requested,sent,quote_status",
                                  .rows = {{18, "Q#,2026-03-05 08:00,2026-03-06 08:00,accepted"},
                                           {12, "Q#,2026-03-05 08:00,2026-03-05 09:00,rejected"},
                                           {6, "Q#,2026-03-05 08:00,2026-03-06 08:01,accepted"},
                                           {20, "Q#,2026-03-05 08:00,2026-03-07 08:00,sent"},
                                           {4, "Q#,2026-03-05 08:00,2026-03-07 08:00,expired"},
                                           {5, "Q#,2026-03-05 08:00,2026-03-05 09:00,draft"}},
                                  .value = 40,
                                  .low = 15.26022,
                                  .high = 58.64381,
                                  .n = 60,
                                  .variant = "accepted"},
                                 {.header = "quote_id,requested,sent",
                                  .rows = {{3, "Q#,2026-12-31 08:00,"}},
                                  .value = {},
                                  .n = 3,
                                  .undefined = "not_reached"}};

}  // namespace

PEGEL_MEASURED(quote_turnaround_time, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
