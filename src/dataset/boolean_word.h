#pragma once
// Yes and no as people write them.

#include <cstdint>
#include <string_view>

namespace pegel::dataset {

/// 1 or 0; missing for an empty text, unreadable for any other word.
int8_t boolean_of(std::string_view text);

}  // namespace pegel::dataset
