#include "kpis/funnel_tally.h"

#include <gtest/gtest.h>

#include "stats/bootstrap.h"

namespace pegel::kpis {
namespace {

using partial::Paths;

struct Row {
  const char* entity;
  const char* step;
  int64_t time;
};

Paths paths(const std::vector<Row>& rows) {
  Paths p;
  for (const Row& row : rows) p.add(row.entity, row.step, row.time);
  return p;
}

FunnelLog log_of_one(const Paths& p) {
  const Paths* const cells[] = {&p};
  return log_of(cells);
}

FunnelLog log_by_time(const Paths& days, const Paths& timed) {
  const Paths* const by_day[] = {&days};
  const Paths* const by_time[] = {&timed};
  return log_of(by_day, by_time);
}

TEST(FunnelLog, IsOrderedByTheTimeOfDayWhereAllEventsHaveOne) {
  constexpr int64_t kHour = 3'600'000;
  const Paths timed = paths({{"1", "Won", 9 * kHour}, {"1", "Lead", 15 * kHour}});
  const FunnelLog log = log_by_time({}, timed);
  EXPECT_EQ(log.day, 24 * kHour);
  EXPECT_EQ(log.steps[log.of(0)[0].step], "won");
}

TEST(FunnelLog, IsOfDaysWhereAnyEventHasNoTime) {
  constexpr int64_t kDay = 86'400'000;
  const FunnelLog log = log_by_time(paths({{"1", "Lead", 3}}), paths({{"1", "Won", 3 * kDay + 1}, {"1", "Won", -1}}));
  EXPECT_EQ(log.day, 1);
  std::vector<int64_t> times;
  for (const FunnelLog::Event& event : log.of(0)) times.push_back(event.time);
  EXPECT_EQ(times, (std::vector<int64_t>{-1, 3, 3}));
}

TEST(FunnelTally, CountsDaysAndWindowsOfTimesByTheClock) {
  constexpr int64_t kHour = 3'600'000;
  const Paths timed =
      paths({{"1", "Lead", 10 * kHour}, {"1", "Won", 33 * kHour}, {"2", "Lead", 10 * kHour}, {"2", "Won", 35 * kHour}});
  const FunnelLog log = log_by_time({}, timed);
  const FunnelSteps steps = steps_of(log, {});
  FunnelRules rules;
  rules.window = 1;
  const FunnelTally total = tally(log, steps, rules, 1, 90).back();
  EXPECT_EQ(total.reached, (std::vector<int64_t>{2, 1}));
  EXPECT_EQ(total.from_first[1].quantile(0.5), 1.0);
  EXPECT_EQ(tally(log, steps, rules, 1, 1).back().pending, (std::vector<int64_t>{2, 1}));
}

std::vector<std::string> names_found(const std::vector<Row>& rows) {
  return steps_of(log_of_one(paths(rows)), {}).names;
}

using Names = std::vector<std::string>;

TEST(FunnelSteps, AreOrderedByWhatPrecedesWhat) {
  EXPECT_EQ(
      names_found(
          {{"1", "Purchased", 1}, {"1", "Sent", 3}, {"1", "Reviewed", 6}, {"2", "Purchased", 2}, {"2", "Sent", 4}}),
      (Names{"Purchased", "Sent", "Reviewed"}));
}

TEST(FunnelSteps, LeaveOutLosses) {
  EXPECT_EQ(names_found({{"1", "Lead", 1}, {"1", "Closed Lost", 3}, {"2", "Lead", 1}, {"2", "Won", 5}}),
            (Names{"Lead", "Won"}));
}

TEST(FunnelSteps, FollowTheUsualOrderWhereTheDataAreSilent) {
  EXPECT_EQ(names_found({{"1", "Won", 1}, {"2", "Proposal", 1}, {"3", "Lead", 1}, {"4", "Aardvark", 1}}),
            (Names{"Lead", "Proposal", "Aardvark", "Won"}));
}

TEST(FunnelSteps, AreNotSwayedByAFewThatMoveBack) {
  EXPECT_EQ(names_found({{"1", "A", 1}, {"1", "B", 2}, {"2", "A", 1}, {"2", "B", 2}, {"3", "B", 1}, {"3", "A", 2}}),
            (Names{"A", "B"}));
}

TEST(FunnelSteps, HaveTheirMostFrequentSpelling) {
  const std::vector<Row> rows{{"1", "SENT", 1}, {"2", "Sent", 1}, {"3", "Sent", 1}, {"4", "sent", 1}};
  EXPECT_EQ(names_found(rows), (Names{"Sent"}));
}

TEST(FunnelSteps, OfThePlanMayBeMetByNobody) {
  FunnelChoice choice;
  choice.steps = {"Lead", "Trial", "WON", "won"};
  const FunnelSteps steps = steps_of(log_of_one(paths({{"1", "lead", 1}, {"1", "Won", 3}})), choice);
  EXPECT_EQ(steps.names, (Names{"Lead", "Trial", "WON"}));
  EXPECT_EQ(steps.ids, (std::vector<uint32_t>{0, kNoStep, 1}));
  EXPECT_FALSE(steps.from_data);
}

TEST(FunnelSteps, AreTheMostFrequentOnesWhenThereAreTooMany) {
  Paths p;
  for (int step = 0; step < 40; ++step) {
    for (int entity = 0; entity <= step; ++entity) p.add(std::to_string(entity), "s" + std::to_string(step), step);
  }
  const FunnelSteps steps = steps_of(log_of_one(p), {});
  EXPECT_TRUE(steps.cut);
  ASSERT_EQ(steps.names.size(), kMostSteps);
  EXPECT_EQ(steps.names.front(), "s10");
  EXPECT_EQ(steps.names.back(), "s39");
}

TEST(FunnelSteps, AreNotWhatThePlanExcludes) {
  const FunnelLog log = log_of_one(paths({{"1", "Lead", 1}, {"1", "Pause", 2}, {"1", "Won", 5}}));
  FunnelChoice choice;
  choice.exclude = {"pause"};
  EXPECT_EQ(steps_of(log, choice).names, (Names{"Lead", "Won"}));
  EXPECT_FALSE(steps_of(log, choice).unmet);
  choice.steps = {"Lead", "PAUSE", "Won"};
  EXPECT_EQ(steps_of(log, choice).names, (Names{"Lead", "Won"}));
  choice.exclude = {"pause", "vacation"};
  EXPECT_TRUE(steps_of(log, choice).unmet);
}

TEST(FunnelTally, GivesAnEntityInAnyOrderToTheCellOfItsFirstTouch) {
  const Paths web = paths({{"1", "b", 0}, {"2", "b", 5}});
  const Paths phone = paths({{"1", "a", 3}, {"2", "a", 1}});
  const Paths* const cells[] = {&web, &phone};
  const FunnelLog log = log_of(cells);
  FunnelRules rules;
  rules.mode = FunnelMode::any_order;
  FunnelChoice choice;
  choice.steps = {"a", "b"};
  const auto tallies = tally(log, steps_of(log, choice), rules, 2, 100);
  EXPECT_EQ(tallies[0].reached, (std::vector<int64_t>{1, 1}));
  EXPECT_EQ(tallies[1].reached, (std::vector<int64_t>{1, 1}));
}

TEST(FunnelTally, CountsEntitiesAndDays) {
  const Paths p =
      paths({{"1", "a", 0}, {"1", "b", 2}, {"1", "b", 3}, {"1", "c", 7}, {"2", "a", 5}, {"2", "b", 9}, {"3", "a", 1}});
  const FunnelLog log = log_of_one(p);
  const FunnelTally t = tally(log, steps_of(log, {}), {}, 1, 100).back();
  EXPECT_EQ(t.reached, (std::vector<int64_t>{3, 2, 1}));
  EXPECT_EQ(t.from_previous[1].n(), 2);
  EXPECT_DOUBLE_EQ(t.from_previous[1].quantile(0.5), 3);
  EXPECT_DOUBLE_EQ(t.from_first[2].quantile(0.5), 7);
}

TEST(FunnelTally, MarksEntitiesWhoseWindowIsOpen) {
  const FunnelLog log = log_of_one(paths({{"1", "a", 0}, {"1", "b", 2}, {"2", "a", 90}, {"3", "a", 1}}));
  FunnelRules rules;
  rules.window = 30;
  const FunnelTally t = tally(log, steps_of(log, {}), rules, 1, 100).back();
  EXPECT_EQ(t.pending, (std::vector<int64_t>{1, 0}));
}

TEST(FunnelTally, CountsNothingElseOfEntitiesWhoseWindowIsOpen) {
  const FunnelLog log =
      log_of_one(paths({{"1", "a", 0}, {"1", "b", 2}, {"2", "a", 90}, {"2", "b", 91}, {"3", "a", 1}}));
  FunnelRules rules;
  rules.window = 30;
  const FunnelTally t = tally(log, steps_of(log, {}), rules, 1, 100).back();
  EXPECT_EQ(t.reached, (std::vector<int64_t>{2, 1}));
  EXPECT_EQ(t.pending, (std::vector<int64_t>{1, 1})) << "who has got there is as young as who has not";
  EXPECT_EQ(t.from_first[1].n(), 1);
}

TEST(FunnelTally, TakesTheAmountThatWasLastSaidOfAnEntity) {
  Paths p;
  p.add("1", "a", 0, {});
  p.add("1", "b", 2, {70, 0});
  p.add("1", "c", 5, {50, 3});
  p.add("2", "a", 1, {10, 3});
  p.add("2", "b", 2, {});
  const FunnelLog log = log_of_one(p);
  EXPECT_EQ(log.currency, std::optional<uint32_t>(3));
  const FunnelTally t = tally(log, steps_of(log, {}), {}, 1, 100).back();
  EXPECT_EQ(t.amounts, (std::vector<base::Int128>{80, 80, 50}));
  EXPECT_EQ(t.amounted, (std::vector<int64_t>{2, 2, 1}));
  p.add("2", "c", 3, {10, 4});
  EXPECT_EQ(log_of_one(p).currency, std::nullopt);
}

// ---- by the value of an event, counted the plain way

struct Plain {
  std::vector<int64_t> reached;
  std::vector<int64_t> from_before;
  std::vector<int64_t> from_entry;
};

// Whether `cell` has the entity at a step: by its first event, the last step's, or that step's; a skipped step's event is
// that of the next.
bool has_at(const Chain& chain, std::span<const FunnelLog::Event> events, uint32_t cell, FunnelTouch touch,
            std::size_t step, bool implied) {
  const std::size_t last = static_cast<std::size_t>(chain.depth) - 1;
  std::size_t met = touch == FunnelTouch::last ? last : step;
  while (!chain.times[met]) ++met;
  for (const auto& e : events) {
    const bool start = touch == FunnelTouch::first && e.time == chain.start && (implied || e.step == 0);
    const bool step_itself = touch != FunnelTouch::first && e.time == *chain.times[met] && e.step == met;
    if (e.cell == cell && (start || step_itself)) return true;
  }
  return false;
}

Plain counted(const FunnelLog& log, const FunnelRules& rules, uint32_t cell, FunnelTouch touch) {
  Plain plain;
  for (auto* counts : {&plain.reached, &plain.from_before, &plain.from_entry}) counts->resize(3);
  for (std::size_t entity = 0; entity < log.entities(); ++entity) {
    std::vector<FunnelEvent> events;
    for (const auto& e : log.of(entity)) events.push_back({e.time, static_cast<int32_t>(e.step)});
    ChainFinder finder(rules);
    const Chain chain = finder.deepest(events);
    const auto in = [&](std::size_t step) {
      return has_at(chain, log.of(entity), cell, touch, step, rules.later_implies_earlier);
    };
    for (std::size_t step = 0; step < static_cast<std::size_t>(chain.depth); ++step) {
      plain.reached[step] += in(step);
      plain.from_before[step] += in(step == 0 ? 0 : step - 1);
      plain.from_entry[step] += in(0);
    }
  }
  return plain;
}

TEST(FunnelTally, AgreesWithPlainCountingByEveryTouch) {
  stats::Random random(6);
  const char* const steps[] = {"a", "b", "c"};
  for (int round = 0; round < 300; ++round) {
    Paths cells[3];
    for (int i = 0; i < 40; ++i) {
      cells[random.below(3)].add(std::to_string(random.below(9)), steps[random.below(3)], random.below(12));
    }
    const Paths* const all[] = {&cells[0], &cells[1], &cells[2]};
    const FunnelLog log = log_of(all);
    FunnelChoice choice;
    choice.steps = {"a", "b", "c"};
    FunnelRules rules;
    rules.steps = 3;
    rules.later_implies_earlier = random.below(2) == 0;
    rules.back_keeps = random.below(2) == 0;
    for (const FunnelTouch touch : {FunnelTouch::first, FunnelTouch::last, FunnelTouch::each_step}) {
      const auto tallies = tally(log, steps_of(log, choice), rules, 3, 100, touch);
      for (uint32_t cell = 0; cell < 3; ++cell) {
        const Plain plain = counted(log, rules, cell, touch);
        EXPECT_EQ(tallies[cell].reached, plain.reached) << round;
        EXPECT_EQ(tallies[cell].from_before, plain.from_before) << round;
        EXPECT_EQ(tallies[cell].from_entry, plain.from_entry) << round;
      }
    }
  }
}

TEST(FunnelTally, GivesAnEntityToTheCellOfItsFirstTouch) {
  const Paths web = paths({{"1", "a", 0}, {"2", "b", 5}, {"3", "a", 2}});
  const Paths phone = paths({{"1", "b", 3}, {"2", "a", 1}});
  const Paths* const cells[] = {&web, &phone};
  const FunnelLog log = log_of(cells);
  const auto tallies = tally(log, steps_of(log, {}), {}, 2, 100);
  EXPECT_EQ(tallies[0].reached, (std::vector<int64_t>{2, 1}));
  EXPECT_EQ(tallies[1].reached, (std::vector<int64_t>{1, 1}));
  EXPECT_EQ(tallies[2].reached, (std::vector<int64_t>{3, 2}));
}

TEST(FunnelTally, DoesNotDependOnHowTheLogWasCut) {
  stats::Random random(5);
  const char* const steps[] = {"lead", "Demo", "demo", "quote", "won", "lost"};
  for (int round = 0; round < 200; ++round) {
    Paths whole;
    Paths parts[3];
    for (int i = 0; i < 60; ++i) {
      const std::string entity = std::to_string(random.below(9));
      const char* step = steps[random.below(6)];
      const int64_t time = random.below(12);
      whole.add(entity, step, time);
      parts[random.below(3)].add(entity, step, time);
    }
    Paths merged = parts[2];
    merged.merge(parts[0]);
    merged.merge(parts[1]);
    const FunnelLog a = log_of_one(whole);
    const FunnelLog b = log_of_one(merged);
    EXPECT_EQ(steps_of(a, {}).names, steps_of(b, {}).names);
    EXPECT_EQ(tally(a, steps_of(a, {}), {}, 1, 9).back().reached, tally(b, steps_of(b, {}), {}, 1, 9).back().reached);
  }
}

}  // namespace
}  // namespace pegel::kpis
