#pragma once
// When a cart is abandoned.

#include "kpis/kpi.h"

namespace pegel::kpis {

/// After it was filled: 24 hours where the file has times, else until the end of the next day.
inline constexpr int32_t kCartDays = 1;

/// Not empty, its time to be ordered is over, and the file tells whether it was.
inline constexpr Condition kFilledCart = not_zero(Role::amount, Use::zero_amount);
inline constexpr Condition kOldCart = over(Role::created, kCartDays);
inline constexpr Condition kTellingCart = readable(Role::ordered);
inline constexpr Condition kAbandonedCart = late(Role::ordered, kCartDays, Role::created);

}  // namespace pegel::kpis
