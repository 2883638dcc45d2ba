#include "pegel/role.h"

#include <array>

namespace pegel {
namespace {

struct Entry {
  std::string_view name;
  RoleType type;
};

constexpr std::array<Entry, kRoleCount> kRoles = {{{"", RoleType::text},
#define X(role, type) {#role, RoleType::type},
                                                   PEGEL_ROLES(X)
#undef X
}};

constexpr std::array<std::string_view, 23> kKinds = {
    "none",      "activities", "carts",    "content_events", "costs",         "customers", "deals",    "distributors",
    "fx",        "invoices",   "leads",    "members",        "orders",        "partners",  "products", "quotes",
    "responses", "returns",    "sessions", "spend",          "stage_history", "targets",   "tickets"};

}  // namespace

std::string_view name_of(Kind kind) {
  const auto index = static_cast<std::size_t>(kind);
  return index < kKinds.size() ? kKinds[index] : std::string_view();
}

std::string_view name_of(Role role) {
  const auto index = static_cast<std::size_t>(role);
  return index < kRoles.size() ? kRoles[index].name : std::string_view();
}

RoleType type_of(Role role) { return kRoles[static_cast<std::size_t>(role)].type; }

std::optional<Kind> kind_named(std::string_view name) {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (kKinds[i] == name) return static_cast<Kind>(i);
  }
  return std::nullopt;
}

std::optional<Role> role_named(std::string_view name) {
  for (std::size_t i = 1; i < kRoles.size(); ++i) {
    if (kRoles[i].name == name) return static_cast<Role>(i);
  }
  return std::nullopt;
}

}  // namespace pegel
