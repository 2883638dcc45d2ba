#pragma once
// Records that add up those above them, known by their words.

#include <string_view>

#include "pegel/plan.h"
#include "table/cells.h"

namespace pegel::table {

/// Whether the cell starts or ends like one of the words for totals, or with what only a closer look can tell.
bool may_say_total(std::string_view cell);

/// The first filled cell says "Total", "Summe", "Totaal" … alone or before a colon, and all others are empty or numbers,
/// at least one of them a number. Beside a name ("Summe Nord") it also takes a column of words that is empty.
bool is_total(Cells& cells, std::size_t record, const Source& source);

}  // namespace pegel::table
