#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {{.name = "customers", .where = {dated(Role::since)}}};
constexpr Few<Shape, 6> kShapes{{Form::events}};

constexpr Card kCard = {
    .id = "new_customers",
    .name = "New customers",
    .meaning = "The number of customers who became one, by that day.",
    .formula = "{customers}",
    .source = "By the day that the customer list says; interval: exact Poisson",
    .kind = Kind::customers,
    .needs = {Role::since},
    .uses = {},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::since,
    .variants = {{"since", "by the day in the customer list", true},
                 {"first_order", "by the day of the first order", false, false}},
};

constexpr Example kExamples[] = {
    {.header = "customer_id,since",
     .rows = {{30, "C#,2026-03-01"}, {2, "C#,"}},
     .value = 30,
     .low = 20.24089,
     .high = 42.8270,
     .n = 30},
    {.header = "customer_id,since", .rows = {{2, "C#,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(new_customers, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
