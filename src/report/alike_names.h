#pragma once
// Names that may mean one: written alike but for case, signs and the order of their words.

#include <span>
#include <string>
#include <vector>

namespace pegel::report {

/// Of names without digits ("Schmidt, Anna", "anna schmidt"; codes are no names) those that are written alike, each list
/// ascending and of two or more; by their first.
std::vector<std::vector<std::string>> alike_names(std::span<const std::string> names);

}  // namespace pegel::report
