#pragma once
// Names that may mean one: written alike but for case, signs and the order of their words.

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace pegel::report {

class AlikeNames {
 public:
  /// Of names without digits ("Schmidt, Anna", "anna schmidt"; codes are no names) those that are written alike, each list
  /// ascending and of two or more; by their first.
  std::vector<std::vector<std::string>> among(std::span<const std::string> names);

 private:
  uint32_t words_of(const std::string& name);

  std::unordered_map<std::string, uint32_t> numbers_;  // of words in one order; 0: of no name
  std::unordered_map<std::string, uint32_t> known_;    // by name, for the next list that has it
};

}  // namespace pegel::report
