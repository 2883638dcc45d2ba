#pragma once
// How the KPIs of a panel go together over time.

#include <optional>
#include <span>

#include "pegel/report.h"

namespace pegel::report {

/// Table "panel_correlation" of a Card with a panel and no `by`: Spearman's rho of each two of its KPIs over the whole
/// periods that both have a value in, six at least, with the interval of Bonett and Wright; the closest first, note
/// "not_cause". Nothing without such a pair. `kpis`: where the panel finds its KPIs.
std::optional<Table> together(const Card& card, std::span<const KpiReport* const> kpis);

}  // namespace pegel::report
