#pragma once
// The way in which nearly every export writes a time of day.

#include <cstdint>
#include <optional>
#include <string_view>

#include "table/lexical.h"

namespace pegel::table {

/// Milliseconds of "13:45" or "13:45:59"; nothing for all else.
inline std::optional<int32_t> parse_plain_clock(std::string_view text) {
  const bool seconds = text.size() == 8;
  if ((!seconds && text.size() != 5) || text[2] != ':' || (seconds && text[5] != ':')) return std::nullopt;
  const auto pair = [&](std::size_t at) {
    if (!is_digit(text[at]) || !is_digit(text[at + 1])) return 99;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
  };
  const int32_t hour = pair(0);
  const int32_t minute = pair(3);
  const int32_t second = seconds ? pair(6) : 0;
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

}  // namespace pegel::table
