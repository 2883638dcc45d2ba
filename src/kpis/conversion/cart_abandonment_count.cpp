#include "kpis/carts.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kAbandoned, kCarts, kLost };
constexpr Measure kMeasures[] = {
    {.name = "abandoned", .where = {kFilledCart, kOldCart, kTellingCart, kAbandonedCart}},
    {.name = "carts", .where = {kFilledCart, kOldCart, kTellingCart}},
    {.name = "lost",
     .take = Take::amount,
     .of = Role::amount,
     .where = {kFilledCart, kOldCart, kTellingCart, kAbandonedCart}},
};
constexpr Few<Shape, 6> kShapes{{Form::events, kAbandoned, kNoMeasure, kCarts},
                                {Form::total, kLost, kAbandoned, kCarts}};

constexpr Card kCard = {
    .id = "cart_abandonment_count",
    .name = "Abandoned carts",
    .meaning =
        "The number of carts that were not ordered within 24 hours, or without times by the end of the next day.",
    .formula = "{abandoned}",
    .source = "Carts by the day they were filled; empty carts and those of the last day are left out",
    .kind = Kind::carts,
    .needs = {Role::created, Role::ordered},
    .uses = {Role::amount},
    .unit = Unit::count,
    .direction = Direction::down,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .variants = {{"carts", "carts not ordered", true},
                 {.id = "value",
                  .meaning = "amount of the carts not ordered",
                  .formula = "{lost}",
                  .kind = Kind::carts,
                  .needs = {Role::created, Role::ordered, Role::amount},
                  .date = Role::created,
                  .unit = Unit::money,
                  .stands_in = false}},
};

constexpr Example kExamples[] = {
    {.header = "cart_id,created,ordered",
     .rows = {{70, "C#,2026-03-05,2026-03-06"}, {130, "C#,2026-03-05,"}},
     .value = 130,
     .low = 108.613,
     .high = 154.363,
     .n = 130},
    {.header = "cart_id,created,ordered,amount",
     .rows = {{2, "C#,2026-03-05,,40"}, {1, "C#,2026-03-05,,"}, {3, "C#,2026-03-05,2026-03-06,90"}},
     .value = 80,
     .n = 2,
     .variant = "value"},
    {.header = "cart_id,created,ordered", .rows = {{3, "C#,2026-12-31,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(cart_abandonment_count, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
