#pragma once
// Dialects that a plan may hold, chosen by the first bytes of a run.

#include <array>

#include "csv/tokenizer.h"
#include "fuzz/fuzz.h"

namespace pegel::fuzz {

inline Dialect dialect_of(Input& input) {
  constexpr std::array<std::string_view, 8> kDelimiters = {",", ";", "\t", "|", ", ", "::", " ", csv::kWhitespace};
  Dialect dialect;
  dialect.delimiter = kDelimiters[input.below(kDelimiters.size())];
  dialect.quote = input.one_of(std::string_view("\"\"'\0", 4));
  dialect.escape = input.flag() ? Escape::backslash : Escape::doubled;
  return dialect;
}

}  // namespace pegel::fuzz
