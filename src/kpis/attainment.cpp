#include "kpis/attainment.h"

namespace pegel::kpis {

std::optional<double> share_of_target(double actual, double target, Direction direction) {
  if (target == 0 || (actual < 0) != (target < 0)) return std::nullopt;
  return direction == Direction::down ? 1 + (target - actual) / target : actual / target;
}

std::optional<double> share_of_way(double actual, double target, double baseline) {
  if (target == baseline) return std::nullopt;
  return (actual - baseline) / (target - baseline);
}

Direction way_to(double target, std::optional<double> baseline, Direction direction) {
  if (!baseline || *baseline == target) return direction;
  return target < *baseline ? Direction::down : Direction::up;
}

namespace {

// Within noise: the interval goes as far as the other side of the target.
std::string_view verdict_of(const Estimate& actual, double target, bool reached) {
  const bool holds = actual.low && *actual.low <= target && target <= *actual.high;
  if (!reached) return holds ? "within_noise" : "missed";
  return holds && *actual.low < *actual.high ? "reached_within_noise" : "reached";
}

}  // namespace

Attained attain(const Estimate& actual, double target, std::optional<double> baseline, Direction direction) {
  if (!actual.value) return {{}, {}, "no_actual"};
  if (target == 0 && !baseline) return {{}, {}, "zero_target"};
  const Direction way = way_to(target, baseline, direction);
  const bool reached = way == Direction::down ? *actual.value <= target : *actual.value >= target;
  return {share_of_target(*actual.value, target, way),
          baseline ? share_of_way(*actual.value, target, *baseline) : std::nullopt,
          verdict_of(actual, target, reached)};
}

}  // namespace pegel::kpis
