#pragma once
// Names that mean one: what a Plan's aliases make of a text.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pegel/plan.h"

namespace pegel::dataset {

class Aliases {
 public:
  Aliases() = default;
  /// Of a checked plan: chains end.
  explicit Aliases(const std::vector<Alias>& aliases);

  bool any(Role role) const { return names_.count(role) != 0; }
  /// What the text stands for: itself, where it is no alias. Valid as long as both.
  std::string_view name_of(Role role, std::string_view text) const;
  /// The other texts that stand for what `text` stands for, that name first.
  std::vector<std::string_view> others(Role role, std::string_view text) const;
  /// The role's aliases with what each stands for in the end, by text; null: none.
  const std::map<std::string, std::string, std::less<>>* of(Role role) const;

 private:
  std::map<Role, std::map<std::string, std::string, std::less<>>> names_;
};

/// A role whose texts are names: of a category, and none that has words of its own, as currencies.
bool has_names(Role role);

/// The dimension of a target's scope type ("person": owner); none for the company and types not known.
Role scope_role(std::string_view scope_type);
/// All of them.
std::vector<Role> scope_roles();

}  // namespace pegel::dataset
