#pragma once
// Leads that converted among all whose end is known: the same whatever they are broken down by.

#include "kpis/kpi.h"

namespace pegel::kpis {

inline constexpr Condition kConversionTold = told(Role::converted, Use::unknown_status);
inline constexpr Measure kConversion[] = {
    {.name = "converted", .where = {kConversionTold, yes(Role::converted, Use::other_type)}},
    {.name = "leads", .where = {kConversionTold}},
};
inline constexpr Few<Shape, 6> kConversionShapes{{Form::share, 0, 1}};

}  // namespace pegel::kpis
