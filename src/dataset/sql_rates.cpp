#include "dataset/sql_rates.h"

#include <algorithm>

#include "dataset/kind.h"
#include "dataset/rates.h"
#include "dataset/sql_words.h"

namespace pegel::dataset {

bool sql_converts(const Plan& plan, Kind kind) {
  const KindTable* table = table_of(kind);
  const auto is_money = [](const RoleSpec& spec) { return type_of(spec.role) == RoleType::money; };
  return !plan.currency.empty() && table != nullptr && !rate_days(kind).empty() &&
         std::any_of(table->roles.begin(), table->roles.end(), is_money);
}

// The worth of the row's currency on its day, then its amounts by it; the currency that the file names stands beside them.
std::vector<SqlLayer> sql_conversion(const Plan& plan, Kind kind) {
  if (!sql_converts(plan, kind)) return {};
  std::string days;
  for (const Role role : rate_days(kind)) days += (days.empty() ? "" : ", ") + sql_name(name_of(role));
  const std::string day = rate_days(kind).size() == 1 ? days : "coalesce(" + days + ")";
  const std::string worth(kWorth);
  SqlLayer amounts{
      {"currency", "CASE WHEN " + worth + " IS NULL THEN currency ELSE " + sql_text(plan.currency) + " END"}};
  for (const RoleSpec& spec : table_of(kind)->roles) {
    if (type_of(spec.role) != RoleType::money) continue;
    const std::string amount = sql_name(name_of(spec.role));
    amounts.push_back({std::string(name_of(spec.role)),
                       "CASE WHEN " + worth + " IS NULL THEN " + amount + " ELSE " + amount + " * " + worth + " END"});
  }
  return {{{std::string(kNamedCurrency), "currency"},
           {worth, "(SELECT fx_worth.worth FROM fx_worth WHERE fx_worth.currency = part.currency AND fx_worth.day = " +
                       day + ")"}},
          std::move(amounts)};
}

std::string sql_dimension(const Plan& plan, Kind kind, const std::string& dimension) {
  return dimension == name_of(Role::currency) && sql_converts(plan, kind) ? std::string(kNamedCurrency) : dimension;
}

std::string sql_rates(const Plan& plan) {
  const bool any = std::any_of(plan.sources.begin(), plan.sources.end(),
                               [](const Source& source) { return source.kind == Kind::fx; });
  if (!any) return "CREATE OR REPLACE TABLE fx_worth (currency VARCHAR, day DATE, worth DOUBLE);\n";
  const std::string to = sql_text(plan.currency);
  const std::string oldest = std::to_string(kOldestRate);
  return "-- What one of each currency is worth in " + plan.currency + R"(, by day: the latest rate of at most )" +
         oldest + R"( days before, its inverse, or both over another.
CREATE OR REPLACE TABLE fx_daily AS
WITH given AS (SELECT from_currency, to_currency, "at", rate FROM fx
               WHERE rate > 0 AND from_currency <> to_currency AND "at" IS NOT NULL
               QUALIFY row_number() OVER (PARTITION BY from_currency, to_currency, "at"
                                          ORDER BY file_ DESC, line_ DESC) = 1),
     held AS (SELECT *, least("at" + )" +
         oldest + R"(, lead("at") OVER (PARTITION BY from_currency, to_currency ORDER BY "at") - 1)
                          AS until FROM given)
SELECT from_currency, to_currency, CAST(unnest(range("at", until + 1, INTERVAL 1 DAY)) AS DATE) AS day,
       CAST(rate AS DOUBLE) AS rate FROM held;
CREATE OR REPLACE TABLE fx_legs AS
SELECT from_currency AS one, to_currency AS other, day, rate AS worth FROM fx_daily
UNION ALL
SELECT to_currency, from_currency, day, 1 / rate FROM fx_daily AS given
WHERE NOT EXISTS (SELECT 1 FROM fx_daily AS direct WHERE direct.from_currency = given.to_currency
                  AND direct.to_currency = given.from_currency AND direct.day = given.day);
CREATE OR REPLACE TABLE fx_worth AS
SELECT * FROM (SELECT one AS currency, day, coalesce(any_value(first_worth) FILTER (WHERE common = )" +
         to + R"(),
                                                     arg_min(first_worth * second_worth, common)) AS worth
               FROM (SELECT a.one, a.other AS common, a.day, a.worth AS first_worth, b.worth AS second_worth
                     FROM fx_legs AS a LEFT JOIN fx_legs AS b ON b.one = a.other AND b.day = a.day AND b.other = )" +
         to + R"()
               WHERE one <> )" +
         to + R"( GROUP BY one, day)
WHERE worth IS NOT NULL;
)";
}

}  // namespace pegel::dataset
