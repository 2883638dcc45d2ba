#pragma once
// The time of day behind a written date.

#include "table/scanner.h"
#include "table/written_date.h"

namespace pegel::table {

/// What may follow a day: nothing, or a time of day with a zone.
bool take_time(Scanner& in, WrittenDate& out);
/// "10:15", "10:15:00.402", "8 PM", with what may follow it: a zone or an offset.
bool take_clock_and_zone(Scanner& in, WrittenDate& out);

}  // namespace pegel::table
