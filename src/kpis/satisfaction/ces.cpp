#include "kpis/estimate.h"
#include "stats/correlation.h"

namespace pegel::kpis {
namespace {

constexpr Condition kAsked = is(Role::question, Use::other_question, Question::ces);

/// The mean score of each of whom `by` tells apart, of all days.
constexpr Measure scores_by(Role by, Question question, int32_t scale) {
  return {.name = "answers",
          .take = Take::amount_apart,
          .of = Role::score,
          .by = by,
          .where = {is(Role::question, Use::other_question, question), on_scale(scale), given(by, Use::no_customer)},
          .reach = Reach::company};
}

enum : uint8_t {
  kScores,
  kAnswers,
  kAgree,
  kDisagree,
  kHighest,
  kOfFive,
  kEffort,
  kSatisfied,
  kEffortOfCustomer,
  kSatisfiedOfCustomer
};
constexpr Measure kMeasures[] = {
    {.name = "answers", .take = Take::value, .of = Role::score, .where = {kAsked, on_scale(7)}},
    {.name = "answers", .where = {kAsked, on_scale(7)}},
    {.name = "agree", .where = {kAsked, on_scale(7), scored_from(5, 7)}},
    {.name = "disagree", .where = {kAsked, on_scale(7), scored_from(1, 3)}},
    {.name = "agree", .where = {kAsked, on_scale(7), scored_from(6, 7)}},
    {.name = "answers", .take = Take::value, .of = Role::score, .where = {kAsked, on_scale(5)}},
    scores_by(Role::response_id, Question::ces, 7),
    scores_by(Role::response_id, Question::csat, 5),
    scores_by(Role::customer_id, Question::ces, 7),
    scores_by(Role::customer_id, Question::csat, 5),
};

// Those who agree less those who do not, of a hundred.
Estimate net(const Sums& sums, const Context&) {
  const int64_t agree = sums.rows(kAgree);
  const int64_t disagree = sums.rows(kDisagree);
  const int64_t n = sums.rows(kAnswers);
  if (n == 0) return undefined("no_data");
  Estimate estimate;
  estimate.value = 100 * static_cast<double>(agree - disagree) / static_cast<double>(n);
  estimate.n = n;
  estimate.parts = {{"agree", static_cast<double>(agree), Unit::count},
                    {"disagree", static_cast<double>(disagree), Unit::count},
                    {"answers", static_cast<double>(n), Unit::count}};
  bracket(estimate, "adjusted_wald", stats::adjusted_wald_nps(agree, disagree, n));
  return estimate;
}

/// Mean scores of those who gave both.
struct Both {
  std::vector<double> effort;
  std::vector<double> satisfaction;
};

Both both_of(const partial::Pairs& effort, const partial::Pairs& satisfaction) {
  Both both;
  const auto mean = [](const partial::Pairs::Amounts& sums) {
    return base::to_double(sums.x) / base::to_double(sums.y);
  };
  auto other = satisfaction.units().begin();
  for (const auto& [who, sums] : effort.units()) {
    while (other != satisfaction.units().end() && other->entity < who) ++other;
    if (other == satisfaction.units().end()) break;
    if (other->entity != who) continue;
    both.effort.push_back(mean(sums));
    both.satisfaction.push_back(mean(other->value));
  }
  return both;
}

// Those who found it easy should be satisfied, too: where it is the other way round, 7 may stand for hard. By the answers of
// one sheet, else by customer.
Table reversed(const Sums& sums, const Context&) {
  constexpr std::size_t kEnough = 10;
  Table table{.id = "ces_direction",
              .kpi = {},
              .title = {},
              .columns = {{"against", "text"},
                          {"rho", "number"},
                          {"rho_low", "number"},
                          {"rho_high", "number"},
                          {"n", "count"}},
              .rows = {},
              .notes = {"effort_reversed", "not_cause"}};
  Both both = both_of(sums.amounts_apart(kEffort), sums.amounts_apart(kSatisfied));
  if (both.effort.size() < kEnough) {
    both = both_of(sums.amounts_apart(kEffortOfCustomer), sums.amounts_apart(kSatisfiedOfCustomer));
  }
  const auto rho = both.effort.size() < kEnough ? std::nullopt : stats::spearman(both.effort, both.satisfaction);
  if (!rho || !rho->interval || rho->interval->high >= 0) return table;
  table.rows = {{{{}, "csat"},
                 {rho->value, {}},
                 {rho->interval->low, {}},
                 {rho->interval->high, {}},
                 {static_cast<double>(both.effort.size()), {}}}};
  return table;
}

constexpr Few<uint8_t, 8> kBoth{kEffort, kSatisfied, kEffortOfCustomer, kSatisfiedOfCustomer};
constexpr Few<Shape, 6> kShapes{
    {.form = Form::average, .top = kScores, .own = kBoth},
    {.form = Form::share, .top = kAgree, .bottom = kAnswers, .own = kBoth},
    {.top = kAnswers,
     .finish = net,
     .own = {kAnswers, kAgree, kDisagree, kEffort, kSatisfied, kEffortOfCustomer, kSatisfiedOfCustomer}},
    {.form = Form::share, .top = kHighest, .bottom = kAnswers, .own = kBoth},
    {.form = Form::average, .top = kOfFive}};

constexpr Card kCard = {
    .id = "ces",
    .name = "Customer Effort Score",
    .meaning = "How far customers agree, from 1 to 7, that the company made it easy for them.",
    .formula = "mean score of {answers}",
    .source = "CES 2.0: 7 is best; answers on another scale are left out",
    .kind = Kind::responses,
    .needs = {Role::score, Role::question},
    .uses = {Role::at, Role::scale_min, Role::scale_max},
    .unit = Unit::ratio,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"mean", "mean score from 1 to 7", true},
                 {.id = "agree",
                  .meaning = "share of those who agree (5 to 7)",
                  .formula = "{agree} / {answers}",
                  .unit = Unit::share},
                 {.id = "net",
                  .meaning = "share of those who agree (5 to 7) less the share of those who do not (1 to 3)",
                  .formula = "100 * ({agree} - {disagree}) / {answers}",
                  .sql = "SELECT 100.0 * (count(*) FILTER (WHERE score >= 5) - count(*) FILTER (WHERE score <= 3))\n"
                         "       / NULLIF(count(*), 0) AS value\n"
                         "FROM responses\n"
                         "WHERE question = 'ces' AND coalesce(scale_max, 7) = 7 AND score = floor(score)\n"
                         "  AND score BETWEEN coalesce(scale_min, 1) AND 7",
                  .unit = Unit::net_score},
                 {.id = "top2",
                  .meaning = "share of the two highest scores (6 and 7)",
                  .formula = "{agree} / {answers}",
                  .unit = Unit::share},
                 {.id = "low_is_good",
                  .meaning = "mean score from 1 to 5 of the older question, where a low one is good",
                  .direction = Direction::down}},
};

