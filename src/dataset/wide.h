#pragma once
// Tables that spread one thing over many columns: one a month, a quarter, a stage.

#include <string>
#include <vector>

#include "dataset/recognise.h"

namespace pegel::dataset {

struct Wide {
  std::vector<std::size_t> columns;
  std::string_view over;       ///< "month", "quarter", "year", "week" or "stage"; empty when the table is not wide
  bool round_numbers = false;  ///< every sampled value is whole thousands or hundreds: planned, not measured
};
/// At least three number columns named for periods of one grain, or two date columns a stage.
Wide find_wide(const Table& file);

}  // namespace pegel::dataset
