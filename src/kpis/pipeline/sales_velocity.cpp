#include "kpis/kpi.h"
#include "kpis/velocity.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kDecided, kWon, kOpen };
constexpr Measure kMeasures[] = {
    kDecidedDeals,
    kWonRevenue,
    {.name = "open", .where = {known_status()}, .date = Role::created, .reach = Reach::stock},
};

Estimate of_decided(const Sums& sums, const Context& context) { return velocity(sums, context, {kDecided, kWon}); }
Estimate of_open(const Sums& sums, const Context& context) { return velocity(sums, context, {kDecided, kWon, kOpen}); }

constexpr Few<Shape, 6> kShapes{{.finish = of_decided, .own = {kDecided, kWon}}, {.finish = of_open}};

constexpr Card kCard = {
    .id = "sales_velocity",
    .name = "Sales velocity",
    .meaning = "The money that deals bring a day: how many, how often won, how large, how fast.",
    .formula = "{opportunities} * {win_rate} * {deal_size} / {cycle}",
    .source =
        "Opportunities decided in the period; median days, at least 1; interval over deals: bootstrap, linearised "
        "for many",
    .kind = Kind::deals,
    .needs = {Role::status, Role::amount, Role::created, Role::closed},
    .uses = {Role::currency},
    .unit = Unit::money_per_day,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .variants = {{"decided", "opportunities decided in the period", true},
                 {"open",
                  "opportunities open now",
                  false,
                  true,
                  "",
                  Kind::none,
                  {},
                  Role::none,
                  PEGEL_VELOCITY_SQL(
                      "count(*) FILTER (WHERE status = 'open' AND coalesce(created <= CURRENT_DATE, TRUE))")}},
    .sql = PEGEL_VELOCITY_SQL(PEGEL_DECIDED_SQL),
};

constexpr Example kExamples[] = {
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{10, "D#,won,2026-01-01,2026-02-20,8000"}, {30, "D#,lost,2026-01-06,2026-02-11,5000"}},
     .value = 1600,
     .n = 40},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{10, "D#,won,2026-01-01,2026-02-15,8000"}, {30, "D#,lost,2026-01-06,2026-02-11,5000"}},
     .value = 1777.7778,
     .n = 40},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{2, "D#,won,2026-01-01,2026-01-01,300"}},
     .value = 600,
     .n = 2},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{4, "D#,lost,2026-01-01,2026-02-15,8000"}},
     .value = {},
     .n = 4,
     .undefined = "no_data"},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{10, "D#,won,2026-01-01,2026-02-20,8000"},
              {30, "D#,lost,2026-01-06,2026-02-11,5000"},
              {25, "D#,open,2026-03-01,,9000"}},
     .value = 1000,
     .n = 40,
     .variant = "open"}};

}  // namespace

PEGEL_MEASURED(sales_velocity, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