constexpr Few<ExampleRows, 36> kEighty{
    {18, "R#,2026-04-01,ces,7"}, {22, "R#,2026-04-01,ces,6"}, {12, "R#,2026-04-01,ces,5"},
    {10, "R#,2026-04-01,ces,4"}, {8, "R#,2026-04-01,ces,3"},  {6, "R#,2026-04-01,ces,2"},
    {4, "R#,2026-04-01,ces,1"},  {3, "R#,2026-04-01,ces,8"},  {3, "R#,2026-04-01,csat,5"}};
constexpr Example kExamples[] = {
    {.header = "response_id,at,question,score",
     .rows = kEighty,
     .value = 4.975,
     .low = 4.57601,
     .high = 5.37399,
     .n = 80},
    {.header = "response_id,at,question,score",
     .rows = kEighty,
     .value = 0.65,
     .low = 0.540802,
     .high = 0.745454,
     .n = 80,
     .variant = "agree"},
    {.header = "response_id,at,question,score", .rows = kEighty, .value = 42.5, .n = 80, .variant = "net"},
    {.header = "response_id,at,question,score", .rows = kEighty, .value = 0.5, .n = 80, .variant = "top2"},
    {.header = "response_id,at,question,score",
     .rows = {{3, "R#,2026-04-01,ces,1"}, {1, "R#,2026-04-01,ces,5"}},
     .value = 2,
     .n = 4,
     .variant = "low_is_good"},
    {.header = "response_id,at,question,score,scale_max",
     .rows = {{5, "R#,2026-04-01,ces,2,5"}},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED_WITH_TABLE(ces, kCard, kMeasures, kShapes, kExamples, reversed)

}  // namespace pegel::kpis
