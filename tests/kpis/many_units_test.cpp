// Intervals over units: bootstrapped up to stats::kMostResampled units, linearised above; over deals kept one by one up to
// DecidedDeals::kMostApart, by their days above. Nobody should see the borders.

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "base/civil_date.h"
#include "partial/decided_deals.h"
#include "stats/linearised.h"
#include "support/generate.h"

namespace pegel {
namespace {

const std::vector<std::string> kPartners{"North", "South", "West"};

// Each partner has `deals` decided deals, two in five of them won, of skewed amounts and durations; those above
// `most_won` are lost.
test::File partners_file(std::size_t deals, uint64_t seed, std::size_t most_won = stats::kMostResampled) {
  std::ostringstream text;
  text << "deal_id,partner_id,status,created,closed,amount\n";
  int id = 0;
  for (const std::string& partner : kPartners) {
    test::Random random(seed);
    for (std::size_t i = 0; i < deals; ++i) {
      const bool won = random.chance(40) && i < most_won;
      const Day created = *day_of(2026, 1, 1) + static_cast<Day>(random.below(100));
      const Day closed = created + 20 + static_cast<Day>(random.below(15) * random.below(15));
      const uint64_t amount = 50 + random.below(30) * random.below(30) * random.below(30);
      text << 'D' << ++id << ',' << partner << ',' << (won ? "won" : "lost") << ',' << base::iso_date(created) << ','
           << base::iso_date(closed) << ',' << amount << '\n';
    }
    ++seed;
  }
  return {"deals.csv", text.str()};
}

class ManyUnits : public testing::TestWithParam<const char*> {};

TEST_P(ManyUnits, ChangesTheMethodButHardlyTheInterval) {
  for (uint64_t seed = 1; seed <= 9; seed += 4) {
    Choices choices = test::choices_today();
    choices.variants["quality_score"] = "programme";
    const Report few = test::run({partners_file(stats::kMostResampled, seed)}, choices);
    const Report many = test::run({partners_file(stats::kMostResampled + 1, seed)}, choices);
    for (const std::string& partner : kPartners) {
      const Estimate* drawn = test::cell(test::kpi(few, GetParam()), "partner_id", partner);
      const Estimate* line = test::cell(test::kpi(many, GetParam()), "partner_id", partner);
      ASSERT_TRUE(drawn != nullptr && line != nullptr && drawn->low && line->low);
      EXPECT_EQ(drawn->method, "bootstrap");
      EXPECT_EQ(line->method, "linearised");
      EXPECT_NEAR(*line->value, *drawn->value, 0.01 * *drawn->value) << seed << ' ' << partner;
      // A median over days of 80 won deals jumps from day to day when it is drawn: a sixth of the width.
      const double near = std::max(0.04 * *drawn->value, (*drawn->high - *drawn->low) / 6);
      EXPECT_NEAR(*line->low, *drawn->low, near) << seed << ' ' << partner;
      EXPECT_NEAR(*line->high, *drawn->high, near) << seed << ' ' << partner;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Kpis, ManyUnits, testing::Values("sales_velocity", "quality_score", "partner_score"));

class ManyDeals : public testing::TestWithParam<const char*> {};

TEST_P(ManyDeals, AreSummedToTheSameIntervalAsDealsOneByOne) {
  constexpr std::size_t kMost = partial::DecidedDeals::kMostApart;
  Choices choices = test::choices_today();
  choices.variants["quality_score"] = "programme";
  const Report apart = test::run({partners_file(kMost, 3, kMost)}, choices);
  const Report grouped = test::run({partners_file(kMost + 1, 3, kMost)}, choices);
  for (const std::string& partner : kPartners) {
    const Estimate* a = test::cell(test::kpi(apart, GetParam()), "partner_id", partner);
    const Estimate* b = test::cell(test::kpi(grouped, GetParam()), "partner_id", partner);
    ASSERT_TRUE(a != nullptr && b != nullptr && a->low && b->low);
    EXPECT_EQ(b->n, a->n + 1);
    // One deal lost in four thousand more, and a skewness that has no weight any more.
    EXPECT_NEAR(*a->value, *b->value, 1e-3 * *a->value) << partner;
    EXPECT_NEAR(*a->high - *a->low, *b->high - *b->low, 2e-3 * (*a->high - *a->low)) << partner;
    EXPECT_NEAR(*a->low, *b->low, 0.02 * (*a->high - *a->low)) << partner;
  }
}

INSTANTIATE_TEST_SUITE_P(Kpis, ManyDeals, testing::Values("sales_velocity", "quality_score"));

TEST(ManyUnits, RankPartnersAsFewDo) {
  const auto rank_of = [](const Report& report) {
    std::vector<std::vector<TableCell>> rows;
    for (const Table& table : report.tables) {
      if (table.id == "partner_score") rows = table.rows;
    }
    return rows;
  };
  const auto few = rank_of(test::run({partners_file(stats::kMostResampled, 5)}));
  const auto many = rank_of(test::run({partners_file(stats::kMostResampled + 1, 5)}));
  ASSERT_EQ(few.size(), kPartners.size());
  ASSERT_EQ(many.size(), kPartners.size());
  for (std::size_t row = 0; row < few.size(); ++row) {
    for (std::size_t column = 4; column < 9; ++column) {
      EXPECT_EQ(few[row][column].number, many[row][column].number) << row << ' ' << column;
    }
  }
}

}  // namespace
}  // namespace pegel
