#pragma once
// Dates with words in them: "14 March 2026", "Sat, 14. März 2026, 10:15", "Q1 2026", "Monat 3 2026".

#include "table/scanner.h"
#include "table/written_date.h"

namespace pegel::table {

/// Takes all of `in`; false when it has no shape of a date with words.
bool take_worded(Scanner& in, WrittenDate& out);

}  // namespace pegel::table
