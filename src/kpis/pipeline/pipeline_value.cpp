#include "kpis/estimate.h"
#include "stats/chances.h"

#define PEGEL_OPEN_VALUE_SQL(amount)                                             \
  "SELECT CASE WHEN count(DISTINCT coalesce(currency, '')) = 1 THEN sum(" amount \
  ") END AS value\n"                                                             \
  "FROM deals\n"                                                                 \
  "WHERE status = 'open' AND " amount " IS NOT NULL AND coalesce(created <= CURRENT_DATE, TRUE)"

namespace pegel::kpis {
namespace {

enum : uint8_t { kOpen, kWeighted, kChances };
constexpr Measure kMeasures[] = {
    {.name = "value", .take = Take::amount, .of = Role::amount, .where = {known_status()}},
    {.name = "weighted",
     .take = Take::amount,
     .of = Role::amount,
     .times = Role::probability,
     .where = {known_status()}},
    {.name = "weighted",
     .take = Take::chance,
     .of = Role::amount,
     .times = Role::probability,
     .where = {known_status()}},
};

// What the deals may bring, each its amount or nothing.
void bracket_chances(Estimate& estimate, const partial::Chances& chances, uint64_t seed) {
  if (chances.n() < kFew) return;
  const stats::SumOfChances sum = stats::sum_of_chances(chances, seed);
  bracket(estimate, sum.simulated ? "simulated" : "delta", sum.interval);
}

// The weighted value stands beside the sum where every open deal has a probability.
Estimate value_of(const Sums& sums, const Context& context) {
  const bool is_weighted = context.variant == "weighted";
  const partial::Money& money = sums.amount(is_weighted ? kWeighted : kOpen);
  if (const auto why_not = no_sum(money); !why_not.empty()) return undefined(why_not, money.n());
  Estimate estimate;
  estimate.value = amount_of(money);
  estimate.n = money.n();
  estimate.currency = dataset::name_of(money.currency());
  estimate.parts = {{is_weighted ? "weighted" : "value", *estimate.value, Unit::money},
                    {"open", static_cast<double>(estimate.n), Unit::count}};
  const partial::Money& weighted = sums.amount(kWeighted);
  if (!is_weighted && weighted.n() == estimate.n) {
    estimate.parts.push_back({"weighted", amount_of(weighted), Unit::money});
  }
  if (is_weighted) bracket_chances(estimate, sums.chances(kChances), context.plan.seed);
  return estimate;
}

constexpr Few<Shape, 6> kShapes{{.top = kOpen, .finish = value_of, .own = {kOpen, kWeighted}},
                                {.top = kWeighted, .finish = value_of, .own = {kWeighted, kChances}}};

constexpr Card kCard = {
    .id = "pipeline_value",
    .name = "Pipeline value",
    .meaning = "The amount of all deals that are open at the end of the period.",
    .formula = "sum of {open} amounts = {value}",
    .source = "Unweighted; weighted by probability beside it where every open deal has one",
    .kind = Kind::deals,
    .needs = {Role::status, Role::amount},
    .uses = {Role::created, Role::closed, Role::currency, Role::probability},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::stock,
    .date = Role::created,
    .variants = {{"unweighted", "sum of amounts", true},
                 {.id = "weighted",
                  .meaning = "sum of amount times probability; interval: each deal won or not by its probability",
                  .formula = "sum of {open} amounts times probability = {weighted}",
                  .sql = PEGEL_OPEN_VALUE_SQL("amount * probability")},
                 {"best_case", "what is hoped for at best, by a forecast that no role names", false, false}},
    .sql = PEGEL_OPEN_VALUE_SQL("amount"),
};

constexpr Example kExamples[] = {{.header = "deal_id,status,created,closed,amount,probability",
                                  .rows = {{1, "D#,open,2026-01-05,,50000,20"},
                                           {1, "D#,open,2026-01-06,,80000,50"},
                                           {1, "D#,open,2026-01-07,,20000,80"},
                                           {1, "D#,open,2026-01-07,,,80"},
                                           {4, "D#,lost,2026-01-07,2026-02-01,10000,90"}},
                                  .value = 150000,
                                  .n = 3},
                                 {.header = "deal_id,status,created,closed,amount,currency",
                                  .rows = {{1, "D#,open,2026-01-05,,100,EUR"}, {1, "D#,open,2026-01-05,,100,USD"}},
                                  .value = {},
                                  .n = 2,
                                  .undefined = "mixed_currency"},
                                 {.header = "deal_id,status,created,closed,amount",
                                  .rows = {{2, "D#,lost,2026-01-05,2026-02-05,100"}},
                                  .value = {},
                                  .undefined = "no_data"},
                                 {.header = "deal_id,status,created,closed,amount,probability",
                                  .rows = {{1, "D#,open,2026-01-05,,50000,20"},
                                           {1, "D#,open,2026-01-06,,80000,50"},
                                           {1, "D#,open,2026-01-07,,20000,80"},
                                           {1, "D#,open,2026-01-07,,70000,"}},
                                  .value = 66000,
                                  .n = 3,
                                  .variant = "weighted"},
                                 {.header = "deal_id,status,created,closed,amount,probability",
                                  .rows = {{100, "D#,open,2026-01-05,,1000,50"}},
                                  .value = 50000,
                                  .low = 40000,
                                  .high = 60000,
                                  .n = 100,
                                  .variant = "weighted"}};

}  // namespace

PEGEL_MEASURED(pipeline_value, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
