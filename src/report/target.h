#pragma once
// Targets against what was reached.

#include "kpis/target_line.h"
#include "pegel/report.h"
#include "report/actual.h"
#include "report/context.h"

namespace pegel::report {

/// The lines of all targets of the plan, read once; none where it has no targets. `figures` and `context` must outlive it.
class Targets {
 public:
  Targets(Figures& figures, const kpis::Context& context);
  Targets(const Targets&) = delete;
  Targets& operator=(const Targets&) = delete;

  const std::vector<kpis::TargetLine>& lines() const { return lines_; }
  /// What the KPI makes of the lines by a variant; where there are none, what its own sums say, without a table.
  Estimate value(const Figure& figure, const kpis::Context& context);
  std::optional<Table> table(const Figure& figure, const kpis::Context& context);
  /// Gives each KPI the company's target for the plan's period: its own, or several that add up to it.
  void give(std::vector<KpiReport>& kpis) const;
  /// Two for the same figure and days are an Issue "target.conflict".
  void note_conflicts(Issues& issues) const;

 private:
  const kpis::Context& context_;
  Actuals actuals_;
  std::vector<kpis::TargetLine> lines_;
};

}  // namespace pegel::report
