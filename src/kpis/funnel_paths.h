#pragma once
// How deep one entity got into a funnel.
//
//   ordered    a chain of events, one a step, in time order, the last within the window of the first; other events may
//              lie between. Every possible start is tried, the deepest chain counts, the earliest start among equals.
//   strict     as ordered, and no other event of the entity between two matched ones.
//   any_order  the largest number of different steps inside some window.
//
// Days are all that most exports have, so events of the same time are the rule: with `ties_count` they are taken in the
// order that serves the chain; without, each step must come later than the one before.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace pegel::kpis {

enum class FunnelMode : uint8_t { ordered, strict, any_order };

struct FunnelEvent {
  static constexpr int32_t kOther = -1;     ///< no step of the funnel
  static constexpr int32_t kExcluded = -2;  ///< no chain has one strictly inside its times

  int64_t time = 0;
  int32_t step = kOther;  ///< from 0
  uint32_t held = 0;      ///< the value that FunnelRules::constant holds; the lower first among equals
};

struct FunnelRules {
  FunnelMode mode = FunnelMode::ordered;
  int32_t steps = 0;
  std::optional<int64_t> window;  ///< from the first matched event, inclusive; in the events' unit; empty: no limit
  bool ties_count = true;
  bool later_implies_earlier = false;  ///< ordered only: an event of a later step starts or continues a chain, and the
                                       ///< steps it skips count as reached without a time
  bool any_entry = true;   ///< false: chains start at the entity's earliest event that could start one, or not at all
  bool back_keeps = true;  ///< ordered only; false: an event of an earlier step takes an unfinished chain back to it,
                           ///< and the steps after are to be reached again
  bool excluded_leave =
      false;                  ///< excluded events break no chain; but an entity has none when one of them lies between
                              ///< the start of its chain and the end, or of an unfinished chain the end of the window
  bool constant = false;      ///< the events of a chain all have one `held`; events of steps with another are others
  int64_t start = INT64_MIN;  ///< chains begin in [start, end)
  int64_t end = INT64_MAX;
};

struct Chain {
  int32_t depth = 0;                          ///< steps reached; 0: none
  std::vector<std::optional<int64_t>> times;  ///< of each step reached, empty where it was skipped; in any order, of
                                              ///< the first so many different steps
  int64_t start = 0;                          ///< time of the first event; meaningless for depth 0
  uint32_t held = 0;                          ///< of its events, where that is constant
};

/// Finds chains by one set of rules, for one entity after the other.
class ChainFinder {
 public:
  explicit ChainFinder(const FunnelRules& rules) : of_all_(rules), rules_(rules) {}
  /// `events` are all of one entity, by time; the order within a time does not matter. Valid until the next call.
  const Chain& deepest(std::span<const FunnelEvent> events);

 private:
  void find(std::span<const FunnelEvent> events);
  void find_constant(std::span<const FunnelEvent> events);
  void find_ordered(std::span<const FunnelEvent> events);
  void follow(int64_t start);

  const FunnelRules of_all_;
  FunnelRules rules_;  // of the entity
  Chain best_;
  // Kept between calls for their memory.
  Chain chain_;
  std::vector<std::vector<int64_t>> at_;  // times of each step
  std::vector<int64_t> excluded_;
  std::vector<FunnelEvent> of_value_;
};

}  // namespace pegel::kpis
