#include "kpis/funnel_paths.h"

#include <algorithm>

namespace pegel::kpis {
namespace {

using Events = std::span<const FunnelEvent>;

bool may_start(const FunnelRules& rules, int64_t time) { return time >= rules.start && time < rules.end; }

int64_t window_end(const FunnelRules& rules, int64_t start) {
  if (!rules.window || start > INT64_MAX - *rules.window) return INT64_MAX;
  return start + *rules.window;
}

int64_t window_start(const FunnelRules& rules, int64_t end) {
  if (!rules.window || end < INT64_MIN + *rules.window) return INT64_MIN;
  return end - *rules.window;
}

bool breaks(const FunnelRules& rules, const FunnelEvent& e) {
  return e.step == FunnelEvent::kExcluded && !rules.excluded_leave;
}

// Whether an event of this step may start a chain.
bool starts(const FunnelRules& rules, int32_t step) {
  const bool any = rules.mode == FunnelMode::any_order || rules.later_implies_earlier;
  return step == 0 || (any && step > 0);
}

void keep_deeper(Chain& best, Chain&& chain) {
  if (chain.depth > best.depth) best = std::move(chain);
}

// ---- ordered, later steps imply earlier ones

// The start of the longest chain that ends with the event at `end`; nothing when none may start there.
std::optional<int64_t> earliest_start(Events events, const FunnelRules& rules, int64_t end) {
  int64_t from = std::max(window_start(rules, end), rules.start);
  for (const FunnelEvent& e : events) {
    if (breaks(rules, e) && e.time < end) from = std::max(from, e.time);
  }
  for (const FunnelEvent& e : events) {
    if (e.step >= 0 && e.time >= from && e.time <= end && may_start(rules, e.time)) return e.time;
  }
  return std::nullopt;
}

Chain implied_chain(Events events, int64_t start, int64_t end, int32_t depth) {
  Chain chain{depth, std::vector<std::optional<int64_t>>(static_cast<std::size_t>(depth)), start};
  std::vector<FunnelEvent> inside;
  for (const FunnelEvent& e : events) {
    if (e.step >= 0 && e.step < depth && e.time >= start && e.time <= end) inside.push_back(e);
  }
  std::sort(inside.begin(), inside.end(), [](const FunnelEvent& a, const FunnelEvent& b) {
    return a.time != b.time ? a.time < b.time : a.step < b.step;
  });
  int32_t reached = -1;
  for (const FunnelEvent& e : inside) {
    if (e.step <= reached) continue;
    reached = e.step;
    chain.times[static_cast<std::size_t>(e.step)] = e.time;
  }
  return chain;
}

Chain implied(Events events, const FunnelRules& rules) {
  for (int32_t step = rules.steps - 1; step >= 0; --step) {
    for (const FunnelEvent& e : events) {
      if (e.step != step) continue;
      if (const auto start = earliest_start(events, rules, e.time))
        return implied_chain(events, *start, e.time, step + 1);
    }
  }
  return {};
}

// ---- ordered, and who moves back has to reach again what follows

/// A chain as it stands while the events of one time after the other come.
class Standing {
 public:
  Standing(const FunnelRules& rules, int64_t start) : rules_(rules) { chain_.start = start; }

  bool finished() const { return chain_.depth == rules_.steps; }
  Chain take() { return std::move(chain_); }

  /// `steps`: of one time, ascending, different and without others. They come in the order that takes the chain furthest:
  /// straight to the end where all that is missing is there, else ascending. `only_on`: those that
  /// would take it back need not come before the chain ends.
  void meet(int64_t time, std::span<const int32_t> steps, bool only_on) {
    if (rules_.later_implies_earlier) return meet_step(time, steps.back(), only_on);
    if (!rules_.ties_count) return meet_one(time, steps, only_on);
    const auto last = std::lower_bound(steps.begin(), steps.end(), chain_.depth);
    if (steps.end() - last == rules_.steps - chain_.depth)
      steps = steps.last(static_cast<std::size_t>(steps.end() - last));
    for (const int32_t step : steps) meet_step(time, step, only_on);
  }

 private:
  void meet_one(int64_t time, std::span<const int32_t> steps, bool only_on) {
    if (std::binary_search(steps.begin(), steps.end(), chain_.depth)) return meet_step(time, chain_.depth, only_on);
    const auto above = std::lower_bound(steps.begin(), steps.end(), chain_.depth);
    if (above != steps.begin()) meet_step(time, *std::prev(above), only_on);
  }

  void meet_step(int64_t time, int32_t step, bool only_on) {
    const bool on = step == chain_.depth || (rules_.later_implies_earlier && step > chain_.depth);
    const bool back = step < chain_.depth - 1 && !only_on;
    if (finished() || (!on && !back)) return;
    chain_.depth = step + 1;
    chain_.times.resize(static_cast<std::size_t>(step) + 1);
    chain_.times.back() = time;
  }

