#include <algorithm>
#include <numeric>

#include "kpis/active.h"
#include "kpis/estimate.h"
#include "stats/bootstrap.h"
#include "stats/linearised.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kRevenue, kOrders, kApart, kEnrolledToo };
constexpr Measure of_all_enrolled() {
  Measure measure = kEnrolled;
  measure.kind = Kind::distributors;
  measure.date = Role::enrolled;
  return measure;
}
constexpr Measure kMeasures[] = {
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {kOrdered, kHasDistributor}},
    {.name = "orders", .where = {kOrdered, kHasDistributor, kPriced}},
    {.name = "revenue",
     .take = Take::amount_apart,
     .of = Role::amount,
     .by = Role::distributor_id,
     .where = {kOrdered, kHasDistributor}},
    of_all_enrolled(),
};

// What each sold, the least first; 0 of those enrolled, whenever that was, who sold nothing.
std::vector<double> volumes(const Sums& sums) {
  std::vector<double> list;
  std::vector<uint64_t> sellers;
  for (const auto& [distributor, amounts] : sums.amounts_apart(kApart).units()) {
    sellers.push_back(distributor);
    list.push_back(std::max(0.0, base::to_double(amounts.x)));
  }
  std::sort(sellers.begin(), sellers.end());
  std::vector<uint64_t> enrolled;
  for (const partial::Stay& stay : sums.stays(kEnrolledToo).all()) enrolled.push_back(stay.entity);
  enrolled.erase(std::unique(enrolled.begin(), enrolled.end()), enrolled.end());
  for (const uint64_t distributor : enrolled) {
    if (!std::binary_search(sellers.begin(), sellers.end(), distributor)) list.push_back(0);
  }
  std::sort(list.begin(), list.end());
  return list;
}

std::size_t first_of_best(std::size_t n) { return n - (n + 9) / 10; }

double share_of_best(const std::vector<double>& volumes) {
  double sum = 0;
  for (std::size_t i = first_of_best(volumes.size()); i < volumes.size(); ++i) sum += volumes[i];
  return sum;
}

// 0: all sold alike; near 1: one sold all.
double gini(const std::vector<double>& volumes) {
  const auto n = static_cast<double>(volumes.size());
  double sum = 0;
  for (std::size_t i = 0; i < volumes.size(); ++i) sum += (2 * static_cast<double>(i + 1) - n - 1) * volumes[i];
  return sum / n;
}

enum class Spread : uint8_t { share_of_best, gini };

double top_of(Spread of, const std::vector<double>& volumes) {
  return of == Spread::gini ? gini(volumes) : share_of_best(volumes);
}

double sum_of(const std::vector<double>& volumes) { return std::accumulate(volumes.begin(), volumes.end(), 0.0); }

std::optional<stats::Interval> drawn(Spread of, const std::vector<double>& volumes, uint64_t seed) {
  std::vector<double> list(volumes.size());
  const auto statistic = [&](stats::Picks picks) {
    std::transform(picks.begin(), picks.end(), list.begin(), [&](uint32_t pick) { return volumes[pick]; });
    std::sort(list.begin(), list.end());
    const double sum = sum_of(list);
    return sum == 0 ? 0 : top_of(of, list) / sum;
  };
  return stats::bootstrap(static_cast<uint32_t>(volumes.size()), seed, statistic);
}

// What one more of a volume adds to the best tenth's sum: what it is above the least of them. To the Gini coefficient's
// numerator, its place and those of all above it.
std::vector<double> influences(Spread of, const std::vector<double>& volumes, double value, double sum) {
  const auto n = static_cast<double>(volumes.size());
  const double least_best = volumes[first_of_best(volumes.size())];
  std::vector<double> list(volumes.size());
  double above = 0;
  for (std::size_t i = volumes.size(); i-- > 0;) {
    const double volume = volumes[i];
    const double adds = of == Spread::gini ? volume * (2 * (static_cast<double>(i) + 0.5) / n - 1) + 2 * above / n
                                           : std::max(0.0, volume - least_best);
    above += volume;
    list[i] = (adds - value * volume) / (sum / n);
  }
  return list;
}

// Over distributors; a share ends at 0 and 1.
void bracket_top(Estimate& estimate, Spread of, const std::vector<double>& volumes, double sum, uint64_t seed) {
  if (estimate.n < kFew) return;
  if (volumes.size() <= stats::kMostResampled) return bracket(estimate, "bootstrap", drawn(of, volumes, seed));
  const stats::Spread spread = stats::linearised(*estimate.value, influences(of, volumes, *estimate.value, sum));
  const stats::Interval interval = spread.within(stats::kZ95);
  bracket(estimate, "linearised", stats::Interval{std::max(0.0, interval.low), std::min(1.0, interval.high)});
}

