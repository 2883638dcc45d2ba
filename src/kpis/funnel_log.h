#pragma once
// The events of all cells of an axis as one log.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "partial/paths.h"

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
  int64_t day = 1;                 ///< how much of an event's time a day is
  bool has_amounts = false;
  std::optional<uint32_t> currency;  ///< of all amounts, those of none named taken to be in it; nothing when mixed

  std::size_t entities() const { return first.empty() ? 0 : first.size() - 1; }
  std::span<const Event> of(std::size_t entity) const {
    return std::span(events).subspan(first[entity], first[entity + 1] - first[entity]);
  }
};

/// Calls visit(events) for each entity that has any.
template <class Visit>
void each_entity(const FunnelLog& log, const Visit& visit) {
  for (std::size_t entity = 0; entity < log.entities(); ++entity) {
    const auto events = log.of(entity);
    if (!events.empty()) visit(events);
  }
}

/// `cells`: events by their day; `timed`: those of the same cells that have a time of day, by the millisecond. All are in
/// days where any of them is.
FunnelLog log_of(std::span<const partial::Paths* const> cells, std::span<const partial::Paths* const> timed = {});

}  // namespace pegel::kpis
