#pragma once
// Enums by name, both ways.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pegel/engine.h"

namespace pegel {
std::string_view name_of(Escape escape);
}  // namespace pegel

namespace pegel::json {

/// The names of all enumerators. Enums count from 0 without gaps; past the last, name_of is empty.
template <class E>
std::vector<std::string> names_of() {
  constexpr int kMost = 256;
  std::vector<std::string> names;
  for (int i = 0; i < kMost; ++i) {
    const std::string_view name = name_of(static_cast<E>(i));
    if (name.empty() && i > 0) break;
    names.emplace_back(name);
  }
  return names;
}

template <class E>
std::optional<E> named(std::string_view name) {
  const std::vector<std::string> names = names_of<E>();
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<E>(found - names.begin()));
}

}  // namespace pegel::json
