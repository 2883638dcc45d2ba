#include "base/civil_date.h"
#include "kpis/estimate.h"
#include "stats/ratio_of_sums.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kRevenue, kRevenueApart, kCreated, kClosed, kSpent };
constexpr double kHour = 3600;
constexpr Condition kHasOwner = given(Role::owner, Use::no_owner);
constexpr Measure kMeasures[] = {
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {kHasOwner, status_is(Status::won)}},
    {.name = "revenue",
     .take = Take::amount_apart,
     .of = Role::amount,
     .by = Role::owner,
     .where = {kHasOwner, status_is(Status::won)}},
    {.name = "created",
     .take = Take::met,
     .of = Role::owner,
     .since = Role::created,
     .where = {kHasOwner},
     .date = Role::created},
    {.name = "closed", .take = Take::met, .of = Role::owner, .since = Role::closed, .where = {kHasOwner}},
    {.name = "hours",
     .take = Take::amount_apart,
     .of = Role::duration,
     .by = Role::owner,
     .where = {kHasOwner},
     .kind = Kind::activities,
     .date = Role::at},
};

// What each person won, by nothing yet.
partial::Pairs won_by_person(const Sums& sums) {
  partial::Pairs pairs;
  for (const auto& [person, amounts] : sums.amounts_apart(kRevenueApart).units()) {
    pairs.add(person, static_cast<base::Micros>(amounts.x), 0);
  }
  return pairs;
}

// By the months from the first to the last with a deal created or decided.
partial::Pairs by_months(const Sums& sums) {
  partial::Pairs pairs = won_by_person(sums);
  partial::FirstLast seen = sums.first_last(kCreated);
  seen.merge(sums.first_last(kClosed));
  for (const auto& [person, days] : seen.all().entries()) {
    pairs.add(person, 0, (base::month_of(days.last) - base::month_of(days.first) + 1) * base::kOne);
  }
  return pairs;
}

// By the seconds of activities.
partial::Pairs by_activities(const Sums& sums) {
  partial::Pairs pairs = won_by_person(sums);
  for (const auto& [person, seconds] : sums.amounts_apart(kSpent).units()) {
    pairs.add(person, 0, static_cast<base::Micros>(seconds.x));
  }
  return pairs;
}

/// Revenue by what the persons of `pairs` spent, of which `per` make one `name`.
Estimate productivity(const Sums& sums, const Context& context, const partial::Pairs& pairs, double per,
                      std::string_view name) {
  const partial::Money& revenue = sums.amount(kRevenue);
  if (const auto why_not = no_sum(revenue); !why_not.empty()) return undefined(why_not, revenue.n());
  Parts parts{{"revenue", amount_of(revenue), Unit::money}, {name, base::to_double(pairs.sums().y) / per, Unit::count}};
  const auto ratio = stats::ratio_of_sums(pairs, context.plan.seed);
  if (!ratio) return undefined("zero_denominator", revenue.n(), std::move(parts));
  Estimate estimate;
  estimate.value = ratio->value * per;
  estimate.n = revenue.n();
  estimate.currency = dataset::name_of(revenue.currency());
  estimate.parts = std::move(parts);
  if (pairs.n() >= kFew && ratio->interval) {
    bracket(estimate, ratio->resampled ? "bootstrap" : "linearised",
            stats::Interval{ratio->interval->low * per, ratio->interval->high * per});
  }
  return estimate;
}

Estimate a_month(const Sums& sums, const Context& context) {
  return productivity(sums, context, by_months(sums), 1, "rep_months");
}
Estimate an_hour(const Sums& sums, const Context& context) {
  return productivity(sums, context, by_activities(sums), kHour, "hours");
}

constexpr Few<Shape, 6> kShapes{{.finish = a_month, .own = {kRevenue, kRevenueApart, kCreated, kClosed}},
                                {.finish = an_hour, .own = {kRevenue, kRevenueApart, kSpent}}};

