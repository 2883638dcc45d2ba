// What a plan wants of the catalogue, and what its files lack for it.

#include <algorithm>

#include "cube/body.h"
#include "cube/targeted.h"
#include "dataset/frame.h"

namespace pegel::cube {

namespace {

template <class Holds>
bool any_source(const Plan& plan, Kind kind, const Holds& holds) {
  return std::any_of(plan.sources.begin(), plan.sources.end(),
                     [&](const Source& source) { return source.kind == kind && holds(source); });
}

// Some of its cells mean the word.
bool says(const Source& source, const Need& need) {
  return std::any_of(source.values.begin(), source.values.end(), [&](const ValueMapping& value) {
    return value.role == need.role && value.canonical == need.word;
  });
}

void look_for(const Plan& plan, const Need& need, Lack& lack) {
  const bool known = std::find(lack.kinds.begin(), lack.kinds.end(), need.kind) != lack.kinds.end();
  if (!known && !any_source(plan, need.kind, [](const Source&) { return true; })) lack.kinds.push_back(need.kind);
  if (need.role == Role::none) return;
  const auto has = [&](const Source& source) {
    return dataset::provides(source, need.role) && (need.word.empty() || says(source, need));
  };
  if (!any_source(plan, need.kind, has)) lack.roles.push_back(need.role);
}

// Null: there is none of that name.
const Variant* find_variant(const Card& card, std::string_view id) {
  const auto* found =
      std::find_if(card.variants.begin(), card.variants.end(), [&](const Variant& v) { return v.id == id; });
  return found == card.variants.end() ? nullptr : found;
}

}  // namespace

void choose_variants(Plan& plan) {
  for (const auto& [group, kpi] : kpis::catalogue()) {
    const std::string id(kpi->card.id);
    if (plan.variants.count(id) != 0 || lack_of(plan, kpi->card).nothing()) continue;
    for (const Variant& variant : kpi->card.variants) {
      if (!variant.computed || variant.kind == Kind::none || !variant.stands_in) continue;
      if (!lack_of(plan, kpi->card, variant.id).nothing()) continue;
      plan.variants[id] = variant.id;
      break;
    }
  }
}

Lack lack_of(const Plan& plan, const Card& card) { return lack_of(plan, card, kpis::variant_of(plan, card)); }

Lack lack_of(const Plan& plan, const Card& card, std::string_view variant) {
  Lack lack;
  const Variant* chosen = find_variant(card, variant);
  if (chosen != nullptr && chosen->kind != Kind::none) {
    look_for(plan, {chosen->kind, Role::none}, lack);
    for (const Role role : chosen->needs) look_for(plan, {chosen->kind, role}, lack);
    for (const Need& need : chosen->also) look_for(plan, need, lack);
    return lack;
  }
  look_for(plan, {card.kind, Role::none}, lack);
  for (const Role role : card.needs) look_for(plan, {card.kind, role}, lack);
  for (const Need& need : card.also) look_for(plan, need, lack);
  if (chosen != nullptr) {
    for (const Need& need : chosen->also) look_for(plan, need, lack);
  }
  return lack;
}

std::vector<const kpis::Kpi*> computed(const Plan& plan, const kpis::PlanKpis& kpis) {
  std::vector<const kpis::Kpi*> list;
  for (const auto& [group, kpi] : kpis.entries()) {
    const bool wanted = is_shown(plan, kpi->card) || serves_targets(plan, kpi->card) || serves_shown(plan, kpi->card);
    if (wanted && lack_of(plan, kpi->card).nothing()) list.push_back(kpi);
  }
  return list;
}

bool is_on(const Plan& plan, const Card& card, const Axis& axis) {
  if (axis.kind != AxisKind::dimension && axis.kind != AxisKind::cross) return true;
  return card.panel.empty() && (card.by == Role::none || plan.dimensions[axis.dimension].id == name_of(card.by));
}

std::vector<Axis> axes_of(const Plan& plan, Kind kind, Role date, bool targeted, Role by) {
  std::vector<Axis> axes{{AxisKind::total, 0}};
  if (plan.period && plan.comparison != Comparison::none) axes.push_back({AxisKind::previous, 0});
  if (date != Role::none) axes.push_back({AxisKind::trend, 0});
  if (targeted) axes.push_back({AxisKind::day, 0});
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
    if (plan.dimensions[d].kind != kind) continue;
    if (by != Role::none && plan.dimensions[d].id != name_of(by)) continue;
    axes.push_back({AxisKind::dimension, d});
    if (targeted && is_scope(plan.dimensions[d])) axes.push_back({AxisKind::cross, d});
  }
  return axes;
}

}  // namespace pegel::cube
