#define XXH_INLINE_ALL
#include <xxhash.h>

#include <limits>

#include "kpis/answer.h"
#include "kpis/estimate.h"
#include "partial/answers.h"
#include "partial/count.h"
#include "partial/histogram.h"
#include "stats/estimates.h"

/// Answers to the question on 0 to 10.
#define PEGEL_NPS_ANSWERS_SQL                                                                            \
  "WITH answers AS (SELECT customer_id, score, coalesce(at_time, CAST(\"at\" AS TIMESTAMP)) AS moment\n" \
  "                 FROM responses\n"                                                                    \
  "                 WHERE score IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)\n"                                 \
  "                   AND coalesce(scale_min, 0) = 0 AND coalesce(scale_max, 10) = 10\n"                 \
  "                   AND (question = 'nps'\n"                                                           \
  "                        OR NOT EXISTS (SELECT 1 FROM all_responses WHERE question IS NOT NULL))),\n"
/// Of the answers that count, by `later`, which of their customers' it is, from the latest.
#define PEGEL_NPS_SQL(counts)                                                                                      \
  PEGEL_NPS_ANSWERS_SQL                                                                                            \
  "     latest AS (SELECT customer_id, score, row_number() OVER (PARTITION BY customer_id\n"                       \
  "                                                              ORDER BY moment DESC NULLS LAST, score DESC) AS " \
  "later\n"                                                                                                        \
  "                FROM answers)\n"                                                                                \
  "SELECT 100.0 * (count(*) FILTER (WHERE score >= 9) - count(*) FILTER (WHERE score <= 6))\n"                     \
  "       / NULLIF(count(*), 0) AS value\n"                                                                        \
  "FROM latest WHERE " counts

namespace pegel::kpis {
namespace {

struct Nps {
  struct Partial {
    partial::Histogram scores;   // 0…10, of every answer
    partial::Answers customers;  // those of known ones
    partial::Count unsure;       // on a scale that may be another
    auto fields() { return std::tie(scores, customers, unsure); }
    auto fields() const { return std::tie(scores, customers, unsure); }
  };

  static Use add(Partial& p, const Row& row) {
    if (row.question() == Question::unsure) {
      p.unsure.add();
      return Use::scale_unsure;
    }
    if (row.frame.has(Role::question) && row.question() != Question::nps) return Use::other_question;
    const Micros score = row.number(Role::score);
    if (!known(score)) return known_or(score, Use::no_score);
    if (!on_nps_scale(row)) return Use::out_of_scale;  // it has a net score
    if (score < 0 || score > 10 * base::kOne || score % base::kOne != 0) return Use::out_of_scale;
    p.scores.add(score / base::kOne);
    if (const std::string_view customer = row.text(Role::customer_id); !customer.empty()) {
      p.customers.add(answer_of(customer, row, score / base::kOne));
    }
    return Use::used;
  }

  static partial::Answer answer_of(std::string_view customer, const Row& row, int64_t score) {
    return partial::Answer::of(XXH3_64bits(customer.data(), customer.size()), row.moment(Role::at), score);
  }

  static std::optional<partial::Answer> answer(const Row& row) {
    const std::string_view customer = row.text(Role::customer_id);
    if (row.variant != "latest" || customer.empty()) return std::nullopt;
    return answer_of(customer, row, row.number(Role::score) / base::kOne);
  }

  static int64_t superseded(const Partial& p, const Context& context) {
    int64_t rows = 0;
    if (context.variant == "latest") p.customers.each_superseded([&](int64_t) { ++rows; });
    return rows;
  }

  static partial::Histogram counted(const Partial& p, const Context& context) {
    partial::Histogram scores = p.scores;
    if (context.variant == "latest") p.customers.each_superseded([&](int64_t score) { scores.add(score, -1); });
    return scores;
  }

  struct Groups {
    int64_t promoters = 0;
    int64_t passives = 0;
    int64_t detractors = 0;
  };

  static Groups groups_of(const partial::Histogram& scores) {
    return {scores.between(9, 10), scores.between(7, 8), scores.between(0, 6)};
  }

