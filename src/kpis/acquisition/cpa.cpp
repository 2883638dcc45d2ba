#include "kpis/acquired.h"
#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kSpend, kNew, kBegins, kEnds };
constexpr Condition kHasChannel = given(Role::channel, Use::no_channel);
constexpr Measure kMeasures[] = {
    {.name = "spend", .take = Take::amount, .of = Role::amount, .where = {kHasChannel}},
    {.name = "new_customers",
     .take = Take::row_daily,
     .since = Role::since,
     .where = {kHasChannel},
     .kind = Kind::customers,
     .date = Role::since},
    kSpendBegins,
    kSpendEnds,
};

Estimate cost_of(const Sums& sums, const Context&) { return cost_of_customers(sums, {kSpend, kNew, kBegins, kEnds}); }

constexpr Few<Shape, 6> kShapes{{.finish = cost_of}};

constexpr Card kCard = {
    .id = "cpa",
    .name = "Cost per acquisition",
    .meaning = "What a channel cost for each new customer it brought in the same time.",
    .formula = "{spend} / {new_customers}",
    .source = "Cost and customers without a channel are left out; channels that cost and brought nobody stand first",
    .kind = Kind::spend,
    .needs = {Role::amount, Role::period_start, Role::channel},
    .also = {{Kind::customers, Role::since}, {Kind::customers, Role::channel}},
    .uses = {Role::currency},
    .unit = Unit::money,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::period_start,
    .variants = {{"customer", "cost / new customers", true},
                 {"lead", "cost / leads", false, false},
                 {"order", "cost / orders", false, false}},
    .sql =
        "WITH time AS (SELECT date_trunc('month', min(period_start)) AS first,\n"
        "                     last_day(max(greatest(period_start, coalesce(period_end, period_start)))) AS last\n"
        "              FROM spend WHERE amount IS NOT NULL)\n"
        "SELECT (SELECT sum(amount) FROM spend WHERE channel IS NOT NULL) * 1.0\n"
        "       / NULLIF((SELECT count(*) FROM customers, time\n"
        "                 WHERE channel IS NOT NULL AND since BETWEEN first AND last), 0) AS value",
};

constexpr std::string_view kHeader = "period_start,amount,channel";
constexpr Few<ExampleRows, 36> kSpent{{1, "2026-02-01,5000,online ads"},
                                      {1, "2026-03-01,4000,online ads"},
                                      {1, "2026-03-01,3600,referral"},
                                      {1, "2026-03-01,700,fair"},
                                      {1, "2026-03-01,20000,"}};
constexpr ExampleFile kCustomers{Kind::customers,
                                 "customer_id,since,channel",
                                 {{45, "C#,2026-02-03,online ads"},
                                  {30, "C#,2026-03-20,referral"},
                                  {6, "C#,2026-03-20,"},
                                  {8, "C#,2024-03-20,referral"}}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kSpent, .also = {kCustomers}, .value = 200, .n = 45, .by = "channel=online ads"},
    {.header = kHeader, .rows = kSpent, .also = {kCustomers}, .value = 120, .n = 30, .by = "channel=referral"},
    {.header = kHeader,
     .rows = kSpent,
     .also = {kCustomers},
     .value = {},
     .undefined = "zero_denominator",
     .by = "channel=fair"},
    {.header = kHeader, .rows = kSpent, .also = {kCustomers}, .value = 177.333333, .n = 75}};

}  // namespace

PEGEL_MEASURED(cpa, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
