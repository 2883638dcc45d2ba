#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr int32_t kDays = 14;

enum : uint8_t { kPaid, kEnded, kEverPaid, kStarted };
constexpr Condition kStart = dated(Role::trial_start);
constexpr Condition kEnd = dated(Role::trial_end);
constexpr Condition kOver = over(Role::trial_end, kDays);
constexpr Measure kMeasures[] = {
    {.name = "paid",
     .where = {kStart, kEnd, kOver, readable(Role::paid_at), by(Role::paid_at, kDays, Role::trial_end)}},
    {.name = "ended", .where = {kStart, kEnd, kOver, readable(Role::paid_at)}},
    {.name = "paid", .where = {kStart, readable(Role::paid_at), dated(Role::paid_at, Use::other_type)}},
    {.name = "started", .where = {kStart, readable(Role::paid_at)}},
};
constexpr Few<Shape, 6> kShapes{{Form::share, kPaid, kEnded}, {Form::share, kEverPaid, kStarted}};

constexpr Card kCard = {
    .id = "trial_conversion_rate",
    .name = "Trial to paid conversion",
    .meaning = "The share of trials that led to a payment up to 14 days after their end.",
    .formula = "{paid} / {ended}",
    .source = "Trials by the day they started; those that ended less than 15 days ago are left out",
    .kind = Kind::leads,
    .needs = {Role::trial_start, Role::trial_end, Role::paid_at},
    .uses = {},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::trial_start,
    .variants = {{"ended", "paid up to 14 days after the end / trials that ended", true},
                 {"started", "paid so far / trials that started", false, true, "{paid} / {started}"}},
};

constexpr std::string_view kHeader = "lead_id,created,trial_start,trial_end,paid_at";
constexpr Few<ExampleRows, 36> kRows = {{10, "L#,2026-03-01,2026-03-01,2026-03-31,2026-04-02"},
                                        {8, "L#,2026-03-01,2026-03-01,2026-03-31,2026-03-20"},
                                        {2, "L#,2026-03-01,2026-03-01,2026-03-31,2026-06-20"},
                                        {40, "L#,2026-03-01,2026-03-01,2026-03-31,"},
                                        {20, "L#,2026-12-01,2026-12-01,2026-12-20,"}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kRows, .value = 0.3, .low = 0.198982, .high = 0.425087, .n = 60},
    {.header = kHeader, .rows = kRows, .value = 0.25, .n = 80, .variant = "started"},
    {.header = kHeader, .rows = {{4, "L#,2026-12-01,2026-12-01,2026-12-20,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(trial_conversion_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
