#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kReturned, kExchanged, kChanged, kAll };
constexpr Measure kMeasures[] = {
    {.name = "returned", .where = {is(Role::return_kind, Use::other_type, ReturnKind::unknown, ReturnKind::returned)}},
    {.name = "exchanged", .where = {is(Role::return_kind, Use::other_type, ReturnKind::exchange)}},
    {.name = "changed", .where = {is(Role::return_kind, Use::other_type, ReturnKind::change)}},
    {.name = "all"},
};
constexpr Few<Shape, 6> kShapes{{Form::events, kReturned, kNoMeasure, kAll},
                                {Form::events, kExchanged, kNoMeasure, kAll},
                                {Form::events, kChanged, kNoMeasure, kAll}};

constexpr Card kCard = {
    .id = "return_count",
    .name = "Returns",
    .meaning = "The number of returns, by the day they came back.",
    .formula = "{returned}",
    .source = "Rows without a kind count as returns; interval: exact Poisson",
    .kind = Kind::returns,
    .needs = {},
    .uses = {Role::at, Role::return_kind},
    .unit = Unit::count,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"returned", "goods sent back", true},
                 {"exchanged", "goods exchanged", false, true, "{exchanged}"},
                 {"changed", "orders changed", false, true, "{changed}"}},
};

constexpr Example kExamples[] = {
    {.header = "return_id,order_id,at,return_kind",
     .rows = {{10, "R#,O#,2026-03-01,return"}, {4, "R#,O#,2026-03-01,"}, {7, "R#,O#,2026-03-01,exchange"}},
     .value = 14,
     .low = 7.65393,
     .high = 23.4896,
     .n = 14},
    {.header = "return_id,order_id,at,return_kind",
     .rows = {{10, "R#,O#,2026-03-01,return"}, {7, "R#,O#,2026-03-01,exchange"}},
     .value = 7,
     .n = 7,
     .variant = "exchanged"},
    {.header = "return_id,order_id,at,return_kind",
     .rows = {{10, "R#,O#,2026-03-01,return"}},
     .value = 0,
     .low = 0,
     .high = 3.68888,
     .n = 10,
     .variant = "changed"},
    {.header = "return_id,order_id,at,return_kind", .rows = {}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(return_count, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