/// Of the volumes, by their sum.
template <Spread Of>
Estimate spread(const Sums& sums, const Context& context) {
  const partial::Money& revenue = sums.amount(kRevenue);
  if (const auto why_not = no_sum(revenue); !why_not.empty()) return undefined(why_not, revenue.n());
  const std::vector<double> list = volumes(sums);
  const auto n = static_cast<int64_t>(list.size());
  const double sum = sum_of(list);
  Parts parts{{"distributors", static_cast<double>(n), Unit::count}, {"revenue", sum, Unit::money}};
  const double top = top_of(Of, list);
  if (Of == Spread::share_of_best) parts.push_back({"best", top, Unit::money});
  if (sum == 0) return undefined("zero_denominator", n, std::move(parts));
  Estimate estimate;
  estimate.value = top / sum;
  estimate.n = n;
  estimate.parts = std::move(parts);
  bracket_top(estimate, Of, list, sum, context.plan.seed);
  return estimate;
}

constexpr Few<uint8_t, 8> kSpread{kApart, kRevenue, kEnrolledToo};
constexpr Few<Shape, 6> kShapes{{Form::total, kRevenue, kOrders},
                                {.top = kRevenue, .finish = spread<Spread::share_of_best>, .own = kSpread},
                                {.top = kRevenue, .finish = spread<Spread::gini>, .own = kSpread}};

/// Volumes by their place from the least on; `one`, the sum of all, where they are of one currency.
#define PEGEL_VOLUMES_SQL(value)                                                                                    \
  "WITH sold AS (SELECT distributor_id, amount, currency FROM orders\n"                                             \
  "              WHERE distributor_id IS NOT NULL AND amount IS NOT NULL\n"                                         \
  "                AND coalesce(order_status, '') <> 'cancelled'),\n"                                               \
  "     every AS (SELECT distributor_id, amount FROM sold\n"                                                        \
  "               UNION ALL SELECT distributor_id, 0 FROM all_distributors\n"                                       \
  "                         WHERE distributor_id IS NOT NULL AND enrolled BETWEEN DATE '1950-01-01' AND "           \
  "CURRENT_DATE\n"                                                                                                  \
  "                           AND (ended IS NOT NULL OR NOT coalesce(ended_said, FALSE))),\n"                       \
  "     each AS (SELECT greatest(0, sum(amount)) AS volume FROM every GROUP BY distributor_id),\n"                  \
  "     placed AS (SELECT volume, row_number() OVER (ORDER BY volume) AS place, count(*) OVER () AS n FROM each)\n" \
  "SELECT CASE WHEN (SELECT count(DISTINCT coalesce(currency, '')) FROM sold) = 1\n"                                \
  "            THEN " value " / NULLIF(sum(volume), 0) END AS value FROM placed"

constexpr Card kCard = {
    .id = "distributor_individual_volume",
    .name = "Sales per distributor",
    .meaning = "The amount of the orders that each distributor brought.",
    .formula = "{revenue}",
    .source =
        "Revenue by distributor, before returns; cancelled orders are left out. Interval of a share over distributors: "
        "bootstrap, linearised for many",
    .kind = Kind::orders,
    .needs = {Role::distributor_id, Role::amount},
    .uses = {Role::at, Role::currency, Role::order_status},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .by = Role::distributor_id,
    .variants = {{"revenue", "amount of orders", true},
                 {.id = "best",
                  .meaning = "the share that the best tenth of the distributors sold",
                  .formula = "{best} / {revenue}",
                  .sql = PEGEL_VOLUMES_SQL("sum(volume) FILTER (WHERE place > n - floor((n + 9) / 10)) * 1.0"),
                  .unit = Unit::share,
                  .direction = Direction::neither},
                 {.id = "gini",
                  .meaning = "Gini coefficient: 0 where all sell alike, 1 where one sells all",
                  .formula = "Gini: {distributors}",
                  .sql = PEGEL_VOLUMES_SQL("sum((2 * place - n - 1) * volume) * 1.0 / max(n)"),
                  .unit = Unit::ratio,
                  .direction = Direction::neither}},
};

constexpr Example kExamples[] = {
    {.header = "order_id,at,distributor_id,amount",
     .rows = {{2, "O#,2026-03-01,A,800"},
              {1, "O#,2026-03-02,B,300"},
              {1, "O#,2026-03-02,B,-100"},
              {3, "O#,2026-03-01,,500"}},
     .value = 200,
     .n = 2,
     .by = "distributor_id=B"},
    {.header = "order_id,at,distributor_id,amount",
     .rows = {{2, "O#,2026-03-01,A,800"}, {1, "O#,2026-03-02,B,300"}, {3, "O#,2026-03-01,,500"}},
     .value = 1900,
     .n = 3},
    {.header = "order_id,at,distributor_id,amount",
     .rows = {{1, "O#,2026-03-01,A,410"}, {10, "O#,2026-03-01,V#,59"}, {3, "O#,2026-03-01,,500"}},
     .also = {{Kind::distributors, "distributor_id,enrolled", {{1, "A,2025-01-01"}, {9, "Z#,2025-01-01"}}}},
     .value = 0.469,
     .n = 20,
     .variant = "best"},
    {.header = "order_id,at,distributor_id,amount",
     .rows = {{1, "O#,2026-03-01,A,300"}, {1, "O#,2026-03-01,B,100"}},
     .also = {{Kind::distributors, "distributor_id,enrolled", {{2, "Z#,2025-01-01"}}}},
     .value = 0.625,
     .n = 4,
     .variant = "gini"},
    {.header = "order_id,at,distributor_id,amount",
     .rows = {{3, "O#,2026-03-01,,500"}},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(distributor_individual_volume, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
