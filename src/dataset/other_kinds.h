#pragma once
// Kinds of files that are recognised in order to be named, not read.

#include <span>
#include <string_view>

#include "dataset/words.h"

namespace pegel::dataset {

struct OtherKind {
  std::string_view name;  ///< "payments"
  Words telling;          ///< headers that hardly any other file has
  Words usual;            ///< headers that such files share with others
};

std::span<const OtherKind> other_kinds();

}  // namespace pegel::dataset
