#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "base/civil_date.h"
#include "kpis/acquired.h"
#include "kpis/estimate.h"
#include "kpis/orders.h"
#include "stats/ratio_of_sums.h"

/// What came `back` of the columns revenue, margin and spend, by the spend.
#define PEGEL_ROMI_SQL(back) \
  "WITH " PEGEL_SPENDING_TIME_SQL ",\n" \
  "     paid AS (SELECT channel, amount, currency, period_start AS day FROM spend\n" \
  "              WHERE channel IS NOT NULL AND amount IS NOT NULL),\n" \
  "     sold AS (SELECT * FROM orders WHERE coalesce(order_status, '') <> 'cancelled' AND channel IS NOT NULL\n" \
  "                                     AND amount IS NOT NULL),\n" \
  "     cost AS (SELECT CAST(" PEGEL_ONE_SUM_SQL("amount") " AS DOUBLE) AS spend, max(currency) AS currency FROM paid),\n" \
  "     money AS (SELECT count(DISTINCT coalesce(currency, '')) AS currencies, max(currency) AS currency FROM sold),\n" \
  "     returned AS (SELECT coalesce(CAST(sum(sold.amount) AS DOUBLE), 0) AS revenue,\n" \
  "                         CASE WHEN count(*) = 0 THEN 0 ELSE CAST(sum(sold.amount - sold.cost) AS DOUBLE)\n" \
  "                           / NULLIF(sum(sold.amount) FILTER (WHERE sold.cost IS NOT NULL), 0) END AS margin\n" \
  "                  FROM time, sold\n" \
  "                  JOIN (SELECT DISTINCT channel FROM paid\n" \
  "                        WHERE day BETWEEN DATE '1990-01-01' AND CURRENT_DATE) AS brought ON brought.channel = sold.channel\n" \
  "                  WHERE " PEGEL_IN_SPENDING_TIME_SQL("\"at\"") ")\n" \
  "SELECT CASE WHEN currencies <= 1 AND coalesce(cost.currency = money.currency, TRUE)\n" \
  "            THEN (" back ") / NULLIF(spend, 0) END AS value FROM cost, money, returned"

namespace pegel::kpis {
namespace {

enum : uint8_t {
  kSpend,
  kSpendApart,
  kBegins,
  kEnds,
  kRevenue,
  kRevenueApart,
  kSquaresApart,
  kProfitApart,
  kCostedApart
};
constexpr Condition kHasChannel = given(Role::channel, Use::no_channel);

constexpr Measure of_orders(std::string_view name, Take take, Role less = Role::none) {
  const bool apart = take == Take::amount_apart || take == Take::squares_apart;
  return {.name = name,
          .take = take,
          .of = Role::amount,
          .since = apart ? Role::at : Role::none,
          .less = less,
          .by = apart ? Role::channel : Role::none,
          .where = {kOrdered, kHasChannel},
          .kind = Kind::orders,
          .date = Role::at};
}

constexpr Measure of_whole(Measure measure) {
  measure.where = {kOrdered, kHasChannel, whole()};
  return measure;
}
constexpr Measure of_costed(Measure measure) {
  measure.where = {kOrdered, kHasChannel, kCosted};
  return measure;
}

constexpr Measure kMeasures[] = {
    {.name = "spend", .take = Take::amount, .of = Role::amount, .where = {kHasChannel}},
    {.name = "spend",
     .take = Take::amount_apart,
     .of = Role::amount,
     .since = Role::period_start,
     .by = Role::channel,
     .where = {kHasChannel}},
    kSpendBegins,
    kSpendEnds,
    of_orders("revenue", Take::amount),
    of_orders("revenue", Take::amount_apart),
    of_whole(of_orders("revenue", Take::squares_apart)),
    of_costed(of_orders("profit", Take::amount_apart, Role::cost)),
    of_costed(of_orders("revenue", Take::amount_apart)),
};

/// Of orders whose channel cost something, in the time for which there is spending.
struct Attributed {
  base::Int128 revenue = 0;
  int64_t orders = 0;
  stats::SumOfEvents whole{};  ///< the same of files whose rows are whole orders
};

// Whether a channel, whatever the month of `unit`, is among those of `paid`.
bool has_channel(const std::vector<partial::Pairs::Unit>& paid, uint64_t unit) {
  const uint64_t channel = partial::without_month(unit);
  const auto found = std::lower_bound(paid.begin(), paid.end(), channel, [](const auto& entry, uint64_t sought) {
    return partial::without_month(entry.entity) < sought;
  });
  return found != paid.end() && partial::without_month(found->entity) == channel;
}

/// Channels that cost something, in the months for which there is spending.
class Paid {
 public:
  explicit Paid(const Sums& sums)
      : time_(spending_time(sums, kBegins, kEnds)), channels_(sums.amounts_apart(kSpendApart).units()) {}

