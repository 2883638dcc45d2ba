#include <algorithm>
#include <cmath>

#include "kpis/estimate.h"
#include "kpis/periods.h"
#include "stats/two_shares.h"

namespace pegel::kpis {
namespace {

constexpr int32_t kUsualScale = 5;
constexpr Measure answers(std::string_view name, Condition::Test test) {
  return {.name = name,
          .take = Take::row_daily,
          .since = Role::at,
          .where = {is(Role::question, Use::other_question, Question::csat), scored(test, kUsualScale)},
          .reach = Reach::ever};
}
enum : uint8_t { kAnswers, kSatisfied, kNps, kScores };
constexpr Measure kMeasures[] = {
    answers("answers", Condition::Test::scored),
    answers("satisfied", Condition::Test::top_two),
    {.name = "answers",
     .take = Take::answer,
     .of = Role::score,
     .since = Role::at,
     .by = Role::customer_id,
     .where = {is_where_given(Role::question, Use::other_question, Question::nps), on_scale(10, true)},
     .reach = Reach::ever},
    {.name = "answers",
     .take = Take::answer,
     .of = Role::score,
     .since = Role::at,
     .by = Role::customer_id,
     .where = {is(Role::question, Use::other_question, Question::csat), scored(Condition::Test::scored, kUsualScale)},
     .reach = Reach::ever}};

stats::Share satisfied_in(const Sums& sums, const Period& period) {
  const auto within = [&](uint8_t m) { return sums.rows_daily(m).between(period.start, period.end).n; };
  return {within(kSatisfied), within(kAnswers)};
}

double share_of(const stats::Share& share) {
  return share.n == 0 ? 0 : static_cast<double>(share.x) / static_cast<double>(share.n);
}

Estimate change(const Sums& sums, const Context& context) {
  const stats::Share now = satisfied_in(sums, context.period);
  const stats::Share before = satisfied_in(sums, earlier(context.period, context.whole, 1));
  Estimate estimate;
  estimate.n = now.n;
  estimate.parts = {{"now", share_of(now), Unit::share}, {"before", share_of(before), Unit::share}};
  const auto mixed = context.rests_on != nullptr && context.rests_on->undefined == "mixed_scale";
  const auto difference = stats::two_shares(before, now);
  if (mixed || !difference) {
    estimate.undefined = mixed ? "mixed_scale" : now.n == 0 ? "no_data" : "no_reference";
    return estimate;
  }
  estimate.value = 100 * difference->value;
  estimate.low = 100 * difference->interval.low;
  estimate.high = 100 * difference->interval.high;
  estimate.method = "newcombe";
  estimate.parts.push_back({"chance", difference->p, Unit::share});
  return estimate;
}

// The latest answer of each customer in the period, as in the score itself.
stats::NpsAnswers answers_in(const partial::Answers& all, const Period& period) {
  stats::NpsAnswers answers{0, 0, 0};
  all.each_latest(period.start, period.end, [&](int64_t score) {
    answers.promoters += score >= 9 ? 1 : 0;
    answers.detractors += score <= 6 ? 1 : 0;
    ++answers.n;
  });
  return answers;
}

double score_of(const stats::NpsAnswers& answers) {
  if (answers.n == 0) return 0;
  return 100 * static_cast<double>(answers.promoters - answers.detractors) / static_cast<double>(answers.n);
}

Estimate change_of_score(const Sums& sums, const Context& context) {
  const stats::NpsAnswers now = answers_in(sums.answers(kNps), context.period);
  const stats::NpsAnswers before = answers_in(sums.answers(kNps), earlier(context.period, context.whole, 1));
  Estimate estimate;
  estimate.n = now.n;
  estimate.parts = {{"now", score_of(now), Unit::net_score}, {"before", score_of(before), Unit::net_score}};
  if (now.n == 0 || before.n == 0) {
    estimate.undefined = now.n == 0 ? "no_data" : "no_reference";
    return estimate;
  }
  estimate.value = score_of(now) - score_of(before);
  bracket(estimate, "adjusted_wald", stats::adjusted_wald_nps_difference(before, now));
  return estimate;
}

stats::Sample scores_in(const partial::Answers& all, const Period& period) {
  double n = 0, sum = 0, squares = 0;  // of whole scores: exact in any order
  all.each_within(period.start, period.end, [&](int64_t score) {
    const auto x = static_cast<double>(score);
    n += 1;
    sum += x;
    squares += x * x;
  });
  if (n == 0) return {0, 0, 0};
  const double spread = n < 2 ? 0 : std::max(0.0, (n * squares - sum * sum) / (n * (n - 1)));
  return {sum / n, std::sqrt(spread), static_cast<int64_t>(n)};
}

// On a scale up to 10: a score of more is no answer that is kept.
Estimate change_of_mean(const Sums& sums, const Context& context) {
  const stats::Sample now = scores_in(sums.answers(kScores), context.period);
  const stats::Sample before = scores_in(sums.answers(kScores), earlier(context.period, context.whole, 1));
  Estimate estimate;
  estimate.n = now.n;
  estimate.parts = {{"now", now.mean, Unit::ratio}, {"before", before.mean, Unit::ratio}};
  const auto mixed = context.rests_on != nullptr && context.rests_on->undefined == "mixed_scale";
  if (mixed || now.n == 0 || before.n == 0) {
    estimate.undefined = mixed ? "mixed_scale" : now.n == 0 ? "no_data" : "no_reference";
    return estimate;
  }
  estimate.value = now.mean - before.mean;
  bracket(estimate, "student_t", stats::welch(before, now));
  return estimate;
}

constexpr Few<Shape, 6> kShapes{{.finish = change, .own = {kAnswers, kSatisfied}},
                                {.top = kNps, .finish = change_of_score, .own = {kNps}},
                                {.top = kScores, .finish = change_of_mean, .own = {kScores}}};

constexpr Card kCard = {
    .id = "customer_satisfaction_change",
    .name = "Change in customer satisfaction",
    .meaning = "By how many points the share of satisfied customers has changed against the period before.",
    .formula = "{now} - {before}",
    .source =
        "Top-2-box of both periods, of different people; chance alone would give as much with a probability of "
        "{chance}; a change of the question's words or channel breaks the series",
    .kind = Kind::responses,
    .needs = {Role::score, Role::question, Role::at},
    .uses = {Role::scale_min, Role::scale_max},
    .unit = Unit::points,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants =
        {{"top2", "share of the two highest scores", true},
         {"nps",
          "change of the NPS",
          false,
          true,
          "",
          Kind::responses,
          {Role::score, Role::at},
          Role::at,
          "WITH days AS (SELECT TRUE AS is_now, first AS a, last AS b FROM period\n"
          "              UNION ALL SELECT FALSE, before_first, before_last FROM period),\n"
          "     read AS (SELECT customer_id, score, \"at\" AS day,\n"
          "                     coalesce(at_time, CAST(\"at\" AS TIMESTAMP)) AS moment\n"
          "              FROM responses\n"
          "              WHERE score IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)\n"
          "                AND coalesce(scale_max, 10) = 10 AND coalesce(scale_min, 0) = 0\n"
          "                AND (question = 'nps'\n"
          "                     OR NOT EXISTS (SELECT 1 FROM responses WHERE question IS NOT NULL))),\n"
          "     answers AS (SELECT * FROM read JOIN days ON day BETWEEN a AND b),\n"
          "     placed AS (SELECT *, row_number() OVER (PARTITION BY is_now, customer_id\n"
          "                                             ORDER BY moment DESC, score DESC) AS place FROM answers),\n"
          "     latest AS (SELECT is_now, score FROM placed WHERE customer_id IS NULL OR place = 1),\n"
          "     scores AS (SELECT is_now, 100.0 * (count(*) FILTER (WHERE score >= 9)\n"
          "                                        - count(*) FILTER (WHERE score <= 6)) / count(*) AS nps\n"
          "                FROM latest GROUP BY is_now)\n"
          "SELECT (SELECT nps FROM scores WHERE is_now) - (SELECT nps FROM scores WHERE NOT is_now) AS "
          "value"},
         {.id = "mean",
          .meaning = "difference of the mean scores",
          .sql = "WITH answered AS (SELECT \"at\" AS day, coalesce(scale_max, 5) AS most, score FROM responses\n"
                 "                  WHERE question = 'csat' AND score = floor(score)\n"
                 "                    AND score BETWEEN coalesce(scale_min, 1) AND coalesce(scale_max, 5))\n"
                 "SELECT CASE WHEN count(DISTINCT most) = 1\n"
                 "            THEN avg(score) FILTER (WHERE day BETWEEN first AND last)\n"
                 "                 - avg(score) FILTER (WHERE day BETWEEN before_first AND before_last)\n"
                 "       END AS value FROM answered, period",
          .unit = Unit::ratio}},
    .rests_on = "csat",
    .sql =
        "WITH answered AS (SELECT \"at\" AS day, coalesce(scale_max, 5) AS most, score FROM responses\n"
        "                  WHERE question = 'csat' AND score = floor(score)\n"
        "                    AND score BETWEEN coalesce(scale_min, 1) AND coalesce(scale_max, 5))\n"
        "SELECT CASE WHEN count(DISTINCT most) = 1\n"
        "            THEN 100 * (count(*) FILTER (WHERE day BETWEEN first AND last AND score >= most - 1) * 1.0\n"
        "                        / NULLIF(count(*) FILTER (WHERE day BETWEEN first AND last), 0)\n"
        "                      - count(*) FILTER (WHERE day BETWEEN before_first AND before_last\n"
        "                                         AND score >= most - 1) * 1.0\n"
        "                        / NULLIF(count(*) FILTER (WHERE day BETWEEN before_first AND before_last), 0))\n"
        "       END AS value FROM answered, period",
};

constexpr Example kExamples[] = {{.header = "response_id,at,question,score",
                                  .rows = {{60, "R#,2026-11-05,csat,5"},
                                           {40, "R#,2026-11-05,csat,3"},
                                           {70, "R#,2026-12-31,csat,4"},
                                           {30, "R#,2026-12-05,csat,1"},
                                           {9, "R#,2026-12-05,nps,9"}},
                                  .value = 10,
                                  .low = -3.18904,
                                  .high = 22.71723,
                                  .n = 100},
                                 {.header = "response_id,at,question,score",
                                  .rows = {{6, "R#,2026-12-31,csat,4"}},
                                  .value = {},
                                  .undefined = "no_reference"},
                                 {.header = "response_id,at,question,score,customer_id",
                                  .rows = {{10, "R#,2026-11-05,nps,9,"},
                                           {5, "R#,2026-11-06,nps,8,"},
                                           {5, "R#,2026-11-07,nps,6,"},
                                           {21, "R#,2026-12-01,nps,10,"},
                                           {10, "R#,2026-12-30,nps,7,"},
                                           {8, "R#,2026-12-31,nps,0,"},
                                           {1, "R#,2026-12-02,nps,0,C1"},
                                           {1, "R#,2026-12-03,nps,9,C1"}},
                                  .value = 10,
                                  .low = -30.15654,
                                  .high = 51.79455,
                                  .n = 40,
                                  .variant = "nps"},
                                 {.header = "response_id,at,question,score",
                                  .rows = {{2, "R#,2026-11-05,csat,5"},
                                           {2, "R#,2026-11-30,csat,3"},
                                           {3, "R#,2026-12-01,csat,5"},
                                           {1, "R#,2026-12-31,csat,4"},
                                           {1, "R#,2026-12-31,csat,6"},
                                           {9, "R#,2026-12-05,nps,9"}},
                                  .value = 0.75,
                                  .low = -0.98227,
                                  .high = 2.48227,
                                  .n = 4,
                                  .variant = "mean"},
                                 {.header = "response_id,at,question,score",
                                  .rows = {{3, "R#,2026-12-31,nps,9"}},
                                  .value = {},
                                  .undefined = "no_reference",
                                  .variant = "nps"}};

}  // namespace

PEGEL_MEASURED(customer_satisfaction_change, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
