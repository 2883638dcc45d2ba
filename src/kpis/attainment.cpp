#include "kpis/attainment.h"

namespace pegel::kpis {

namespace {

std::optional<double> share_of(double actual, double target, std::optional<double> baseline, Direction direction) {
  if (baseline) {
    if (target == *baseline) return std::nullopt;
    return (actual - *baseline) / (target - *baseline);
  }
  if (target == 0 || (actual < 0) != (target < 0)) return std::nullopt;
  return direction == Direction::down ? 1 + (target - actual) / target : actual / target;
}

// Within noise: the interval goes as far as the other side of the target.
std::string_view verdict_of(const Estimate& actual, double target, bool reached) {
  const bool holds = actual.low && *actual.low <= target && target <= *actual.high;
  if (!reached) return holds ? "within_noise" : "missed";
  return holds && *actual.low < *actual.high ? "reached_within_noise" : "reached";
}

}  // namespace

Attained attain(const Estimate& actual, double target, std::optional<double> baseline, Direction direction) {
  if (!actual.value) return {std::nullopt, "no_actual"};
  if (target == 0 && !baseline) return {std::nullopt, "zero_target"};
  const bool down = baseline && *baseline != target ? target < *baseline : direction == Direction::down;
  const bool reached = down ? *actual.value <= target : *actual.value >= target;
  return {share_of(*actual.value, target, baseline, direction), verdict_of(actual, target, reached)};
}

}  // namespace pegel::kpis
