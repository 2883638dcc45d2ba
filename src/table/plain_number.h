#pragma once
// The way in which nearly every cell of nearly every file writes a number.

#include <optional>
#include <string_view>

#include "base/decimal.h"
#include "table/lexical.h"

namespace pegel::table {

/// Up to twelve digits, the first no needless zero, up to six decimals after `decimal` ('\0': none can follow), a minus before them; nothing for all
/// else.
inline std::optional<base::Micros> parse_plain_number(std::string_view text, char decimal) {
  constexpr std::ptrdiff_t kWhole = 12;
  constexpr base::Micros kPlaces[] = {1'000'000, 100'000, 10'000, 1'000, 100, 10, 1};
  const char* at = text.data();
  const char* const end = at + text.size();
  const bool negative = at != end && *at == '-';
  if (negative) ++at;
  const char* const start = at;
  base::Micros value = 0;
  while (at != end && is_digit(*at) && at - start <= kWhole) value = value * 10 + (*at++ - '0');
  if (at == start || at - start > kWhole) return std::nullopt;
  if (*start == '0' && at - start > 1) return std::nullopt;
  std::ptrdiff_t places = 0;
  if (at != end && *at == decimal && decimal != '\0') {
    const char* const sign = at++;
    while (at != end && is_digit(*at) && at - sign <= 6) value = value * 10 + (*at++ - '0');
    places = at - sign - 1;
    if (places == 0) return std::nullopt;
  }
  if (at != end) return std::nullopt;
  value *= kPlaces[places];
  return negative ? -value : value;
}

}  // namespace pegel::table
