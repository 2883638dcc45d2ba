#pragma once
// What was reached against a number that is no target: where it began, or what others reach.

#include "kpis/target_line.h"

namespace pegel::kpis {

struct Reference {
  std::string_view table;  ///< the Table's id
  std::string_view kpi;
  std::string_view part;  ///< the reference's name, as column and as part
  /// Nothing: the line has none.
  std::optional<double> (*of)(const TargetLine& line);
  bool sourced = false;  ///< the Table says where each is from
};

/// How far the company's last whole actual lies from the reference, relative to it, with the actual's interval; parts
/// "actual" and the reference. Undefined: "no_data" (no line has one), "running" (none is over yet), "no_company" (only of
/// others), "zero_denominator", "no_actual".
Estimate distance(const Reference& reference, std::span<const TargetLine> lines, const Context& context);
/// Each line with the change in the figure's unit and relative, verdict "better", "worse", "level", "within_noise_of" (the
/// reference lies in the interval), "running", or why there is no actual. Nothing: no line has one.
std::optional<Table> distances(const Reference& reference, std::span<const TargetLine> lines, const Context& context);

}  // namespace pegel::kpis
