#include "table/dictionary.h"

namespace pegel::table {

uint32_t Dictionary::code_of(std::string_view value) {
  if (const auto it = codes_.find(value); it != codes_.end()) return it->second;
  const auto code = static_cast<uint32_t>(values_.size());
  codes_.emplace(values_.emplace_back(value), code);
  return code;
}

}  // namespace pegel::table
