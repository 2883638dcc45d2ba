#pragma once
// Rows of several files as one log of a funnel: those that share a lead or a customer, directly or through others, are of
// one entity.

#include <span>
#include <vector>

#include "kpis/funnel_tally.h"
#include "partial/journeys.h"

namespace pegel::kpis {

/// The steps that a journey may have, in their order.
enum class JourneyStep : uint8_t { lead, qualified, deal, won, order };
inline constexpr std::size_t kJourneySteps = 5;

struct JourneyLog {
  FunnelLog log;               ///< of entities with a lead, from the day of the first one on
  FunnelSteps steps;           ///< those that anybody has met, by their columns' ids: "journey_lead", …
  int64_t leads = 0;           ///< rows
  int64_t linked = 0;          ///< rows of deals and orders that are of an entity with a lead
  int64_t unlinked_deals = 0;  ///< rows
  int64_t unlinked_orders = 0;
};
JourneyLog journey_log(std::span<const partial::Journeys* const> cells);

/// The entity of each row, numbered from 0: rows with an id in common are of one, whatever their order.
std::vector<uint32_t> entities_of(std::span<const partial::JourneyRow> rows);

}  // namespace pegel::kpis
