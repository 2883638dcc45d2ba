#include "kpis/funnel_tally.h"

#include <algorithm>
#include <span>

namespace pegel::kpis {
namespace {

FunnelTally empty_tally(std::size_t steps) {
  FunnelTally t;
  for (auto* counts : {&t.reached, &t.pending, &t.from_before, &t.from_entry, &t.amounted}) counts->resize(steps);
  t.amounts.resize(steps);
  t.from_previous.resize(steps);
  t.from_first.resize(steps);
  return t;
}

/// One entity: its events, the chain found in them, and what it adds to the cells.
struct Walk {
  std::span<const FunnelLog::Event> events;
  const Chain& chain;
  bool pending;
  int64_t day;  // in times of events

  std::size_t depth() const { return static_cast<std::size_t>(chain.depth); }
  /// When it was at a step: where that was skipped, at the next one that it has an event of.
  int64_t time_of(std::size_t step) const {
    while (!chain.times[step]) ++step;
    return *chain.times[step];
  }
  /// From one day to the other.
  int64_t days_between(int64_t from, int64_t to) const { return day_of(to) - day_of(from); }
  int64_t day_of(int64_t time) const { return time / day - (time % day < 0 ? 1 : 0); }
  /// Nothing: none of its events has one.
  std::optional<int64_t> amount_at(int64_t time) const {
    const FunnelLog::Event* said = nullptr;
    for (const auto& e : events) {
      if (e.amount == partial::Paths::kNoAmount) continue;
      if (said != nullptr && e.time > time && e.time > said->time) break;
      const bool more = said == nullptr || e.time > said->time || e.amount > said->amount;
      if (more) said = &e;
    }
    return said == nullptr ? std::nullopt : std::optional(said->amount);
  }
};

void add_step(FunnelTally& t, const Walk& walk, std::size_t step) {
  if (walk.pending) {
    ++t.pending[step];
    return;
  }
  ++t.reached[step];
  if (const auto amount = walk.amount_at(walk.time_of(step))) {
    t.amounts[step] += *amount;
    ++t.amounted[step];
  }
  const auto& times = walk.chain.times;
  if (step == 0 || !times[step]) return;
  if (times[0]) t.from_first[step].add(walk.days_between(*times[0], *times[step]));
  if (times[step - 1]) t.from_previous[step].add(walk.days_between(*times[step - 1], *times[step]));
}

/// `t` has the entity at `step`: whether that reached the next one, and of the first step all others.
void add_outcome(FunnelTally& t, const Walk& walk, std::size_t step) {
  if (walk.pending) return;
  if (step == 0) {
    for (std::size_t later = 0; later < walk.depth(); ++later) ++t.from_entry[later];
    ++t.from_before[0];
  }
  if (step + 1 < walk.depth()) ++t.from_before[step + 1];
}

void add_whole(FunnelTally& t, const Walk& walk) {
  for (std::size_t step = 0; step < walk.depth(); ++step) {
    add_step(t, walk, step);
    add_outcome(t, walk, step);
  }
}

/// Brings entities to the cells of the events that count.
class Touches {
 public:
  Touches(FunnelTouch touch, const FunnelRules& rules, const std::vector<int32_t>& step_at)
      : touch_(touch),
        any_(rules.mode == FunnelMode::any_order),
        any_starts_(any_ || rules.later_implies_earlier),
        constant_(rules.constant),
        step_at_(step_at) {}

  void add(const Walk& walk, std::vector<FunnelTally>& tallies) {
    if (touch_ != FunnelTouch::each_step) {
      const bool first = touch_ == FunnelTouch::first;
      const std::size_t last = walk.depth() - 1;
      for (const uint32_t cell :
           first ? cells(walk, walk.chain.start, any_starts_ ? kAnyStep : 0) : cells(walk, last)) {
        add_whole(tallies[cell], walk);
      }
      return;
    }
    for (std::size_t step = 0; step < walk.depth(); ++step) {
      for (const uint32_t cell : cells(walk, step)) {
        add_step(tallies[cell], walk, step);
        add_outcome(tallies[cell], walk, step);
      }
    }
  }

 private:
  static constexpr int32_t kAnyStep = -1;

  const std::vector<uint32_t>& cells(const Walk& walk, std::size_t step) {
    std::size_t met = step;
    while (!walk.chain.times[met]) ++met;
    return cells(walk, *walk.chain.times[met], any_ ? kAnyStep : static_cast<int32_t>(met));
  }
  const std::vector<uint32_t>& cells(const Walk& walk, int64_t time, int32_t step) {
    cells_.clear();
    for (const auto& e : walk.events) {
      const bool meant = step == kAnyStep ? step_at_[e.step] >= 0 : step_at_[e.step] == step;
      const bool agrees = !constant_ || e.held == walk.chain.held;
      if (e.time == time && meant && agrees && !known(e.cell)) cells_.push_back(e.cell);
    }
    return cells_;
  }

  bool known(uint32_t cell) const { return std::find(cells_.begin(), cells_.end(), cell) != cells_.end(); }

  FunnelTouch touch_;
  bool any_;
  bool any_starts_;
  bool constant_;
  const std::vector<int32_t>& step_at_;
  std::vector<uint32_t> cells_;
};

/// Of days, in times of events.
void scale(FunnelRules& rules, int64_t day) {
  if (rules.window) *rules.window *= day;
  if (rules.start != INT64_MIN) rules.start *= day;
  if (rules.end != INT64_MAX) rules.end *= day;
}

}  // namespace

std::vector<FunnelTally> tally(const FunnelLog& log, const FunnelSteps& steps, FunnelRules rules, std::size_t cells,
                               Day as_of, FunnelTouch touch) {
  rules.steps = static_cast<int32_t>(steps.ids.size());
  scale(rules, log.day);
  std::vector<int32_t> step_at(log.steps.size(), FunnelEvent::kOther);
  for (std::size_t s = 0; s < steps.ids.size(); ++s) {
    if (steps.ids[s] != kNoStep) step_at[steps.ids[s]] = static_cast<int32_t>(s);
  }
  for (const uint32_t id : steps.excluded) step_at[id] = FunnelEvent::kExcluded;
  Touches touches(touch, rules, step_at);
  std::vector<FunnelTally> tallies(cells + 1, empty_tally(steps.ids.size()));
  std::vector<FunnelEvent> events;
  ChainFinder finder(rules);
  each_entity(log, [&](auto of_entity) {
    events.clear();
    for (std::size_t i = 0; i < of_entity.size(); ++i) {
      const auto& e = of_entity[i];
      const bool again = i > 0 && e.time == of_entity[i - 1].time && e.step == of_entity[i - 1].step &&
                         e.held == of_entity[i - 1].held;
      if (!again) events.push_back({e.time, step_at[e.step], e.held});
    }
    const Chain& chain = finder.deepest(events);
    if (chain.depth == 0) return;
    const Walk walk{of_entity, chain, rules.window && chain.start + *rules.window >= as_of * log.day, log.day};
    add_whole(tallies[cells], walk);
    touches.add(walk, tallies);
  });
  return tallies;
}

}  // namespace pegel::kpis
