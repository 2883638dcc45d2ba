#include <algorithm>
#include <cmath>

#include "kpis/answer.h"
#include "kpis/estimate.h"
#include "partial/count.h"
#include "partial/histogram.h"

/// Of respondents by their answers, `of_them` that count.
#define PEGEL_CLI_SQL(of_them)                                                                                        \
  "WITH scaled AS (SELECT coalesce(customer_id, response_id) AS who, question, score,\n"                              \
  "                       coalesce(at_time, CAST(\"at\" AS TIMESTAMP)) AS moment, coalesce(scale_max, 10) AS most,\n" \
  "                       coalesce(scale_min, CASE WHEN coalesce(scale_max, 10) = 10 THEN 0 ELSE 1 END) AS "          \
  "least\n"                                                                                                           \
  "                FROM responses\n"                                                                                  \
  "                WHERE question IN ('cli_recommend', 'cli_repurchase', 'cli_other_products')),\n"                   \
  "     answers AS (SELECT who, (score - least) * 1.0 / (most - least) AS share,\n"                                   \
  "                        row_number() OVER (PARTITION BY who, question\n"                                           \
  "                                           ORDER BY moment DESC NULLS LAST, score DESC) AS later\n"                \
  "                 FROM scaled WHERE score = floor(score) AND score BETWEEN least AND most AND who IS NOT "          \
  "NULL),\n"                                                                                                          \
  "     indexes AS (SELECT round(100 * avg(share), 6) AS value FROM answers WHERE later = 1\n"                        \
  "                 GROUP BY who" of_them                                                                             \
  ")\n"                                                                                                               \
  "SELECT avg(value) AS value FROM indexes"

namespace pegel::kpis {
namespace {

constexpr int kQuestions = 3;
constexpr int32_t kUsualMost = 10;

// Scores that stay low where no scale is named may be of a shorter one: as with NPS, five up to 5 or twenty up to 7.
bool may_be_shorter(const partial::Histogram& unscaled) {
  const int64_t n = unscaled.n();
  return (n >= 5 && unscaled.between(6, kUsualMost) == 0) || (n >= 20 && unscaled.between(8, kUsualMost) == 0);
}

struct Cli {
  struct Partial {
    partial::Scores recommend;
    partial::Scores repurchase;
    partial::Scores other_products;
    partial::Count answers;
    partial::Histogram unscaled;  // scores of answers that name no scale
    auto fields() { return std::tie(recommend, repurchase, other_products, answers, unscaled); }
    auto fields() const { return std::tie(recommend, repurchase, other_products, answers, unscaled); }
  };

  static partial::Scores* asked(Partial& p, Question question) {
    switch (question) {
      case Question::cli_recommend:
        return &p.recommend;
      case Question::cli_repurchase:
        return &p.repurchase;
      case Question::cli_other_products:
        return &p.other_products;
      default:
        return nullptr;
    }
  }

  static Use add(Partial& p, const Row& row) {
    partial::Scores* scores = asked(p, row.question());
    if (scores == nullptr) return Use::other_question;
    const std::string_view respondent = respondent_of(row);
    if (respondent.empty()) return Use::no_customer;
    const Answer answer = answer_of(row, 0, kUsualMost);
    if (answer.use != Use::used) return answer.use;
    scores->add(partial::entity_of(respondent), answer.score);
    p.answers.add();
    if (!answer.scaled) p.unscaled.add(answer.score.value);
    return Use::used;
  }

  // Of one question.
  static std::optional<partial::Answer> answer(const Row& row) {
    constexpr int64_t kMostKept = 15;
    const auto question = static_cast<uint64_t>(row.question());
    const uint64_t respondent = partial::entity_of(respondent_of(row)) + question;
    const partial::Score score = answer_of(row, 0, kUsualMost).score;
    return partial::Answer::of(respondent, row.moment(Role::at), std::clamp<int64_t>(score.value, 0, kMostKept));
  }

  struct Given {
    uint64_t respondent;
    double share;
    bool operator<(const Given& o) const {
      return respondent != o.respondent ? respondent < o.respondent : share < o.share;
    }
  };

