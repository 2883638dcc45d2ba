#pragma once
// Breakdowns as one grid a dimension, the key KPIs side by side.

#include <iosfwd>
#include <string>

#include "pegel/report.h"

namespace pegel::cli {

inline constexpr std::size_t kShown = 5;  ///< values of a breakdown, rows of a table

/// What a KPI is called on the page.
std::string name_of(const KpiReport& kpi);

/// "… 3 more, --by 'owner' shows all"; --json where there is no `by`; nothing for 0.
void print_more(std::ostream& out, std::size_t hidden, const std::string& by);

/// `asked_for`: every dimension, whole; else the first values of the few that most people look at.
void print_breakdowns(std::ostream& out, const Report& report, bool asked_for);

}  // namespace pegel::cli
