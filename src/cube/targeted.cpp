#include "cube/targeted.h"

#include <algorithm>

#include "kpis/kpi.h"

namespace pegel::cube {

namespace {

bool names(const Source& source, std::string_view kpi) {
  return source.kind == Kind::targets &&
         std::any_of(source.values.begin(), source.values.end(), [&](const ValueMapping& value) {
           return value.role == Role::kpi_id && (value.canonical == kpi || value.raw == kpi);
         });
}

template <class Asks>
bool any_shown(const Plan& plan, const Asks& asks) {
  const auto catalogue = kpis::catalogue();
  return std::any_of(catalogue.begin(), catalogue.end(), [&](const kpis::Entry& entry) {
    return asks(entry.kpi->card) && is_shown(plan, entry.kpi->card);
  });
}

bool is_named(const Plan& plan, std::string_view kpi) {
  return std::any_of(plan.sources.begin(), plan.sources.end(), [&](const Source& s) { return names(s, kpi); });
}

}  // namespace

bool has_targets(const Plan& plan) {
  return std::any_of(plan.sources.begin(), plan.sources.end(),
                     [](const Source& source) { return source.kind == Kind::targets; });
}

bool is_shown(const Plan& plan, const Card& card) {
  return plan.kpis.empty() || std::find(plan.kpis.begin(), plan.kpis.end(), card.id) != plan.kpis.end();
}

bool serves_shown(const Plan& plan, const Card& card) {
  return any_shown(plan, [&](const Card& other) { return other.rests_on == card.id; }) || stands_beside(plan, card);
}

bool stands_beside(const Plan& plan, const Card& card) {
  return any_shown(plan, [&](const Card& other) {
    return std::find(other.panel.begin(), other.panel.end(), card.id) != other.panel.end();
  });
}

bool is_targeted(const Plan& plan, const Card& card) {
  const bool against = has_targets(plan) && std::any_of(card.also.begin(), card.also.end(),
                                                        [](const Need& need) { return need.kind == Kind::targets; });
  const bool stock = way_of(card, kpis::variant_of(plan, card)).semantic == Semantic::stock;
  return card.date != Role::none && !stock && (against || is_named(plan, card.id));
}

bool serves_targets(const Plan& plan, const Card& card) {
  return card.kind == Kind::targets || is_named(plan, card.id);
}

bool is_scope(const Dimension& dimension) {
  const auto roles = dataset::scope_roles();
  return std::any_of(roles.begin(), roles.end(), [&](Role role) { return dimension.id == name_of(role); });
}

}  // namespace pegel::cube
