#pragma once
// Roles that go by the same headers in several Kinds.

#include "dataset/kind.h"

namespace pegel::dataset {

/// The day of a row's last change: of a unit seen twice the row changed last is its present state.
RoleSpec modified_role();

}  // namespace pegel::dataset
