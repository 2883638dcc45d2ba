// SQL of what its variants share.
#define PEGEL_CSAT_SCORES_SQL                          \
  "FROM responses\n"                                   \
  "WHERE question = 'csat' AND score = floor(score)\n" \
  "  AND score BETWEEN coalesce(scale_min, 1) AND coalesce(scale_max, 5)"

#include "kpis/estimate.h"
#include "kpis/top_two.h"
#include "partial/quantiles.h"

namespace pegel::kpis {
namespace {

struct Csat {
  struct Partial {
    TopTwo top;
    partial::Quantiles scores;  // millionths
    partial::Quantiles points;  // of 100 between the ends of the scale, rounded to millionths
    partial::Histogram steps;   // above the least score, by the steps of the scale
    auto fields() { return std::tie(top, scores, points, steps); }
    auto fields() const { return std::tie(top, scores, points, steps); }
  };

  static Use add(Partial& p, const Row& row) {
    if (const Use use = kpis::add(p.top, row); use != Use::used) return use;
    const Scale scale = scale_of(row);
    const int64_t steps = scale.most - scale.least;
    const int64_t above = row.number(Role::score) / base::kOne - scale.least;
    p.scores.add(row.number(Role::score));
    if (steps == 0) return Use::used;  // a scale of one score
    p.points.add(static_cast<int64_t>(100e6 * static_cast<double>(above) / static_cast<double>(steps)));
    if (above > 0) p.steps.add(steps, above);
    return Use::used;
  }

  static Estimate finish(const Partial& p, const Context& context) {
    if (context.variant == "mean") return mean_score(p, context);
    if (context.variant == "lenient") return lenient(p);
    return context.variant == "rescaled" ? rescaled(p, context) : kpis::finish(p.top);
  }

  static Parts answers(const Partial& p) { return {{"answers", static_cast<double>(p.top.answers.n()), Unit::count}}; }

  // Of scales up to 10 the three highest scores count.
  static Estimate lenient(const Partial& p) {
    if (p.top.answers.between(10, 10) < p.top.answers.n()) return kpis::finish(p.top);
    partial::Ratio ratio;
    p.scores.each([&](int64_t score, int64_t times) { ratio.x.n += score >= 8 * base::kOne ? times : 0; });
    ratio.n.n = p.top.answers.n();
    return share(ratio, {{"satisfied", static_cast<double>(ratio.x.n), Unit::count},
                         {"answers", static_cast<double>(ratio.n.n), Unit::count}});
  }
  static Estimate mean_score(const Partial& p, const Context& context) {
    if (p.top.answers.distinct() > 1) return undefined("mixed_scale", p.top.answers.n());
    return mean(p.scores, base::kOne, context.plan.seed, answers(p));
  }

