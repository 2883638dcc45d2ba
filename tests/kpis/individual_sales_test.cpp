// The table of persons says of each what the KPIs of the same names say.

#include <gtest/gtest.h>

#include <algorithm>

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

TEST(IndividualSales, of_orders_are_those_of_their_sellers_where_no_deal_has_an_owner) {
  const Report report = test::run({{"orders.csv",
                                    "order_id,order_line,at,amount,seller_id\n"
                                    "O1,1,2026-01-05,100,Ada\nO1,2,2026-01-05,50,Ada\nO2,1,2026-01-06,30,Ada\n"
                                    "O3,1,2026-01-07,400,Bo\nO4,1,2026-01-07,70,\n"}});
  const KpiReport& entry = test::kpi(report, "individual_sales");
  EXPECT_EQ(entry.status, KpiStatus::ok);
  EXPECT_EQ(entry.variant, "orders");
  EXPECT_EQ(entry.total.value, 580.0);
  const auto table = std::find_if(report.tables.begin(), report.tables.end(),
                                  [](const Table& each) { return each.id == "individual_sales"; });
  ASSERT_NE(table, report.tables.end());
  EXPECT_EQ(table->title, "seller_id");
  ASSERT_EQ(table->rows.size(), 2u);
  EXPECT_EQ(table->rows[0][0].text, "Bo");
  EXPECT_EQ(table->rows[1][1].number, 180);
  EXPECT_EQ(table->rows[1][2].number, 2) << "two lines of one order are one sale";
  EXPECT_EQ(table->rows[1][5].number, 90);
}

}  // namespace
}  // namespace pegel
