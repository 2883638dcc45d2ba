#pragma once
// How far a value is on the way to its target.

#include <optional>
#include <string_view>

#include "pegel/report.h"

namespace pegel::kpis {

/// Higher is better: actual / target. Lower is better: 1 + (target - actual) / target. Nothing for a target of 0 or a value
/// of the other sign.
std::optional<double> share_of_target(double actual, double target, Direction direction);
/// (actual - baseline) / (target - baseline), whatever the direction. Nothing for a target equal to its baseline.
std::optional<double> share_of_way(double actual, double target, double baseline);

/// The way the target lies from its baseline; without one, or the same, `direction`.
Direction way_to(double target, std::optional<double> baseline, Direction direction);

/// Share of the target reached and what to call it, both by way_to().
/// Verdict: "reached", "missed", and where the target lies in the interval
/// "reached_within_noise", "within_noise" (not reached); "zero_target" for 0 without a baseline, "no_actual" without a value.
struct Attained {
  std::optional<double> share;          ///< of the target
  std::optional<double> from_baseline;  ///< of the way from the baseline to it
  std::string_view verdict;
};
Attained attain(const Estimate& actual, double target, std::optional<double> baseline, Direction direction);

}  // namespace pegel::kpis
