#pragma once
// What is in a file before any meaning.

#include <functional>
#include <vector>

#include "pegel/engine.h"
#include "table/infer.h"

namespace pegel {

/// profile() without kind, roles and what follows from them; `values`: Inferred::values of its columns; `pairs`: what stands
/// together in two of them.
struct TableProfile {
  Profile profile;
  std::vector<std::vector<table::ValueCount>> values;
  std::function<std::vector<table::PairCount>(std::size_t first, std::size_t second)> pairs;
};
/// Errors as profile().
Result<TableProfile> table_profile(const FileHead& head, const SourceChoice& choice);

}  // namespace pegel
