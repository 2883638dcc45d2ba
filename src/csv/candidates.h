#pragma once
// Dialects that a text may have, each with how good a table it makes.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pegel/dialect.h"

namespace pegel::csv {

struct Candidate {
  Dialect dialect;
  double prior = 0;
  double score = 0;
  std::size_t width = 1;   ///< fields of most records
  double consistency = 0;  ///< share of the records that are not blank which have that width
  double regularity = 0;   ///< mean merit of the cells, 0…1
  std::size_t records = 0;
};
/// All delimiters and quotes that occur in `text`, the best table first; with `delimiter` only that one. `whole`: the text
/// ends where the file does.
std::vector<Candidate> rated_candidates(std::string_view text, bool whole, std::optional<std::string> delimiter);

}  // namespace pegel::csv
