#pragma once
// Several KPIs side by side, without one number made of them.

#include <optional>
#include <span>

#include "pegel/report.h"

namespace pegel::report {

/// The table "panel" of a KPI whose Card names others: a row a value of the Card's dimension, in the order of the first
/// KPI's ranks, that of no value last; without a dimension one row. A KPI has the columns of its id, "<id>_low",
/// "<id>_high", "<id>_n", "<id>_rank" (as in its breakdown: none below kFew) and, of money, "<id>_currency". A cell without
/// a value holds the reason, or nothing where there are no rows. A KPI without such a breakdown has no columns, and the
/// note "panel_incomplete" says so; in a single row its cell says what is missing. Nothing when no KPI has any value.
/// `kpis`: those of the Card's panel, in its order, and perhaps others.
std::optional<Table> panel(const Card& card, std::span<const KpiReport* const> kpis);

}  // namespace pegel::report
