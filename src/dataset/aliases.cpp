#include "dataset/aliases.h"

#include <algorithm>

namespace pegel::dataset {

namespace {

struct Scope {
  std::string_view type;
  Role role;
};
constexpr Scope kScopes[] = {{"person", Role::owner},
                             {"team", Role::team},
                             {"partner", Role::partner_id},
                             {"product", Role::product},
                             {"channel", Role::channel}};

constexpr Role kOwnWords[] = {Role::currency, Role::from_currency, Role::to_currency,
                              Role::kpi_id,   Role::scope_id,      Role::unit};

}  // namespace

Aliases::Aliases(const std::vector<Alias>& aliases) {
  for (const Alias& alias : aliases) {
    for (const std::string& from : alias.from) names_[alias.role][from] = alias.to;
  }
  for (auto& [role, names] : names_) {
    for (auto& [from, to] : names) {
      std::size_t steps = names.size();
      for (auto next = names.find(to); next != names.end() && steps > 0; next = names.find(to), --steps) {
        to = next->second;
      }
    }
  }
}

std::string_view Aliases::name_of(Role role, std::string_view text) const {
  const auto* names = of(role);
  if (names == nullptr) return text;
  const auto found = names->find(text);
  return found == names->end() ? text : std::string_view(found->second);
}

std::vector<std::string_view> Aliases::others(Role role, std::string_view text) const {
  const auto* names = of(role);
  if (names == nullptr) return {};
  const std::string_view name = name_of(role, text);
  std::vector<std::string_view> others;
  if (name != text) others.push_back(name);
  for (const auto& [from, to] : *names) {
    if (to == name && from != text) others.push_back(from);
  }
  return others;
}

const std::map<std::string, std::string, std::less<>>* Aliases::of(Role role) const {
  const auto found = names_.find(role);
  return found == names_.end() ? nullptr : &found->second;
}

bool has_names(Role role) {
  return role != Role::none && type_of(role) == RoleType::category &&
         std::find(std::begin(kOwnWords), std::end(kOwnWords), role) == std::end(kOwnWords);
}

Role scope_role(std::string_view scope_type) {
  const auto* scope =
      std::find_if(std::begin(kScopes), std::end(kScopes), [&](const Scope& s) { return s.type == scope_type; });
  return scope == std::end(kScopes) ? Role::none : scope->role;
}

std::vector<Role> scope_roles() {
  std::vector<Role> roles;
  for (const Scope& scope : kScopes) roles.push_back(scope.role);
  return roles;
}

}  // namespace pegel::dataset
