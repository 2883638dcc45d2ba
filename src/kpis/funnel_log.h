#pragma once
// The events of all cells of an axis as one log, the order of its steps, and what each cell counts.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "kpis/funnel_paths.h"
#include "partial/paths.h"
#include "partial/quantiles.h"
#include "pegel/plan.h"

namespace pegel::kpis {

struct FunnelLog {
  struct Event {
    int64_t time;
    uint32_t step;  ///< index into `steps`
    uint32_t held;  ///< what its funnel holds constant: a number in the order of the values
    uint32_t cell;  ///< whose row it was
    int64_t amount = partial::Paths::kNoAmount;  ///< millionths
  };
  std::vector<Event> events;       ///< by entity, time, step, cell
  std::vector<std::size_t> first;  ///< entity e has the events [first[e], first[e + 1]), maybe none
  std::vector<std::string> steps;  ///< letter case folded, in byte order
  std::vector<std::string> names;  ///< of each step its most frequent spelling
  bool has_amounts = false;
  std::optional<uint32_t> currency;  ///< of all amounts, those of none named taken to be in it; nothing when mixed

  std::size_t entities() const { return first.empty() ? 0 : first.size() - 1; }
  std::span<const Event> of(std::size_t entity) const {
    return std::span(events).subspan(first[entity], first[entity + 1] - first[entity]);
  }
};
FunnelLog log_of(std::span<const partial::Paths* const> cells);

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

/// What the entities of a cell did, by step. An entity belongs to the cells of one event (FunnelTouch); to each of them when
/// that event stands in several cells. In any order, step k counts those with more than k different steps. Entities whose
/// window is still open are `pending` and nothing else: they may go on.
struct FunnelTally {
  std::vector<int64_t> reached;
  std::vector<int64_t> pending;      ///< reached it, too
  std::vector<int64_t> from_before;  ///< of those that this cell has at the step before: they reached this one
  std::vector<int64_t> from_entry;   ///< of those that this cell has at the first step
  std::vector<base::Int128>
      amounts;                    ///< of those that reached it: what was last said of them by then, else first after
  std::vector<int64_t> amounted;  ///< how many of them have an amount
  std::vector<partial::Quantiles> from_previous;  ///< days to the step from the one before
  std::vector<partial::Quantiles> from_first;
};

/// One a cell, and the total as the last. `as_of`: the day windows are looked at.
std::vector<FunnelTally> tally(const FunnelLog& log, const FunnelSteps& steps, FunnelRules rules, std::size_t cells,
                               Day as_of, FunnelTouch touch = FunnelTouch::first);

}  // namespace pegel::kpis
