// What a plan says of the partner score, and what stands beside it.

#include <gtest/gtest.h>

#include <algorithm>

#include "support/generate.h"

namespace pegel {
namespace {

using test::File;

std::string deals(const std::string& partner, int won, int lost, int amount, const std::string& channel = "") {
  std::string text;
  for (int i = 0; i < won + lost; ++i) {
    const std::string id = partner + std::to_string(i) + "-" + std::to_string(amount);
    text += id + "," + partner + "," + (i < won ? "won" : "lost") + ",2026-01-05,2026-02-" +
            std::to_string(10 + i % 15) + "," + std::to_string(amount + i) + "," + channel + "\n";
  }
  return text;
}

const File kDeals{"deals.csv", "deal_id,partner_id,status,created,closed,amount,channel_class\n" +
                                   deals("A", 10, 10, 100, "paid") + deals("B", 6, 14, 200, "earned") +
                                   deals("C", 12, 3, 150, "paid") + deals("", 5, 5, 900, "owned")};
const File kTargets{"targets.csv",
                    "kpi_id,period_start,period_end,target,scope_type,scope_id\n"
                    "partner_deal_count,2026-01-01,2026-12-31,20,partner,A\n"
                    "partner_deal_count,2026-01-01,2026-06-30,3,partner,C\n"
                    "close_rate,2026-01-01,2026-12-31,0.6,partner,B\n"
                    "channel_mix,2026-01-01,2026-12-31,50,channel,paid\n"
                    "channel_mix,2026-01-01,2026-12-31,50,channel,earned\n"};

Choices choices_for(PartnerScoreChoice score = {}) {
  Choices choices = test::choices_today();
  choices.dimensions = {"partner_id"};
  choices.period = Period{*day_of(2026, 1, 1), *day_of(2027, 1, 1)};
  choices.kpis = {"partner_score"};
  choices.partner_score = std::move(score);
  return choices;
}

const Table& table(const Report& report, std::string_view id) {
  const auto found =
      std::find_if(report.tables.begin(), report.tables.end(), [&](const Table& each) { return each.id == id; });
  if (found != report.tables.end()) return *found;
  ADD_FAILURE() << "no table " << id;
  static const Table kNone;
  return kNone;
}

TableCell at(const Table& table, std::string_view row, std::string_view column) {
  for (const auto& cells : table.rows) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (cells[0].text == row && table.columns[c].id == column) return cells[c];
    }
  }
  ADD_FAILURE() << "no " << row << " " << column;
  return {};
}

double part_of(const Estimate& estimate, std::string_view name) {
  for (const Part& part : estimate.parts) {
    if (part.name == name) return part.value;
  }
  return -1;
}

TEST(PartnerScore, takes_no_median_of_fewer_than_three_values_for_a_reference) {
  const auto coverage = [](const std::string& open) {
    const File with{"deals.csv", kDeals.text + open};
    return *at(table(test::run({with}, choices_for()), "partner_score"), "A", "coverage").number;
  };
  const std::string two = "O1,A,open,2026-12-20,,500,\nO2,B,open,2026-12-20,,700,\n";
  EXPECT_NEAR(coverage(two), 0.85, 1e-9);
  EXPECT_NEAR(coverage(two + "O3,C,open,2026-12-20,,900,\n"), 1, 1e-9);
}

TEST(PartnerScore, takes_the_weights_of_the_plan_before_those_of_its_variant) {
  const Report report = test::run({kDeals}, choices_for({.weights = {{"deal_count", 3}, {"close_rate", 1}}}));
  for (const BreakdownValue& partner : test::kpi(report, "partner_score").breakdown.at(0).values) {
    const double count = part_of(partner.estimate, "deal_count");
    EXPECT_NEAR(*partner.estimate.value, (3 * count + part_of(partner.estimate, "close_rate")) / 4, 1e-9);
    EXPECT_EQ(part_of(partner.estimate, "quality"), -1) << "of no weight, and no part of it";
  }
}