  bool counts(uint64_t unit) const {
    const Day start = base::first_of_month(partial::month_in(unit));
    return has_channel(channels_, unit) && start >= time_.start && start < time_.end;
  }
  /// The sum of the amounts that count, and how many orders they are of.
  std::pair<base::Int128, int64_t> of(const partial::Pairs& apart) const {
    base::Int128 sum = 0;
    int64_t orders = 0;
    for (const auto& [unit, amounts] : apart.units()) {
      if (!counts(unit)) continue;
      sum += amounts.x;
      orders += static_cast<int64_t>(amounts.y / base::kOne);
    }
    return {sum, orders};
  }

 private:
  Period time_;
  const std::vector<partial::Pairs::Unit>& channels_;
};

Attributed attributed(const Sums& sums) {
  constexpr double kSquare = static_cast<double>(base::kOne) * static_cast<double>(base::kOne);
  const Paid paid(sums);
  Attributed all;
  std::tie(all.revenue, all.orders) = paid.of(sums.amounts_apart(kRevenueApart));
  for (const auto& [unit, amounts] : sums.squares_apart(kSquaresApart).units()) {
    if (!paid.counts(unit)) continue;
    all.whole.n += amounts.n;
    all.whole.sum += base::to_double(amounts.sum);
    all.whole.squares += amounts.squares.to_double() / kSquare;
  }
  return all;
}

// Orders are as many and as large as chance has it; the margin and the cost are taken as they are.
void bracket_return(Estimate& estimate, const Attributed& sold, double margin, double spent, bool net) {
  if (sold.whole.n < kFew || sold.whole.n != sold.orders) return;
  const stats::Interval revenue = stats::delta_total(sold.whole);
  const auto back = [&](double amount) { return amount * margin / spent - (net ? 1 : 0); };
  const auto [low, high] = std::minmax({back(revenue.low), back(revenue.high)});
  bracket(estimate, "delta", stats::Interval{low, high});
}

/// The return of `margin` of the revenue; less what was spent, if `net`.
Estimate return_of(const Sums& sums, double margin, bool net) {
  const partial::Money& spend = sums.amount(kSpend);
  if (spend.n() == 0) return undefined("no_data");
  const auto currency = common_currency({&spend, &sums.amount(kRevenue)});
  if (!currency) return undefined("mixed_currency", spend.n());
  const Attributed sold = attributed(sums);
  const double revenue = base::to_double(sold.revenue);
  const double spent = amount_of(spend);
  Parts parts{{"revenue", revenue, Unit::money}, {"margin", margin, Unit::share}, {"spend", spent, Unit::money}};
  if (spent == 0) return undefined("zero_denominator", sold.orders, std::move(parts));
  Estimate estimate;
  estimate.value = (revenue * margin - (net ? spent : 0)) / spent;
  estimate.n = sold.orders;
  estimate.currency = dataset::name_of(*currency);
  estimate.parts = std::move(parts);
  bracket_return(estimate, sold, margin, spent, net);
  return estimate;
}

Estimate of_margin(const Sums& sums, const Context&) {
  const Paid paid(sums);
  const auto sold = paid.of(sums.amounts_apart(kRevenueApart));
  const auto costed = paid.of(sums.amounts_apart(kCostedApart));
  if (costed.second == 0 && sold.second > 0) return undefined("no_costs", sold.second);
  if (costed.second > 0 && costed.first == 0) return undefined("zero_denominator", costed.second);
  const double profit = base::to_double(paid.of(sums.amounts_apart(kProfitApart)).first);
  return return_of(sums, costed.second == 0 ? 0 : profit / base::to_double(costed.first), true);
}

Estimate of_revenue(const Sums& sums, const Context&) { return return_of(sums, 1, true); }
Estimate of_turnover(const Sums& sums, const Context&) { return return_of(sums, 1, false); }

constexpr Few<uint8_t, 8> kWithoutCost{kSpend, kSpendApart, kBegins, kEnds, kRevenue, kRevenueApart, kSquaresApart};
constexpr Few<Shape, 6> kShapes{
    {.finish = of_margin}, {.finish = of_revenue, .own = kWithoutCost}, {.finish = of_turnover, .own = kWithoutCost}};

constexpr Card kCard = {
    .id = "romi",
    .name = "Return on marketing investment",
    .meaning = "What the gross margin of orders from channels that cost something gave back beyond that cost.",
    .formula = "({revenue} * {margin} - {spend}) / {spend}",
    .source =
        "The whole order counts for its one channel, so channels never add up to more than the revenue; orders of "
        "the months for which there is spending, with the margin of those same orders. Interval: orders as many and as "
        "large as chance has them (delta "
        "method), margin and cost as they are; none where an order has several lines",
    .kind = Kind::spend,
    .needs = {Role::amount, Role::period_start, Role::channel},
    .also = {{Kind::orders, Role::amount}, {Kind::orders, Role::at}, {Kind::orders, Role::channel}},
    .uses = {Role::currency},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::period_start,
    .variants = {{"margin", "(revenue * gross margin - cost) / cost", true},
                 {.id = "revenue",
                  .meaning = "(revenue - cost) / cost",
                  .formula = "({revenue} - {spend}) / {spend}",
                  .sql = PEGEL_ROMI_SQL("revenue - spend")},
                 {.id = "roas",
                  .meaning = "revenue / cost",
                  .formula = "{revenue} / {spend}",
                  .sql = PEGEL_ROMI_SQL("revenue")},
                 {"incremental", "against a group that saw no marketing, which no file names", false, false}},
    .sql = PEGEL_ROMI_SQL("revenue * margin - spend"),
};

constexpr std::string_view kHeader = "period_start,amount,channel";
constexpr Few<ExampleRows, 36> kSpent{
    {1, "2026-02-01,5000,ads"}, {1, "2026-03-01,6000,ads"}, {1, "2026-03-01,4000,fair"}, {1, "2026-03-01,20000,"}};
constexpr ExampleFile kOrders{Kind::orders,
                              "order_id,at,amount,cost,channel",
                              {{50, "O#,2026-02-28,1000,600,ads"},
                               {5, "O#,2026-03-31,2000,1200,fair"},
                               {7, "O#,2026-03-01,900,540,shop"},
                               {3, "O#,2026-01-31,800,480,ads"},
                               {2, "O#,2026-03-05,700,420,"}}};
constexpr ExampleFile kCheapElsewhere{
    Kind::orders,
    "order_id,at,amount,cost,channel",
    {{20, "O#,2026-02-28,1000,600,ads"}, {40, "O#,2026-03-01,1000,50,shop"}, {9, "O#,2026-01-01,1000,10,ads"}}};
constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{1, "2026-02-01,10000,ads"}},
     .also = {kCheapElsewhere},
     .value = -0.2,
     .low = -0.550609,
     .high = 0.150609,
     .n = 20},
    {.header = kHeader, .rows = kSpent, .also = {kOrders}, .value = 0.6, .low = 0.162714, .high = 1.037286, .n = 55},
    {.header = kHeader, .rows = kSpent, .also = {kOrders}, .value = 3, .n = 55, .variant = "revenue"},
    {.header = kHeader, .rows = kSpent, .also = {kOrders}, .value = 4, .n = 55, .variant = "roas"},
    {.header = kHeader, .rows = kSpent, .also = {kOrders}, .value = 0, .n = 5, .by = "channel=fair"},
    {.header = kHeader, .rows = kSpent, .also = {kOrders}, .value = {}, .undefined = "no_data", .by = "channel=shop"},
    {.header = kHeader,
     .rows = kSpent,
     .also = {{Kind::orders, "order_id,at,amount,channel", {{5, "O#,2026-03-31,2000,fair"}}}},
     .value = {},
     .undefined = "no_costs"}};

}  // namespace

PEGEL_MEASURED(romi, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
