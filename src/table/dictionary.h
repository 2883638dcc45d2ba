#pragma once
// Distinct values of a category column, each with a code in order of first appearance. Code 0 is "".

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include <tsl/robin_map.h>

namespace pegel::table {

class Dictionary {
 public:
  Dictionary() { code_of(""); }
  /// The code of `value`, given out now if it is new.
  uint32_t code_of(std::string_view value);
  const std::string& value_of(uint32_t code) const { return values_[code]; }
  std::size_t size() const { return values_.size(); }

 private:
  std::deque<std::string> values_;  // stable addresses: the map's keys point into it
  tsl::robin_map<std::string_view, uint32_t> codes_;
};

}  // namespace pegel::table