TEST(PartnerScore, holds_a_partner_against_its_own_target_then_that_of_all) {
  const Report report = test::run({kDeals, kTargets}, choices_for({.targets = {{"deal_count", 8}}}));
  const Table& scores = table(report, "partner_score");
  EXPECT_DOUBLE_EQ(*at(scores, "A", "deal_count_points").number, 50);
  EXPECT_DOUBLE_EQ(*at(scores, "B", "deal_count_points").number, 75);
  EXPECT_DOUBLE_EQ(*at(scores, "C", "deal_count_points").number, 100) << "its own target is of other days";
  const Table& reached = table(report, "partner_targets");
  ASSERT_EQ(reached.rows.size(), 4u);
  EXPECT_EQ(reached.rows[3][0].text, "C");
  EXPECT_EQ(reached.rows[3][1].text, "deal_count");
  EXPECT_DOUBLE_EQ(*reached.rows[3][4].number, 1.5) << "more than was asked shows beside";
}

TEST(PartnerScore, measures_channels_where_a_mix_is_planned) {
  const Table without = table(test::run({kDeals}, choices_for()), "partner_score");
  for (const TableColumn& column : without.columns) EXPECT_NE(column.id, "channel_mix");
  const Table with = table(test::run({kDeals, kTargets}, choices_for()), "partner_score");
  EXPECT_DOUBLE_EQ(*at(with, "A", "channel_mix").number, 0.5);
  EXPECT_DOUBLE_EQ(*at(with, "A", "channel_mix_points").number, 50);
}

TEST(PartnerScore, names_the_tier_that_a_partner_is_surely_in) {
  const Report report = test::run({kDeals}, choices_for({.tiers = {5, 95}}));
  EXPECT_EQ(at(table(report, "partner_score"), "A", "tier").text, "5\u201395");
}

TEST(PartnerScore, says_how_its_components_go_together_from_five_partners_on) {
  const Report few = test::run({kDeals}, choices_for());
  for (const Table& each : few.tables) EXPECT_NE(each.id, "partner_correlation");
  File more = kDeals;
  more.text += deals("D", 3, 9, 120) + deals("E", 8, 8, 130);
  const Table pairs = table(test::run({more}, choices_for()), "partner_correlation");
  ASSERT_FALSE(pairs.rows.empty());
  EXPECT_EQ(pairs.rows[0].back().number, 5);
}

TEST(PartnerDeals, stand_beside_those_of_the_company_itself) {
  Choices choices = choices_for();
  choices.kpis = {"partner_deal_count",   "partner_avg_deal_size", "partner_close_rate",
                  "partner_deal_success", "partner_deal_velocity", "partner_pipeline_value"};
  Choices alone = choices;
  alone.kpis = {"deal_count", "avg_deal_size", "close_rate", "deal_success", "deal_velocity"};
  File own = kDeals;
  own.text = kDeals.text.substr(0, kDeals.text.find('\n') + 1) + deals("", 5, 5, 900, "owned");
  const Report report = test::run({kDeals}, choices);
  const Report direct = test::run({own}, alone);
  int tables = 0;
  for (const Table& each : report.tables) {
    ASSERT_EQ(each.id, "direct");
    ++tables;
    ASSERT_EQ(each.rows.size(), 2u) << each.kpi;
    EXPECT_EQ(each.rows[0][1].number, test::kpi(report, each.kpi).total.value) << each.kpi;
    const Estimate& expected = test::kpi(direct, each.kpi.substr(std::string("partner_").size())).total;
    EXPECT_EQ(each.rows[1][1].number, expected.value) << each.kpi;
    EXPECT_EQ(each.rows[1][2].number, expected.low) << each.kpi;
    EXPECT_EQ(each.rows[1][4].number, static_cast<double>(expected.n)) << each.kpi;
  }
  EXPECT_EQ(tables, 5) << "there is no open deal";
  for (const KpiReport& kpi : report.kpis) {
    for (const Breakdown& breakdown : kpi.breakdown) {
      for (const BreakdownValue& value : breakdown.values) EXPECT_NE(value.key, "") << kpi.card->id;
    }
  }
}

TEST(PartnerDeals, of_which_each_has_a_partner_stand_alone) {
  File all = kDeals;
  all.text = all.text.substr(0, all.text.find("-900,") - 1);
  all.text = all.text.substr(0, all.text.rfind('\n') + 1);
  Choices choices = choices_for();
  choices.kpis = {"partner_deal_count", "partner_close_rate"};
  EXPECT_TRUE(test::run({all}, choices).tables.empty());
}

}  // namespace
}  // namespace pegel
