// KPIs that look back over periods.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
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

/// Customers with an order in the `days` days up to `day`.
std::set<std::string> active(const std::vector<Bought>& orders, Day day, Day days = 90) {
  std::set<std::string> found;
  for (const Bought& order : orders) {
    if (order.day <= day && order.day > day - days) found.insert(order.customer);
  }
  return found;
}

/// The days that nine in ten gaps between two days with orders of one customer have at most, half ones up.
Day usual_gap(const std::vector<Bought>& orders) {
  std::map<std::string, std::set<Day>> days;
  for (const Bought& order : orders) days[order.customer].insert(order.day);
  std::vector<Day> gaps;
  for (const auto& [customer, own] : days) {
    for (auto day = own.begin(); std::next(day) != own.end(); ++day) gaps.push_back(*std::next(day) - *day);
  }
  std::sort(gaps.begin(), gaps.end());
  const std::size_t tenths = 9 * (gaps.size() - 1);
  const Day below = gaps[tenths / 10];
  const Day above = gaps[tenths / 10 + (tenths % 10 == 0 ? 0 : 1)];
  return below + static_cast<Day>((static_cast<std::size_t>(above - below) * (tenths % 10) + 9) / 10);
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
    const Day gap = usual_gap(all);
    EXPECT_NE(gap, 90) << "or the window would prove nothing";
    const std::set<std::string> start = active(all, *base::parse_iso_date("2026-05-31"), gap);
    const std::set<std::string> end = active(all, *base::parse_iso_date("2026-06-30"), gap);
    const auto stayed =
        std::count_if(start.begin(), start.end(), [&](const auto& name) { return end.count(name) > 0; });
    const Report report =
        report_of({file_of(all)}, {"retention_rate", "churn_rate", "active_customers"}, "2026-06-01", "2026-07-01");
    const double share = static_cast<double>(stayed) / static_cast<double>(start.size());
    EXPECT_DOUBLE_EQ(*kpi(report, "retention_rate").total.value, share);
    EXPECT_NEAR(*kpi(report, "churn_rate").total.value, 1 - share, 1e-12);
    const auto bought_lately = active(all, *base::parse_iso_date("2026-06-30"));
    EXPECT_EQ(*kpi(report, "active_customers").total.value, static_cast<double>(bought_lately.size()));
  }
}

TEST(LooksBack, too_few_gaps_leave_ninety_days) {
  std::vector<Bought> all;
  for (int i = 0; i < 29; ++i) {
    all.push_back({"C" + std::to_string(i), *base::parse_iso_date("2026-04-01")});
    all.push_back({"C" + std::to_string(i), *base::parse_iso_date("2026-04-11")});
  }
  const auto lost = [&] {
    return *kpi(report_of({file_of(all)}, {"churn_rate"}, "2026-05-01", "2026-06-01"), "churn_rate").total.value;
  };
  EXPECT_EQ(lost(), 0) << "50 days are not over";
  all.push_back({"D", *base::parse_iso_date("2026-04-20")});
  all.push_back({"D", *base::parse_iso_date("2026-04-30")});
  EXPECT_EQ(report_of({file_of(all)}, {"churn_rate"}, "2026-05-01", "2026-06-01").kpis[0].total.n, 1)
      << "the others left before";
  EXPECT_EQ(lost(), 1);
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

TEST(LooksBack, distributors_still_sell_by_the_month_they_enrolled) {
  const File distributors{"distributors.csv", "distributor_id,enrolled\nD1,2026-01-05\nD2,2026-01-20\nD3,2026-02-01\n"};
  const File sales{
      "orders.csv",
      "order_id,at,distributor_id,amount\nO1,2026-01-06,D1,5\nO2,2026-02-07,D1,5\nO3,2026-02-08,D1,5\n"
      "O4,2026-02-07,D2,5\nO5,2026-03-07,D2,5\nO6,2026-03-07,D3,5\nO7,2026-03-07,D1,0\nO8,2025-12-01,D3,5\n"};
  const Report report = report_of({distributors, sales}, {"distributor_retention_rate"}, "2026-03-01", "2026-04-01");
  ASSERT_EQ(report.tables.size(), 1u);
  const Table& cohorts = report.tables[0];
  ASSERT_EQ(cohorts.id, "seller_cohorts");
  ASSERT_EQ(cohorts.rows.size(), 2u);
  const auto number = [&](std::size_t row, std::size_t column) { return cohorts.rows[row][column].number; };
  EXPECT_EQ(cohorts.rows[0][0].text, "2026-01");
  EXPECT_EQ(number(0, 1), 2);
  EXPECT_EQ(number(0, 2), 1);
  EXPECT_EQ(number(0, 3), 0.5);
  EXPECT_EQ(number(0, 4), std::nullopt) << "April is not over";
  EXPECT_EQ(cohorts.rows[1][0].text, "2026-02");
  EXPECT_EQ(number(1, 2), 1);
}

TEST(LooksBack, engagement_stands_beside_the_four_that_sellers_track) {
  File customers{"customers.csv", "customer_id,since\n"};
  for (int i = 0; i < 60; ++i) {
    customers.text += "C" + std::to_string(i) + "," + (i < 50 ? "2025-03-01" : "2026-06-10") + "\n";
  }
  File bought{"orders.csv", "order_id,at,customer_id,amount,seller_id\n"};
  for (const Bought& order : orders(3)) {
    const std::string id = "O" + std::to_string(bought.text.size());
    bought.text += id + "," + base::iso_date(order.day) + "," + order.customer + ",10,Ada\n";
  }
  const std::vector<std::string> four = {"new_customers", "active_customers", "purchase_frequency", "individual_sales"};
  std::vector<std::string> all = four;
  all.push_back("engagement_rate");
  const Report report = report_of({customers, bought}, all, "2026-06-01", "2026-07-01");
  const auto table = std::find_if(report.tables.begin(), report.tables.end(),
                                  [](const Table& each) { return each.id == "engagement"; });
  ASSERT_NE(table, report.tables.end());
  ASSERT_EQ(table->rows.size(), four.size());
  for (std::size_t i = 0; i < four.size(); ++i) {
    EXPECT_EQ(table->rows[i][0].text, four[i]);
    EXPECT_EQ(table->rows[i][1].number, kpi(report, four[i]).total.value) << four[i];
  }
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

TEST(LooksBack, cohorts_say_that_earlier_ones_are_not_shown) {
  const auto notes = [](const char* first) {
    const File orders = file_of({{"A", *base::parse_iso_date(first)}, {"B", *base::parse_iso_date("2026-04-01")}});
    return report_of({orders}, {"retention_rate"}, "2026-04-01", "2026-05-01").tables.at(0).notes;
  };
  EXPECT_TRUE(notes("2025-05-01").empty());
  EXPECT_EQ(notes("2025-04-30"), std::vector<std::string>{"cohorts_cut"});
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
