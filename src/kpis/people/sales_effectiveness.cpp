#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

// Effect and effort are read beside each other: no number stands for both.
Estimate no_single_number(const Sums& sums, const Context&) {
  return undefined(sums.rows(0) == 0 ? "no_data" : "see_table", sums.rows(0));
}

constexpr Measure kMeasures[] = {{.name = "decided", .where = {decided_status()}}};
constexpr Few<Shape, 6> kShapes{{.form = Form::own, .top = 0, .finish = no_single_number}};

constexpr Card kCard = {
    .id = "sales_effectiveness",
    .name = "Effectiveness and efficiency",
    .meaning = "What selling achieves (win rate, deal size, margin) beside what it takes (days, activities, cost).",
    .formula = "win rate, deal size, margin | cycle, activities per win, cost per customer",
    .source = "No single number: a gain on one side may be paid for on the other",
    .kind = Kind::deals,
    .needs = {Role::status},
    .uses = {Role::closed, Role::created, Role::amount, Role::currency},
    .unit = Unit::count,
    .direction = Direction::neither,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .variants = {},
    .panel = {"win_rate", "avg_deal_size", "gross_margin", "sales_cycle_length", "sales_efficiency", "cac"},
    .sql =
        "SELECT CAST(NULL AS DOUBLE) AS value /* see those of win_rate, avg_deal_size, gross_margin, "
        "sales_cycle_length, sales_efficiency, cac */",
};

constexpr std::string_view kHeader = "deal_id,status,created,closed,amount";
constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{21, "D#,won,2026-03-01,2026-03-05,100"}, {9, "D#,lost,2026-03-01,2026-03-05,"}},
     .value = {},
     .n = 30,
     .undefined = "see_table"},
    {.header = kHeader, .rows = {{3, "D#,open,2026-03-01,,900"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(sales_effectiveness, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
