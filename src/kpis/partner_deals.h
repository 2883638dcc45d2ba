#pragma once
// What the KPIs of partners' deals share, and the company's own deals beside them.

#include <array>

#include "kpis/kpi.h"

namespace pegel::kpis {

constexpr Condition kHasPartner = given(Role::partner_id, Use::no_partner);

/// A KPI's Measures, whose first condition is kHasPartner; behind them the same of the deals without a partner.
template <std::size_t N>
constexpr std::array<Measure, 2 * N> with_direct(const Measure (&partners)[N]) {
  std::array<Measure, 2 * N> measures{};
  for (std::size_t m = 0; m < N; ++m) {
    measures[m] = measures[N + m] = partners[m];
    measures[N + m].where = {not_given(Role::partner_id, Use::other_type)};
    for (std::size_t c = 1; c < partners[m].where.size(); ++c) measures[N + m].where.add(partners[m].where[c]);
  }
  return measures;
}

/// The shape over the deals without a partner, of `measures` Measures with one.
constexpr Shape direct(Shape shape, std::size_t measures) {
  for (uint8_t* m : {&shape.top, &shape.bottom, &shape.among}) {
    if (*m != kNoMeasure) *m = static_cast<uint8_t>(*m + measures);
  }
  return shape;
}

/// The shapes over `measures` Measures; their Table needs what stands behind those as well.
constexpr Few<Shape, 6> with_direct(const Few<Shape, 6>& shapes, std::size_t measures) {
  Few<Shape, 6> all;
  for (Shape shape : shapes) {
    const Shape beside = direct(shape, measures);
    for (const uint8_t m : {beside.top, beside.bottom, beside.among}) {
      if (m != kNoMeasure) shape.own.add(m);
    }
    all.add(shape);
  }
  return all;
}

/// Table "direct": the KPI over the deals with a partner, and over those without, by the variant of `context`: value,
/// interval, n. For comparison, without a rank; without rows where every deal has a partner.
Table beside_direct(const Card& card, const Few<Shape, 6>& shapes, std::size_t measures, const Sums& sums,
                    const Context& context);

}  // namespace pegel::kpis
