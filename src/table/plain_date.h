#pragma once
// The way in which most exports of today write a day.

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "table/date_format.h"

namespace pegel::table {

/// The day since 1970-01-01 of "2026-03-14", of a year from kFirstYear to kLastYear and in the calendar; nothing for all else.
inline std::optional<int32_t> parse_plain_date(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  uint64_t head = 0;  // "2026-03-": the first letter is the lowest byte
  uint16_t tail = 0;  // "14"
  std::memcpy(&head, text.data(), sizeof head);
  std::memcpy(&tail, text.data() + sizeof head, sizeof tail);
  head ^= 0x2D30302D30303030u;
  tail ^= 0x3030u;
  // Bytes are now digits, 0 for a sign: a letter that is neither has a high half, or gets one by 6 more.
  constexpr uint64_t kSigns = 0xFF0000FF00000000u;
  constexpr uint64_t kHigh = 0xF0F0F0F0F0F0F0F0u;
  const uint64_t odd = ((head | (head + 0x0606060606060606u)) & kHigh) | (head & kSigns);
  if ((odd | ((tail | (tail + 0x0606u)) & 0xF0F0u)) != 0) return std::nullopt;
  const uint64_t pairs = head * 10 + (head >> 8);  // a pair of digits in the byte of its first
  const auto year = static_cast<uint32_t>((pairs & 0xFF) * 100 + (pairs >> 16 & 0xFF));
  const auto month = static_cast<uint32_t>(pairs >> 40 & 0xFF);
  const uint32_t day = (tail & 0xFFu) * 10 + (tail >> 8);
  const bool leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  const uint32_t longest = month == 2 ? (leaps ? 29 : 28) : 30 + ((month + (month >> 3)) & 1);
  if (year - kFirstYear > kLastYear - kFirstYear || month - 1 >= 12 || day - 1 >= longest) return std::nullopt;
  const uint32_t from_march = month < 3 ? month + 9 : month - 3;  // the leap day ends such a year
  const uint32_t years = year - (month < 3 ? 1 : 0);
  const uint32_t days = years * 365 + years / 4 - years / 100 + years / 400 + (153 * from_march + 2) / 5 + day - 1;
  return static_cast<int32_t>(days) - 719'468;  // from 0000-03-01 to 1970-01-01
}

}  // namespace pegel::table
