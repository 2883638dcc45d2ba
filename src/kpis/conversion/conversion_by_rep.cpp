#include "kpis/conversion.h"

namespace pegel::kpis {
namespace {

constexpr Card kCard = {
    .id = "conversion_by_rep",
    .name = "Conversion by sales rep",
    .meaning = "The share of the leads of each sales rep that have converted so far.",
    .formula = "{converted} / {leads}",
    .source = "The owner that the file names; leads without one are a group of their own",
    .kind = Kind::leads,
    .needs = {Role::converted, Role::owner},
    .uses = {Role::created, Role::lead_status, Role::converted_at},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .by = Role::owner,
    .variants = {},
};

constexpr std::string_view kHeader = "lead_id,created,owner,converted";
constexpr Few<ExampleRows, 36> kRows = {{30, "L#,2026-03-05,Ani,yes"},
                                        {170, "L#,2026-03-05,Ani,no"},
                                        {120, "L#,2026-03-06,Bert,yes"},
                                        {880, "L#,2026-03-06,Bert,no"}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kRows, .value = 0.15, .low = 0.107136, .high = 0.206056, .n = 200, .by = "owner=Ani"},
    {.header = kHeader, .rows = kRows, .value = 0.125, .low = 0.107476, .high = 0.144917, .n = 1200},
    {.header = kHeader, .rows = {{2, "L#,2026-03-05,Ani,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(conversion_by_rep, kCard, kConversion, kConversionShapes, kExamples)

}  // namespace pegel::kpis