constexpr Card kCard = {
    .id = "sales_productivity",
    .name = "Sales productivity",
    .meaning = "The amount of deals won for each month that a person worked on deals.",
    .formula = "{revenue} / {rep_months}",
    .source =
        "A person's months go from the first to the last in which a deal of theirs was created or decided, months "
        "of learning too; deals without a person are left out",
    .kind = Kind::deals,
    .needs = {Role::status, Role::amount, Role::owner, Role::created},
    .uses = {Role::closed, Role::currency},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .variants =
        {{"months", "amount won / months of all persons", true},
         {"hours",
          "amount won / hours of activities",
          false,
          true,
          "{revenue} / {hours}",
          Kind::deals,
          {Role::status, Role::amount, Role::owner},
          Role::closed,
          "SELECT CAST((SELECT CASE WHEN count(DISTINCT coalesce(currency, '')) = 1 THEN sum(amount) END FROM deals\n"
          "             WHERE status = 'won' AND owner IS NOT NULL) AS DOUBLE) * 3600\n"
          "       / NULLIF((SELECT sum(duration) FROM activities WHERE owner IS NOT NULL), 0) AS value",
          {},
          {},
          {},
          {{Kind::activities, Role::owner}, {Kind::activities, Role::duration}},
          false}},
    .sql =
        "WITH seen AS (SELECT owner, created AS day FROM deals\n"
        "              UNION ALL SELECT owner, closed FROM deals),\n"
        "     persons AS (SELECT date_diff('month', min(day), max(day)) + 1 AS months FROM seen\n"
        "                 WHERE owner IS NOT NULL AND day BETWEEN DATE '1990-01-01' AND CURRENT_DATE GROUP BY owner)\n"
        "SELECT (SELECT CASE WHEN count(DISTINCT coalesce(currency, '')) = 1 THEN sum(amount) END FROM deals WHERE "
        "status = 'won' AND owner IS NOT NULL) * 1.0\n"
        "       / (SELECT sum(months) FROM persons) AS value",
};

constexpr std::string_view kHeader = "deal_id,status,created,closed,amount,owner";
constexpr Few<ExampleRows, 36> kDeals{{1, "D#,won,2026-01-31,2026-04-30,100000,Ada"},
                                      {1, "D#,won,2026-03-01,2026-08-01,60000,Ada"},
                                      {1, "D#,lost,2026-03-01,2026-10-01,7000,Ada"},
                                      {1, "D#,won,2026-01-01,2026-10-31,200000,Bo"},
                                      {1, "D#,open,2026-02-01,,9000,Cem"},
                                      {1, "D#,open,2026-11-01,,9000,Cem"},
                                      {1, "D#,won,2026-02-01,2026-03-01,5000,"}};
// 20 hours of Ada, 25 of Bo, 5 of Cem.
constexpr ExampleFile kCalls{Kind::activities,
                             "activity_id,at,activity_type,owner,duration",
                             {{60, "A#,2026-03-01,call_out,Ada,1200"},
                              {25, "B#,2026-03-01,visit,Bo,3600"},
                              {5, "C#,2026-03-01,meeting,Cem,3600"},
                              {9, "E#,2026-03-01,mail,Ada,"},
                              {9, "F#,2026-03-01,visit,,3600"}}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kDeals, .value = 12000, .n = 3},
    {.header = kHeader, .rows = kDeals, .value = 16000, .n = 2, .by = "owner=Ada"},
    {.header = kHeader, .rows = kDeals, .value = {}, .undefined = "no_data", .by = "owner=Cem"},
    {.header = kHeader, .rows = {{2, "D#,lost,2026-01-01,2026-02-01,500,Ada"}}, .value = {}, .undefined = "no_data"},
    {.header = kHeader, .rows = kDeals, .also = {kCalls}, .value = 7200, .n = 3, .variant = "hours"},
    {.header = kHeader, .rows = kDeals, .also = {kCalls}, .value = 8000, .n = 2, .by = "owner=Ada", .variant = "hours"},
    {.header = kHeader,
     .rows = kDeals,
     .also = {{Kind::activities, "activity_id,at,activity_type,owner,duration", {{2, "A#,2026-03-01,visit,,60"}}}},
     .value = {},
     .undefined = "zero_denominator",
     .variant = "hours"}};

}  // namespace

PEGEL_MEASURED(sales_productivity, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
