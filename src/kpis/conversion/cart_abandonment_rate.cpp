#include "kpis/carts.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kAbandoned, kCarts, kLeftAtCheckout, kCheckouts };
constexpr Condition kAtCheckout = dated(Role::checkout_started, Use::no_step);
constexpr Measure kMeasures[] = {
    {.name = "abandoned", .where = {kFilledCart, kOldCart, kTellingCart, kAbandonedCart}},
    {.name = "carts", .where = {kFilledCart, kOldCart, kTellingCart}},
    {.name = "abandoned", .where = {kFilledCart, kOldCart, kTellingCart, kAtCheckout, kAbandonedCart}},
    {.name = "checkouts", .where = {kFilledCart, kOldCart, kTellingCart, kAtCheckout}},
};
constexpr Few<Shape, 6> kShapes{{Form::share, kAbandoned, kCarts}, {Form::share, kLeftAtCheckout, kCheckouts}};

constexpr Card kCard = {
    .id = "cart_abandonment_rate",
    .name = "Cart abandonment rate",
    .meaning = "The share of carts that were not ordered within 24 hours, or without times by the end of the next day.",
    .formula = "{abandoned} / {carts}",
    .source = "Carts by the day they were filled; empty carts and those of the last day are left out",
    .kind = Kind::carts,
    .needs = {Role::created, Role::ordered},
    .uses = {Role::amount, Role::checkout_started},
    .unit = Unit::share,
    .direction = Direction::down,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .variants = {{"carts", "not ordered / all carts", true},
                 {"checkout", "not ordered / carts taken to the checkout", false, true, "{abandoned} / {checkouts}"}},
};

constexpr Example kExamples[] = {
    {.header = "cart_id,created,ordered,amount",
     .rows = {{70, "C#,2026-03-05,2026-03-06,40"},
              {100, "C#,2026-03-05,,40"},
              {30, "C#,2026-03-05,2026-03-09,40"},
              {5, "C#,2026-03-05,,0"},
              {6, "C#,2026-12-30,,40"}},
     .value = 0.65,
     .low = 0.581635,
     .high = 0.712712,
     .n = 200},
    {.header = "cart_id,created,checkout_started,ordered",
     .rows = {{3, "C#,2026-03-05,2026-03-05,2026-03-06"}, {1, "C#,2026-03-05,2026-03-05,"}, {4, "C#,2026-03-05,,"}},
     .value = 0.25,
     .n = 4,
     .variant = "checkout"},
    {.header = "cart_id,created,ordered",
     .rows = {{5, "C#,2026-03-02 08:00,2026-03-03 23:00"}, {5, "C#,2026-03-02 08:00,2026-03-03 08:00"}},
     .value = 0.5,
     .n = 10},
    {.header = "cart_id,created,ordered", .rows = {{3, "C#,2026-12-31,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(cart_abandonment_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
