// Intervals of ratios of sums through the whole engine, beside a plain bootstrap over their units.

#include "kpis/over_units.h"

#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "stats/bootstrap.h"
#include "stats/linearised.h"
#include "support/run.h"

namespace pegel {
namespace {

using stats::Interval;
using stats::Picks;
using stats::Random;

struct Line {
  int order;
  int customer;
  int amount;
  int cost;
};

// Orders of one to three lines, of customers who come once or often.
std::vector<Line> shop(int orders, uint64_t seed) {
  Random random(seed);
  std::vector<Line> list;
  for (int order = 0; order < orders; ++order) {
    const int customer = static_cast<int>(random.below(60) * random.below(60)) / 20;
    const int margin = 10 + static_cast<int>(random.below(50));
    for (uint32_t line = 0; line <= random.below(3); ++line) {
      const int amount = 100 * (1 + static_cast<int>(random.below(20) * random.below(20)));
      list.push_back({order, customer, amount, amount * (100 - margin) / 100});
    }
  }
  return list;
}

test::File as_lines(const std::vector<Line>& list) {
  std::ostringstream text;
  text << "order_id,line_id,at,customer_id,product,amount,cost\n";
  int number = 0;
  for (const Line& line : list) {
    text << 'O' << line.order << ',' << ++number << ",2026-03-" << 10 + line.order % 10 << ",C" << line.customer << ",P"
         << number % 7 << ',' << line.amount << ',' << line.cost << '\n';
  }
  return {"orders.csv", text.str()};
}

// The lines of an order added up.
std::vector<Line> added_up(const std::vector<Line>& list) {
  std::vector<Line> orders;
  for (const Line& line : list) {
    if (orders.empty() || orders.back().order != line.order) {
      orders.push_back(line);
    } else {
      orders.back().amount += line.amount;
      orders.back().cost += line.cost;
    }
  }
  return orders;
}

test::File as_orders(const std::vector<Line>& list) {
  std::ostringstream text;
  text << "order_id,at,customer_id,amount,cost\n";
  for (const Line& order : added_up(list)) {
    text << 'O' << order.order << ",2026-03-" << 10 + order.order % 10 << ",C" << order.customer << ',' << order.amount
         << ',' << order.cost << '\n';
  }
  return {"orders.csv", text.str()};
}

Report report_on(const std::vector<test::File>& files, const std::string& kpi, const std::string& variant = "") {
  Choices choices = test::choices_today();
  choices.kpis = {kpi};
  if (!variant.empty()) choices.variants[kpi] = variant;
  return test::run(files, choices);
}

Estimate total_of(const std::vector<test::File>& files, const std::string& kpi, const std::string& variant = "") {
  return test::kpi(report_on(files, kpi, variant), kpi).total;
}

template <class Unit, class X, class Y>
Interval drawn(const std::vector<Unit>& units, const X& x, const Y& y) {
  const auto ratio = [&](Picks picks) {
    double above = 0;
    double below = 0;
    for (const uint32_t pick : picks) {
      above += x(units[pick]);
      below += y(units[pick]);
    }
    return above / below;
  };
  return *stats::bootstrap(static_cast<uint32_t>(units.size()), 99, ratio, {6000, 0.95});
}

void expect_near(const Estimate& found, const Interval& drawn, const std::string& what) {
  ASSERT_TRUE(found.low && found.high) << what;
  const double width = drawn.high - drawn.low;
  EXPECT_NEAR(*found.low, drawn.low, width / 12) << what;
  EXPECT_NEAR(*found.high, drawn.high, width / 12) << what;
}

TEST(OverOrders, MarginsAreAsSureAsOrdersSayHoweverManyLinesTheyHave) {
  for (const int orders : {120, 700, 3000}) {
    const auto list = shop(orders, static_cast<uint64_t>(orders));
    const auto units = added_up(list);
    const auto amount = [](const Line& order) { return static_cast<double>(order.amount); };
    const auto cost = [](const Line& order) { return static_cast<double>(order.cost); };
    const auto profit = [](const Line& order) { return static_cast<double>(order.amount - order.cost); };
    const auto one = [](const Line&) { return 1.0; };
    struct Case {
      const char* kpi;
      const char* variant;
      Interval drawn;
    };
    for (const Case& of : {Case{"gross_margin", "", drawn(units, profit, amount)},
                           Case{"gross_margin", "markup", drawn(units, profit, cost)},
                           Case{"avg_return_per_sale", "", drawn(units, profit, one)},
                           Case{"avg_return_per_sale", "order_value", drawn(units, amount, one)}}) {
      const std::string what = std::string(of.kpi) + ' ' + of.variant + ' ' + std::to_string(orders);
      const Estimate by_line = total_of({as_lines(list)}, of.kpi, of.variant);
      const Estimate by_order = total_of({as_orders(list)}, of.kpi, of.variant);
      expect_near(by_line, of.drawn, what);
      EXPECT_EQ(by_line.low, by_order.low) << what;
      EXPECT_EQ(by_line.high, by_order.high) << what;
      EXPECT_EQ(by_line.method, orders == 120 ? "bootstrap" : "linearised") << what;
    }
  }
}

TEST(OverCustomers, OrdersOfEachAreCountedOnceWhateverTheirLines) {
  for (const int orders : {150, 2500}) {
    const auto list = shop(orders, 3);
    std::map<int, double> of_customer;
    for (const Line& order : added_up(list)) of_customer[order.customer] += 1;
    std::vector<double> units;
    for (const auto& [customer, number] : of_customer) units.push_back(number);
    const Estimate found = total_of({as_lines(list)}, "purchase_frequency");
    expect_near(found,
                drawn(
                    units, [](double number) { return number; }, [](double) { return 1.0; }),
                "");
    EXPECT_EQ(found.low, total_of({as_orders(list)}, "purchase_frequency").low);
  }
}

TEST(OverCustomers, ThoseWhoBoughtNothingAreUnitsToo) {
  const auto list = shop(90, 4);
  std::map<int, double> spent;
  for (int customer = 0; customer < 200; ++customer) spent[customer] = 0;
  for (const Line& line : list) spent[line.customer] += line.amount;
  std::vector<double> units;
  std::string text = "customer_id,since\n";
  for (const auto& [customer, amount] : spent) {
    units.push_back(amount);
    text += "C" + std::to_string(customer) + ",2026-01-05\n";
  }
  const Estimate found = total_of({as_orders(list), {"customers.csv", text}}, "avg_revenue_per_customer", "all");
  EXPECT_EQ(found.n, static_cast<int64_t>(units.size()));
  expect_near(found,
              drawn(
                  units, [](double amount) { return amount; }, [](double) { return 1.0; }),
              "");
}

TEST(OverUnits, FewerThanFiveHaveNoInterval) {
  for (const int orders : {4, 5}) {
    std::vector<Line> list;
    for (int order = 0; order < orders; ++order) list.push_back({order, order, 100 + order, 50 + 2 * order});
    for (const char* kpi : {"gross_margin", "avg_return_per_sale"}) {
      EXPECT_EQ(total_of({as_orders(list)}, kpi).low.has_value(), orders == 5) << kpi << orders;
    }
  }
}

struct Deal {
  bool won;
  int amount;
};
std::vector<Deal> deals(int n, uint64_t seed) {
  Random random(seed);
  std::vector<Deal> list;
  for (int i = 0; i < n; ++i) {
    list.push_back({random.below(5) < 2, 50 + static_cast<int>(random.below(30) * random.below(30))});
  }
  return list;
}

test::File as_deals(const std::vector<Deal>& list) {
  std::ostringstream text;
  text << "deal_id,status,created,closed,owner,amount\n";
  int id = 0;
  for (const Deal& deal : list) {
    text << 'D' << ++id << ',' << (deal.won ? "won" : "lost") << ",2026-01-05,"
         << (id % 2 == 0 ? "2026-02-0" : "2026-03-0") << 1 + id % 9 << ',' << (id % 3 == 0 ? "Ada" : "Bo") << ','
         << deal.amount << '\n';
  }
  return {"deals.csv", text.str()};
}

TEST(OverDeals, WinRateByAmountIsAsSureAsDealsSay) {
  for (const int n : {60, 400}) {
    const auto list = deals(n, static_cast<uint64_t>(n));
    const Interval found = drawn(
        list, [](const Deal& deal) { return deal.won ? deal.amount : 0.0; },
        [](const Deal& deal) { return static_cast<double>(deal.amount); });
    const Report report = report_on({as_deals(list)}, "win_rate", "value");
    expect_near(test::kpi(report, "win_rate").total, found, std::to_string(n));
    EXPECT_EQ(test::kpi(report, "win_rate").total.method, "delta");
    ASSERT_NE(test::cell(test::kpi(report, "win_rate"), "owner", "Ada"), nullptr);
    EXPECT_TRUE(test::cell(test::kpi(report, "win_rate"), "owner", "Ada")->low);
  }
}

// Deals of two months: a plain bootstrap draws from both, so that how many there are of each is left to chance, too.
TEST(OverDeals, GrowthIsAsSureAsTheDealsOfBothMonthsSay) {
  std::vector<Deal> list = deals(600, 8);
  for (Deal& deal : list) deal.won = true;
  struct Won {
    bool now;
    double amount;
  };
  std::vector<Won> units;
  for (std::size_t i = 0; i < list.size(); ++i) units.push_back({i % 2 == 0, static_cast<double>(list[i].amount)});
  const Interval growth = drawn(
      units, [](const Won& won) { return won.now ? won.amount : 0; },
      [](const Won& won) { return won.now ? 0 : won.amount; });
  Choices choices = test::choices_today();
  choices.period = Period{*day_of(2026, 3, 1), *day_of(2026, 4, 1)};
  const Report report = test::run({as_deals(list)}, choices);
  expect_near(test::kpi(report, "revenue_growth_rate").total, {growth.low - 1, growth.high - 1}, "");
}

TEST(OverOrders, GrowthHasNoIntervalWhereRowsAreLines) {
  const auto growth = [](const std::string& more, const std::string& cells) {
    std::string text = "order_id,at,amount" + more + "\n";
    for (int order = 0; order < 40; ++order) {
      text += "O" + std::to_string(order) + (order % 2 == 0 ? ",2026-10-0" : ",2026-11-0") +
              std::to_string(1 + order % 9) + "," + std::to_string(100 + order) + cells + "\n";
    }
    Choices choices = test::choices_today();
    choices.period = Period{*day_of(2026, 11, 1), *day_of(2026, 12, 1)};
    return test::kpi(test::run({{"orders.csv", text}}, choices), "revenue_growth_rate").total;
  };
  EXPECT_TRUE(growth("", "").low);
  const Estimate of_lines = growth(",product", ",pen");
  EXPECT_TRUE(of_lines.value);
  EXPECT_FALSE(of_lines.low);
}

// The value by customers, the cost by how many are new: wider than either alone.
TEST(OverCustomers, ValueByCostIsAsSureAsBoth) {
  const auto list = shop(400, 11);
  const auto with_new = [&](int customers) {
    std::string text = "customer_id,since\n";
    for (int i = 0; i < customers; ++i) text += "N" + std::to_string(i) + ",2026-03-05\n";
    return total_of({as_orders(list),
                     {"customers.csv", text},
                     {"spend.csv", "period_start,amount,spend_kind\n2026-03-01,60000,media\n"}},
                    "ltv_cac");
  };
  const auto relative = [](const Estimate& e) { return (*e.high - *e.low) / *e.value; };
  const Estimate few = with_new(10);
  const Estimate many = with_new(4000);
  ASSERT_TRUE(few.low && many.low);
  EXPECT_NEAR(*many.value / *few.value, 400, 1e-6);
  EXPECT_GT(relative(few), 1.0) << "ten new customers may have been five, or eighteen";
  EXPECT_LT(relative(many), relative(few) / 2);
  EXPECT_FALSE(with_new(4).low);
}

test::File sold_by(int distributors, uint64_t seed) {
  Random random(seed);
  std::string text = "order_id,at,distributor_id,amount\n";
  for (int i = 0; i < distributors; ++i) {
    text += "O" + std::to_string(i) + ",2026-03-05,V" + std::to_string(i) + "," +
            std::to_string(100 + random.below(40) * random.below(40)) + "\n";
  }
  return {"orders.csv", text};
}

TEST(OverDistributors, SharesOfManyMeetThoseOfFew) {
  constexpr int kFewest = static_cast<int>(stats::kMostResampled);
  for (const char* variant : {"best", "gini"}) {
    for (uint64_t seed = 1; seed <= 3; ++seed) {
      const Estimate few = total_of({sold_by(kFewest, seed)}, "distributor_individual_volume", variant);
      const Estimate many = total_of({sold_by(kFewest + 1, seed)}, "distributor_individual_volume", variant);
      ASSERT_TRUE(few.low && many.low);
      EXPECT_EQ(few.method, "bootstrap");
      EXPECT_EQ(many.method, "linearised");
      const double width = *few.high - *few.low;
      EXPECT_NEAR(*many.high - *many.low, width, width / 8) << variant << seed;
      // A Gini coefficient of resamples is a little lower than that of all.
      EXPECT_NEAR(*many.low - *many.value, *few.low - *few.value, width / 5) << variant << seed;
      EXPECT_NEAR(*many.high - *many.value, *few.high - *few.value, width / 5) << variant << seed;
    }
  }
}

TEST(OverEvents, AFixedEffortIsAsSureAsWhatItBrought) {
  Estimate cost;
  cost.value = 400;
  kpis::bracket_by_events(cost, 60);
  EXPECT_NEAR(*cost.low, 310.752449, 1e-5);
  EXPECT_NEAR(*cost.high, 524.174022, 1e-5);
  Estimate few;
  few.value = 400;
  kpis::bracket_by_events(few, 4);
  EXPECT_FALSE(few.low);
  Estimate given_back;
  given_back.value = -400;
  kpis::bracket_by_events(given_back, 60);
  EXPECT_NEAR(*given_back.low, -524.174022, 1e-5);
}

}  // namespace
}  // namespace pegel
