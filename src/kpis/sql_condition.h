#pragma once
// Conditions as SQL over a row of their kind's view.

#include <string>

#include "kpis/condition.h"

namespace pegel::kpis {

std::string column(Role role);
/// Beside a column of days there is one of the instants, where the file has any.
std::string time_column(Role role);
/// That of `end`, or the end of today.
std::string end_of_wait(Role end);
/// " AND …": who waits has no end, not even one that cannot be read.
std::string waits_or_ends(Role end);
/// On which something of a kind can have happened first.
std::string first_day(Kind kind);
/// Between two instants can be measured how long it took, or has taken.
std::string clocked_sql(Role end, Role since, Kind kind = Kind::none);
/// What must hold; empty: nothing that SQL could ask. `all`: the view of all rows of the kind.
std::string sql_of(const Condition& condition, const std::string& all);

}  // namespace pegel::kpis
