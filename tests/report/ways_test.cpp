// A variant may be of another unit than its KPI, better the other way round, and of a stock instead of what happened.

#include <gtest/gtest.h>

#include "json/json.h"
#include "support/generate.h"

namespace pegel {
namespace {

Choices choosing(const std::string& kpi, const std::string& variant) {
  Choices choices = test::choices_today();
  choices.kpis = {kpi};
  choices.variants[kpi] = variant;
  return choices;
}

const BreakdownValue& first_of(const KpiReport& kpi) { return kpi.breakdown.at(0).values.at(0); }

double part(const Estimate& estimate, std::string_view name) {
  for (const Part& each : estimate.parts) {
    if (each.name == name) return each.value;
  }
  ADD_FAILURE() << "no part " << name;
  return 0;
}

TEST(Ways, AreTheCardsWhereTheVariantSaysNothing) {
  const Card card{.unit = Unit::days,
                  .direction = Direction::down,
                  .semantic = Semantic::duration,
                  .variants = {{"a", "", true},
                               {"b", "", false, true, "", Kind::none, {}, Role::none, "", Unit::money, Direction::up}}};
  EXPECT_EQ(way_of(card, "a").unit, Unit::days);
  EXPECT_EQ(way_of(card, "").direction, Direction::down);
  EXPECT_EQ(way_of(card, "b").unit, Unit::money);
  EXPECT_EQ(way_of(card, "b").direction, Direction::up);
  EXPECT_EQ(way_of(card, "b").semantic, Semantic::duration);
}

TEST(Ways, DecideWhoIsFirst) {
  const std::string deals = "deal_id,status,created,closed,amount,owner\n";
  std::string rows;
  for (int i = 0; i < 6; ++i) {
    rows += "A" + std::to_string(i) + ",won,2026-01-01,2026-01-11,100,Quick\n";
    rows += "B" + std::to_string(i) + ",won,2026-01-01,2026-03-02,9000,Slow\n";
  }
  for (const auto& [variant, best] : {std::pair{"mean", "Quick"}, std::pair{"money", "Slow"}}) {
    Choices choices = choosing("deal_velocity", variant);
    choices.dimensions = {"owner"};
    const Report report = test::run({{"deals.csv", deals + rows}}, choices);
    EXPECT_EQ(first_of(test::kpi(report, "deal_velocity")).key, best) << variant;
  }
}

TEST(Ways, AreToldWithEveryVariant) {
  const Report report = test::run({test::deals_file(7, 200)}, choosing("deal_velocity", "money"));
  const std::string text = json::write(report);
  EXPECT_NE(text.find("\"unit\":\"money_per_day\""), std::string::npos);
  EXPECT_NE(text.find("\"direction\":\"up\""), std::string::npos);
}

// Open deals of any day, once as a stock of their own and once as a Measure beside what happened.
TEST(Ways, OfAStockAreThoseOfTheStock) {
  const std::vector<test::File> files{test::deals_file(11, 400)};
  const std::optional<Period> first_quarter = Period{*day_of(2026, 1, 1), *day_of(2026, 4, 1)};
  const std::optional<Period> last_quarter = Period{*day_of(2025, 10, 1), *day_of(2026, 1, 1)};
  for (const std::optional<Period>& period : {std::optional<Period>(), first_quarter, last_quarter}) {
    Choices choices = test::choices_today();
    choices.variants = {{"avg_deal_size", "open"}, {"sales_velocity", "open"}};
    choices.period = period;
    const Day last = period ? period->end : choices.today.value_or(0);
    const Report report = test::run(files, choices);
    const Estimate& size = test::kpi(report, "avg_deal_size").total;
    const Estimate& value = test::kpi(report, "pipeline_value").total;
    const Estimate& count = test::kpi(report, "pipeline_count").total;
    const Estimate& velocity = test::kpi(report, "sales_velocity").total;
    ASSERT_TRUE(size.value && value.value && count.value) << last;
    EXPECT_NEAR(part(size, "value"), *value.value, 1e-6) << last;
    EXPECT_NEAR(*size.value * part(size, "open"), *value.value, 1e-6) << last;
    if (velocity.value) EXPECT_EQ(part(velocity, "opportunities"), *count.value) << last;
  }
}

TEST(Gates, DoNotHoldBackAFullCount) {
  Estimate estimate;
  estimate.n = 2;
  estimate.value = 2;
  EXPECT_EQ(gate_of(estimate), Gate::few);
  estimate.full_count = true;
  EXPECT_EQ(gate_of(estimate), Gate::ok);
  estimate.value.reset();
  EXPECT_EQ(gate_of(estimate), Gate::few) << "an undefined one counts nothing";
}

TEST(Gates, AreForCountsThatChanceDecided) {
  const std::string deals =
      "deal_id,status,created,closed,amount\n"
      "D1,won,2026-01-01,2026-01-11,100\n"
      "D2,open,2026-01-01,,100\n"
      "D3,open,2026-01-02,,100\n";
  const Report report = test::run({{"deals.csv", deals}}, test::choices_today());
  EXPECT_EQ(gate_of(test::kpi(report, "pipeline_count").total), Gate::ok);
  EXPECT_EQ(gate_of(test::kpi(report, "deal_count").total), Gate::few);
}

TEST(Gates, DoNotHoldBackWhatTargetsWant) {
  const std::string targets =
      "kpi_id,period_start,period_end,target,fail_at,confirmed\n"
      "revenue,2026-01-01,2027-12-31,1000,500,2026-12-01\n";
  const Report report = test::run({test::deals_file(7, 200), {"targets.csv", targets}}, test::choices_today());
  for (const char* kpi : {"kpi_review_due", "smart_check"}) {
    const Estimate& total = test::kpi(report, kpi).total;
    ASSERT_TRUE(total.value) << kpi;
    EXPECT_LT(total.n, kFew) << kpi;
    EXPECT_EQ(gate_of(total), Gate::ok) << kpi;
  }
}

TEST(StandIns, AreOnlyThoseThatMeasureTheSame) {
  const Report report = test::run({test::deals_file(7, 200)}, test::choices_today());
  EXPECT_EQ(test::kpi(report, "sales_efficiency").status, KpiStatus::missing_kind) << "days to win are no activities";
  EXPECT_EQ(test::kpi(report, "sales_efficiency").variant, "");
}

}  // namespace
}  // namespace pegel
