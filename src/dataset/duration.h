#pragma once
// How long something took, as exports write it, in seconds.

#include <string_view>

#include "base/decimal.h"

namespace pegel::dataset {

/// Seconds of the unit that a header names: 60 for "First reply time in minutes" or "Dauer (min)"; 1 where it names none.
int64_t unit_in(std::string_view header);

/// `value` in `unit` as seconds; unreadable below zero and beyond ten thousand days.
base::Micros seconds_of(base::Micros value, int64_t unit);

/// Seconds of "00:05:12", "5:12" (minutes and seconds; hours and minutes where `unit` is an hour), "5 min", "1 h 30 min",
/// and of a bare number in `unit`. Missing for an empty cell, unreadable for all else and beyond ten thousand days.
base::Micros duration_of(std::string_view text, int64_t unit);

}  // namespace pegel::dataset
