// What spending, costs and channels give, beyond the worked examples.

#include <gtest/gtest.h>

#include <sstream>

#include "support/run.h"

namespace pegel {
namespace {

using test::File;

const File kSpend{"spend.csv",
                  "period_start,amount,channel,channel_class,currency\n2026-02-01,6000,ads,paid,EUR\n"
                  "2026-02-01,3000,fair,paid,EUR\n2026-03-01,500,press,earned,EUR\n2026-03-01,900,flyer,paid,EUR\n"};
const File kCustomers{"customers.csv",
                      "customer_id,since,channel\nC1,2026-02-03,ads\nC2,2026-02-04,ads\nC3,2026-02-05,ads\n"
                      "C4,2026-02-06,ads\nC5,2026-03-31,ads\nF1,2026-02-07,fair\nF2,2026-02-08,fair\n"
                      "F3,2026-02-09,fair\nF4,2026-02-10,fair\nF5,2026-02-11,fair\nG1,2026-04-01,press\n"};
const File kDeals{"deals.csv",
                  "deal_id,status,created,closed,amount,channel_class,currency\n"
                  "D1,won,2026-02-01,2026-02-20,4000,paid,EUR\nD2,won,2026-02-01,2026-02-21,1000,paid,EUR\n"
                  "D3,won,2026-02-01,2026-02-22,5000,earned,EUR\nD4,won,2026-02-01,2026-02-23,10000,,EUR\n"
                  "D5,lost,2026-02-01,2026-02-24,70000,owned,EUR\n"};
const File kLeads{"leads.csv",
                  "lead_id,created,channel_class\nL1,2026-01-05,paid\nL2,2026-01-06,paid\n"
                  "L3,2026-01-07,paid\nL4,2026-01-08,owned\n"};

Choices named_as_roles(const std::vector<std::pair<File, Kind>>& files) {
  Choices choices = test::choices_today();
  for (const auto& [file, kind] : files) {
    SourceChoice& source = choices.sources[file.name];
    source.kind = kind;
    source.dialect = Dialect();
    std::istringstream header(file.text.substr(0, file.text.find('\n')));
    for (std::string name; std::getline(header, name, ',');) source.roles[name] = name;
  }
  return choices;
}

Report report_of(const std::vector<std::pair<File, Kind>>& files, std::string dimension = {}) {
  Choices choices = named_as_roles(files);
  if (!dimension.empty()) choices.dimensions = {std::move(dimension)};
  std::vector<File> all;
  for (const auto& [file, kind] : files) all.push_back(file);
  return test::run(all, choices);
}

TEST(Acquisition, lists_channels_that_cost_and_brought_nobody_first) {
  const Report report = report_of({{kSpend, Kind::spend}, {kCustomers, Kind::customers}}, "channel");
  const Breakdown& channels = test::kpi(report, "cpa").breakdown.at(0);
  std::vector<std::string> keys;
  for (const BreakdownValue& value : channels.values) keys.push_back(value.key);
  EXPECT_EQ(keys, (std::vector<std::string>{"flyer", "press", "fair", "ads"}));
  EXPECT_EQ(channels.values[0].estimate.undefined, "zero_denominator");
  EXPECT_EQ(channels.values[2].estimate.value, 600);
  EXPECT_EQ(channels.values[2].rank, 1);
}

TEST(Acquisition, counts_customers_to_the_end_of_the_last_month_that_cost_something) {
  const Report report = report_of({{kSpend, Kind::spend}, {kCustomers, Kind::customers}});
  EXPECT_EQ(test::kpi(report, "cac").total.n, 10);
  EXPECT_EQ(test::kpi(report, "cac").total.value, 1040);
}

TEST(Acquisition, says_which_share_of_the_customers_has_no_channel) {
  File customers = kCustomers;
  customers.text += "N1,2026-02-12,\nN2,2026-03-12,\nN3,2026-04-12,\n";
  const Estimate cost = test::kpi(report_of({{kSpend, Kind::spend}, {customers, Kind::customers}}), "cpa").total;
  EXPECT_EQ(cost.n, 10);
  ASSERT_EQ(cost.parts.size(), 3u);
  EXPECT_EQ(cost.parts[2].name, "unattributed");
  EXPECT_NEAR(cost.parts[2].value, 2.0 / 12, 1e-12);
}

TEST(NetIncome, is_unknown_for_months_without_costs) {
  const File orders{"orders.csv", "order_id,at,amount\nO1,2026-02-03,900\nO2,2026-03-04,800\n"};
  const File costs{"costs.csv", "period_start,amount,cost_type\n2026-02-01,300,operating\n"};
  const KpiReport income = test::kpi(report_of({{orders, Kind::orders}, {costs, Kind::costs}}), "net_income");
  ASSERT_EQ(income.trend.size(), 2u);
  EXPECT_EQ(income.trend[0].estimate.value, 600);
  EXPECT_EQ(income.trend[1].estimate.undefined, "no_costs");
  EXPECT_EQ(income.total.value, 600);
}

const Table& mix_of(const Report& report) {
  static const Table kNone;
  for (const Table& table : report.tables) {
    if (table.id == "channel_mix") return table;
  }
  return kNone;
}

const TableCell& at(const Table& table, std::string_view channel_class, std::string_view column) {
  static const TableCell kNone{-1, "no such cell"};
  for (const auto& row : table.rows) {
    for (std::size_t c = 0; row[0].text == channel_class && c < row.size(); ++c) {
      if (table.columns[c].id == column) return row[c];
    }
  }
  return kNone;
}

TEST(ChannelMix, puts_what_each_class_cost_beside_what_it_brought) {
  const Report report = report_of({{kDeals, Kind::deals}, {kLeads, Kind::leads}, {kSpend, Kind::spend}});
  const Table& mix = mix_of(report);
  ASSERT_EQ(mix.rows.size(), 4u);
  EXPECT_EQ(at(mix, "paid", "leads").number, 3);
  EXPECT_EQ(at(mix, "paid", "leads_share").number, 0.75);
  EXPECT_EQ(at(mix, "paid", "won_share").number, 0.5);
  EXPECT_EQ(at(mix, "earned", "value_share").number, 0.25);
  EXPECT_EQ(at(mix, "paid", "spend_per_won").number, 4950);
  EXPECT_EQ(at(mix, "earned", "value_per_spend").number, 10);
  EXPECT_EQ(at(mix, "", "won").number, 1);
  EXPECT_EQ(at(mix, "", "spend").number, 0);
  EXPECT_EQ(at(mix, "owned", "won_per_lead").number, 0);
  EXPECT_FALSE(at(mix, "paid", "target_share").number);
  EXPECT_EQ(test::kpi(report, "channel_mix").total.undefined, "no_target");
}

TEST(ChannelMix, knows_classes_by_what_channels_are_called) {
  File deals{"deals.csv",
             "deal_id,status,created,closed,channel\nD1,won,2026-02-01,2026-02-20,Paid Search\n"
             "D2,won,2026-02-01,2026-02-21,Newsletter\nD3,won,2026-02-01,2026-02-21,phone\n"};
  const Report report = report_of({{deals, Kind::deals}});
  EXPECT_EQ(at(mix_of(report), "paid", "won").number, 1);
  EXPECT_EQ(at(mix_of(report), "owned", "won").number, 1);
  EXPECT_EQ(at(mix_of(report), "", "won").number, 1);
}

TEST(ChannelMix, takes_the_plans_word_for_a_class) {
  const File deals{"deals.csv", "deal_id,status,created,closed,channel\nD1,won,2026-02-01,2026-02-20,phone\n"};
  Choices choices = named_as_roles({{deals, Kind::deals}});
  choices.sources["deals.csv"].values["channel_class"]["phone"] = "earned";
  EXPECT_EQ(at(mix_of(test::run({deals}, choices)), "earned", "won").number, 1);
}

TEST(ChannelMix, of_channels_of_unknown_classes_has_no_table) {
  const File deals{"deals.csv", "deal_id,status,created,closed,channel\nD1,won,2026-02-01,2026-02-20,phone\n"};
  EXPECT_TRUE(mix_of(report_of({{deals, Kind::deals}})).rows.empty());
}

TEST(ChannelMix, leaves_out_what_there_is_nothing_of) {
  const Report report = report_of({{kDeals, Kind::deals}});
  const Table& mix = mix_of(report);
  EXPECT_FALSE(at(mix, "paid", "leads").number);
  EXPECT_FALSE(at(mix, "paid", "spend_share").number);
  EXPECT_EQ(at(mix, "paid", "won").number, 2);
}

}  // namespace
}  // namespace pegel
