#include "report/converted.h"

#include <algorithm>

namespace pegel::report {

namespace {

bool is_money(Role role) { return role != Role::none && type_of(role) == RoleType::money; }

template <class Roles>
bool any_money(const Roles& roles) {
  return std::any_of(roles.begin(), roles.end(), is_money);
}

bool counts_money(const kpis::Kpi& kpi, std::string_view variant, Kind kind) {
  const Card& card = kpi.card;
  const auto takes = [&](std::size_t m) {
    const kpis::Measure& measure = kpi.measures[m];
    return (measure.kind == Kind::none ? card.kind : measure.kind) == kind && is_money(measure.of);
  };
  if (kpi.measured()) {
    const auto measures = kpis::measures_of(kpi, kpis::shape_of(kpi, variant));
    return std::any_of(measures.begin(), measures.end(), takes);
  }
  const auto asks = [&](const Need& need) { return need.kind == kind && is_money(need.role); };
  return (card.kind == kind && (any_money(card.needs) || any_money(card.uses))) ||
         std::any_of(card.also.begin(), card.also.end(), asks);
}

}  // namespace

std::optional<Converted> converted(const Plan& plan, const Cube::Body& cube, const kpis::Kpi& kpi,
                                   std::string_view variant) {
  if (plan.currency.empty()) return std::nullopt;
  Converted all{.to = plan.currency};
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const cube::SourceRows& rows = cube.sources[s];
    if (plan.sources[s].kind == Kind::fx) all.files.push_back(plan.sources[s].file);
    if (rows.converted == 0 || !counts_money(kpi, variant, plan.sources[s].kind)) continue;
    all.first = all.rows == 0 ? rows.first_rate : std::min(all.first, rows.first_rate);
    all.last = all.rows == 0 ? rows.last_rate : std::max(all.last, rows.last_rate);
    all.rows += rows.converted;
  }
  return all.rows == 0 ? std::nullopt : std::optional(std::move(all));
}

}  // namespace pegel::report
