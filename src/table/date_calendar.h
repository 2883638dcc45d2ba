#pragma once
// The value of a date that has been taken apart.

#include <cstdint>
#include <optional>

#include "pegel/profile.h"
#include "table/written_date.h"

namespace pegel::table {

inline constexpr int64_t kDayMillis = 86'400'000;

constexpr bool is_calendar(DateOrder order) {
  return order == DateOrder::ymd || order == DateOrder::dmy || order == DateOrder::mdy;
}

/// As parse_instant (date_format.h).
std::optional<int64_t> instant_of(const WrittenDate& date, const DateFormat& format);

}  // namespace pegel::table
