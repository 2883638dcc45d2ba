#include "dataset/frame.h"

#include <algorithm>
#include <initializer_list>

namespace pegel::dataset {

namespace {

bool has_any(const Source& source, std::initializer_list<Role> roles) {
  return std::any_of(source.columns.begin(), source.columns.end(), [&](const SourceColumn& column) {
    return std::find(roles.begin(), roles.end(), column.role) != roles.end();
  });
}

bool derives_from_deal(const Source& source, Role role) {
  switch (role) {
    case Role::status:
      return has_any(source, {Role::is_won, Role::is_lost, Role::stage, Role::won_date, Role::lost_date});
    case Role::closed:
      return has_any(source, {Role::won_date, Role::lost_date});
    case Role::expected_close:
      return has_any(source, {Role::closed});
    default:
      return false;
  }
}

}  // namespace

bool provides(const Source& source, Role role) {
  if (has_any(source, {role})) return true;
  if (source.kind == Kind::deals) return derives_from_deal(source, role);
  return source.kind == Kind::responses && role == Role::question;
}

}  // namespace pegel::dataset
