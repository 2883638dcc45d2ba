#pragma once
// What the KPIs of distributors' sales share: their SQL, and the files of their examples.

#include "kpis/active.h"

/// After WITH: the days on which a distributor sold something.
#define PEGEL_SOLD_SQL                                              \
  "sold AS (SELECT distributor_id, \"at\" AS day FROM all_orders\n" \
  "              WHERE amount > 0 AND distributor_id IS NOT NULL AND coalesce(order_status, '') <> 'cancelled')"
/// Of a distributor `d`: whether it sold something on the days `from` to `to`.
#define PEGEL_SOLD_WITHIN_SQL(from, to)                            \
  "d.distributor_id IN (SELECT distributor_id FROM sold, period\n" \
  "                                           WHERE day BETWEEN " from " AND " to ")"
/// Those enrolled at the end of the period.
#define PEGEL_ENROLLED_SQL             \
  "FROM distributors d, period\n"      \
  "WHERE d.distributor_id IS NOT NULL" \
  " AND enrolled <= last AND coalesce(ended > last, TRUE)"
/// The share of them who sold something from the day `from` on.
#define PEGEL_SELLING_SHARE_SQL(from) \
  "WITH " PEGEL_SOLD_SQL "\nSELECT count(*) FILTER (WHERE " PEGEL_SOLD_WITHIN_SQL(from, "last") ") * 1.0\n" \
  "       / NULLIF(count(*), 0) AS value\n" PEGEL_ENROLLED_SQL
/// Of those who sold something in the 30 days up to the eve of the period the share of whom `holds`, by `after`.
#define PEGEL_SELLING_STILL_SQL(holds) \
  "WITH " PEGEL_SOLD_SQL                                                                                          \
  ",\n"                                                                                                           \
  "     held AS (SELECT d.enrolled < first AND coalesce(d.ended >= first, TRUE)\n"                                \
  "                     AND " PEGEL_SOLD_WITHIN_SQL("first - 30", "first - 1") " AS before,\n"                    \
  "                     d.enrolled <= last AND coalesce(d.ended > last, TRUE)\n"                                  \
  "                     AND " PEGEL_SOLD_WITHIN_SQL("last - 29", "last") " AS after\n"                            \
  "              FROM distributors d, period WHERE d.distributor_id IS NOT NULL)\n"                               \
  "SELECT count(*) FILTER (WHERE " holds ") * 1.0 / NULLIF(count(*), 0) AS value FROM held WHERE before"

namespace pegel::kpis {

/// 96 with a sale in December, one that had ended, two with nothing or too early.
inline constexpr ExampleFile kDecemberSales{Kind::orders,
                                            "order_id,at,distributor_id,amount",
                                            {{96, "O#,2026-12-20,D#,50"},
                                             {1, "P#,2026-12-21,D1,50"},
                                             {1, "Q#,2026-12-31,D149,0"},
                                             {1, "R#,2026-12-21,D151,9"},
                                             {1, "S#,2026-12-01,D148,9"}}};
/// 180 with a sale in November; 141 of them with one in December.
inline constexpr ExampleFile kNovemberSales{
    Kind::orders, "order_id,at,distributor_id,amount", {{180, "O#,2026-11-20,D#,50"}, {1, "Q,2026-12-31,D999,50"}}};
inline constexpr ExampleFile kSalesAgain{
    Kind::orders, "order_id,at,distributor_id,amount", {{141, "P#,2026-12-20,D#,50"}}};

}  // namespace pegel::kpis
