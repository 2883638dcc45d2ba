#include "kpis/answer.h"
#include "kpis/estimate.h"
#include "partial/answers.h"
#include "partial/count.h"
#include "partial/histogram.h"
#include "stats/estimates.h"

namespace pegel::kpis {
namespace {

// Where the answers of 0 to 10 part: above four fifths of the scale, and above three.
enum Group : uint8_t { kDisagree, kBetween, kAgree, kGroups };
Group group_of(const partial::Score& score) {
  const int64_t place = 5 * (int64_t{score.value} - score.least);
  const int64_t length = int64_t{score.most} - score.least;
  return place > 4 * length ? kAgree : place > 3 * length ? kBetween : kDisagree;
}

struct NetScore {
  struct Partial {
    partial::Histogram groups;   // of every answer
    partial::Histogram points;   // of its scale
    partial::Answers customers;  // groups of known ones
    auto fields() { return std::tie(groups, points, customers); }
    auto fields() const { return std::tie(groups, points, customers); }
  };

  static Use add(Partial& p, const Row& row) {
    if (row.question() == Question::unsure) return Use::scale_unsure;
    if (row.question() != Question::nps) return Use::other_question;
    const kpis::Answer answer = answer_of(row, 0, 10);
    const bool usual = !answer.scaled || (answer.score.least == 0 && answer.score.most == 10);
    if (answer.use != Use::used) return answer.use;
    if (usual) return Use::other_type;
    const Group group = group_of(answer.score);
    p.groups.add(group);
    p.points.add(int64_t{answer.score.most} - answer.score.least + 1);
    if (const auto one = NetScore::answer(row)) p.customers.add(*one);
    return Use::used;
  }

  static std::optional<partial::Answer> answer(const Row& row) {
    const std::string_view customer = row.text(Role::customer_id);
    if (customer.empty()) return std::nullopt;
    const Group group = group_of(answer_of(row, 0, 10).score);
    return partial::Answer::of(partial::entity_of(customer), row.moment(Role::at), group);
  }

  static int64_t superseded(const Partial& p, const Context&) {
    int64_t rows = 0;
    p.customers.each_superseded([&](int64_t) { ++rows; });
    return rows;
  }

  static Estimate finish(const Partial& p, const Context&) {
    partial::Histogram groups = p.groups;
    p.customers.each_superseded([&](int64_t group) { groups.add(group, -1); });
    const int64_t agree = groups.between(kAgree, kAgree);
    const int64_t disagree = groups.between(kDisagree, kDisagree);
    const int64_t n = groups.n();
    if (n == 0) return undefined("no_data");
    if (p.points.distinct() > 1) return undefined("mixed_scale", n);
    double points = 0;
    p.points.each([&](int64_t of_scale, int64_t) { points = static_cast<double>(of_scale); });
    Estimate estimate;
    estimate.value = 100 * static_cast<double>(agree - disagree) / static_cast<double>(n);
    estimate.n = n;
    estimate.parts = {{"agree", static_cast<double>(agree), Unit::count},
                      {"disagree", static_cast<double>(disagree), Unit::count},
                      {"answers", static_cast<double>(n), Unit::count},
                      {"points", points, Unit::count}};
    bracket(estimate, "adjusted_wald", stats::adjusted_wald_nps(agree, disagree, n));
    return estimate;
  }
};

constexpr Card kCard = {
    .id = "net_score",
    .name = "Net score (other scales)",
    .meaning =
        "Who would recommend us less who would not, times 100, on another scale than that of the Net Promoter Score: "
        "the two are never compared.",
    .formula = "100 * ({agree} - {disagree}) / {answers}",
    .source =
        "On a scale of {points} points: above four fifths of it less up to three fifths; the latest answer of each "
        "customer; interval: adjusted Wald",
    .kind = Kind::responses,
    .needs = {Role::score, Role::question, Role::scale_max},
    .uses = {Role::at, Role::customer_id, Role::scale_min},
    .unit = Unit::net_score,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .sql =
        "WITH answers AS (SELECT customer_id, coalesce(at_time, CAST(\"at\" AS TIMESTAMP)) AS moment,\n"
        "                        scale_max AS most, score,\n"
        "                        coalesce(scale_min, CASE WHEN scale_max = 10 THEN 0 ELSE 1 END) AS least\n"
        "                 FROM responses WHERE question = 'nps' AND score = floor(score)),\n"
        "     latest AS (SELECT most - least AS length, 5 * (score - least) AS place, customer_id,\n"
        "                       row_number() OVER (PARTITION BY customer_id\n"
        "                                          ORDER BY moment DESC NULLS LAST, score DESC) AS later\n"
        "                FROM answers WHERE score BETWEEN least AND most AND least < most\n"
        "                  AND NOT (least = 0 AND most = 10))\n"
        "SELECT CASE WHEN count(DISTINCT length) = 1\n"
        "            THEN 100.0 * (count(*) FILTER (WHERE place > 4 * length AND (customer_id IS NULL OR later = 1))\n"
        "                          - count(*) FILTER (WHERE place <= 3 * length AND (customer_id IS NULL OR later = "
        "1)))\n"
        "                 / count(*) FILTER (WHERE customer_id IS NULL OR later = 1) END AS value\n"
        "FROM latest",
};

constexpr std::string_view kHeader = "response_id,at,question,score,scale_min,scale_max,customer_id";
constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{22, "R#,2026-04-01,nps,5,1,5,"},
              {10, "R#,2026-04-01,nps,4,1,5,"},
              {7, "R#,2026-04-01,nps,3,1,5,"},
              {1, "R#,2026-04-02,nps,1,1,5,C1"},
              {1, "R#,2026-04-01,nps,5,1,5,C1"},
              {1, "R#,2026-04-01,nps,6,1,5,"},
              {3, "R#,2026-04-01,nps,9,0,10,"},
              {3, "R#,2026-04-01,csat,5,1,5,"}},
     .value = 35,
     .low = 8.89930,
     .high = 56.21698,
     .n = 40},
    {.header = kHeader,
     .rows = {{5, "R#,2026-04-01,nps,9,1,10,"}, {2, "R#,2026-04-01,nps,7,1,10,"}, {3, "R#,2026-04-01,nps,6,1,10,"}},
     .value = 20,
     .n = 10},
    {.header = kHeader,
     .rows = {{5, "R#,2026-04-01,nps,6,1,7,"}, {2, "R#,2026-04-01,nps,5,1,7,"}, {3, "R#,2026-04-01,nps,4,1,7,"}},
     .value = 20,
     .n = 10},
    {.header = kHeader,
     .rows = {{5, "R#,2026-04-01,nps,5,1,5,"}, {2, "R#,2026-04-01,nps,7,1,7,"}},
     .value = {},
     .undefined = "mixed_scale"},
    {.header = kHeader, .rows = {{5, "R#,2026-04-01,nps,9,0,10,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(net_score, NetScore, kCard, kExamples)

}  // namespace pegel::kpis
