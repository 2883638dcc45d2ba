#pragma once
// What a KPI may look at besides its own Partial, read off the plan and the other KPIs.

#include <optional>

#include "report/figures.h"

namespace pegel::report {

/// For one KPI; `plan`, `figures` and `targets` must outlive it.
class KpiContext {
 public:
  KpiContext(const Plan& plan, Figures& figures, const Figure& figure,
             const std::vector<kpis::TargetLine>* targets = nullptr);
  KpiContext(const KpiContext&) = delete;
  KpiContext& operator=(const KpiContext&) = delete;

  const kpis::Context& of_plan() const { return context_; }                ///< with the plan's variant
  kpis::Context of(const Figure& figure, std::string_view variant) const;  ///< with that of `figure`

 private:
  kpis::Context about(const Figure& figure, kpis::Context context) const;

  const Cube::Body& cube_;
  std::optional<Estimate> rests_on_;
  kpis::Context context_;
};

}  // namespace pegel::report
