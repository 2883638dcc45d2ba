#pragma once
// Copies short texts without a call.

#include <cstring>
#include <string_view>

namespace pegel::base {

/// Copies `text` to `to`, which must have room for it; they must not overlap. Returns the end of the copy.
inline char* copy_text(char* to, std::string_view text) {
  const std::size_t n = text.size();
  const char* const from = text.data();
  if (n > 16) {
    std::memcpy(to, from, n);
  } else if (n >= 8) {
    std::memcpy(to, from, 8);
    std::memcpy(to + n - 8, from + n - 8, 8);
  } else if (n >= 4) {
    std::memcpy(to, from, 4);
    std::memcpy(to + n - 4, from + n - 4, 4);
  } else {
    for (std::size_t i = 0; i < n; ++i) to[i] = from[i];
  }
  return to + n;
}

}  // namespace pegel::base
