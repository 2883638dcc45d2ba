// The names that aliases stand for, in place of those that the file has.

#include <algorithm>

#include "dataset/frame.h"

namespace pegel::dataset {

using table::CategoryColumn;
using table::TextColumn;

void Frame::rename_aliases() {
  for (const SourceColumn& column : source_->columns) {
    const Role role = column.role;
    if (!aliases_.any(role)) continue;
    rename_values(role, [&](std::string_view text) { return std::string(aliases_.name_of(role, text)); });
    rename_texts(role);
  }
  for (const LentColumn& column : source_->lent) {
    if (!aliases_.any(column.role)) continue;
    rename_values(column.role, [&](std::string_view text) { return std::string(aliases_.name_of(column.role, text)); });
  }
  if (source_->kind == Kind::targets) rename_scopes();
}

void Frame::rename_texts(Role role) {
  const table::Column* column = texts_[index(role)];
  const auto* text = column == nullptr ? nullptr : std::get_if<TextColumn>(column);
  if (text == nullptr) return;
  TextColumn renamed;
  for (std::size_t row = 0; row < rows(); ++row) {
    renamed.bytes += aliases_.name_of(role, text->at(row));
    renamed.ends.push_back(static_cast<uint32_t>(renamed.bytes.size()));
  }
  texts_[index(role)] = &owned_columns_.emplace_back(std::move(renamed));
}

// Whose name a scope is, the row's scope type says.
void Frame::rename_scopes() {
  const std::vector<Role> roles = scope_roles();
  const bool any = std::any_of(roles.begin(), roles.end(), [&](Role role) { return aliases_.any(role); });
  if (!any || texts_[index(Role::scope_id)] == nullptr) return;
  CategoryColumn renamed{std::make_shared<table::Dictionary>(), {}};
  for (std::size_t row = 0; row < rows(); ++row) {
    const Role role = scope_role(text(Role::scope_type, row));
    renamed.codes.push_back(renamed.dictionary->code_of(aliases_.name_of(role, text(Role::scope_id, row))));
  }
  texts_[index(Role::scope_id)] = &owned_columns_.emplace_back(std::move(renamed));
}

}  // namespace pegel::dataset
