#include "kpis/conversion.h"

namespace pegel::kpis {
namespace {

constexpr Card kCard = {
    .id = "conversion_rate",
    .name = "Conversion rate",
    .meaning = "The share of the leads that came in in the period that have converted so far.",
    .formula = "{converted} / {leads}",
    .source = "Leads by the day they came in, followed until today: young ones may still convert",
    .kind = Kind::leads,
    .needs = {Role::converted},
    .uses = {Role::created, Role::lead_status, Role::converted_at},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .variants = {},
};

constexpr Example kExamples[] = {
    {.header = "lead_id,created,converted",
     .rows = {{30, "L#,2026-03-05,yes"}, {170, "L#,2026-03-06,no"}},
     .value = 0.15,
     .low = 0.107136,
     .high = 0.206056,
     .n = 200},
    {.header = "lead_id,created,lead_status",
     .rows = {{1, "L#,2026-03-05,converted"}, {3, "L#,2026-03-06,qualified"}, {1, "L#,2026-03-07,"}},
     .value = 0.25,
     .n = 4},
    {.header = "lead_id,created,lead_status", .rows = {{2, "L#,2026-03-05,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(conversion_rate, kCard, kConversion, kConversionShapes, kExamples)

}  // namespace pegel::kpis
