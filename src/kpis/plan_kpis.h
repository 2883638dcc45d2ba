#pragma once
// The KPIs of a Plan: the catalogue's, then those that it defines.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kpis/own_kpi.h"

namespace pegel::kpis {

inline constexpr std::string_view kOwnGroup = "own";

/// Holds what the Cards and Measures of the plan's own KPIs point to.
class PlanKpis {
 public:
  /// A definition that is wrong gives no KPI: the plan was checked (OwnKpi::made says what is wrong).
  explicit PlanKpis(const Plan& plan);

  std::span<const Entry> entries() const { return entries_; }
  const Kpi* find(std::string_view id) const;  ///< null: none has that id
  std::vector<std::string> ids() const;        ///< in their order
  /// Null: the plan does not define it.
  const KpiDefinition* definition_of(std::string_view id) const;

 private:
  std::vector<std::unique_ptr<const OwnKpi>> own_;
  std::vector<Entry> entries_;
};

}  // namespace pegel::kpis
