#include "base/civil_date.h"
#include "kpis/estimate.h"
#include "stats/ratio_of_sums.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kRevenue, kRevenueApart, kCreated, kClosed };
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
};

// By person: what was won, and the months from the first to the last with a deal created or decided.
partial::Pairs by_person(const Sums& sums) {
  partial::Pairs pairs;
  for (const auto& [person, amounts] : sums.amounts_apart(kRevenueApart).units()) {
    pairs.add(person, static_cast<base::Micros>(amounts.x), 0);
  }
  partial::FirstLast seen = sums.first_last(kCreated);
  seen.merge(sums.first_last(kClosed));
  for (const auto& [person, days] : seen.all().entries()) {
    pairs.add(person, 0, (base::month_of(days.last) - base::month_of(days.first) + 1) * base::kOne);
  }
  return pairs;
}

Estimate productivity(const Sums& sums, const Context& context) {
  const partial::Money& revenue = sums.amount(kRevenue);
  if (const auto why_not = no_sum(revenue); !why_not.empty()) return undefined(why_not, revenue.n());
  const partial::Pairs pairs = by_person(sums);
  const auto months = static_cast<int64_t>(pairs.sums().y / base::kOne);
  Parts parts{{"revenue", amount_of(revenue), Unit::money}, {"rep_months", static_cast<double>(months), Unit::count}};
  const auto ratio = stats::ratio_of_sums(pairs, context.plan.seed);
  if (!ratio) return undefined("zero_denominator", revenue.n(), std::move(parts));
  Estimate estimate;
  estimate.value = ratio->value;
  estimate.n = revenue.n();
  estimate.currency = dataset::name_of(revenue.currency());
  estimate.parts = std::move(parts);
  if (pairs.n() >= kFew) bracket(estimate, ratio->resampled ? "bootstrap" : "linearised", ratio->interval);
  return estimate;
}

constexpr Few<Shape, 6> kShapes{{.finish = productivity}};

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
    .variants = {{"months", "amount won / months of all persons", true},
                 {"hours", "amount won / hours of activities", false, false}},
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
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kDeals, .value = 12000, .n = 3},
    {.header = kHeader, .rows = kDeals, .value = 16000, .n = 2, .by = "owner=Ada"},
    {.header = kHeader, .rows = kDeals, .value = {}, .undefined = "no_data", .by = "owner=Cem"},
    {.header = kHeader, .rows = {{2, "D#,lost,2026-01-01,2026-02-01,500,Ada"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(sales_productivity, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
