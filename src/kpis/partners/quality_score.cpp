#include <algorithm>
#include <cmath>
#include <tuple>

#include "kpis/estimate.h"
#include "kpis/kpi.h"
#include "kpis/partner_deals.h"
#include "kpis/periods.h"
#include "partial/moments.h"
#include "stats/bootstrap.h"
#include "stats/linearised.h"
#include "stats/median.h"

namespace pegel::kpis {
namespace {

constexpr int64_t kEnough = 5;
constexpr std::size_t kPartnersToCompare = 3;

// Won deals and their value; the reference is another one of these.
struct Won {
  double count = 0;
  double value = 0;
};

double index_of(const Won& won, const Won& reference) {
  return 100 * std::sqrt(won.count / reference.count * (std::max(0.0, won.value) / reference.value));
}

enum : uint8_t { kDecided, kRevenue, kDecidedDays, kWonDays, kAmounts, kRevenueDays };
constexpr Condition kIsWon = status_is(Status::won);
constexpr Measure of_days(std::string_view name, Take take, Condition status) {
  return {.name = name,
          .take = take,
          .of = take == Take::row_daily ? Role::none : Role::amount,
          .since = Role::closed,
          .by = take == Take::purchase ? Role::deal_id : Role::none,
          .where = {kHasPartner, status},
          .reach = Reach::ever};
}
constexpr Measure kMeasures[] = {
    {.name = "decided", .take = Take::deal, .where = {kHasPartner, decided_status()}},
    {.name = "value", .take = Take::amount, .of = Role::amount, .where = {kHasPartner, kIsWon}},
    of_days("decided", Take::row_daily, decided_status()),
    of_days("won", Take::row_daily, kIsWon),
    of_days("value", Take::purchase, kIsWon),
    of_days("value", Take::amount_daily, kIsWon),
};

/// The decided deals of one cell.
struct Deals {
  int64_t n = 0;
  Won won;
  partial::Money money;
  std::vector<Won> each;     ///< up to kMostApart; ascending up to kMostResampled; empty of more
  partial::Moments amounts;  ///< of more: of those won whose amount is neither missing nor 0
};

constexpr auto kMostResampled = static_cast<int64_t>(stats::kMostResampled);
constexpr auto kMostApart = static_cast<int64_t>(partial::DecidedDeals::kMostApart);

Deals deals_of(const Sums& sums) {
  const partial::DecidedDeals& decided = sums.decided(kDecided);
  const partial::Money& money = sums.amount(kRevenue);
  Deals deals{decided.n(), {0, amount_of(money)}, money, {}, {}};
  for (const partial::Deal& deal : deals.n > kMostResampled ? decided.values() : decided.sorted()) {
    const bool won = deal.status == Status::won;
    deals.each.push_back({won ? 1.0 : 0.0, won && deal.has_amount() ? base::to_double(deal.amount) : 0});
    deals.won.count += deals.each.back().count;
  }
  if (deals.n <= kMostApart) return deals;
  decided.won_by_days().each([&](int32_t, const partial::WonAlike& won) {
    deals.won.count += static_cast<double>(won.n());
    deals.amounts.merge(won.amounts);
  });
  return deals;
}

Deals deals_in(const Sums& sums, const Period& days) {
  const auto count = [&](uint8_t m) { return sums.rows_daily(m).between(days.start, days.end).n; };
  const partial::Money money = sums.amounts_daily(kRevenueDays).between(days.start, days.end);
  const int64_t won = count(kWonDays);
  Deals deals{std::max(won, count(kDecidedDays)), {static_cast<double>(won), amount_of(money)}, money, {}, {}};
  const bool apart = deals.n <= kMostApart;
  sums.purchases(kAmounts).each_customer([&](std::span<const partial::Purchase> own) {
    for (const partial::Purchase& deal : own) {
      if (deal.day < days.start || deal.day >= days.end) continue;
      if (apart) deals.each.push_back({1, base::to_double(deal.amount)});
      if (!apart && deal.amount != 0) deals.amounts.add(deal.amount);
    }
  });
  if (!apart) return deals;
  deals.each.resize(std::max(deals.each.size(), static_cast<std::size_t>(won)), Won{1, 0});  // of no amount
  deals.each.resize(std::max(deals.each.size(), static_cast<std::size_t>(deals.n)), Won{});
  if (deals.n > kMostResampled) return deals;
  std::sort(deals.each.begin(), deals.each.end(),
            [](const Won& a, const Won& b) { return std::tie(a.count, a.value) < std::tie(b.count, b.value); });
  return deals;
}

// As stats::linearised has it, but for the skewness, which so many deals leave nothing of.
stats::Spread spread_of(const Deals& deals, double index, double by_count, double by_value) {
  const auto n = static_cast<double>(deals.n);
  const auto priced = static_cast<double>(deals.amounts.n());
  const double amount = by_count + (priced == 0 ? 0 : by_value * deals.amounts.mean());
  const double deviation = priced < 2 ? 0 : by_value * deals.amounts.standard_deviation();
  const double unpriced = deals.won.count - priced;
  const double mean = (unpriced * by_count + priced * amount) / n;
  const double squares =
      unpriced * by_count * by_count + priced * amount * amount + (priced - 1) * deviation * deviation;
  return {index, std::sqrt(std::max(0.0, squares / n - mean * mean) / n), 0};
}

// Half of each factor's relative change is the index's. Where that is 0 it has no tangent, and no interval.
std::optional<stats::Interval> linearised(const Deals& deals, double index) {
  if (!(index > 0)) return std::nullopt;
  const double scale = index * static_cast<double>(deals.n) / 2;
  const double by_count = scale / deals.won.count;
  const double by_value = scale / deals.won.value;
  stats::Interval interval;
  if (!deals.each.empty()) {
    std::vector<double> influences;
    influences.reserve(deals.each.size());
    for (const Won& deal : deals.each) {
      influences.push_back((deal.count > 0 ? by_count : 0) + by_value * deal.value);
    }
    interval = stats::linearised(index, influences).within(stats::kZ95);
  } else {
    interval = spread_of(deals, index, by_count, by_value).within(stats::kZ95);
  }
  return stats::Interval{std::max(0.0, interval.low), interval.high};
}

std::optional<stats::Interval> resampled(const std::vector<Won>& deals, const Won& reference, uint64_t seed) {
  const auto statistic = [&](stats::Picks picks) {
    Won won;
    for (const uint32_t pick : picks) {
      won.count += deals[pick].count;
      won.value += deals[pick].value;
    }
    return index_of(won, reference);
  };
  return stats::bootstrap(static_cast<uint32_t>(deals.size()), seed, statistic);
}

Estimate against(const Deals& deals, const Won& reference, const Context& context) {
  const int64_t n = deals.n;
  if (n == 0) return undefined("no_data");
  if (deals.money.mixed()) return undefined("mixed_currency", n);
  const Won& won = deals.won;
  Parts parts{{"won", won.count, Unit::count}, {"value", won.value, Unit::money}};
  if (!(reference.count > 0) || !(reference.value > 0)) return undefined("no_reference", n, std::move(parts));
  parts.push_back({"reference_won", reference.count, Unit::count});
  parts.push_back({"reference_value", reference.value, Unit::money});
  Estimate estimate;
  estimate.value = index_of(won, reference);
  estimate.n = n;
  estimate.currency = dataset::name_of(deals.money.currency());
  estimate.parts = std::move(parts);
  if (n > kMostResampled) {
    bracket(estimate, "linearised", linearised(deals, *estimate.value));
  } else if (n >= kEnough) {
    bracket(estimate, "bootstrap", resampled(deals.each, reference, context.plan.seed));
  }
  return estimate;
}

Won reference_in(const Sums& sums, const Deals& now, const Period& days) {
  const Deals before = deals_in(sums, days);
  const bool same = now.money.n() == 0 || before.money.n() == 0 || now.money.currency() == before.money.currency();
  return before.money.mixed() || !same ? Won{} : before.won;
}

// Of all together: against the time that the plan compares its period with.
Estimate of_all(const Sums& sums, const Context& context) {
  const Deals now = deals_of(sums);
  const Comparison how = context.plan.comparison;
  if (!context.plan.period || how == Comparison::none) return against(now, {}, context);
  const Period before = how == Comparison::year ? years_before(context.period, context.whole, 1)
                                                : earlier(context.period, context.whole, 1);
  return against(now, reference_in(sums, now, before), context);
}

Estimate of_before(const Sums& sums, const Context& context) {
  const Deals now = deals_in(sums, context.period);
  return against(now, reference_in(sums, now, earlier(context.period, context.whole, 1)), context);
}

// Medians over the partners with deals won; of fewer than three, or in several currencies, none.
Won median_of(const std::vector<Deals>& partners) {
  partial::Money all;
  std::vector<double> counts;
  std::vector<double> values;
  for (const Deals& partner : partners) {
    all.merge(partner.money);
    const Won& won = partner.won;
    if (won.count > 0) counts.push_back(won.count);
    if (won.value > 0) values.push_back(won.value);
  }
  const bool enough = counts.size() >= kPartnersToCompare && values.size() >= kPartnersToCompare;
  return all.mixed() || !enough ? Won{} : Won{stats::median_of(counts), stats::median_of(values)};
}

std::vector<Estimate> of_partners(std::span<const Sums> partners, const Context& context) {
  std::vector<Estimate> estimates;
  if (context.variant == "previous") {
    for (const Sums& partner : partners) estimates.push_back(of_before(partner, context));
    return estimates;
  }
  std::vector<Deals> deals;
  for (const Sums& partner : partners) deals.push_back(deals_of(partner));
  const Won reference = median_of(deals);
  for (const Deals& partner : deals) estimates.push_back(against(partner, reference, context));
  return estimates;
}

constexpr Few<Shape, 6> kShapes{
    {.top = kDecidedDays, .finish = of_before, .own = {kDecidedDays, kWonDays, kAmounts, kRevenueDays}},
    {.top = kDecided, .finish = of_all}};

constexpr Card kCard = {
    .id = "quality_score",
    .name = "Quality score",
    .meaning = "Deals won and money won in one index; 100 is the partner's own period before, or the median partner.",
    .formula = "100 * sqrt(({won} / {reference_won}) * ({value} / {reference_value}))",
    .source = "Geometric mean of both ratios; a median of at least 3 partners with deals won",
    .kind = Kind::deals,
    .needs = {Role::partner_id, Role::status, Role::amount, Role::closed},
    .uses = {Role::currency},
    .unit = Unit::index,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .by = Role::partner_id,
    .variants = {{"previous", "each against its own period before", true},
                 {.id = "programme",
                  .meaning = "a partner against the median of the partners",
                  .kind = Kind::deals,
                  .needs = {Role::partner_id, Role::status, Role::amount},
                  .date = Role::closed,
                  .sql =
                      "WITH won AS (SELECT partner_id, count(*) AS n, sum(amount) AS v\n"
                      "             FROM deals WHERE status = 'won' AND partner_id IS NOT NULL GROUP BY partner_id),\n"
                      "     scores AS (SELECT partner_id, 100 * sqrt(n / (SELECT median(n) FROM won)\n"
                      "                                              * v / (SELECT median(v) FROM won WHERE v > 0)) "
                      "AS value\n"
                      "                FROM won)\n"
                      "SELECT CAST(NULL AS DOUBLE) AS value /* of one partner: SELECT value FROM scores WHERE "
                      "partner_id = 'B' */"}},
    .sql =
        "WITH won AS (SELECT count(*) FILTER (WHERE closed BETWEEN first AND last) AS n,\n"
        "                    coalesce(sum(amount) FILTER (WHERE closed BETWEEN first AND last), 0) AS v,\n"
        "                    count(*) FILTER (WHERE closed BETWEEN before_first AND before_last) AS n0,\n"
        "                    sum(amount) FILTER (WHERE closed BETWEEN before_first AND before_last) AS v0,\n"
        "                    count(DISTINCT coalesce(currency, '')) FILTER (WHERE amount IS NOT NULL\n"
        "                      AND (closed BETWEEN first AND last OR closed BETWEEN before_first AND before_last)) AS "
        "currencies\n"
        "             FROM deals, period WHERE status = 'won' AND partner_id IS NOT NULL)\n"
        "SELECT CASE WHEN currencies <= 1 AND n0 > 0 AND v0 > 0 THEN 100 * sqrt(n * 1.0 / n0 * greatest(0, v) / v0) "
        "END AS value\n"
        "FROM won",
};

constexpr Few<ExampleRows, 36> kRows{
    {6, "D#,B,won,2026-01-01,2026-02-10,300"},  {2, "D#,B,won,2026-01-01,2026-02-10,400"},
    {12, "D#,B,lost,2026-01-01,2026-02-10,50"}, {2, "D#,A,won,2026-01-01,2026-02-11,300"},
    {1, "D#,C,won,2026-01-01,2026-02-12,9000"}, {6, "D#,D,won,2026-01-01,2026-02-13,245"},
    {2, "D#,,won,2026-01-01,2026-02-14,7000"}};
constexpr std::string_view kHeader = "deal_id,partner_id,status,created,closed,amount";

// B: 4 won for 1,200, then 6 for 1,800; all with A and C: 6 for 2,000, then 7 for 2,571.43.
constexpr Few<ExampleRows, 36> kTwoMonths{
    {4, "D#,B,won,2026-01-01,2026-11-10,300"},    {6, "D#,B,won,2026-01-01,2026-12-10,300"},
    {2, "D#,B,lost,2026-01-01,2026-12-31,900"},   {2, "D#,A,won,2026-01-01,2026-11-30,400"},
    {1, "D#,C,won,2026-01-01,2026-12-01,771.43"}, {5, "D#,,won,2026-01-01,2026-12-02,900"}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kRows, .value = 159.852512, .n = 20, .by = "partner_id=B", .variant = "programme"},
    {.header = kHeader, .rows = kRows, .value = 104.093135, .n = 6, .by = "partner_id=D", .variant = "programme"},
    {.header = kHeader, .rows = kRows, .value = {}, .n = 29, .undefined = "no_reference", .variant = "programme"},
    {.header = kHeader,
     .rows = {{2, "D#,B,won,2026-01-01,2026-02-10,300"}, {1, "D#,A,won,2026-01-01,2026-02-11,500"}},
     .value = {},
     .n = 2,
     .undefined = "no_reference",
     .by = "partner_id=B",
     .variant = "programme"},
    {.header = kHeader, .rows = kTwoMonths, .value = 150, .n = 8, .by = "partner_id=B"},
    {.header = kHeader, .rows = kTwoMonths, .value = 122.474487, .n = 9},
    {.header = kHeader, .rows = kTwoMonths, .value = {}, .undefined = "no_reference", .by = "partner_id=C"}};

}  // namespace

PEGEL_MEASURED_TOGETHER(quality_score, kCard, kMeasures, kShapes, kExamples, of_partners)

}  // namespace pegel::kpis
