#pragma once
// Distinct values of a category column, each with a code in order of first appearance. Code 0 is "".

#include "base/texts.h"

namespace pegel::table {

class Dictionary : public base::Texts {
 public:
  Dictionary() { id_of(""); }
  /// The code of `value`, given out now if it is new.
  uint32_t code_of(std::string_view value) { return id_of(value); }
  std::string_view value_of(uint32_t code) const { return (*this)[code]; }
};

}  // namespace pegel::table