  const FunnelRules& rules_;
  Chain chain_;
};

/// `broken`: when an excluded event ends the chain.
Chain standing_from(Events events, std::size_t first, const FunnelRules& rules, int64_t broken) {
  const int64_t start = events[first].time;
  const int64_t limit = std::min(window_end(rules, start), broken);
  Standing standing(rules, start);
  std::vector<int32_t> steps;
  for (std::size_t i = first; i < events.size() && events[i].time <= limit && !standing.finished();) {
    const int64_t time = events[i].time;
    steps.clear();
    for (; i < events.size() && events[i].time == time; ++i) {
      if (events[i].step >= 0) steps.push_back(events[i].step);
    }
    std::sort(steps.begin(), steps.end());
    if (!steps.empty()) standing.meet(time, steps, time == broken);
  }
  return standing.take();
}

// An excluded event of the time of the start may stand before it, or after and end the chain before it can move back.
Chain standing(Events events, const FunnelRules& rules) {
  Chain best;
  for (std::size_t i = 0; i < events.size() && best.depth < rules.steps; ++i) {
    const int64_t time = events[i].time;
    if (!starts(rules, events[i].step) || !may_start(rules, time)) continue;
    std::size_t first = i;
    while (first > 0 && events[first - 1].time == time) --first;
    int64_t broken = INT64_MAX;
    for (const FunnelEvent& e : events) {
      if (breaks(rules, e) && e.time == time) keep_deeper(best, standing_from(events, first, rules, time));
      if (breaks(rules, e) && e.time > time) broken = std::min(broken, e.time);
    }
    keep_deeper(best, standing_from(events, first, rules, broken));
  }
  return best;
}

// ---- strict

// Events of one time: they may be taken in any order, but a chain that goes on must have taken all of them.
struct Group {
  int64_t time;
  std::vector<int32_t> steps;  // ascending; others first
};

std::vector<Group> groups_of(Events events) {
  std::vector<Group> groups;
  for (const FunnelEvent& e : events) {
    if (groups.empty() || groups.back().time != e.time) groups.push_back({e.time, {}});
    groups.back().steps.push_back(e.step);
  }
  for (Group& group : groups) std::sort(group.steps.begin(), group.steps.end());
  return groups;
}

// How many steps from `step` on the group has, one after the other.
int32_t run_in(const Group& group, int32_t step, bool ties_count) {
  int32_t run = 0;
  while (std::binary_search(group.steps.begin(), group.steps.end(), step + run)) {
    ++run;
    if (!ties_count) break;
  }
  return run;
}

Chain strict_from(const std::vector<Group>& groups, std::size_t first, int32_t taken, const FunnelRules& rules) {
  const int64_t start = groups[first].time;
  Chain chain{taken, std::vector<std::optional<int64_t>>(static_cast<std::size_t>(taken), start), start};
  const int64_t limit = window_end(rules, start);
  for (std::size_t g = first + 1; g < groups.size() && groups[g].time <= limit && chain.depth < rules.steps; ++g) {
    const int32_t run = run_in(groups[g], chain.depth, rules.ties_count);
    chain.depth += run;
    chain.times.resize(static_cast<std::size_t>(chain.depth), groups[g].time);
    if (static_cast<std::size_t>(run) != groups[g].steps.size()) break;
  }
  return chain;
}

Chain strict(Events events, const FunnelRules& rules) {
  const std::vector<Group> groups = groups_of(events);
  Chain best;
  for (std::size_t g = 0; g < groups.size() && best.depth < rules.steps; ++g) {
    if (!may_start(rules, groups[g].time)) continue;
    for (int32_t taken = run_in(groups[g], 0, rules.ties_count); taken > 0; --taken) {
      keep_deeper(best, strict_from(groups, g, taken, rules));
    }
  }
  return best;
}

// ---- any order

// When the first, second, … different step came.
std::vector<std::optional<int64_t>> times_of_different(Events events) {
  std::vector<int32_t> seen;
  std::vector<std::optional<int64_t>> times;
  for (const FunnelEvent& e : events) {
    if (std::find(seen.begin(), seen.end(), e.step) != seen.end()) continue;
    seen.push_back(e.step);
    times.emplace_back(e.time);
  }
  return times;
}

Chain any_order(Events events, const FunnelRules& rules) {
  std::vector<FunnelEvent> of_steps;
  for (const FunnelEvent& e : events) {
    if (e.step >= 0) of_steps.push_back(e);
  }
  std::vector<int64_t> inside(static_cast<std::size_t>(rules.steps));
  int32_t different = 0;
  Chain best;
  std::size_t last = 0;
  for (std::size_t first = 0; first < of_steps.size(); ++first) {
    const int64_t limit = window_end(rules, of_steps[first].time);
    for (; last < of_steps.size() && of_steps[last].time <= limit; ++last) {
      if (inside[static_cast<std::size_t>(of_steps[last].step)]++ == 0) ++different;
    }
    if (may_start(rules, of_steps[first].time) && different > best.depth) {
      best = {different, times_of_different(Events(of_steps).subspan(first, last - first)), of_steps[first].time};
    }
    if (--inside[static_cast<std::size_t>(of_steps[first].step)] == 0) --different;
  }
  return best;
}

// ---- rules that hold whatever the mode

/// Chains may start at the earliest event that could start one alone.
FunnelRules from_first_entry(FunnelRules rules, Events events) {
  const auto first =
      std::find_if(events.begin(), events.end(), [&](const FunnelEvent& e) { return starts(rules, e.step); });
  if (first == events.end()) return rules;
  rules.start = std::max(rules.start, first->time);
  rules.end = std::min(rules.end, first->time + 1);
  return rules;
}

/// Whether an excluded event takes the entity out.
bool leaves(const Chain& chain, Events events, const FunnelRules& rules) {
  const bool finished = chain.depth == rules.steps;
  const int64_t end = finished ? *chain.times.back() : window_end(rules, chain.start);
  return std::any_of(events.begin(), events.end(), [&](const FunnelEvent& e) {
    return e.step == FunnelEvent::kExcluded && e.time > chain.start && (finished ? e.time < end : e.time <= end);
  });
}

}  // namespace

// Every start is tried: the earliest event of each step leaves most room for the next.
void ChainFinder::find_ordered(Events events) {
  at_.resize(static_cast<std::size_t>(rules_.steps));
  for (auto& times : at_) times.clear();
  excluded_.clear();
  for (const FunnelEvent& e : events) {
    if (e.step >= 0) at_[static_cast<std::size_t>(e.step)].push_back(e.time);
    if (breaks(rules_, e)) excluded_.push_back(e.time);
  }
  for (std::size_t i = 0; i < at_[0].size() && best_.depth < rules_.steps; ++i) {
    const int64_t start = at_[0][i];
    if (!may_start(rules_, start) || (i > 0 && start == at_[0][i - 1])) continue;
    follow(start);
    if (chain_.depth > best_.depth) std::swap(best_, chain_);
  }
}

void ChainFinder::follow(int64_t start) {
  chain_.depth = 1;
  chain_.times.assign(1, start);
  chain_.start = start;
  const auto excluded = std::upper_bound(excluded_.begin(), excluded_.end(), start);
  const int64_t limit = std::min(window_end(rules_, start), excluded == excluded_.end() ? INT64_MAX : *excluded);
  int64_t last = start;
  for (std::size_t step = 1; step < at_.size(); ++step) {
    const auto& times = at_[step];
    const auto next = rules_.ties_count ? std::lower_bound(times.begin(), times.end(), last)
                                        : std::upper_bound(times.begin(), times.end(), last);
    if (next == times.end() || *next > limit) break;
    last = *next;
    chain_.times.emplace_back(last);
    ++chain_.depth;
  }
}

const Chain& ChainFinder::deepest(Events events) {
  best_.depth = 0;
  best_.times.clear();
  if (of_all_.steps <= 0) return best_;
  if (!of_all_.any_entry) rules_ = from_first_entry(of_all_, events);
  of_all_.constant ? find_constant(events) : find(events);
  const bool may_leave = rules_.excluded_leave && rules_.mode != FunnelMode::any_order && best_.depth > 0;
  if (may_leave && leaves(best_, events, rules_)) best_ = {};
  return best_;
}

namespace {

std::vector<uint32_t> held_by(Events events) {
  std::vector<uint32_t> values;
  for (const FunnelEvent& e : events) {
    if (e.step >= 0) values.push_back(e.held);
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

bool is_better(const Chain& a, const Chain& b) {
  if (a.depth == 0 || a.depth != b.depth) return a.depth > b.depth;
  return a.start != b.start ? a.start < b.start : *a.times.back() < *b.times.back();
}

}  // namespace

void ChainFinder::find_constant(Events events) {
  Chain best;
  for (const uint32_t value : held_by(events)) {
    of_value_.assign(events.begin(), events.end());
    for (FunnelEvent& e : of_value_) {
      if (e.step >= 0 && e.held != value) e.step = FunnelEvent::kOther;
    }
    best_ = {};
    find(of_value_);
    best_.held = value;
    if (is_better(best_, best)) std::swap(best, best_);
  }
  best_ = std::move(best);
}

void ChainFinder::find(Events events) {
  switch (rules_.mode) {
    case FunnelMode::strict:
      best_ = strict(events, rules_);
      break;
    case FunnelMode::any_order:
      best_ = any_order(events, rules_);
      break;
    case FunnelMode::ordered:
      if (!rules_.back_keeps) {
        best_ = standing(events, rules_);
      } else if (rules_.later_implies_earlier) {
        best_ = implied(events, rules_);
      } else {
        find_ordered(events);
      }
      break;
  }
}

}  // namespace pegel::kpis
