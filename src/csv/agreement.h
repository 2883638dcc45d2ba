#pragma once
// How well records agree in their width.

#include <cstddef>

#include "csv/records.h"

namespace pegel::csv {

struct Agreement {
  std::size_t width = 1;    ///< that most records have, the larger of two as common
  double share = 0;         ///< of the records, that have it: 0…1
  std::size_t records = 0;  ///< that are neither blank nor comments
};

/// `quote`: of the dialect the records were read in. Records in which a delimiter tears a text that quotes hold together
/// have no width; titles, notes and the rows of a second table speak less against the width than other records.
Agreement agreement_of(const Records& records, char quote);

/// All fields are empty or blank.
bool is_blank(const Records& records, std::size_t record);
/// Starts with '#'.
bool is_comment(const Records& records, std::size_t record);

}  // namespace pegel::csv