  // Its value is not that of the rounded points.
  static Estimate rescaled(const Partial& p, const Context& context) {
    Estimate estimate = mean(p.points, base::kOne, context.plan.seed, answers(p));
    if (!estimate.value) return estimate;
    double sum = 0;
    p.steps.each([&](int64_t steps, int64_t above) { sum += static_cast<double>(above) / static_cast<double>(steps); });
    estimate.value = 100 * sum / static_cast<double>(p.points.n());
    return estimate;
  }
};

constexpr Card kCard = {
    .id = "csat",
    .name = "Customer satisfaction",
    .meaning = "The share of answers that give one of the two highest scores.",
    .formula = "{satisfied} / {answers}",
    .source = "Top-2-box: 4 and 5 on the usual scale from 1 to 5",
    .kind = Kind::responses,
    .needs = {Role::score, Role::question},
    .uses = {Role::at, Role::scale_min, Role::scale_max},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants =
        {{"top2", "share of the two highest scores", true},
         {"mean",
          "mean score",
          false,
          true,
          "mean score of {answers}",
          Kind::none,
          {},
          Role::none,
          "SELECT CASE WHEN count(DISTINCT coalesce(scale_max, 5)) = 1 THEN avg(score) END AS "
          "value\n" PEGEL_CSAT_SCORES_SQL,
          Unit::ratio},
         {"rescaled",
          "mean score on 0 to 100",
          false,
          true,
          "mean of {answers} on 0 to 100",
          Kind::none,
          {},
          Role::none,
          "SELECT 100 * avg((score - coalesce(scale_min, 1)) * 1.0\n"
          "                 / NULLIF(coalesce(scale_max, 5) - coalesce(scale_min, 1), 0)) AS "
          "value\n" PEGEL_CSAT_SCORES_SQL,
          Unit::points},
         {.id = "lenient",
          .meaning = "share of the three highest scores on a scale up to 10, of the two highest on others",
          .sql = "SELECT CASE WHEN count(DISTINCT coalesce(scale_max, 5)) = 1\n"
                 "            THEN count(*) FILTER (WHERE score >= CASE WHEN coalesce(scale_max, 5) = 10 THEN 8\n"
                 "                                                      ELSE coalesce(scale_max, 5) - 1 END) * 1.0\n"
                 "                 / count(*) END AS value\n" PEGEL_CSAT_SCORES_SQL}},
    .sql =
        "SELECT CASE WHEN count(DISTINCT coalesce(scale_max, 5)) = 1\n"
        "            THEN count(*) FILTER (WHERE score >= coalesce(scale_max, 5) - 1) * 1.0 / count(*) END AS "
        "value\n" PEGEL_CSAT_SCORES_SQL,
};

constexpr std::string_view kHeader = "response_id,at,question,score";
constexpr Few<ExampleRows, 36> kHundred{{42, "R#,2026-04-01,csat,5"}, {28, "R#,2026-04-01,csat,4"},
                                        {14, "R#,2026-04-01,csat,3"}, {9, "R#,2026-04-01,csat,2"},
                                        {7, "R#,2026-04-01,csat,1"},  {3, "R#,2026-04-01,nps,9"},
                                        {2, "R#,2026-04-01,csat,6"}};
constexpr std::string_view kScaled = "response_id,at,question,score,scale_min,scale_max";
constexpr Few<ExampleRows, 36> kTwoScales{{6, "R#,2026-04-01,csat,7,0,10"}, {4, "R#,2026-04-01,csat,4,1,5"}};

constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kHundred, .value = 0.7, .low = 0.604151, .high = 0.781051, .n = 100},
    {.header = "response_id,at,question,score,scale_max",
     .rows = {{6, "R#,2026-04-01,csat,9,10"}, {4, "R#,2026-04-01,csat,8,10"}},
     .value = 0.6,
     .n = 10},
    {.header = "response_id,at,question,score,scale_max",
     .rows = {{6, "R#,2026-04-01,csat,9,10"}, {4, "R#,2026-04-01,csat,4,5"}},
     .value = {},
     .n = 10,
     .undefined = "mixed_scale"},
    {.header = "response_id,at,question,score,scale_max",
     .rows = {{6, "R#,2026-04-01,csat,9,10"}, {3, "R#,2026-04-01,csat,8,10"}, {1, "R#,2026-04-01,csat,7,10"}},
     .value = 0.9,
     .n = 10,
     .variant = "lenient"},
    {.header = kHeader, .rows = kHundred, .value = 0.7, .n = 100, .variant = "lenient"},
    {.header = "response_id,at,question,score",
     .rows = {{6, "R#,2026-04-01,nps,9"}},
     .value = {},
     .undefined = "no_data"},
    {.header = kHeader, .rows = kHundred, .value = 3.89, .low = 3.6426, .high = 4.1374, .n = 100, .variant = "mean"},
    {.header = kHeader,
     .rows = kHundred,
     .value = 72.25,
     .low = 66.0647,
     .high = 78.4353,
     .n = 100,
     .variant = "rescaled"},
    {.header = kScaled, .rows = kTwoScales, .value = {}, .n = 10, .undefined = "mixed_scale", .variant = "mean"},
    {.header = kScaled, .rows = kTwoScales, .value = 72, .n = 10, .variant = "rescaled"}};

}  // namespace

PEGEL_KPI(csat, Csat, kCard, kExamples)

}  // namespace pegel::kpis
