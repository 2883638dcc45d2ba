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
    case Role::amount:
      return has_any(source, {Role::expected_amount});
    case Role::expected_close:
      return has_any(source, {Role::closed});
    default:
      return false;
  }
}

bool derives_from_target(const Source& source, Role role) {
  if (role == Role::kpi_id) {
    return std::any_of(source.values.begin(), source.values.end(), [](const ValueMapping& value) {
      return value.role == Role::kpi_id && value.raw.empty() && !value.canonical.empty();
    });
  }
  return role == Role::period_end &&
         std::any_of(source.columns.begin(), source.columns.end(), [](const SourceColumn& column) {
           const DateOrder order = column.date.order;
           return column.role == Role::period_start &&
                  (order == DateOrder::month_year || order == DateOrder::quarter_year || order == DateOrder::year);
         });
}

bool derives_from_answer(const Source& source, Role role) {
  if (role == Role::scale_min || role == Role::scale_max) return source.scale.most != 0;
  return role == Role::question;
}

}  // namespace

bool provides(const Source& source, Role role) {
  if (has_any(source, {role})) return true;
  if (source.kind == Kind::deals) return derives_from_deal(source, role);
  if (source.kind == Kind::targets) return derives_from_target(source, role);
  return source.kind == Kind::responses && derives_from_answer(source, role);
}

}  // namespace pegel::dataset
