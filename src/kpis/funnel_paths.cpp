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

void keep_deeper(Chain& best, Chain&& chain) {
  if (chain.depth > best.depth) best = std::move(chain);
}

// ---- ordered, later steps imply earlier ones

// The start of the longest chain that ends with the event at `end`; nothing when none may start there.
std::optional<int64_t> earliest_start(Events events, const FunnelRules& rules, int64_t end) {
  int64_t from = std::max(window_start(rules, end), rules.start);
  for (const FunnelEvent& e : events) {
    if (e.step == FunnelEvent::kExcluded && e.time < end) from = std::max(from, e.time);
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
      best = {different, std::vector<std::optional<int64_t>>(static_cast<std::size_t>(different)),
              of_steps[first].time};
    }
    if (--inside[static_cast<std::size_t>(of_steps[first].step)] == 0) --different;
  }
  return best;
}

}  // namespace

// Every start is tried: the earliest event of each step leaves most room for the next.
void ChainFinder::find_ordered(Events events) {
  at_.resize(static_cast<std::size_t>(rules_.steps));
  for (auto& times : at_) times.clear();
  excluded_.clear();
  for (const FunnelEvent& e : events) {
    if (e.step >= 0) at_[static_cast<std::size_t>(e.step)].push_back(e.time);
    if (e.step == FunnelEvent::kExcluded) excluded_.push_back(e.time);
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
  if (rules_.steps <= 0) return best_;
  switch (rules_.mode) {
    case FunnelMode::strict:
      best_ = strict(events, rules_);
      break;
    case FunnelMode::any_order:
      best_ = any_order(events, rules_);
      break;
    case FunnelMode::ordered:
      if (rules_.later_implies_earlier) {
        best_ = implied(events, rules_);
      } else {
        find_ordered(events);
      }
      break;
  }
  return best_;
}

}  // namespace pegel::kpis
