#include "kpis/active.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kStays, kSales };
constexpr Measure kMeasures[] = {kEnrolled, kDistributorSales};

Estimate kept(const Sums& sums, const Context& context) {
  return retention(stayed(sums.stays(kStays), sums.visits(kSales), context, kActiveMonth), sums.stays(kStays).n());
}

constexpr Few<Shape, 6> kShapes{{.finish = kept}};

constexpr Card kCard = {
    .id = "distributor_retention_rate",
    .name = "Distributor retention",
    .meaning = "The share of the distributors active at the start of the period who are still active at its end.",
    .formula = "{stayed} / {start}",
    .source = "Active: enrolled, with a sale in the 30 days up to the day; retention and turnover add up to 1",
    .kind = Kind::distributors,
    .needs = {Role::distributor_id, Role::enrolled},
    .also = {{Kind::orders, Role::distributor_id}, {Kind::orders, Role::amount}, {Kind::orders, Role::at}},
    .uses = {Role::ended},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::stock,
    .date = Role::enrolled,
    .sql =
        "WITH sold AS (SELECT distributor_id, \"at\" AS day FROM orders WHERE amount > 0 AND coalesce(order_status, "
        "'') <> 'cancelled'),\n"
        "     held AS (SELECT d.distributor_id,\n"
        "                     d.enrolled < first AND coalesce(d.ended >= first, TRUE)\n"
        "                     AND EXISTS (SELECT 1 FROM sold s WHERE s.distributor_id = d.distributor_id AND s.day "
        "BETWEEN first - 30 AND first - 1) AS before,\n"
        "                     d.enrolled <= last AND coalesce(d.ended > last, TRUE)\n"
        "                     AND EXISTS (SELECT 1 FROM sold s WHERE s.distributor_id = d.distributor_id AND s.day "
        "BETWEEN last - 29 AND last) AS after\n"
        "              FROM distributors d, period WHERE d.distributor_id IS NOT NULL)\n"
        "SELECT count(*) FILTER (WHERE after) * 1.0 / NULLIF(count(*), 0) AS value FROM held WHERE before",
};

constexpr ExampleFile kSold{
    Kind::orders, "order_id,at,distributor_id,amount", {{180, "O#,2026-11-20,D#,50"}, {1, "Q,2026-12-31,D999,50"}}};
constexpr ExampleFile kSoldAgain{Kind::orders, "order_id,at,distributor_id,amount", {{141, "P#,2026-12-20,D#,50"}}};
constexpr Example kExamples[] = {{.header = "distributor_id,enrolled",
                                  .rows = {{200, "D#,2026-01-01"}, {1, "D999,2026-12-30"}},
                                  .also = {kSold, kSoldAgain},
                                  .value = 0.783333,
                                  .low = 0.717521,
                                  .high = 0.837309,
                                  .n = 180},
                                 {.header = "distributor_id,enrolled",
                                  .rows = {{3, "D#,2026-12-10"}},
                                  .also = {kSold},
                                  .value = {},
                                  .undefined = "zero_denominator"}};

}  // namespace

PEGEL_MEASURED(distributor_retention_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
