#pragma once
// Leads that converted among all whose end is known: the same whatever they are broken down by.

#include "kpis/kpi.h"

namespace pegel::kpis {

inline constexpr Condition kConversionTold = told(Role::converted, Use::unknown_status);
inline constexpr Measure kConversion[] = {
    {.name = "converted", .where = {kConversionTold, yes(Role::converted, Use::other_type)}},
    {.name = "leads", .where = {kConversionTold}},
    {.name = "converted", .where = {yes(Role::converted, Use::other_type)}, .reach = Reach::company},
};
inline constexpr Few<Shape, 6> kConversionShapes{{.form = Form::share, .top = 0, .bottom = 1, .own = {2}, .linked = 2}};

}  // namespace pegel::kpis
