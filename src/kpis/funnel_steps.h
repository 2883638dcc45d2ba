#pragma once
// Which steps a funnel has, and in which order.

#include <cstdint>
#include <string>
#include <vector>

#include "kpis/funnel_log.h"
#include "pegel/plan.h"

namespace pegel::kpis {

/// Steps of a funnel by their ids in a FunnelLog. kNoStep: named by the plan, but met by nobody.
inline constexpr uint32_t kNoStep = UINT32_MAX;
struct FunnelSteps {
  std::vector<uint32_t> ids;
  std::vector<std::string> names;
  std::vector<uint32_t> excluded;  ///< events that end a chain
  bool from_data = false;
  bool cut = false;          ///< rare steps of the data were left out, or those beyond the kMostSteps most frequent
  bool unmet = false;        ///< the plan excludes events that are not in the data
  bool steps_unmet = false;  ///< the plan names steps that nobody met
};
inline constexpr std::size_t kMostSteps = 30;

/// The plan's steps less its exclusions; without any, those of the data that are not losses, each before those that it precedes in more
/// entities than it follows (by Copeland's count), ties in the order in which CRMs usually have them, then by name; wins
/// are last. A step that more than four in five of those with steps on both sides of it have skipped is none.
FunnelSteps steps_of(const FunnelLog& log, const FunnelChoice& choice);

/// A stage of the log is a win: the log is a CRM's, where a deal's stage says how far it is, whatever it skipped.
bool has_wins(const FunnelLog& log);

}  // namespace pegel::kpis
