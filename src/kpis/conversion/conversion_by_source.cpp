#include "kpis/conversion.h"

namespace pegel::kpis {
namespace {

constexpr Card kCard = {
    .id = "conversion_by_source",
    .name = "Conversion by lead source",
    .meaning = "The share of the leads of each source that have converted so far.",
    .formula = "{converted} / {leads}",
    .source = "The source a lead came in with (first touch); leads without one are a group of their own",
    .kind = Kind::leads,
    .needs = {Role::converted, Role::source},
    .uses = {Role::created, Role::lead_status, Role::converted_at},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .by = Role::source,
    .variants = {},
};

constexpr std::string_view kHeader = "lead_id,created,source,converted";
constexpr Few<ExampleRows, 36> kRows = {{24, "L#,2026-03-05,web,yes"},
                                        {376, "L#,2026-03-05,web,no"},
                                        {30, "L#,2026-03-06,referral,yes"},
                                        {70, "L#,2026-03-06,referral,no"}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kRows, .value = 0.108, .n = 500},
    {.header = kHeader, .rows = kRows, .value = 0.06, .low = 0.040648, .high = 0.087723, .n = 400, .by = "source=web"},
    {.header = kHeader,
     .rows = kRows,
     .value = 0.3,
     .low = 0.218949,
     .high = 0.395849,
     .n = 100,
     .by = "source=referral"},
    {.header = kHeader, .rows = {{2, "L#,2026-03-05,web,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(conversion_by_source, kCard, kConversion, kConversionShapes, kExamples)

}  // namespace pegel::kpis
