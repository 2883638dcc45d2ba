// KPIs that look back over periods.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/civil_date.h"
#include "support/generate.h"

namespace pegel {
namespace {

using test::File;
using test::kpi;

constexpr const char* kToday = "2026-12-31";

struct Bought {
  std::string customer;
  Day day;
};

std::vector<Bought> orders(unsigned seed) {
  test::Random random(seed);
  const Day first = *base::parse_iso_date("2026-01-01");
  std::vector<Bought> all;
  for (int i = 0; i < 600; ++i) {
    all.push_back({"C" + std::to_string(random.below(60)), first + static_cast<Day>(random.below(365))});
  }
  return all;
}

File file_of(const std::vector<Bought>& orders) {
  std::string text = "order_id,at,customer_id,amount\n";
  for (std::size_t i = 0; i < orders.size(); ++i) {
    text += "O" + std::to_string(i) + "," + base::iso_date(orders[i].day) + "," + orders[i].customer + ",10\n";
  }
  return {"orders.csv", text};
}

/// Customers with an order in the 90 days up to `day`.
std::set<std::string> active(const std::vector<Bought>& orders, Day day) {
  std::set<std::string> found;
  for (const Bought& order : orders) {
    if (order.day <= day && order.day > day - 90) found.insert(order.customer);
  }
  return found;
}

Report report_of(const std::vector<File>& files, std::vector<std::string> kpis, std::string_view from,
                 std::string_view to) {
  Choices choices = test::choices_today(kToday);
  choices.kpis = std::move(kpis);
  choices.period = Period{*base::parse_iso_date(from), *base::parse_iso_date(to)};
  return test::run(files, choices);
}

TEST(LooksBack, who_stayed_and_who_left_are_counted_customer_by_customer) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    const std::vector<Bought> all = orders(seed);
    const std::set<std::string> start = active(all, *base::parse_iso_date("2026-05-31"));
    const std::set<std::string> end = active(all, *base::parse_iso_date("2026-06-30"));
    const auto stayed =
        std::count_if(start.begin(), start.end(), [&](const auto& name) { return end.count(name) > 0; });
    const Report report =
        report_of({file_of(all)}, {"retention_rate", "churn_rate", "active_customers"}, "2026-06-01", "2026-07-01");
    const double share = static_cast<double>(stayed) / static_cast<double>(start.size());
    EXPECT_DOUBLE_EQ(*kpi(report, "retention_rate").total.value, share);
    EXPECT_NEAR(*kpi(report, "churn_rate").total.value, 1 - share, 1e-12);
    EXPECT_EQ(*kpi(report, "active_customers").total.value, static_cast<double>(end.size()));
  }
}

TEST(LooksBack, without_a_period_the_last_whole_month_is_looked_at) {
  Choices choices = test::choices_today("2026-09-15");
  choices.kpis = {"active_customers"};
  const Report report = test::run({file_of(orders(1))}, choices);
  const KpiReport& customers = kpi(report, "active_customers");
  ASSERT_TRUE(customers.period.has_value());
  EXPECT_EQ(base::iso_date(customers.period->start), "2026-08-01");
  EXPECT_EQ(base::iso_date(customers.period->end), "2026-09-01");
}

const File kDeals{"deals.csv",
                  "deal_id,status,created,closed,amount\n"
                  "1,open,2026-02-03,,100.10\n2,won,2026-01-03,2026-06-05,40.20\n3,lost,2026-06-02,2026-06-20,7.77\n"
                  "4,won,2026-06-10,2026-07-01,55.55\n5,open,2026-06-30,,0.01\n6,won,2026-03-01,2026-03-09,1000\n"
                  "7,lost,2026-05-31,2026-06-01,12.34\n"};

double amount(const Table& table, std::string_view movement) {
  for (const auto& row : table.rows) {
    if (row[0].text == movement) return *row[1].number;
  }
  throw std::runtime_error("no " + std::string(movement));
}

TEST(LooksBack, the_bridge_of_the_pipeline_balances_to_the_cent) {
  const Report report = report_of({kDeals}, {"pipeline_change", "pipeline_value"}, "2026-06-01", "2026-07-01");
  ASSERT_EQ(report.tables.size(), 1u);
  const Table& bridge = report.tables[0];
  EXPECT_EQ(bridge.id, "pipeline_bridge");
  const double moved = amount(bridge, "created") + amount(bridge, "won") + amount(bridge, "lost");
  EXPECT_NEAR(amount(bridge, "start") + moved, amount(bridge, "end"), 1e-9);
  EXPECT_NEAR(*kpi(report, "pipeline_change").total.value, moved, 1e-9);
  EXPECT_NEAR(amount(bridge, "start"), 152.64, 1e-9);
  EXPECT_NEAR(amount(bridge, "end"), 155.66, 1e-9);
}

TEST(LooksBack, the_pipeline_at_the_end_of_a_period_up_to_today_is_the_pipeline_value) {
  const Report report = report_of({kDeals}, {"pipeline_change", "pipeline_value"}, "2026-12-01", "2027-01-01");
  EXPECT_NEAR(amount(report.tables.at(0), "end"), *kpi(report, "pipeline_value").total.value, 1e-9);
}

TEST(LooksBack, cohorts_count_who_ordered_again_in_each_month_that_is_over) {
  std::vector<Bought> all;
  const auto buy = [&](const char* customer, const char* day) {
    all.push_back({customer, *base::parse_iso_date(day)});
  };
  buy("A", "2026-01-31"), buy("A", "2026-02-01"), buy("A", "2026-02-28"), buy("A", "2026-04-01");
  buy("B", "2026-01-01"), buy("C", "2026-03-31"), buy("C", "2026-04-30");
  const Report report = report_of({file_of(all)}, {"retention_rate"}, "2026-04-01", "2026-05-01");
  ASSERT_EQ(report.tables.size(), 1u);
  const Table& cohorts = report.tables[0];
  ASSERT_EQ(cohorts.rows.size(), 2u);
  const auto share = [&](std::size_t row, std::size_t later) { return cohorts.rows[row][1 + later].number; };
  EXPECT_EQ(cohorts.rows[0][0].text, "2026-01");
  EXPECT_EQ(cohorts.rows[0][1].number, 2);
  EXPECT_EQ(share(0, 1), 0.5);
  EXPECT_EQ(share(0, 2), 0.0);
  EXPECT_EQ(share(0, 3), 0.5);
  EXPECT_FALSE(share(0, 4)) << "May is not over";
  EXPECT_EQ(share(1, 1), 1.0);
  EXPECT_FALSE(share(1, 2));
}

}  // namespace
}  // namespace pegel
