#include "dataset/provides.h"

#include <algorithm>

namespace pegel::dataset {

namespace {

bool has_column(const Source& source, Role role) {
  return std::any_of(source.columns.begin(), source.columns.end(), [&](const auto& c) { return c.role == role; });
}

}  // namespace

bool provides(const Source& source, Role role) {
  if (has_column(source, role)) return true;
  if (source.kind == Kind::deals) {
    if (role == Role::status) return has_column(source, Role::is_won) || has_column(source, Role::stage);
    if (role == Role::closed) return has_column(source, Role::won_date) || has_column(source, Role::lost_date);
    if (role == Role::expected_close) return has_column(source, Role::closed);
  }
  return source.kind == Kind::responses && role == Role::question;
}

}  // namespace pegel::dataset
