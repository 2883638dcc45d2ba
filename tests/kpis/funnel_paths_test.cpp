#include "kpis/funnel_paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

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

// ---- the definition, tried out on every order of events of the same time

bool by_time(const FunnelEvent& a, const FunnelEvent& b) {
  return a.time != b.time ? a.time < b.time : a.step < b.step;
}

// The longest chain that begins at i in this order of events; `at` is the last matched event.
int longest(const Log& log, std::size_t i, std::size_t at, int depth, const FunnelRules& r) {
  int best = depth;
  for (std::size_t next = at + 1; next < log.size() && depth < r.steps; ++next) {
    const FunnelEvent& e = log[next];
    const bool fits =
        e.step == depth && (!r.window || e.time <= log[i].time + *r.window) && (r.ties_count || e.time > log[at].time);
    if (fits) best = std::max(best, longest(log, i, next, depth + 1, r));
    if (r.mode == FunnelMode::strict || e.step == FunnelEvent::kExcluded) break;
  }
  return best;
}

int depth_in_this_order(const Log& log, const FunnelRules& r) {
  int best = 0;
  for (std::size_t i = 0; i < log.size(); ++i) {
    if (log[i].step == 0 && log[i].time >= r.start && log[i].time < r.end)
      best = std::max(best, longest(log, i, i, 1, r));
  }
  return best;
}

int depth_by_definition(Log log, const FunnelRules& r) {
  std::sort(log.begin(), log.end(), by_time);
  int best = 0;
  Log order = log;
  do {
    if (std::is_sorted(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.time < b.time; })) {
      best = std::max(best, depth_in_this_order(order, r));
    }
  } while (std::next_permutation(order.begin(), order.end(), by_time));
  return best;
}

int any_order_by_definition(const Log& log, const FunnelRules& r) {
  int best = 0;
  for (const FunnelEvent& first : log) {
    if (first.step < 0) continue;
    std::map<int32_t, bool> seen;
    for (const FunnelEvent& e : log) {
      if (e.step >= 0 && e.time >= first.time && (!r.window || e.time <= first.time + *r.window)) seen[e.step] = true;
    }
    best = std::max(best, static_cast<int>(seen.size()));
  }
  return best;
}

Log random_log(stats::Random& random, int32_t lowest) {
  std::vector<std::pair<int64_t, int32_t>> events;
  for (uint32_t i = 1 + random.below(6); i > 0; --i) {
    events.emplace_back(random.below(8),
                        static_cast<int32_t>(random.below(static_cast<uint32_t>(3 - lowest))) + lowest);
  }
  std::sort(events.begin(), events.end());
  events.erase(std::unique(events.begin(), events.end()), events.end());
  Log log;
  for (const auto& e : events) log.push_back({e.first, e.second});
  return log;
}

TEST(Funnel, AgreesWithItsDefinitionOnRandomLogs) {
  stats::Random random(11);
  for (int round = 0; round < 4000; ++round) {
    const Log log = random_log(random, FunnelEvent::kOther);
    for (const FunnelMode mode : {FunnelMode::ordered, FunnelMode::strict}) {
      for (const bool ties : {true, false}) {
        if (mode == FunnelMode::strict && !ties) continue;
        FunnelRules r = rules(mode, 3, random.below(9), ties);
        r.start = random.below(3);
        ASSERT_EQ(deepest_chain(log, r).depth, depth_by_definition(log, r)) << round;
      }
    }
    const FunnelRules r = rules(FunnelMode::any_order, 3, random.below(9));
    ASSERT_EQ(deepest_chain(log, r).depth, any_order_by_definition(log, r)) << round;
  }
}

TEST(Funnel, AgreesWithItsDefinitionOnLogsWithExcludedEvents) {
  stats::Random random(12);
  for (int round = 0; round < 4000; ++round) {
    const Log log = random_log(random, FunnelEvent::kExcluded);
    const FunnelRules r = rules(FunnelMode::ordered, 3, random.below(9));
    ASSERT_EQ(deepest_chain(log, r).depth, depth_by_definition(log, r)) << round;
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
  }
}

}  // namespace
}  // namespace pegel::kpis
