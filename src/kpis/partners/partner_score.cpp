#include <algorithm>

#include "kpis/deals.h"
#include "kpis/estimate.h"
#include "kpis/scorecard.h"

#define PEGEL_SCORE_SQL(w_count, w_size, w_pipeline, w_close, w_velocity, w_quality, w_success)                \
  "WITH slow AS (SELECT CASE WHEN count(*) >= 10 THEN quantile_cont(closed - created, 0.9) END AS days\n"      \
  "              FROM deals WHERE status = 'won' AND created >= DATE '1990-01-01'\n"                           \
  "               AND closed BETWEEN created AND CURRENT_DATE),\n"                                             \
  "     d AS (SELECT partner_id, status, amount, closed - created AS days, coalesce(qualified, TRUE) AS q,\n"  \
  "                  status = 'open' AND (coalesce(expected_close < CURRENT_DATE, FALSE)\n"                    \
  "                    OR coalesce(CURRENT_DATE - created > (SELECT days FROM slow), FALSE)) AS stale\n"       \
  "           FROM deals WHERE partner_id IS NOT NULL AND status IN ('open', 'won', 'lost')),\n"               \
  "     p AS (SELECT avg(CASE WHEN status = 'won' THEN 1.0 ELSE 0 END) AS close_rate,\n"                       \
  "                  avg(CASE WHEN status = 'won' THEN 1.0 ELSE 0 END) FILTER (WHERE q AND status <> 'open') " \
  "AS success,\n"                                                                                              \
  "                  median(amount) FILTER (WHERE status = 'won' AND amount <> 0) AS size FROM d),\n"          \
  "     m AS (SELECT partner_id, count(*) FILTER (WHERE status = 'won') AS won,\n"                             \
  "                  sum(amount) FILTER (WHERE status = 'won') AS won_value,\n"                                \
  "                  (sum(least(amount, 3 * size)) FILTER (WHERE status = 'won') + 3 * max(size))\n"           \
  "                    / (count(*) FILTER (WHERE status = 'won' AND amount <> 0) + 3) AS size,\n"              \
  "                  coalesce(sum(amount) FILTER (WHERE status = 'open' AND NOT stale), 0) AS pipeline,\n"     \
  "                  (count(*) FILTER (WHERE status = 'won') + 10 * max(close_rate)) / (count(*) + 10) AS "    \
  "close_rate,\n"                                                                                              \
  "                  count(*) AS prospects, median(days) FILTER (WHERE status = 'won' AND days >= 0) AS "      \
  "days,\n"                                                                                                    \
  "                  (count(*) FILTER (WHERE status = 'won' AND q) + 10 * max(success))\n"                     \
  "                    / (count(*) FILTER (WHERE status <> 'open' AND q) + 10) AS success\n"                   \
  "           FROM d, p GROUP BY partner_id),\n"                                                               \
  "     v AS (SELECT *, prospects * close_rate * size / greatest(1, days) AS velocity FROM m),\n"              \
  "     r AS (SELECT *, won / (SELECT median(won) FROM v WHERE won > 0) AS r_count,\n"                         \
  "                  size / (SELECT median(size) FROM v) AS r_size,\n"                                         \
  "                  pipeline / (SELECT median(pipeline) FROM v WHERE pipeline > 0) AS r_pipeline,\n"          \
  "                  close_rate / (SELECT median(close_rate) FROM v) AS r_close,\n"                            \
  "                  velocity / (SELECT median(velocity) FROM v) AS r_velocity,\n"                             \
  "                  sqrt(won / (SELECT median(won) FROM v WHERE won > 0)\n"                                   \
  "                       * won_value / (SELECT median(won_value) FROM v WHERE won_value > 0)) AS "            \
  "r_quality,\n"                                                                                               \
  "                  success / (SELECT median(success) FROM v) AS r_success FROM v),\n"                        \
  "     scores AS (SELECT partner_id, " w_count " * r_count / (1 + r_count) + " w_size                         \
  " * r_size / (1 + r_size) + " w_pipeline " * r_pipeline / (1 + r_pipeline) + " w_close                       \
  " * r_close / (1 + r_close) + " w_velocity " * r_velocity / (1 + r_velocity) + " w_quality                   \
  " * r_quality / (1 + r_quality) + " w_success                                                                \
  " * r_success / (1 + r_success) AS value FROM r)\n"                                                          \
  "SELECT CAST(NULL AS DOUBLE) AS value /* of one: SELECT value FROM scores WHERE partner_id = 'B' */"

