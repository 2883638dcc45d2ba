#include "report/attainment.h"

namespace pegel::report {

namespace {

std::optional<double> share_of(double actual, double target, std::optional<double> baseline, Direction direction) {
  if (baseline) {
    if (target == *baseline) return std::nullopt;
    return (actual - *baseline) / (target - *baseline);
  }
  if (target == 0 || (actual < 0) != (target < 0)) return std::nullopt;
  return direction == Direction::down ? 1 + (target - actual) / target : actual / target;
}

}  // namespace

Attained attain(const Estimate& actual, double target, std::optional<double> baseline, Direction direction) {
  if (!actual.value) return {std::nullopt, "no_actual"};
  if (target == 0 && !baseline) return {std::nullopt, "zero_target"};
  const bool down = baseline && *baseline != target ? target < *baseline : direction == Direction::down;
  const bool reached = down ? *actual.value <= target : *actual.value >= target;
  const bool near = actual.low && *actual.low <= target && target <= *actual.high;
  return {share_of(*actual.value, target, baseline, direction), reached ? "reached" : near ? "within_noise" : "missed"};
}

}  // namespace pegel::report