  /// The answers that count, by respondent.
  static std::vector<Given> latest(const Partial& p) {
    std::vector<Given> all;
    for (const partial::Scores* scores : {&p.recommend, &p.repurchase, &p.other_products}) {
      for (const auto& [respondent, score] : scores->entries()) all.push_back({respondent, score.share()});
    }
    std::sort(all.begin(), all.end());
    return all;
  }

  static int64_t superseded(const Partial& p, const Context&) {
    return p.answers.n - static_cast<int64_t>(latest(p).size());
  }

  // A respondent's index is kept to six decimals.
  static Estimate finish(const Partial& p, const Context& context) {
    if (may_be_shorter(p.unscaled)) return undefined("scale_unsure", p.answers.n);
    partial::Quantiles indexes;
    int64_t incomplete = 0;
    const std::vector<Given> all = latest(p);
    for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
      double shares = 0;
      for (; to < all.size() && all[to].respondent == all[from].respondent; ++to) shares += all[to].share;
      const auto answers = static_cast<int>(to - from);
      if (answers < kQuestions && context.variant != "given") {
        ++incomplete;
      } else {
        indexes.add(std::llround(100 * base::kOne * (shares / answers)));
      }
    }
    Estimate estimate = mean(indexes, base::kOne, context.plan.seed,
                             {{"respondents", static_cast<double>(indexes.n()), Unit::count},
                              {"incomplete", static_cast<double>(incomplete), Unit::count}});
    if (indexes.n() == 0 && incomplete > 0) estimate.undefined = "incomplete";
    return estimate;
  }
};

constexpr Card kCard = {
    .id = "cli",
    .name = "Customer Loyalty Index",
    .meaning = "How likely customers are to recommend us, buy again and try other products, from 0 to 100.",
    .formula = "mean index of {respondents}",
    .source =
        "Each respondent's mean of three latest answers, each on 0 to 100 of its scale; 0 to 10 where none is named",
    .kind = Kind::responses,
    .needs = {Role::score, Role::question},
    .uses = {Role::at, Role::customer_id, Role::response_id, Role::scale_min, Role::scale_max},
    .unit = Unit::points,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"complete", "those who answered all three questions", true},
                 {.id = "given", .meaning = "all respondents, by the answers they gave", .sql = PEGEL_CLI_SQL("")}},
    .sql = PEGEL_CLI_SQL(" HAVING count(*) = 3"),
};

constexpr std::string_view kHeader = "response_id,at,question,score,scale_min,scale_max,customer_id";
constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{1, "R#,2026-04-01,cli_recommend,6,0,10,A"},
              {1, "R#,2026-04-01,cli_repurchase,7,0,10,A"},
              {1, "R#,2026-04-01,cli_other_products,8,0,10,A"}},
     .value = 70,
     .n = 1},
    {.header = kHeader,
     .rows = {{1, "R#,2026-04-01,cli_recommend,5,1,6,A"},
              {1, "R#,2026-04-01,cli_repurchase,4,1,6,A"},
              {1, "R#,2026-04-01,cli_other_products,6,1,6,A"},
              {1, "R#,2026-04-01,cli_recommend,1,1,6,B"}},
     .value = 80,
     .n = 1},
    {.header = kHeader,
     .rows = {{1, "R#,2026-04-01,cli_recommend,5,1,6,A"},
              {1, "R#,2026-04-01,cli_repurchase,4,1,6,A"},
              {1, "R#,2026-04-01,cli_other_products,6,1,6,A"},
              {1, "R#,2026-04-01,cli_recommend,1,1,6,B"}},
     .value = 40,
     .n = 2,
     .variant = "given"},
    {.header = "response_id,at,question,score",
     .rows = {{1, "R1,2026-04-01,cli_recommend,6"},
              {1, "R1,2026-04-01,cli_repurchase,7"},
              {1, "R1,2026-04-01,cli_other_products,8"}},
     .value = 70,
     .n = 1},
    {.header = kHeader, .rows = {{2, "R#,2026-04-01,cli_recommend,5,1,6,A"}}, .value = {}, .undefined = "incomplete"},
    {.header = "response_id,at,question,score",
     .rows = {{5, "R#,2026-04-01,cli_recommend,5"}},
     .value = {},
     .n = 5,
     .undefined = "scale_unsure"},
    {.header = kHeader, .rows = {{2, "R#,2026-04-01,nps,5,0,10,A"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(cli, Cli, kCard, kExamples)

}  // namespace pegel::kpis