namespace pegel::kpis {
namespace {

constexpr PerComponent<Unit> kUnits{Unit::count,         Unit::money, Unit::money, Unit::share,
                                    Unit::money_per_day, Unit::index, Unit::share};

TableCell number(std::optional<double> value) { return {value, {}}; }
TableCell whole(int value) { return {value == 0 ? std::nullopt : std::optional<double>(value), {}}; }

std::vector<TableColumn> columns() {
  std::vector<TableColumn> list{{"partner", "text"},
                                {"score", "points"},
                                {"low", "points"},
                                {"high", "points"},
                                {"rank", "rank"},
                                {"rank_low", "rank"},
                                {"rank_high", "rank"},
                                {"weight_rank_low", "rank"},
                                {"weight_rank_high", "rank"},
                                {"coverage", "share"},
                                {"decided", "count"},
                                {"verdict", "text"}};
  for (std::size_t c = 0; c < kComponents; ++c) {
    const std::string name(name_of(static_cast<Component>(c)));
    list.push_back({name + "_points", "points"});
    list.push_back({name, std::string(name_of(kUnits[c]))});
  }
  return list;
}

std::vector<TableCell> row_of(std::string_view partner, const Score& score) {
  const auto low = score.interval95 ? std::optional(score.interval95->low) : std::nullopt;
  const auto high = score.interval95 ? std::optional(score.interval95->high) : std::nullopt;
  std::vector<TableCell> row{{{}, std::string(partner)},
                             number(score.total),
                             number(low),
                             number(high),
                             whole(score.rank),
                             whole(score.rank_low),
                             whole(score.rank_high),
                             whole(score.weight_rank_low),
                             whole(score.weight_rank_high),
                             number(score.coverage),
                             number(static_cast<double>(score.decided)),
                             {{}, std::string(score.verdict)}};
  for (std::size_t c = 0; c < kComponents; ++c) {
    const bool quality = static_cast<Component>(c) == Component::quality;
    const auto metric = score.metric[c];
    row.push_back(number(score.points[c]));
    row.push_back(number(quality && metric ? std::optional(100 * *metric) : metric));
  }
  return row;
}

struct Preset {
  std::string_view variant;
  Weights weights;
};
constexpr Preset kPresets[] = {{"balanced", kDefaultWeights},
                               {"revenue_first", {10, 15, 10, 10, 10, 35, 10}},
                               {"growth_first", {5, 5, 25, 15, 25, 10, 15}},
                               {"equal", {1, 1, 1, 1, 1, 1, 1}}};

const Weights& weights_of(std::string_view variant) {
  const auto* preset =
      std::find_if(std::begin(kPresets), std::end(kPresets), [&](const Preset& p) { return p.variant == variant; });
  return preset == std::end(kPresets) ? kDefaultWeights : preset->weights;
}

struct PartnerScore {
  using Partial = partial::Deals;

  static Use add(Partial& p, const Row& row) {
    if (row.text(Role::partner_id).empty()) return Use::no_partner;
    if (row.status() == Status::unknown) return Use::unknown_status;
    p.add(deal_of(row));
    return Use::used;
  }

  // A score is a place among partners: there is none for all of them together.
  static Estimate finish(const Partial& p, const Context&) {
    return undefined(p.empty() ? "no_data" : "no_reference", static_cast<int64_t>(p.size()));
  }

  static Finished finish_all(std::span<const Cell<Partial>> cells, const Context& context, const Dimension* dimension) {
    Finished finished;
    if (dimension == nullptr) return finished;
    if (dimension->id != name_of(Role::partner_id)) {
      for (const auto& cell : cells) finished.cells.push_back(finish(*cell.partial, context));
      return finished;
    }
    std::vector<const Partial*> partners;
    std::vector<Partial> deals;
    for (const auto& cell : cells) deals.push_back(aged(*cell.partial, slow_days(context)));
    for (const Partial& of_partner : deals) partners.push_back(&of_partner);
    const Scorecard card = scorecard(partners, weights_of(context.variant), context.plan.seed);
    for (const Score& score : card.scores) {
      finished.cells.push_back(estimate_of(score));
      finished.unranked.push_back(score.rank == 0);
    }
    finished.tables = tables(cells, card);
    return finished;
  }

  static Estimate estimate_of(const Score& score) {
    if (!score.total) return undefined("no_data", score.decided);
    Estimate estimate;
    estimate.value = score.total;
    estimate.n = score.decided;
    if (score.interval95) {
      estimate.low = score.interval95->low;
      estimate.high = score.interval95->high;
      estimate.method = score.linearised ? "linearised" : "bootstrap";
    }
    for (std::size_t c = 0; c < kComponents; ++c) {
      if (score.points[c]) {
        estimate.parts.push_back({name_of(static_cast<Component>(c)), *score.points[c], Unit::points});
      }
    }
    estimate.parts.push_back({"coverage", score.coverage, Unit::share});
    return estimate;
  }

  static std::vector<Table> tables(std::span<const Cell<Partial>> cells, const Scorecard& card) {
    Table table{.id = "partner_score",
                .kpi = "partner_score",
                .title = std::string(name_of(Role::partner_id)),
                .columns = columns(),
                .rows = {},
                .notes = {}};
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i].partial->empty()) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const Score& x = card.scores[a];
      const Score& y = card.scores[b];
      if ((x.rank == 0) != (y.rank == 0)) return x.rank != 0;
      if (x.total != y.total) return x.total > y.total;
      return cells[a].key < cells[b].key;
    });
    for (const std::size_t i : order) table.rows.push_back(row_of(cells[i].key, card.scores[i]));
    table.notes.push_back("ranks_90");
    if (!card.comparable) table.notes.push_back("no_comparison");
    if (card.mixed_currency) table.notes.push_back("mixed_currency");
    if (table.rows.empty()) return {};
    return {table};
  }
};

