#include "kpis/funnel_paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "stats/bootstrap.h"

namespace pegel::kpis {
namespace {

using Log = std::vector<FunnelEvent>;

Chain deepest_chain(const Log& log, const FunnelRules& rules) { return ChainFinder(rules).deepest(log); }

Log log_of(const std::vector<std::string>& steps, const std::vector<std::pair<std::string, int64_t>>& events,
           const std::string& excluded = {}) {
  Log log;
  for (const auto& event : events) {
    const auto at = std::find(steps.begin(), steps.end(), event.first);
    int32_t step = at == steps.end() ? FunnelEvent::kOther : static_cast<int32_t>(at - steps.begin());
    if (event.first == excluded) step = FunnelEvent::kExcluded;
    log.push_back({event.second, step});
  }
  return log;
}

std::vector<Log> crm_logs(const std::string& excluded = {}) {
  const std::vector<std::string> steps{"lead", "demo", "quote", "won"};
  const std::vector<std::vector<std::pair<std::string, int64_t>>> logs{
      {{"lead", 0}, {"demo", 2}, {"quote", 5}, {"won", 20}},
      {{"lead", 0}, {"call", 3}, {"demo", 4}, {"quote", 6}},
      {{"lead", 0}, {"quote", 1}, {"demo", 2}, {"won", 9}},
      {{"lead", 0}, {"demo", 50}, {"quote", 55}, {"won", 58}},
      {{"lead", 0}, {"demo", 1}, {"lead", 40}, {"demo", 42}, {"quote", 45}, {"won", 50}},
      {{"demo", 3}, {"quote", 4}, {"won", 9}},
      {{"lead", 0}, {"demo", 0}, {"quote", 7}, {"won", 7}},
      {{"lead", 0}, {"demo", 2}, {"cancel", 3}, {"quote", 5}, {"won", 8}}};
  std::vector<Log> all;
  for (const auto& log : logs) all.push_back(log_of(steps, log, excluded));
  return all;
}

FunnelRules rules(FunnelMode mode, int32_t steps, std::optional<int64_t> window, bool ties = true) {
  FunnelRules r;
  r.mode = mode;
  r.steps = steps;
  r.window = window;
  r.ties_count = ties;
  return r;
}

std::vector<int> reached(const std::vector<Log>& logs, const FunnelRules& r) {
  std::vector<int> counts(static_cast<std::size_t>(r.steps));
  for (const Log& log : logs) {
    for (int32_t step = deepest_chain(log, r).depth; step > 0; --step) ++counts[static_cast<std::size_t>(step - 1)];
  }
  return counts;
}

TEST(Funnel, CountsTheGoldenLogInEveryMode) {
  using Counts = std::vector<int>;
  EXPECT_EQ(reached(crm_logs(), rules(FunnelMode::ordered, 4, 30)), (Counts{7, 6, 5, 4}));
  EXPECT_EQ(reached(crm_logs(), rules(FunnelMode::ordered, 4, 90)), (Counts{7, 7, 6, 5}));
  EXPECT_EQ(reached(crm_logs(), rules(FunnelMode::ordered, 4, 30, false)), (Counts{7, 5, 4, 3}));
  EXPECT_EQ(reached(crm_logs(), rules(FunnelMode::strict, 4, 30)), (Counts{7, 4, 3, 3}));
  EXPECT_EQ(reached(crm_logs("cancel"), rules(FunnelMode::ordered, 4, 30)), (Counts{7, 6, 4, 3}));
  EXPECT_EQ(reached(crm_logs(), rules(FunnelMode::any_order, 4, 30)), (Counts{8, 8, 8, 5}));
}

TEST(Funnel, GoesThroughRepeatedSteps) {
  const Log log = log_of({"install", "start", "login", "end"}, {{"install", 0},
                                                                {"start", 5},
                                                                {"login", 10},
                                                                {"install", 15},
                                                                {"start", 20},
                                                                {"install", 25},
                                                                {"start", 30},
                                                                {"login", 35},
                                                                {"end", 40}});
  EXPECT_EQ(deepest_chain(log, rules(FunnelMode::ordered, 4, 60)).depth, 4);
}

TEST(Funnel, TriesEveryStartAndNotOnlyTheFirst) {
  const Log log = log_of({"a", "b", "c"}, {{"a", 0}, {"a", 30}, {"b", 45}, {"c", 75}});
  const Chain chain = deepest_chain(log, rules(FunnelMode::ordered, 3, 60));
  EXPECT_EQ(chain.depth, 3);
  EXPECT_EQ(chain.start, 30);
}

TEST(Funnel, GivesTheTimesOfTheEarliestDeepestChain) {
  const Log log = log_of({"a", "b"}, {{"a", 1}, {"b", 4}, {"a", 6}, {"b", 7}});
  const Chain chain = deepest_chain(log, rules(FunnelMode::ordered, 2, std::nullopt));
  EXPECT_EQ(chain.times, (std::vector<std::optional<int64_t>>{1, 4}));
}

TEST(Funnel, CountsSkippedStepsWhenLaterOnesImplyThem) {
  FunnelRules r = rules(FunnelMode::ordered, 4, std::nullopt);
  r.later_implies_earlier = true;
  const Log log = log_of({"lead", "demo", "quote", "won"}, {{"lead", 0}, {"quote", 5}, {"demo", 6}});
  const Chain chain = deepest_chain(log, r);
  EXPECT_EQ(chain.depth, 3);
  EXPECT_EQ(chain.times, (std::vector<std::optional<int64_t>>{0, std::nullopt, 5}));
  EXPECT_EQ(reached(crm_logs(), r), (std::vector<int>{8, 8, 8, 7}));
}

TEST(Funnel, StartsChainsInThePeriodOnly) {
  FunnelRules r = rules(FunnelMode::ordered, 2, std::nullopt);
  r.start = 5;
  r.end = 10;
  EXPECT_EQ(deepest_chain(log_of({"a", "b"}, {{"a", 1}, {"b", 7}}), r).depth, 0);
  EXPECT_EQ(deepest_chain(log_of({"a", "b"}, {{"a", 5}, {"b", 70}}), r).depth, 2);
  EXPECT_EQ(deepest_chain(log_of({"a", "b"}, {{"a", 10}, {"b", 70}}), r).depth, 0);
}

TEST(Funnel, IncludesTheEndOfTheWindow) {
  EXPECT_EQ(deepest_chain(log_of({"a", "b"}, {{"a", 0}, {"b", 30}}), rules(FunnelMode::ordered, 2, 30)).depth, 2);
  EXPECT_EQ(deepest_chain(log_of({"a", "b"}, {{"a", 0}, {"b", 31}}), rules(FunnelMode::ordered, 2, 30)).depth, 1);
}

TEST(Funnel, HasNoDepthWithoutEventsOrSteps) {
  EXPECT_EQ(deepest_chain({}, rules(FunnelMode::ordered, 2, 30)).depth, 0);
  EXPECT_EQ(deepest_chain(Log{{0, 0}}, rules(FunnelMode::strict, 0, 30)).depth, 0);
}

TEST(Funnel, MayTryTheFirstEntryAlone) {
  FunnelRules r = rules(FunnelMode::ordered, 3, 60);
  const Log log = log_of({"a", "b", "c"}, {{"a", 0}, {"a", 30}, {"b", 45}, {"c", 75}});
  EXPECT_EQ(deepest_chain(log, r).depth, 3);
  r.any_entry = false;
  EXPECT_EQ(deepest_chain(log, r).depth, 2);
  r.start = 10;
  EXPECT_EQ(deepest_chain(log, r).depth, 0) << "the first entry lies before the period";
}

TEST(Funnel, MayLoseWhatWasReachedByMovingBack) {
  FunnelRules r = rules(FunnelMode::ordered, 4, std::nullopt);
  r.back_keeps = false;
  const std::vector<std::string> steps{"lead", "demo", "quote", "won"};
  const Log back = log_of(steps, {{"lead", 0}, {"demo", 2}, {"quote", 5}, {"demo", 9}});
  EXPECT_EQ(deepest_chain(back, r).depth, 2);
  EXPECT_EQ(deepest_chain(back, r).times, (std::vector<std::optional<int64_t>>{0, 9}));
  const Log again = log_of(steps, {{"lead", 0}, {"demo", 2}, {"quote", 5}, {"demo", 9}, {"quote", 12}});
  EXPECT_EQ(deepest_chain(again, r).depth, 3);
  const Log after = log_of(steps, {{"lead", 0}, {"demo", 2}, {"quote", 5}, {"won", 9}, {"lead", 12}});
  EXPECT_EQ(deepest_chain(after, r).depth, 4) << "what is finished stays finished";
}

TEST(Funnel, MayLeaveOutEntitiesThatMeetAnExcludedEventOnTheWay) {
  FunnelRules r = rules(FunnelMode::ordered, 4, 30);
  r.excluded_leave = true;
  EXPECT_EQ(reached(crm_logs("cancel"), r), (std::vector<int>{6, 5, 4, 3}));
  const std::vector<std::string> steps{"lead", "won"};
  r.steps = 2;
  EXPECT_EQ(deepest_chain(log_of(steps, {{"lead", 0}, {"cancel", 30}}, "cancel"), r).depth, 0);
  EXPECT_EQ(deepest_chain(log_of(steps, {{"lead", 0}, {"cancel", 31}}, "cancel"), r).depth, 1) << "after the window";
  EXPECT_EQ(deepest_chain(log_of(steps, {{"lead", 0}, {"won", 3}, {"cancel", 4}}, "cancel"), r).depth, 2);
}

TEST(Funnel, SaysWhenEachFurtherStepCameInAnyOrder) {
  const Log log = log_of({"a", "b", "c"}, {{"c", 1}, {"c", 2}, {"a", 4}, {"b", 9}});
  const Chain chain = deepest_chain(log, rules(FunnelMode::any_order, 3, std::nullopt));
  EXPECT_EQ(chain.times, (std::vector<std::optional<int64_t>>{1, 4, 9}));
}

TEST(Funnel, MayWantTheSameValueInAllStepsOfAChain) {
  FunnelRules r = rules(FunnelMode::ordered, 3, std::nullopt);
  const auto log = [](std::initializer_list<std::pair<int, uint32_t>> events) {
    Log made;
    for (const auto& e : events) made.push_back({static_cast<int64_t>(made.size()), e.first, e.second});
    return made;
  };
  const Log mixed = log({{0, 1}, {1, 2}, {2, 1}});
  EXPECT_EQ(deepest_chain(mixed, r).depth, 3);
  r.constant = true;
  EXPECT_EQ(deepest_chain(mixed, r).depth, 1);
  const Chain chain = deepest_chain(log({{0, 1}, {0, 2}, {1, 1}, {1, 2}, {2, 2}}), r);
  EXPECT_EQ(chain.depth, 3);
  EXPECT_EQ(chain.held, 2u);
  EXPECT_EQ(chain.start, 1);
  EXPECT_EQ(deepest_chain(log({{0, 0}, {1, 0}, {2, 0}}), r).depth, 3) << "rows without a value agree with each other";
  r.mode = FunnelMode::strict;
  EXPECT_EQ(deepest_chain(log({{0, 1}, {1, 2}, {1, 1}, {2, 1}}), r).depth, 1) << "steps of others lie between";
}

// ---- the definition, tried out on every order of events of the same time

bool by_time(const FunnelEvent& a, const FunnelEvent& b) {
  return std::make_tuple(a.time, a.step, a.held) < std::make_tuple(b.time, b.step, b.held);
}

/// What some chain comes to: of two the deeper, then the one that starts earlier, then the one that ends earlier.
struct Found {
  int depth = 0;
  int64_t start = 0;
  int64_t end = 0;
  bool operator<(const Found& o) const {
    return std::make_tuple(depth, -start, -end) < std::make_tuple(o.depth, -o.start, -o.end);
  }
};

bool ends_chains(const FunnelEvent& e, const FunnelRules& r) {
  return e.step == FunnelEvent::kExcluded && !r.excluded_leave;
}
bool is_inside(const FunnelEvent& e, int64_t start, const FunnelRules& r) {
  return !r.window || e.time <= start + *r.window;
}
bool could_start(const FunnelEvent& e, const FunnelRules& r) {
  return e.step == 0 || (e.step > 0 && (r.later_implies_earlier || r.mode == FunnelMode::any_order));
}
bool may_start(const Log& log, const FunnelEvent& e, const FunnelRules& r) {
  const auto earlier = [&](const FunnelEvent& other) { return could_start(other, r) && other.time < e.time; };
  const bool first = std::none_of(log.begin(), log.end(), earlier);
  return could_start(e, r) && e.time >= r.start && e.time < r.end && (r.any_entry || first);
}

bool agrees(const FunnelEvent& e, const FunnelEvent& first, const FunnelRules& r) {
  return !r.constant || e.held == first.held;
}

// The best chain that begins at i in this order of events; `at` is the last matched event.
Found longest(const Log& log, std::size_t i, std::size_t at, int depth, const FunnelRules& r) {
  Found best{depth, log[i].time, log[at].time};
  for (std::size_t next = at + 1; next < log.size() && depth < r.steps; ++next) {
    const FunnelEvent& e = log[next];
    const bool next_step = e.step == depth || (r.later_implies_earlier && e.step > depth);
    const bool on = next_step && agrees(e, log[i], r);
    const bool in_order = r.ties_count || r.later_implies_earlier || e.time > log[at].time;
    if (on && is_inside(e, log[i].time, r) && in_order) best = std::max(best, longest(log, i, next, e.step + 1, r));
    if (r.mode == FunnelMode::strict || ends_chains(e, r)) break;
  }
  return best;
}

// Where a chain that begins at i stands in the end, in this order of events, when moving back loses what was reached.
Found standing(const Log& log, std::size_t i, const FunnelRules& r) {
  Found now{log[i].step + 1, log[i].time, log[i].time};
  for (std::size_t next = i + 1; next < log.size() && now.depth < r.steps; ++next) {
    const FunnelEvent& e = log[next];
    if (ends_chains(e, r) || !is_inside(e, now.start, r)) break;
    const bool met = e.step >= 0 && agrees(e, log[i], r) && (e.step <= now.depth || r.later_implies_earlier);
    const bool in_order = r.ties_count || r.later_implies_earlier || e.time > now.end;
    if (met && in_order) now = {e.step + 1, now.start, e.time};
  }
  return now;
}

Found found_in_this_order(const Log& log, const FunnelRules& r) {
  Found best;
  for (std::size_t i = 0; i < log.size(); ++i) {
    if (!may_start(log, log[i], r)) continue;
    best = std::max(best, r.back_keeps ? longest(log, i, i, log[i].step + 1, r) : standing(log, i, r));
  }
  return best;
}

Found found_in_any_order(const Log& log, const FunnelRules& r) {
  Found best;
  for (const FunnelEvent& first : log) {
    if (!may_start(log, first, r)) continue;
    std::map<int32_t, bool> seen;
    for (const FunnelEvent& e : log) {
      const bool met = e.step >= 0 && agrees(e, first, r);
      if (met && e.time >= first.time && is_inside(e, first.time, r)) seen[e.step] = true;
    }
    best = std::max(best, Found{static_cast<int>(seen.size()), first.time, 0});
  }
  return best;
}

int depth_by_definition(Log log, const FunnelRules& r) {
  if (r.mode == FunnelMode::any_order) return found_in_any_order(log, r).depth;
  std::sort(log.begin(), log.end(), by_time);
  Found best;
  Log order = log;
  do {
    if (std::is_sorted(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.time < b.time; })) {
      best = std::max(best, found_in_this_order(order, r));
    }
  } while (std::next_permutation(order.begin(), order.end(), by_time));
  const bool finished = best.depth == r.steps;
  const auto met = [&](const FunnelEvent& e) {
    if (e.step != FunnelEvent::kExcluded || e.time <= best.start) return false;
    return finished ? e.time < best.end : is_inside(e, best.start, r);
  };
  const bool left = best.depth > 0 && r.excluded_leave && std::any_of(log.begin(), log.end(), met);
  return left ? 0 : best.depth;
}

Log random_log(stats::Random& random, int32_t lowest) {
  std::vector<std::tuple<int64_t, int32_t, uint32_t>> events;
  for (uint32_t i = 1 + random.below(6); i > 0; --i) {
    events.emplace_back(random.below(8), static_cast<int32_t>(random.below(static_cast<uint32_t>(3 - lowest))) + lowest,
                        random.below(2));
  }
  std::sort(events.begin(), events.end());
  events.erase(std::unique(events.begin(), events.end()), events.end());
  Log log;
  for (const auto& [time, step, held] : events) log.push_back({time, step, held});
  return log;
}

FunnelRules random_rules(stats::Random& random) {
  const bool limited = random.below(4) > 0;
  FunnelRules r = rules(static_cast<FunnelMode>(random.below(3)), 3, random.below(9), random.below(3) > 0);
  if (!limited) r.window.reset();
  if (r.mode == FunnelMode::strict) r.ties_count = true;
  r.start = random.below(3);
  r.any_entry = random.below(2) == 0;
  r.excluded_leave = random.below(2) == 0;
  r.constant = random.below(2) == 0;
  if (r.mode != FunnelMode::ordered) return r;
  r.back_keeps = random.below(2) == 0;
  r.later_implies_earlier = random.below(2) == 0;
  return r;
}

// With one value in all, and each event once.
Log without_values(Log log) {
  for (FunnelEvent& e : log) e.held = 0;
  const auto same = [](const FunnelEvent& a, const FunnelEvent& b) { return a.time == b.time && a.step == b.step; };
  log.erase(std::unique(log.begin(), log.end(), same), log.end());
  return log;
}

std::string said(const Log& log) {
  std::string text;
  for (const FunnelEvent& e : log)
    text += " " + std::to_string(e.step) + "=" + std::to_string(e.held) + "@" + std::to_string(e.time);
  return text;
}

TEST(Funnel, AgreesWithItsDefinitionOnTenThousandRandomLogs) {
  stats::Random random(11);
  for (int round = 0; round < 10'000; ++round) {
    const Log valued = random_log(random, FunnelEvent::kExcluded);
    const FunnelRules r = random_rules(random);
    const Log log = r.constant ? valued : without_values(valued);
    ASSERT_EQ(deepest_chain(log, r).depth, depth_by_definition(log, r))
        << round << ": mode " << static_cast<int>(r.mode) << ", ties " << r.ties_count << ", implied "
        << r.later_implies_earlier << ", any entry " << r.any_entry << ", keeps " << r.back_keeps << ", leaves "
        << r.excluded_leave << ", constant " << r.constant << ", window " << r.window.value_or(-1) << ", from "
        << r.start << ":" << said(log);
  }
}

TEST(Funnel, IsDeeperTheLooserTheRules) {
  stats::Random random(13);
  for (int round = 0; round < 4000; ++round) {
    const Log log = random_log(random, FunnelEvent::kOther);
    const int64_t window = random.below(8);
    const auto depth = [&](FunnelMode mode, int64_t w, bool ties) {
      return deepest_chain(log, rules(mode, 3, w, ties)).depth;
    };
    const int ordered = depth(FunnelMode::ordered, window, true);
    EXPECT_LE(depth(FunnelMode::strict, window, true), ordered);
    EXPECT_LE(ordered, depth(FunnelMode::any_order, window, true));
    EXPECT_LE(depth(FunnelMode::ordered, window, false), ordered);
    EXPECT_LE(depth(FunnelMode::strict, window, false), depth(FunnelMode::strict, window, true));
    EXPECT_LE(ordered, depth(FunnelMode::ordered, window + 1, true));
    FunnelRules implied = rules(FunnelMode::ordered, 3, window);
    implied.later_implies_earlier = true;
    EXPECT_LE(ordered, deepest_chain(log, implied).depth);
    FunnelRules tighter = rules(FunnelMode::ordered, 3, window);
    tighter.any_entry = false;
    EXPECT_LE(deepest_chain(log, tighter).depth, ordered);
    tighter.any_entry = true;
    tighter.back_keeps = false;
    EXPECT_LE(deepest_chain(log, tighter).depth, ordered);
    tighter.back_keeps = true;
    tighter.constant = true;
    EXPECT_LE(deepest_chain(log, tighter).depth, ordered);
  }
}

}  // namespace
}  // namespace pegel::kpis
