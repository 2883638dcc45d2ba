#pragma once
// Enums by name, both ways.

#include <optional>
#include <string_view>

#include "pegel/engine.h"

namespace pegel {
std::string_view name_of(Escape escape);
}  // namespace pegel

namespace pegel::json {

/// The enumerator called `name`. Enums count from 0 without gaps; past the last, name_of is empty.
template <class E>
std::optional<E> named(std::string_view name) {
  constexpr int kMost = 256;
  for (int i = 0; i < kMost; ++i) {
    const std::string_view found = name_of(static_cast<E>(i));
    if (found == name) return static_cast<E>(i);
    if (found.empty() && i > 0) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace pegel::json