  // Each customer by the mean of all scores, those between 6 and 9 being passive; answers of nobody known stand alone.
  static Groups by_mean(const Partial& p) {
    partial::Histogram nobodys = p.scores;
    constexpr auto kEver = std::numeric_limits<int32_t>::max();
    p.customers.each_within(-kEver, kEver, [&](int64_t score) { nobodys.add(score, -1); });
    Groups groups = groups_of(nobodys);
    p.customers.each_customer([&](int64_t sum, int64_t n) {
      ++(sum >= 9 * n ? groups.promoters : sum > 6 * n ? groups.passives : groups.detractors);
    });
    return groups;
  }

  static Estimate finish(const Partial& p, const Context& context) {
    const auto [promoters, passives, detractors] =
        context.variant == "mean" ? by_mean(p) : groups_of(counted(p, context));
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
};

constexpr Card kCard = {
    .id = "nps",
    .name = "Net Promoter Score",
    .meaning = "The share of customers who would recommend us (9-10) less the share who would not (0-6), times 100.",
    .formula = "100 * ({promoters} - {detractors}) / ({promoters} + {passives} + {detractors})",
    .source = "Reichheld 2003; interval: Rocks 2016, adjusted Wald",
    .kind = Kind::responses,
    .needs = {Role::score},
    .uses = {Role::question, Role::at, Role::customer_id, Role::scale_min, Role::scale_max},
    .unit = Unit::net_score,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"latest", "the latest answer of each customer, where the customer is known", true},
                 {.id = "all", .meaning = "every answer", .sql = PEGEL_NPS_SQL("TRUE")},
                 {.id = "mean",
                  .meaning = "each customer by the mean of all answers, promoters from 9, detractors up to 6",
                  .sql = PEGEL_NPS_ANSWERS_SQL
                  "     means AS (SELECT sum(score) AS total, count(*) AS n FROM answers\n"
                  "               WHERE customer_id IS NOT NULL GROUP BY customer_id\n"
                  "               UNION ALL SELECT score, 1 FROM answers WHERE customer_id IS NULL)\n"
                  "SELECT 100.0 * (count(*) FILTER (WHERE total >= 9 * n) - count(*) FILTER (WHERE total <= 6 * n))\n"
                  "       / NULLIF(count(*), 0) AS value\n"
                  "FROM means"}},
    .sql = PEGEL_NPS_SQL("customer_id IS NULL OR later = 1"),
};

constexpr Example kExamples[] = {
    {.header = "response_id,at,question,score",
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
    {.header = "response_id,at,score,customer_id",
     .rows = {{1, "R#,2026-04-02,10,C1"},
              {1, "R#,2026-04-01,0,C1"},
              {1, "R#,2026-04-01,0,C2"},
              {1, "R#,2026-04-01,10,C2"},
              {2, "R#,2026-04-01,5,"},
              {1, "R#,,3,C2"}},
     .value = 0,
     .n = 4},
    {.header = "response_id,at,score,customer_id",
     .rows = {{1, "R#,2026-04-02,10,C1"}, {1, "R#,2026-04-01,0,C1"}, {2, "R#,2026-04-01,5,"}},
     .value = -50,
     .n = 4,
     .variant = "all"},
    {.header = "response_id,at,score,customer_id",
     .rows = {{1, "R#,2026-04-02,10,C1"},
              {1, "R#,2026-04-01,8,C1"},
              {1, "R#,,6,C2"},
              {1, "R#,2026-04-01,7,C2"},
              {1, "R#,2026-04-01,10,C3"},
              {1, "R#,2026-04-02,2,C3"},
              {1, "R#,2026-04-02,9,"},
              {1, "R#,2026-04-02,3,"}},
     .value = 0,
     .n = 5,
     .variant = "mean"},
    {.header = "response_id,at,score,customer_id",
     .rows = {{1, "R#,2026-04-01 15:00,10,C1"}, {1, "R#,2026-04-01 09:00,0,C1"}},
     .value = 100,
     .n = 1},
    {.header = "response_id,at,score,customer_id",
     .rows = {{1, "R#,2026-04-01,10,C1"}, {1, "R#,2026-04-01,0,C1"}},
     .value = 100,
     .n = 1},
    {.header = "response_id,at,score,scale_max",
     .rows = {{3, "R#,2026-04-01,10,10"}, {9, "R#,2026-04-01,5,5"}},
     .value = 100,
     .n = 3},
    {.header = "response_id,at,score", .rows = {{2, "R#,2026-04-01,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(nps, Nps, kCard, kExamples)

}  // namespace pegel::kpis
