#pragma once
// Whole records out of bytes that were cut out of a file anywhere.

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "csv/records.h"

namespace pegel::csv {

struct SampledRows {
  std::deque<std::string> texts;  ///< of `records`, by their addresses
  std::vector<Records> records;   ///< one a sample, from its first record border on (splitter.h)
};
/// Samples that show no record border, or no whole record, are left out. Of UTF-16 they must start between letters.
SampledRows sampled_rows(const Dialect& dialect, std::span<const std::span<const uint8_t>> samples);

}  // namespace pegel::csv
