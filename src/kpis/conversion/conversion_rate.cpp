#include "kpis/conversion.h"

namespace pegel::kpis {
namespace {

constexpr int32_t kDays = 90;

enum : uint8_t { kConverted, kLeads, kLinked, kInDays, kOld, kEvents };
constexpr Measure kMeasures[] = {
    kConversion[0],
    kConversion[1],
    kConversion[2],
    {.name = "converted",
     .where = {kConversionTold, over(Role::created, kDays), by(Role::converted_at, kDays, Role::created)}},
    {.name = "leads", .where = {kConversionTold, over(Role::created, kDays)}},
    {.name = "converted",
     .where = {yes(Role::converted, Use::other_type), dated(Role::converted_at)},
     .date = Role::converted_at},
};
constexpr Few<Shape, 6> kShapes{
    {.form = Form::share, .top = kConverted, .bottom = kLeads, .own = {kLinked}, .linked = kLinked},
    {.form = Form::share, .top = kInDays, .bottom = kOld, .own = {kLinked}, .linked = kLinked},
    {.form = Form::rate, .top = kEvents, .bottom = kLeads, .own = {kLinked}, .linked = kLinked}};

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
    .variants =
        {{"so_far", "leads converted so far / leads, by the day they came in", true},
         {.id = "days_90",
          .meaning = "leads converted in 90 days / leads that came in longer ago",
          .kind = Kind::leads,
          .needs = {Role::created, Role::converted_at},
          .date = Role::created,
          .stands_in = false},
         {.id = "events",
          .meaning =
              "conversions of the period / leads of the period: not the same ones, so that it may be more than all",
          .kind = Kind::leads,
          .needs = {Role::created, Role::converted_at},
          .date = Role::created,
          .semantic = Semantic::flow,
          .stands_in = false}},
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
    {.header = "lead_id,created,converted,converted_at",
     .rows = {{1, "L#,2026-03-05,yes,2026-06-03"},
              {1, "L#,2026-03-05,yes,2026-06-04"},
              {2, "L#,2026-03-06,no,"},
              {1, "L#,2026-12-06,yes,2026-12-07"}},
     .value = 0.25,
     .n = 4,
     .variant = "days_90"},
    {.header = "lead_id,created,converted,converted_at",
     .rows = {{2, "L#,2026-03-05,yes,2026-06-03"}, {1, "L#,2026-03-05,yes,"}, {5, "L#,2026-03-06,no,"}},
     .value = 0.25,
     .n = 8,
     .variant = "events"},
    {.header = "lead_id,created",
     .rows = {{1, "A,2026-03-05"}, {3, "L#,2026-03-06"}},
     .also = {{Kind::deals,
               "deal_id,status,created,lead_id",
               {{1, "D,open,2026-03-07,A"}, {2, "D#,open,2026-03-07,M7"}}}},
     .value = 0.25,
     .n = 4},
    {.header = "lead_id,created",
     .rows = {{4, "L#,2026-03-06"}},
     .also = {{Kind::deals, "deal_id,status,created,lead_id", {{2, "D#,open,2026-03-07,M7"}}}},
     .value = {},
     .n = 4,
     .undefined = "no_links"},
    {.header = "lead_id,created,lead_status", .rows = {{2, "L#,2026-03-05,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(conversion_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