constexpr Card kCard = {
    .id = "partner_score",
    .name = "Partner score",
    .meaning = "How a partner stands beside the others in seven measures of its deals: 50 is the median partner.",
    .formula = "weighted mean of points, 100 r / (1 + r) with r = measure / median of the partners",
    .source = "Saturating points, shrunk rates and sizes, medians as references; no rank below 5 decided deals",
    .kind = Kind::deals,
    .needs = {Role::partner_id, Role::status},
    .uses = {Role::amount, Role::created, Role::closed, Role::expected_close, Role::qualified, Role::currency},
    .unit = Unit::points,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .by = Role::partner_id,
    .variants = {{"balanced", "count 10, size 10, pipeline 15, close rate 15, velocity 15, quality 20, success 15",
                  true},
                 {.id = "revenue_first",
                  .meaning = "count 10, size 15, pipeline 10, close rate 10, velocity 10, quality 35, success 10",
                  .sql = PEGEL_SCORE_SQL("10", "15", "10", "10", "10", "35", "10")},
                 {.id = "growth_first",
                  .meaning = "count 5, size 5, pipeline 25, close rate 15, velocity 25, quality 10, success 15",
                  .sql = PEGEL_SCORE_SQL("5", "5", "25", "15", "25", "10", "15")},
                 {.id = "equal",
                  .meaning = "all seven alike",
                  .sql = PEGEL_SCORE_SQL("100.0 / 7", "100.0 / 7", "100.0 / 7", "100.0 / 7", "100.0 / 7", "100.0 / 7",
                                         "100.0 / 7")}},
    .rests_on = "sales_cycle_length",
    .sql = PEGEL_SCORE_SQL("10", "10", "15", "15", "15", "20", "15"),
};

constexpr Few<ExampleRows, 36> kRows{{1, "D#,A,won,2026-01-01,2026-01-21,200"},
                                     {1, "D#,A,won,2026-01-01,2026-01-31,400"},
                                     {2, "D#,A,lost,2026-01-01,2026-02-01,"},
                                     {1, "D#,A,open,2026-12-01,,500"},
                                     {1, "D#,A,open,2026-12-01,,700"},
                                     {2, "D#,A,open,2026-12-01,,"},
                                     {1, "D#,B,won,2026-01-01,2026-02-10,300"},
                                     {1, "D#,B,won,2026-01-01,2026-02-15,320"},
                                     {1, "D#,B,won,2026-01-01,2026-02-08,280"},
                                     {1, "D#,B,won,2026-01-01,2026-02-20,350"},
                                     {1, "D#,B,won,2026-01-01,2026-03-02,310"},
                                     {1, "D#,B,won,2026-01-01,2026-02-11,290"},
                                     {1, "D#,B,won,2026-01-01,2026-02-09,400"},
                                     {1, "D#,B,won,2026-01-01,2026-02-25,350"},
                                     {12, "D#,B,lost,2026-01-01,2026-02-01,"},
                                     {1, "D#,B,open,2026-12-01,,900"},
                                     {1, "D#,B,open,2026-12-01,,400"},
                                     {1, "D#,B,open,2026-12-01,,300"},
                                     {7, "D#,B,open,2026-12-01,,"},
                                     {1, "D#,C,won,2026-01-01,2026-04-01,9000"},
                                     {1, "D#,D,won,2026-01-01,2026-01-26,250"},
                                     {1, "D#,D,won,2026-01-01,2026-01-23,260"},
                                     {1, "D#,D,won,2026-01-01,2026-01-29,240"},
                                     {1, "D#,D,won,2026-01-01,2026-01-31,230"},
                                     {1, "D#,D,won,2026-01-01,2026-01-27,270"},
                                     {1, "D#,D,won,2026-01-01,2026-01-25,220"},
                                     {9, "D#,D,lost,2026-01-01,2026-02-01,"},
                                     {1, "D#,D,open,2026-12-01,,300"},
                                     {1, "D#,D,open,2026-12-01,,250"},
                                     {1, "D#,D,open,2026-12-01,,200"},
                                     {1, "D#,D,open,2026-12-01,,450"},
                                     {21, "D#,D,open,2026-12-01,,"}};

constexpr std::string_view kHeader = "deal_id,partner_id,status,created,closed,amount";

constexpr Example kExamples[] = {{.header = kHeader, .rows = kRows, .value = 56.478045, .n = 20, .by = "partner_id=B"},
                                 {.header = kHeader, .rows = kRows, .value = 51.15056, .n = 15, .by = "partner_id=D"},
                                 {.header = kHeader, .rows = kRows, .value = 41.64726, .n = 4, .by = "partner_id=A"},
                                 {.header = kHeader, .rows = kRows, .value = 34.683602, .n = 1, .by = "partner_id=C"},
                                 {.header = kHeader, .rows = kRows, .value = {}, .undefined = "no_reference"}};

}  // namespace

PEGEL_KPI(partner_score, PartnerScore, kCard, kExamples)

}  // namespace pegel::kpis
