#include "kpis/active.h"
#include "stats/estimates.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kCustomers, kLeft, kStays };
constexpr Measure kMeasures[] = {
    {.name = "customers", .take = Take::days_waited, .of = Role::until, .since = Role::since},
    {.name = "lost", .take = Take::days, .of = Role::until, .since = Role::since},
    kMembers,
};

// As long as it takes to lose as many as there are, were as many of them lost in every period.
Estimate by_churn(const Sums& sums, const Context& context) {
  const Stayed of_start = stayed(sums.stays(kStays), context);
  const int64_t lost = of_start.start - of_start.both;
  const double days = context.period.end - context.period.start;
  Parts parts{{"length", days, Unit::days},
              {"start", static_cast<double>(of_start.start), Unit::count},
              {"lost", static_cast<double>(lost), Unit::count}};
  if (sums.stays(kStays).n() == 0) return undefined("no_data");
  if (lost == 0) return undefined("zero_denominator", of_start.start, std::move(parts));
  Estimate estimate;
  estimate.value = days * static_cast<double>(of_start.start) / static_cast<double>(lost);
  estimate.n = of_start.start;
  estimate.parts = std::move(parts);
  const auto churn = stats::wilson(lost, of_start.start);
  bracket(estimate, "wilson", stats::Interval{days / churn->high, days / churn->low});
  return estimate;
}

constexpr Few<Shape, 6> kShapes{
    {Form::waiting, kCustomers}, {Form::average, kLeft}, {.top = kStays, .finish = by_churn, .own = {kStays}}};

constexpr Card kCard = {
    .id = "customer_lifespan",
    .name = "Customer lifespan",
    .meaning = "The number of days after which half of the customers have left.",
    .formula = "{median}",
    .source = "Kaplan-Meier over all customers: those still there count as staying longer",
    .kind = Kind::customers,
    .needs = {Role::since, Role::until},
    .uses = {},
    .unit = Unit::days,
    .direction = Direction::up,
    .semantic = Semantic::duration,
    .date = Role::since,
    .variants = {{"median", "median days, those still there counted as staying longer", true},
                 {"left", "mean days of those who left: too short", false, true, "mean duration of {lost}"},
                 {"churn",
                  "1 / churn",
                  false,
                  true,
                  "{length} * {start} / {lost}",
                  Kind::customers,
                  {Role::customer_id, Role::since, Role::until},
                  Role::since,
                  "SELECT max(last - first + 1) * count(*) * 1.0 / NULLIF(count(*) FILTER (WHERE until <= last), 0) AS "
                  "value\n"
                  "FROM customers, period\n"
                  "WHERE customer_id IS NOT NULL AND since < first AND coalesce(until >= first, TRUE)",
                  {},
                  {},
                  Semantic::stock}},
};

constexpr std::string_view kHeader = "customer_id,since,until";
constexpr Few<ExampleRows, 36> kNine{
    {1, "C#,2026-01-01,2026-01-02"}, {2, "C#,2026-01-01,2026-01-03"}, {1, "C#,2026-01-01,2026-01-04"},
    {1, "C#,2026-01-01,2026-01-06"}, {1, "C#,2026-01-01,2026-01-09"}, {1, "C#,2026-01-01,2026-01-14"},
    {1, "C#,2026-12-25,"},           {1, "C#,2026-12-11,"},           {1, "C#,,2026-02-01"}};
constexpr Example kExamples[] = {{.header = kHeader, .rows = kNine, .value = 5, .n = 9},
                                 {.header = kHeader, .rows = kNine, .value = 4.857143, .n = 7, .variant = "left"},
                                 {.header = kHeader,
                                  .rows = {{180, "C#,2025-01-01,"},
                                           {20, "C#,2025-01-01,2026-12-30"},
                                           {30, "C#,2026-12-30,"},
                                           {4, "C#,2024-01-01,2025-01-01"}},
                                  .value = 310,
                                  .low = 207.4886,
                                  .high = 472.0540,
                                  .n = 200,
                                  .variant = "churn"},
                                 {.header = kHeader,
                                  .rows = {{3, "C#,2026-01-01,"}},
                                  .value = {},
                                  .undefined = "zero_denominator",
                                  .variant = "churn"},
                                 {.header = "customer_id,since,until",
                                  .rows = {{1, "C#,2026-01-01,2026-01-02"}, {2, "C#,2026-01-01,"}},
                                  .value = {},
                                  .undefined = "not_reached"},
                                 {.header = "customer_id,since,until",
                                  .rows = {{3, "C#,1985-01-01,1985-01-11"}, {4, "C#,1949-12-31,1985-01-11"}},
                                  .value = 10,
                                  .n = 3}};

}  // namespace

PEGEL_MEASURED(customer_lifespan, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
