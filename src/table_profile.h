#pragma once
// What is in a file before any meaning.

#include <vector>

#include "pegel/engine.h"
#include "table/infer.h"

namespace pegel {

/// profile() without kind, roles and what follows from them; `values`: Inferred::values of its columns.
struct TableProfile {
  Profile profile;
  std::vector<std::vector<table::ValueCount>> values;
};
/// Errors as profile().
Result<TableProfile> table_profile(const FileHead& head, const SourceChoice& choice);

}  // namespace pegel
