#pragma once
// A written number taken apart: what stands around the digits, and which readings its separators allow.

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/decimal.h"

namespace pegel::table {

struct WrittenNumber {
  std::string_view core;      ///< digits and separators, an exponent left out
  std::string_view currency;  ///< ISO code, empty when none is named
  bool negative = false;
  bool percent = false;
  bool grouped_by_blank = false;
  bool grouped_by_apostrophe = false;
  int exponent = 0;  ///< power of ten by exponent and scale word ("Mio.")

  /// Where the fraction's separator stands in `core` when the decimal sign is the comma, or the point;
  /// core.size() when there is no fraction.
  std::optional<std::size_t> with_comma;
  std::optional<std::size_t> with_point;

  const std::optional<std::size_t>& with(char decimal) const { return decimal == ',' ? with_comma : with_point; }
  /// Both readings are open and give different values: "1.234".
  bool ambiguous() const { return with_comma && with_point && *with_comma != *with_point; }
};

/// Nothing when `text` is no number under any decimal sign. Does not allocate or throw.
std::optional<WrittenNumber> take_apart(std::string_view text);

/// Millionths, rounded half to even; nothing when they do not fit. `fraction_at` is one of the readings.
struct WrittenValue {
  base::Micros micros = 0;
  bool exact = true;  ///< nothing was rounded off
};
std::optional<WrittenValue> value_of(const WrittenNumber& number, std::size_t fraction_at);

}  // namespace pegel::table
