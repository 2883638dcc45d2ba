#include "kpis/estimate.h"
#include "partial/count.h"
#include "partial/histogram.h"
#include "stats/estimates.h"

namespace pegel::kpis {
namespace {

struct Nps {
  struct Partial {
    partial::Histogram scores;  // 0…10
    partial::Count unsure;      // on a scale that may be another
    auto fields() { return std::tie(scores, unsure); }
    auto fields() const { return std::tie(scores, unsure); }
  };

  static Use add(Partial& p, const Row& row) {
    if (row.question() == Question::unsure) {
      p.unsure.add();
      return Use::scale_unsure;
    }
    if (row.frame.has(Role::question) && row.question() != Question::nps) return Use::other_question;
    const Micros score = row.number(Role::score);
    if (!known(score)) return known_or(score, Use::no_score);
    if (score < 0 || score > 10 * base::kOne || score % base::kOne != 0) return Use::out_of_scale;
    p.scores.add(score / base::kOne);
    return Use::used;
  }

  static Estimate finish(const Partial& p, const Context&) {
    const int64_t promoters = p.scores.between(9, 10);
    const int64_t passives = p.scores.between(7, 8);
    const int64_t detractors = p.scores.between(0, 6);
    const int64_t n = promoters + passives + detractors;
    const auto interval = stats::adjusted_wald_nps(promoters, detractors, n);
    if (!interval) return undefined(p.unsure.n > 0 ? "scale_unsure" : "no_data");
    Estimate estimate;
    estimate.value = 100 * static_cast<double>(promoters - detractors) / static_cast<double>(n);
    estimate.low = interval->low;
    estimate.high = interval->high;
    estimate.n = n;
    estimate.method = "adjusted_wald";
    estimate.parts = {{"promoters", static_cast<double>(promoters), Unit::count},
                      {"passives", static_cast<double>(passives), Unit::count},
                      {"detractors", static_cast<double>(detractors), Unit::count}};
    return estimate;
  }

  static Card card() {
    return {
        .id = "nps",
        .name = "Net Promoter Score",
        .meaning =
            "The share of customers who would recommend us (9-10) less the share who would not (0-6), times 100.",
        .formula = "100 * ({promoters} - {detractors}) / ({promoters} + {passives} + {detractors})",
        .source = "Reichheld 2003; interval: Rocks 2016, adjusted Wald",
        .kind = Kind::responses,
        .needs = {Role::score},
        .uses = {Role::question, Role::at},
        .unit = Unit::net_score,
        .direction = Direction::up,
        .semantic = Semantic::flow,
        .date = Role::at,
        .variants = {{"0_10", "whole scores from 0 to 10", true}},
        .sql =
            "SELECT 100.0 * (count(*) FILTER (WHERE score IN (9, 10)) - count(*) FILTER (WHERE score IN (0, 1, 2, 3, "
            "4, 5, 6)))\n"
            "       / NULLIF(count(*) FILTER (WHERE score IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)), 0) AS value\n"
            "FROM responses\n"
            "WHERE question = 'nps' OR NOT EXISTS (SELECT 1 FROM responses WHERE question IS NOT NULL)",
        .examples =
            {{.header = "response_id,at,question,score",
              .rows = {{22, "R#,2026-04-01,nps,9"},
                       {10, "R#,2026-04-02,nps,7"},
                       {8, "R#,2026-04-03,nps,6"},
                       {3, "R#,2026-04-03,csat,5"},
                       {1, "R#,2026-04-03,nps,11"}},
              .value = 35,
              .low = 8.89930,
              .high = 56.21698,
              .n = 40},
             {.header = "response_id,at,score",
              .rows = {{10, "R#,2026-04-01,10"}, {5, "R#,2026-04-02,8"}, {5, "R#,2026-04-03,0"}},
              .value = 25,
              .low = -11.71613,
              .high = 55.19439,
              .n = 20},
             {.header = "response_id,at,score",
              .rows = {{5, "R#,2026-04-01,10"}},
              .value = 100,
              .low = 17.49145,
              .high = 100,
              .n = 5},
             {.header = "response_id,at,score", .rows = {{2, "R#,2026-04-01,"}}, .value = {}, .undefined = "no_data"}},
    };
  }
};

}  // namespace

PEGEL_KPI(nps, Nps);

}  // namespace pegel::kpis
