#include "kpis/over_units.h"

#include <algorithm>

#include "stats/ratio_of_sums.h"

namespace pegel::kpis {
namespace {

using Unit = partial::Pairs::Unit;

// Of each group its sum and how many ids it holds.
std::vector<Unit> counted(const partial::Groups& groups, const partial::Distinct& ids) {
  std::vector<Unit> units = groups.units();
  for (Unit& unit : units) unit.value.y = 0;
  auto unit = units.begin();
  for (const uint64_t id : ids.entities()) {
    const uint64_t group = groups.group_of(id);
    while (unit != units.end() && unit->entity < group) ++unit;
    if (unit != units.end() && unit->entity == group) unit->value.y += base::kOne;
  }
  return units;
}

// How many ids are within each.
std::vector<Unit> within_each(const partial::Distinct& ids) {
  std::vector<Unit> units;
  for (const uint64_t both : ids.entities()) {
    const uint64_t second = second_of(both);
    if (units.empty() || units.back().entity != second) units.push_back({second, {0, base::kOne}});
    units.back().value.x += base::kOne;
  }
  return units;
}

void bracket_with_squares(Estimate& estimate, const partial::Moments& top, const partial::Moments& bottom) {
  if (bottom.n() < kFew) return;
  const auto interval = stats::delta_ratio({bottom.n(), top.total(), bottom.total(), top.total_of_squares(),
                                            top.total_of_squares(), bottom.total_of_squares()});
  if (!interval) return;
  const bool is_share = bottom.min() >= 0;
  bracket(estimate, "delta",
          is_share ? stats::Interval{std::max(0.0, interval->low), std::min(1.0, interval->high)} : *interval);
}

}  // namespace

void bracket_over(Estimate& estimate, std::span<const Unit> units, uint64_t seed) {
  if (static_cast<int64_t>(units.size()) < kFew) return;
  const auto ratio = stats::ratio_of_sums(units, seed);
  if (ratio) bracket(estimate, ratio->resampled ? "bootstrap" : "linearised", ratio->interval);
}

void bracket_over_each(Estimate& estimate, const partial::Pairs& units, int64_t others, uint64_t seed) {
  std::vector<Unit> each = units.units();
  for (Unit& unit : each) unit.value.y = base::kOne;
  each.insert(each.end(), static_cast<std::size_t>(std::max<int64_t>(others, 0)), Unit{0, {0, base::kOne}});
  bracket_over(estimate, each, seed);
}

void bracket_by_events(Estimate& estimate, int64_t events) {
  if (!estimate.value || events < kFew) return;
  const stats::Interval count = stats::garwood(events);
  const double effort = *estimate.value * static_cast<double>(events);
  const auto [low, high] = std::minmax({effort / count.high, effort / count.low});
  bracket(estimate, "poisson", stats::Interval{low, high});
}

void bracket_spread(Estimate& estimate, const Shape& shape, const Sums& sums, uint64_t seed) {
  if (shape.spread.empty() || !estimate.value) return;
  const uint8_t m = shape.spread[0];
  const bool by_id = sums.take(shape.bottom) == Take::id;
  switch (sums.take(m)) {
    case Take::grouped:
      return by_id ? bracket_over(estimate, counted(sums.groups(m), sums.ids(shape.bottom)), seed)
                   : bracket_over(estimate, sums.groups(m).units(), seed);
    case Take::amount_apart:
      return bracket_over_each(estimate, sums.amounts_apart(m),
                               sums.ids(shape.bottom).distinct() - sums.amounts_apart(m).n(), seed);
    case Take::id_within:
      return bracket_over(estimate, within_each(sums.ids(m)), seed);
    case Take::squares:
      return bracket_with_squares(estimate, sums.squares(m), sums.squares(shape.spread[1]));
    case Take::row:
      return bracket_by_events(estimate, sums.rows(m));
    default:
      return;
  }
}

}  // namespace pegel::kpis
