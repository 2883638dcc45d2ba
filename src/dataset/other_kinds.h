#pragma once
// Kinds of files that are recognised in order to be named, not read.

#include <span>
#include <string_view>
#include <vector>

namespace pegel::dataset {

struct OtherKind {
  std::string_view name;                  ///< "orders"
  std::vector<std::string_view> telling;  ///< headers that hardly any other file has
  std::vector<std::string_view> usual;    ///< headers that such files share with others
};

std::span<const OtherKind> other_kinds();

}  // namespace pegel::dataset
