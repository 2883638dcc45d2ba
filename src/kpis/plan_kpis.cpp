#include "kpis/plan_kpis.h"

#include <algorithm>

namespace pegel::kpis {

PlanKpis::PlanKpis(const Plan& plan) : entries_(catalogue().begin(), catalogue().end()) {
  for (const KpiDefinition& definition : plan.own_kpis) {
    auto made = OwnKpi::made(definition, plan.aliases);
    if (!made) continue;
    entries_.push_back({kOwnGroup, &(*made)->kpi()});
    own_.push_back(std::move(*made));
  }
}

const Kpi* PlanKpis::find(std::string_view id) const {
  const auto found =
      std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.kpi->card.id == id; });
  return found == entries_.end() ? nullptr : found->kpi;
}

std::vector<std::string> PlanKpis::ids() const {
  std::vector<std::string> ids;
  for (const Entry& entry : entries_) ids.emplace_back(entry.kpi->card.id);
  return ids;
}

const KpiDefinition* PlanKpis::definition_of(std::string_view id) const {
  const auto found =
      std::find_if(own_.begin(), own_.end(), [&](const auto& own) { return own->definition().id == id; });
  return found == own_.end() ? nullptr : &(*found)->definition();
}

}  // namespace pegel::kpis
