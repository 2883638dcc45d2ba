#include <algorithm>

#include "kpis/deals.h"
#include "kpis/estimate.h"
#include "kpis/partner_score_tables.h"

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

struct Preset {
  std::string_view variant;
  Weights weights;
};
constexpr Preset kPresets[] = {{"balanced", kDefaultWeights},
                               {"revenue_first", {10, 15, 10, 10, 10, 35, 10, 0}},
                               {"growth_first", {5, 5, 25, 15, 25, 10, 15, 0}},
                               {"equal", {1, 1, 1, 1, 1, 1, 1, 0}}};

Weights weights_of(const Context& context) {
  Weights own{};
  for (const auto& [name, weight] : context.plan.partner_score.weights) {
    if (const auto component = component_named(name)) own[static_cast<std::size_t>(*component)] = weight;
  }
  if (!context.plan.partner_score.weights.empty()) return own;
  const auto* preset = std::find_if(std::begin(kPresets), std::end(kPresets),
                                    [&](const Preset& p) { return p.variant == context.variant; });
  return preset == std::end(kPresets) ? kDefaultWeights : preset->weights;
}

std::span<const TargetLine> lines_of(const Context& context) {
  return context.targets == nullptr ? std::span<const TargetLine>() : *context.targets;
}

// As `channel_mix` is planned, in any unit.
std::optional<Mix> planned_mix(const Context& context) {
  constexpr std::array<std::string_view, 3> kClasses{"paid", "earned", "owned"};
  Mix mix{};
  double all = 0;
  for (const TargetLine& line : lines_of(context)) {
    const auto found = std::find(kClasses.begin(), kClasses.end(), std::string_view(line.row.scope_id));
    const bool about = line.card != nullptr && line.card->id == "channel_mix" && found != kClasses.end();
    if (!about || line.row.target == partial::Target::kNone) continue;
    const double target = base::to_double(line.row.target);
    mix[static_cast<std::size_t>(found - kClasses.begin())] += target;
    all += target;
  }
  for (double& share : mix) share /= all;
  return all > 0 ? std::optional(mix) : std::nullopt;
}

// A target of the partner's for the very days that the plan looks at.
std::optional<double> own_target(std::string_view partner, Component component, const Context& context) {
  const std::string_view kpi = kpi_of(component);
  for (const TargetLine& line : lines_of(context)) {
    if (line.card == nullptr || line.benchmark() || !line.dated() || !context.plan.period) continue;
    const Period days = line.period();
    const bool about = line.row.scope_type == "partner" && line.row.scope_id == partner &&
                       (line.card->id == kpi || line.card->id == "partner_" + std::string(kpi));
    const bool now = days.start == context.plan.period->start && days.end == context.plan.period->end;
    if (!about || !now || !line.target || *line.target <= 0) continue;
    return component == Component::quality ? *line.target / 100 : *line.target;
  }
  return std::nullopt;
}

Metrics targets_of(std::string_view partner, const Context& context) {
  Metrics targets{};
  for (std::size_t c = 0; c < kComponents; ++c) {
    const auto component = static_cast<Component>(c);
    const auto asked = context.plan.partner_score.targets.find(std::string(name_of(component)));
    targets[c] = own_target(partner, component, context);
    if (!targets[c] && asked != context.plan.partner_score.targets.end()) targets[c] = asked->second;
  }
  return targets;
}

Rules rules_of(std::span<const std::string_view> partners, const Context& context) {
  Rules rules{weights_of(context), {}, planned_mix(context), context.plan.partner_score.tiers};
  std::sort(rules.tiers.begin(), rules.tiers.end(), std::greater<>());
  for (const std::string_view partner : partners) rules.targets.push_back(targets_of(partner, context));
  return rules;
}

struct PartnerScore {
  using Partial = partial::Deals;

  static Use add(Partial& p, const Row& row) {
    if (row.text(Role::partner_id).empty()) return Use::no_partner;
    if (row.status() == Status::unknown) return Use::unknown_status;
    partial::Deal deal = deal_of(row);
    deal.channel = static_cast<ChannelClass>(row.frame.canonical(Role::channel_class, row.i));
    p.add(deal);
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
    std::vector<std::string_view> names;
    for (const auto& cell : cells) names.push_back(cell.key);
    const Rules rules = rules_of(names, context);
    const Scorecard card = scorecard(partners, rules, context.plan.seed);
    for (const Score& score : card.scores) {
      finished.cells.push_back(estimate_of(score, rules.weights));
      finished.unranked.push_back(score.rank == 0);
    }
    finished.tables = score_tables(names, card, rules);
    return finished;
  }

  static Estimate estimate_of(const Score& score, const Weights& weights) {
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
      if (score.points[c] && weights[c] > 0) {
        estimate.parts.push_back({name_of(static_cast<Component>(c)), *score.points[c], Unit::points});
      }
    }
    estimate.parts.push_back({"coverage", score.coverage, Unit::share});
    return estimate;
  }
};

constexpr Card kCard = {
    .id = "partner_score",
    .name = "Partner score",
    .meaning = "How a partner stands beside the others in seven measures of its deals: 50 is the median partner.",
    .formula = "weighted mean of points, 100 r / (1 + r) with r = measure / median of the partners",
    .source =
        "Saturating points, shrunk rates and sizes, medians as references; no rank below 5 decided deals. Of a target "
        "the points are what is reached of it, at most 100",
    .kind = Kind::deals,
    .needs = {Role::partner_id, Role::status},
    .uses = {Role::amount, Role::created, Role::closed, Role::expected_close, Role::qualified, Role::currency,
             Role::channel_class},
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
