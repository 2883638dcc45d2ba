#include <algorithm>
#include <cmath>

#include "kpis/deals.h"
#include "kpis/estimate.h"
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

struct QualityScore {
  struct Partial {
    partial::Deals decided;
    partial::Money won;
    auto fields() { return std::tie(decided, won); }
    auto fields() const { return std::tie(decided, won); }
  };

  static Use add(Partial& p, const Row& row) {
    if (row.text(Role::partner_id).empty()) return Use::no_partner;
    const Use use = decided(row.status());
    if (use != Use::used) return use;
    const partial::Deal deal = deal_of(row);
    p.decided.add(deal);
    if (deal.status == Status::won && deal.has_amount()) p.won.add(deal.currency, deal.amount);
    return use;
  }

  static double value_of(const partial::Deal& deal) {
    return deal.status == Status::won && deal.has_amount() ? base::to_double(deal.amount) : 0;
  }

  static Won won_of(const Partial& p) {
    Won won;
    for (const partial::Deal& deal : p.decided.values()) won.count += deal.status == Status::won ? 1 : 0;
    won.value = amount_of(p.won);
    return won;
  }

  static Estimate finish(const Partial& p, const Context& context, const Partial* previous) {
    if (previous == nullptr || previous->won.mixed()) return against(p, {}, context);
    const bool same = p.won.n() == 0 || p.won.currency() == previous->won.currency();
    return against(p, same ? won_of(*previous) : Won{}, context);
  }

  static Finished finish_all(std::span<const Cell<Partial>> cells, const Context& context, const Dimension* dimension) {
    Finished finished;
    if (dimension == nullptr) return finished;
    const Won reference = reference_of(cells);
    for (const auto& cell : cells) finished.cells.push_back(against(*cell.partial, reference, context));
    return finished;
  }

  static Won reference_of(std::span<const Cell<Partial>> cells) {
    partial::Money all;
    std::vector<double> counts;
    std::vector<double> values;
    for (const auto& cell : cells) {
      all.merge(cell.partial->won);
      const Won won = won_of(*cell.partial);
      if (won.count > 0) counts.push_back(won.count);
      if (won.value > 0) values.push_back(won.value);
    }
    const bool enough = counts.size() >= kPartnersToCompare && values.size() >= kPartnersToCompare;
    return all.mixed() || !enough ? Won{} : Won{stats::median_of(counts), stats::median_of(values)};
  }

  static Estimate against(const Partial& p, const Won& reference, const Context& context) {
    const auto n = static_cast<int64_t>(p.decided.size());
    if (n == 0) return undefined("no_data");
    if (p.won.mixed()) return undefined("mixed_currency", n);
    const Won won = won_of(p);
    Parts parts{{"won", won.count, Unit::count}, {"value", won.value, Unit::money}};
    if (!(reference.count > 0) || !(reference.value > 0)) return undefined("no_reference", n, std::move(parts));
    parts.push_back({"reference_won", reference.count, Unit::count});
    parts.push_back({"reference_value", reference.value, Unit::money});
    Estimate estimate;
    estimate.value = index_of(won, reference);
    estimate.n = n;
    estimate.currency = dataset::name_of(p.won.currency());
    estimate.parts = std::move(parts);
    if (p.decided.size() > stats::kMostResampled) {
      bracket(estimate, "linearised", linearised(p.decided.values(), won, *estimate.value));
    } else if (n >= kEnough) {
      bracket(estimate, "bootstrap", resampled(p.decided.sorted(), reference, context.plan.seed));
    }
    return estimate;
  }

  static std::optional<stats::Interval> resampled(const std::vector<partial::Deal>& deals, const Won& reference,
                                                  uint64_t seed) {
    std::vector<Won> units;
    for (const partial::Deal& deal : deals) units.push_back({deal.status == Status::won ? 1.0 : 0.0, value_of(deal)});
    const auto statistic = [&](stats::Picks picks) {
      Won won;
      for (const uint32_t pick : picks) {
        won.count += units[pick].count;
        won.value += units[pick].value;
      }
      return index_of(won, reference);
    };
    return stats::bootstrap(static_cast<uint32_t>(deals.size()), seed, statistic);
  }

  // Half of each factor's relative change is the index's. Where that is 0 it has no tangent, and no interval.
  static std::optional<stats::Interval> linearised(const std::vector<partial::Deal>& deals, const Won& won,
                                                   double index) {
    if (!(index > 0)) return std::nullopt;
    const double scale = index * static_cast<double>(deals.size()) / 2;
    std::vector<double> influences;
    influences.reserve(deals.size());
    for (const partial::Deal& deal : deals) {
      const double count = deal.status == Status::won ? 1 / won.count : 0;
      influences.push_back(scale * (count + value_of(deal) / won.value));
    }
    const stats::Interval interval = stats::linearised(index, influences).within(stats::kZ95);
    return stats::Interval{std::max(0.0, interval.low), interval.high};
  }
};

constexpr Card kCard = {
    .id = "quality_score",
    .name = "Quality score",
    .meaning = "Deals won and money won in one index; 100 is the median partner, or the period before.",
    .formula = "100 * sqrt(({won} / {reference_won}) * ({value} / {reference_value}))",
    .source = "Geometric mean of both ratios; references from at least 3 partners with deals won",
    .kind = Kind::deals,
    .needs = {Role::partner_id, Role::status, Role::amount},
    .uses = {Role::closed, Role::currency},
    .unit = Unit::index,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .by = Role::partner_id,
    .variants = {{"programme", "a partner against the median of the partners", true},
                 {"previous", "all partners against the period before", true, false}},
    .sql =
        "WITH won AS (SELECT partner_id, count(*) AS n, sum(amount) AS v\n"
        "             FROM deals WHERE status = 'won' AND partner_id IS NOT NULL GROUP BY partner_id),\n"
        "     scores AS (SELECT partner_id, 100 * sqrt(n / (SELECT median(n) FROM won)\n"
        "                                              * v / (SELECT median(v) FROM won WHERE v > 0)) AS value\n"
        "                FROM won)\n"
        "SELECT CAST(NULL AS DOUBLE) AS value /* of one partner: SELECT value FROM scores WHERE partner_id = 'B' "
        "*/",
};

constexpr Few<ExampleRows, 36> kRows{
    {6, "D#,B,won,2026-01-01,2026-02-10,300"},  {2, "D#,B,won,2026-01-01,2026-02-10,400"},
    {12, "D#,B,lost,2026-01-01,2026-02-10,50"}, {2, "D#,A,won,2026-01-01,2026-02-11,300"},
    {1, "D#,C,won,2026-01-01,2026-02-12,9000"}, {6, "D#,D,won,2026-01-01,2026-02-13,245"},
    {2, "D#,,won,2026-01-01,2026-02-14,7000"}};
constexpr std::string_view kHeader = "deal_id,partner_id,status,created,closed,amount";

constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kRows, .value = 159.852512, .n = 20, .by = "partner_id=B"},
    {.header = kHeader, .rows = kRows, .value = 104.093135, .n = 6, .by = "partner_id=D"},
    {.header = kHeader, .rows = kRows, .value = {}, .n = 29, .undefined = "no_reference"},
    {.header = kHeader,
     .rows = {{2, "D#,B,won,2026-01-01,2026-02-10,300"}, {1, "D#,A,won,2026-01-01,2026-02-11,500"}},
     .value = {},
     .n = 2,
     .undefined = "no_reference",
     .by = "partner_id=B"}};

}  // namespace

PEGEL_KPI(quality_score, QualityScore, kCard, kExamples)

}  // namespace pegel::kpis
