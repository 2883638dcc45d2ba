#include "kpis/estimate.h"
#include "partial/sum.h"

namespace pegel::kpis {
namespace {

struct PipelineValue {
  struct Partial {
    partial::Money open;
    partial::Sum weighted;  // amount times probability, of rows that have both
    auto fields() { return std::tie(open, weighted); }
    auto fields() const { return std::tie(open, weighted); }
  };

  static Use add(Partial& p, const Row& row) {
    if (row.status() == Status::unknown) return Use::unknown_status;
    const Micros amount = row.number(Role::amount);
    if (!known(amount)) return known_or(amount, Use::no_amount);
    p.open.add(row.currency(), amount);
    const Micros probability = row.number(Role::probability);
    if (known(probability)) {
      p.weighted.add(static_cast<Micros>(static_cast<base::Int128>(amount) * probability / base::kOne));
    }
    return row.variant == "weighted" ? known_or(probability, Use::no_probability) : Use::used;
  }

  static Estimate finish(const Partial& p, const Context& context) {
    const bool weighted = context.variant == "weighted";
    if (weighted && p.weighted.n == 0) return undefined("no_data");
    if (const auto why_not = no_sum(p.open); !why_not.empty()) return undefined(why_not, p.open.n());
    Estimate estimate;
    estimate.value = weighted ? base::to_double(p.weighted.sum) : amount_of(p.open);
    estimate.n = weighted ? p.weighted.n : p.open.n();
    estimate.currency = dataset::name_of(p.open.currency());
    estimate.parts = {{weighted ? "weighted" : "value", *estimate.value, Unit::money},
                      {"open", static_cast<double>(estimate.n), Unit::count}};
    if (!weighted && p.weighted.n == estimate.n)
      estimate.parts.push_back({"weighted", base::to_double(p.weighted.sum), Unit::money});
    return estimate;
  }

  static Card card() {
    return {
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
                     {"weighted", "sum of amount times probability", false, true,
                      "sum of {open} amounts times probability = {weighted}"}},
        .sql =
            "SELECT sum(amount) AS value\n"
            "FROM deals\n"
            "WHERE status = 'open' AND coalesce(created <= DATE '2026-12-31', TRUE)",
        .examples = {{.header = "deal_id,status,created,closed,amount,probability",
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
                      .variant = "weighted"}},
    };
  }
};

}  // namespace

PEGEL_KPI(pipeline_value, PipelineValue);

}  // namespace pegel::kpis
