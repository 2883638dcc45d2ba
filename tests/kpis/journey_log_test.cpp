#include "kpis/journey_log.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "support/generate.h"
#include "support/run.h"

namespace pegel::kpis {
namespace {

using partial::JourneyRow;
using Rows = std::vector<JourneyRow>;

Rows random_rows(test::Random& random) {
  Rows rows;
  for (uint64_t i = random.below(40); i > 0; --i) {
    JourneyRow row;
    row.kind = static_cast<JourneyRow::Kind>(random.below(3));
    if (row.kind != JourneyRow::order) row.lead_id = random.below(12);
    row.customer_id = random.below(16);
    row.day = static_cast<int32_t>(random.below(20));
    if (row.kind == JourneyRow::lead && random.chance(40)) row.later = row.day;
    if (row.kind == JourneyRow::deal && random.chance(40)) row.later = row.day + static_cast<int32_t>(random.below(9));
    rows.push_back(row);
  }
  return rows;
}

// ---- the plain way: names spread from row to row until none changes

bool belong(const JourneyRow& a, const JourneyRow& b) {
  const bool by_lead = a.lead_id != JourneyRow::kNoId && a.lead_id == b.lead_id;
  return by_lead || (a.customer_id != JourneyRow::kNoId && a.customer_id == b.customer_id);
}

std::vector<uint32_t> spread(const Rows& rows) {
  std::vector<uint32_t> name(rows.size());
  std::iota(name.begin(), name.end(), 0u);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t a = 0; a < rows.size(); ++a) {
      for (std::size_t b = 0; b < rows.size(); ++b) {
        if (!belong(rows[a], rows[b]) || name[b] <= name[a]) continue;
        name[b] = name[a];
        changed = true;
      }
    }
  }
  return name;
}

TEST(Journey, joins_rows_that_share_an_id_directly_or_through_others) {
  test::Random random(4);
  for (int round = 0; round < 2000; ++round) {
    const Rows rows = random_rows(random);
    const std::vector<uint32_t> entities = entities_of(rows);
    const std::vector<uint32_t> names = spread(rows);
    for (std::size_t a = 0; a < rows.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        ASSERT_EQ(entities[a] == entities[b], names[a] == names[b]) << round;
      }
    }
  }
}

/// How many with a lead got how far: each step, or a later one, on the day of the first lead or after.
struct Plain {
  std::array<int64_t, kJourneySteps> reached{};
  int64_t unlinked = 0;
};

Plain counted(const Rows& rows) {
  Plain plain;
  const std::vector<uint32_t> names = spread(rows);
  for (uint32_t entity = 0; entity < rows.size(); ++entity) {
    int32_t first = INT32_MAX;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (names[i] == entity && rows[i].kind == JourneyRow::lead) first = std::min(first, rows[i].day);
    }
    int deepest = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (names[i] != entity) continue;
      if (first == INT32_MAX) {
        ++plain.unlinked;
        continue;
      }
      const int step = rows[i].kind == JourneyRow::lead ? 1 : rows[i].kind == JourneyRow::deal ? 3 : 5;
      if (rows[i].day >= first) deepest = std::max(deepest, step);
      if (rows[i].later != JourneyRow::kNoDay && rows[i].later >= first) deepest = std::max(deepest, step + 1);
    }
    for (int step = 0; step < deepest; ++step) ++plain.reached[static_cast<std::size_t>(step)];
  }
  return plain;
}

partial::Journeys journeys(const Rows& rows) {
  partial::Journeys all;
  for (const JourneyRow& row : rows) all.add(row);
  return all;
}

TEST(Journey, agrees_with_plain_counting_however_the_rows_are_cut_and_ordered) {
  test::Random random(5);
  for (int round = 0; round < 1000; ++round) {
    const Rows rows = random_rows(random);
    partial::Journeys cells[3];
    for (const JourneyRow& row : rows) cells[random.below(3)].add(row);
    const partial::Journeys* const parts[] = {&cells[0], &cells[1], &cells[2]};
    const JourneyLog cut = journey_log(parts);
    const Plain plain = counted(rows);
    EXPECT_EQ(cut.unlinked_deals + cut.unlinked_orders, plain.unlinked);
    FunnelRules rules;
    rules.any_entry = false;
    rules.later_implies_earlier = true;
    const FunnelTally t = tally(cut.log, cut.steps, rules, 3, 100).back();
    for (std::size_t s = 0; s < cut.steps.ids.size(); ++s) {
      EXPECT_EQ(t.reached[s], plain.reached[cut.steps.ids[s]]) << round << ' ' << cut.steps.names[s];
    }
    const partial::Journeys whole = journeys(rows);
    const partial::Journeys* const one[] = {&whole};
    const JourneyLog at_once = journey_log(one);
    EXPECT_EQ(tally(at_once.log, at_once.steps, rules, 1, 100).back().reached, t.reached);
  }
}

TEST(Journey, spans_files_and_says_what_deals_are_worth_at_each_step) {
  const test::File leads{"leads.csv",
                         "Lead ID,Created Date,Qualified,Lead Source\n"
                         "L1,2026-01-05,yes,web\nL2,2026-01-06,no,web\nL3,2026-01-07,yes,fair\n"};
  const test::File deals{"deals.csv",
                         "Deal ID,Lead ID,Customer ID,Status,Created,Closed,Amount,Currency\n"
                         "D1,L1,C1,won,2026-02-01,2026-03-01,500,EUR\nD2,L3,C3,lost,2026-02-02,2026-03-02,300,EUR\n"
                         "D3,,C9,won,2026-02-03,2026-03-03,70,EUR\n"};
  const test::File orders{"orders.csv",
                          "Order ID,Order Date,Customer ID,Order Total,Currency\n"
                          "O1,2026-04-01,C1,40,EUR\nO2,2026-04-02,C8,50,EUR\n"};
  Choices choices = test::choices_today();
  choices.dimensions.emplace();
  choices.kpis = {"journey"};
  const Report report = test::run({leads, deals, orders}, choices);
  const KpiReport& kpi = test::kpi(report, "journey");
  EXPECT_NEAR(kpi.total.value.value_or(-1), 1.0 / 3, 1e-12);
  EXPECT_EQ(kpi.total.parts.back().value, 1) << "an order without a lead";
  ASSERT_EQ(report.tables.size(), 1u);
  std::vector<std::string> steps;
  std::vector<std::optional<double>> counts, amounts;
  for (const auto& row : report.tables[0].rows) {
    steps.push_back(row[0].text);
    counts.push_back(row[1].number);
    amounts.push_back(row[row.size() - 3].number);
  }
  EXPECT_EQ(steps, (std::vector<std::string>{"journey_lead", "journey_qualified", "journey_deal", "journey_won",
                                             "journey_order"}));
  EXPECT_EQ(counts, (std::vector<std::optional<double>>{3, 2, 2, 1, 1}));
  EXPECT_EQ(amounts, (std::vector<std::optional<double>>{800, 800, 800, 500, 500}));
}

}  // namespace
}  // namespace pegel::kpis
