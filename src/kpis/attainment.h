#pragma once
// How far a value is on the way to its target.

#include <optional>
#include <string_view>

#include "pegel/report.h"

namespace pegel::kpis {

/// Share of the target reached and what to call it. Higher is better: actual / target. Lower is better:
/// 1 + (target - actual) / target. With a baseline: (actual - baseline) / (target - baseline), whatever the direction.
/// Nothing for a target of 0, a target equal to its baseline, or a value of the other sign without a baseline.
/// Verdict: "reached" (from a baseline: the way the target lies), "missed", and where the target lies in the interval
/// "reached_within_noise", "within_noise" (not reached); "zero_target" for 0 without a baseline, "no_actual" without a value.
struct Attained {
  std::optional<double> share;
  std::string_view verdict;
};
Attained attain(const Estimate& actual, double target, std::optional<double> baseline, Direction direction);

}  // namespace pegel::kpis
