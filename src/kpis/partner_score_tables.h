#pragma once
// The tables of the partner score.

#include "kpis/scorecard.h"
#include "kpis/target_line.h"

namespace pegel::kpis {

/// The KPI that a component is measured by, over the deals of one partner.
std::string_view kpi_of(Component component);

/// "partner_score": a row a partner, ranked ones first; "partner_targets", where anybody has one: what each reached of
/// each; "partner_correlation": how the components go together. None without partners.
std::vector<Table> score_tables(std::span<const std::string_view> partners, const Scorecard& card, const Rules& rules);

}  // namespace pegel::kpis
