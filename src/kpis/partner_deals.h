#pragma once
// What the KPIs of partners' deals share.

#include "kpis/measure.h"

namespace pegel::kpis {

constexpr Condition kHasPartner = given(Role::partner_id, Use::no_partner);

}  // namespace pegel::kpis
