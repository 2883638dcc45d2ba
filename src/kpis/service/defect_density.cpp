#include "kpis/estimate.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kDefects, kSize, kShipped };
constexpr Measure kMeasures[] = {
    {.name = "defects", .where = {is(Role::ticket_kind, Use::other_type, TicketKind::defect)}},
    {.name = "size",
     .take = Take::number,
     .of = Role::size_kloc,
     .where = {positive(Role::size_kloc, Use::no_amount)},
     .kind = Kind::products,
     .reach = Reach::ever},
    {.name = "shipped",
     .take = Take::number,
     .of = Role::qty,
     .where = {kOrdered, positive(Role::qty, Use::no_amount)},
     .kind = Kind::orders,
     .date = Role::at},
};

/// `thousands` of what the defects are counted against.
Estimate density(const Sums& sums, uint8_t size, double thousands) {
  const int64_t defects = sums.rows(kDefects);
  Parts parts{{"defects", static_cast<double>(defects), Unit::count}, {sums.name(size), 1000 * thousands, Unit::count}};
  if (thousands == 0) return undefined(defects == 0 ? "no_data" : "zero_denominator", defects, std::move(parts));
  Estimate estimate;
  estimate.value = static_cast<double>(defects) / thousands;
  estimate.n = static_cast<int64_t>(1000 * thousands);
  estimate.parts = std::move(parts);
  bracket(estimate, "poisson", stats::garwood_rate(defects, thousands));
  return estimate;
}

Estimate per_lines(const Sums& sums, const Context&) {
  return density(sums, kSize, base::to_double(sums.number(kSize).sum));
}

Estimate per_units(const Sums& sums, const Context&) {
  return density(sums, kShipped, base::to_double(sums.number(kShipped).sum) / 1000);
}

constexpr Few<Shape, 6> kShapes{{.finish = per_lines, .own = {kDefects, kSize}},
                                {.finish = per_units, .own = {kDefects, kShipped}}};

constexpr Card kCard = {
    .id = "defect_density",
    .name = "Defect density",
    .meaning = "Defects reported for every 1,000 lines of the products' code.",
    .formula = "1000 * {defects} / {size}",
    .source = "Tickets that report a defect, each once; products of known size; interval: exact Poisson (Garwood 1936)",
    .kind = Kind::tickets,
    .needs = {Role::opened, Role::ticket_kind},
    .also = {{Kind::products, Role::size_kloc}},
    .unit = Unit::per_thousand,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::opened,
    .variants = {{"lines", "per 1,000 lines of code", true},
                 {.id = "shipped",
                  .meaning = "per 1,000 units of the orders of the same time",
                  .formula = "1000 * {defects} / {shipped}",
                  .kind = Kind::tickets,
                  .needs = {Role::opened, Role::ticket_kind},
                  .date = Role::opened,
                  .sql = "SELECT (SELECT count(*) FROM tickets WHERE ticket_kind = 'defect') * 1000.0\n"
                         "       / NULLIF((SELECT sum(qty) FROM orders\n"
                         "                 WHERE qty > 0 AND coalesce(order_status, '') <> 'cancelled'), 0) AS value",
                  .also = {{Kind::orders, Role::qty}, {Kind::orders, Role::at}}}},
    .sql =
        "SELECT (SELECT count(*) FROM tickets WHERE ticket_kind = 'defect') * 1.0\n"
        "       / NULLIF((SELECT sum(size_kloc) FROM products WHERE size_kloc > 0), 0) AS value",
};

constexpr Few<ExampleRows, 36> kTickets{{46, "T#,2026-03-02,defect"}, {9, "T#,2026-03-05,question"}};
constexpr ExampleFile kProducts{
    Kind::products, "product_id,size_kloc", {{1, "P#,20"}, {1, "P#,2.5"}, {1, "P#,0.5"}, {1, "P#,0"}, {1, "P#,"}}};
constexpr Example kExamples[] = {{.header = "ticket_id,opened,ticket_kind",
                                  .rows = kTickets,
                                  .also = {kProducts},
                                  .value = 2,
                                  .low = 1.464252,
                                  .high = 2.667717,
                                  .n = 23000},
                                 {.header = "ticket_id,opened,ticket_kind",
                                  .rows = kTickets,
                                  .also = {{Kind::orders,
                                            "order_id,at,qty,order_status",
                                            {{8, "O#,2026-03-02,500,completed"}, {1, "O#,2026-03-02,9,cancelled"}}}},
                                  .value = 11.5,
                                  .n = 4000,
                                  .variant = "shipped"},
                                 {.header = "ticket_id,opened,ticket_kind",
                                  .rows = kTickets,
                                  .also = {{Kind::products, "product_id,size_kloc", {{2, "P#,0"}}}},
                                  .value = {},
                                  .undefined = "zero_denominator"}};

}  // namespace

PEGEL_MEASURED(defect_density, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
