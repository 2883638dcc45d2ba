// The table of persons says of each what the KPIs of the same names say.

#include <gtest/gtest.h>

#include "support/run.h"

namespace pegel {
namespace {

TEST(IndividualSales, have_the_average_deal_size_of_the_kpi) {
  Choices choices = test::choices_today();
  choices.dimensions = {"owner"};
  const Report report = test::run({{"deals.csv",
                                    "deal_id,status,created,closed,owner,amount\n"
                                    "D1,won,2026-01-05,2026-01-15,Ada,200\n"
                                    "D2,won,2026-01-05,2026-01-15,Ada,400\n"
                                    "D3,won,2026-01-05,2026-01-16,Ada,0\n"
                                    "D4,won,2026-01-05,2026-01-17,Bo,0\n"}},
                                  choices);
  const Estimate* average = test::cell(test::kpi(report, "avg_deal_size"), "owner", "Ada");
  ASSERT_NE(average, nullptr);
  EXPECT_EQ(average->value, 300.0);
  const Table& table = report.tables.at(0);
  ASSERT_EQ(table.id, "individual_sales");
  ASSERT_EQ(table.columns[5].id, "avg_deal_size");
  EXPECT_EQ(table.rows[0][5].number, average->value);
  EXPECT_FALSE(table.rows[1][5].number) << "Bo has no deal of an amount";
}

}  // namespace
}  // namespace pegel
