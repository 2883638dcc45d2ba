// What files lend each other is a join that a loop over all pairs of rows finds as well, whoever holds the rows.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "json/json.h"
#include "support/engines.h"
#include "support/generate.h"

namespace pegel {
namespace {

struct Customer {
  std::string id, name, segment;
  Day modified = 0;
};
struct Order {
  std::string id, customer;
};

/// A file of customers and one of orders that name them: by id, by name, by one that is not there, or not at all.
struct Company {
  std::vector<Customer> customers;
  std::vector<Order> orders;

  explicit Company(uint64_t seed, bool repeated = true) {
    test::Random random(seed);
    static const char* const kSegments[] = {"small", "large", "", "mid, size"};
    for (int c = 0; c < 40; ++c) {
      const bool again = repeated && c > 0 && random.chance(20);
      const std::string number = std::to_string(again ? random.below(static_cast<uint64_t>(c)) : c);
      customers.push_back({"C" + number, "Name " + std::to_string(random.below(30)), kSegments[random.below(4)],
                           *day_of(2025, 1, 1) + static_cast<Day>(random.below(5))});
    }
    for (int o = 0; o < 300; ++o) {
      const std::string number = std::to_string(random.below(50));
      const auto kind = random.below(10);
      const std::string key = kind < 6 ? "C" + number : kind < 8 ? "Name " + number : kind < 9 ? "c0" + number : "";
      orders.push_back({"O" + std::to_string(o), key});
    }
  }

  std::vector<test::File> files() const {
    std::string lenders = "customer_id,name,segment,modified,since\n";
    for (const Customer& c : customers) {
      lenders += c.id + "," + c.name + ",\"" + c.segment + "\"," + iso_text(c.modified) + ",2024-05-0" +
                 std::to_string(1 + c.id.size() % 5) + "\n";
    }
    std::string borrowers = "order_id,at,customer_id,amount\n";
    for (const Order& o : orders) borrowers += o.id + ",2025-03-04," + o.customer + ",10.50\n";
    return {{"orders.csv", borrowers}, {"customers.csv", lenders}};
  }

  /// Of the rows with one id the last by day, then by line.
  const Customer* latest(const std::string& id) const {
    const Customer* found = nullptr;
    for (const Customer& c : customers) {
      if (c.id == id && (found == nullptr || c.modified >= found->modified)) found = &c;
    }
    return found;
  }
  const Customer* of(const std::string& key) const {
    if (const Customer* found = latest(key)) return found;
    std::set<std::string> ids;
    for (const Customer& c : customers) {
      if (c.name == key) ids.insert(c.id);
    }
    return ids.size() == 1 ? latest(*ids.begin()) : nullptr;
  }
};

int64_t orders_in(const Plan& plan, const Batches& batches, const std::string& segment) {
  const RowsQuery query{.kpi = "revenue", .dimension = "segment", .key = segment, .limit = 0};
  const auto page = rows(plan, batches, query);
  EXPECT_TRUE(page) << page.error().text;
  return page ? page->total : -1;
}

TEST(Lending, a_lookup_is_the_join_of_all_pairs_of_rows) {
  for (const uint64_t seed : {1u, 2u, 3u, 4u, 5u}) {
    const Company company(seed);
    const Plan plan = test::plan_for(company.files());
    const Batches batches = test::load(plan, company.files());
    std::map<std::string, int64_t> expected;
    int64_t keyed = 0, matched = 0;
    std::set<std::string> missed;
    for (const Order& order : company.orders) {
      const Customer* customer = order.customer.empty() ? nullptr : company.of(order.customer);
      ++expected[customer == nullptr ? "" : customer->segment];
      keyed += order.customer.empty() ? 0 : 1;
      matched += customer == nullptr ? 0 : 1;
      if (customer == nullptr && !order.customer.empty()) missed.insert(order.customer);
    }
    for (const auto& [segment, count] : expected) EXPECT_EQ(orders_in(plan, batches, segment), count) << segment;
    const Report report = make_report(plan, aggregate(plan, batches));
    ASSERT_EQ(report.links.size(), 1u);
    const LinkReport& link = report.links[0];
    EXPECT_EQ(link.rows, keyed);
    EXPECT_EQ(link.matched, matched);
    EXPECT_EQ(link.unmatched, keyed - matched);
    EXPECT_EQ(link.keys_unmatched, static_cast<int64_t>(missed.size()));
    std::vector<std::string> first(missed.begin(), missed.end());
    first.resize(std::min(first.size(), kLinkExamples));
    EXPECT_EQ(link.examples, first);
    EXPECT_EQ(link.lends, std::vector<std::string>{"segment"});
  }
}

TEST(Lending, engines_that_borrow_give_the_report_of_one_that_holds_all) {
  const Company company(7, false);
  const auto files = company.files();
  Choices choices = test::choices_today();
  choices.filters = {{"segment", {"small", "large"}}};
  const Plan plan = test::plan_for(files, choices);
  const std::string whole = test::json_of(make_report(plan, aggregate(plan, test::load(plan, files))));
  for (const std::size_t parts : {1u, 2u, 5u}) {
    auto engines = test::engines_of(plan, files, parts);
    EXPECT_EQ(test::report_of(plan, engines, parts), whole) << parts;
    EXPECT_EQ(test::report_of(plan, engines, parts + 1), whole) << "borrowed twice";
  }
}

TEST(Lending, the_latest_row_of_an_id_lends_wherever_it_is_read) {
  const Company company(9);
  const auto files = company.files();
  const Plan plan = test::plan_for(files);
  const Batches whole = test::load(plan, files);
  auto engines = test::engines_of(plan, files, 4);
  std::vector<std::vector<uint8_t>> lent;
  for (const Batches& engine : engines) lent.push_back(lend(plan, engine));
  for (const std::string segment : {"", "small", "large", "mid, size"}) {
    int64_t orders = 0;
    for (std::size_t e = 0; e < 4; ++e) {
      for (const auto& bytes : lent) EXPECT_TRUE(borrow(plan, engines[e], bytes));
      orders += orders_in(plan, engines[e], segment);
    }
    EXPECT_EQ(orders, orders_in(plan, whole, segment)) << segment;
  }
}

TEST(Lending, nobody_lends_to_a_lone_file) {
  const Plan plan = test::plan_for({test::deals_file(1, 50)});
  const Batches batches = test::load(plan, {test::deals_file(1, 50)});
  EXPECT_TRUE(lend(plan, batches).empty());
  EXPECT_TRUE(make_report(plan, aggregate(plan, batches)).links.empty());
}

TEST(Lending, broken_bytes_are_refused_not_read) {
  const Company company(3);
  const Plan plan = test::plan_for(company.files());
  Batches batches = test::load(plan, company.files());
  const auto bytes = lend(plan, batches);
  for (std::size_t length = 1; length < bytes.size(); length += 5) {
    const auto borrowed = borrow(plan, batches, std::span(bytes).first(length));
    ASSERT_FALSE(borrowed) << length;
    EXPECT_EQ(borrowed.error().code, "lent.corrupt");
  }
  test::Random random(11);
  for (int i = 0; i < 400; ++i) {
    auto broken = bytes;
    broken[random.below(broken.size())] ^= static_cast<uint8_t>(1 + random.below(255));
    if (borrow(plan, batches, broken) && i % 20 == 0) make_report(plan, aggregate(plan, batches));
  }
}

TEST(Lending, keys_that_differ_by_case_or_zeros_are_told_of_and_not_matched) {
  const std::vector<test::File> files{
      {"orders.csv",
       "order_id,at,customer_id,amount\nO1,2025-01-02,c7,1\nO2,2025-01-02,C007,1\nO3,2025-01-02, C7 ,1\n"
       "O4,2025-01-02,C70,1\nO5,2025-01-02,Twin,1\n"},
      {"customers.csv",
       "customer_id,name,segment,since\nC7,Acme,small,2024-01-01\nC8,Twin,large,2024-01-02\n"
       "C9,Twin,large,2024-01-03\n"}};
  const Report report = test::run(files);
  ASSERT_EQ(report.links.size(), 1u);
  EXPECT_EQ(report.links[0].matched, 1);
  EXPECT_EQ(report.links[0].alike, 2);
  EXPECT_EQ(report.links[0].ambiguous, 1);
  std::map<std::string, int64_t> issues;
  for (const Issue& issue : report.issues) issues[issue.code] = issue.count;
  EXPECT_EQ(issues["link.alike"], 2);
  EXPECT_EQ(issues["link.unmatched"], 1);
  EXPECT_EQ(issues["link.ambiguous"], 1);
}

TEST(Lending, a_role_that_a_file_lacks_unlocks_what_needs_it) {
  const std::vector<test::File> deals{{"deals.csv",
                                       "Deal ID,Status,Amount,Created,Closed,Owner,Lead ID\n"
                                       "1,won,100,2026-01-02,2026-01-20,Ada,L1\n"
                                       "2,won,300,2026-01-05,2026-02-20,Bob,L2\n"
                                       "3,lost,200,2026-01-07,2026-02-25,Ada,L3\n"}};
  auto files = deals;
  files.push_back({"members.csv", "Employee,Team\nAda,North\nBob,South\nCyd,South\n"});
  files.push_back({"leads.csv",
                   "Lead ID,Created,Lead Source,Converted\nL1,2026-01-01,web,yes\nL2,2026-01-03,fair,yes\n"
                   "L3,2026-01-04,web,no\nL4,2026-01-05,fair,no\n"});
  EXPECT_EQ(test::kpi(test::run(deals), "first_contact_to_sale_time").status, KpiStatus::missing_role);
  const Report report = test::run(files);
  const KpiReport& waited = test::kpi(report, "first_contact_to_sale_time");
  ASSERT_TRUE(waited.total.value);
  EXPECT_EQ(waited.total.n, 2);
  const KpiReport& win_rate = test::kpi(report, "win_rate");
  const Estimate* north = test::cell(win_rate, "team", "North");
  ASSERT_NE(north, nullptr);
  EXPECT_EQ(north->n, 2);
  const Estimate* web = test::cell(win_rate, "source", "web");
  ASSERT_NE(web, nullptr);
  EXPECT_EQ(web->n, 2);
}

TEST(Lending, a_lead_is_followed_over_its_deal_to_the_orders_of_the_customer) {
  const test::File leads{"leads.csv",
                         "Lead ID,Created,Lead Source,Converted\nL1,2026-01-01,web,yes\nL2,2026-01-03,fair,yes\n"
                         "L3,2026-01-04,web,no\nL4,2026-01-05,fair,no\n"};
  const test::File deals{"deals.csv",
                         "Deal ID,Status,Created,Closed,Customer ID,Lead ID\n1,won,2026-01-02,2026-01-20,C1,L1\n"
                         "2,won,2026-01-05,2026-02-20,C2,L2\n3,lost,2026-01-07,2026-02-25,C3,L3\n"};
  const test::File orders{"orders.csv",
                          "Order ID,Order Date,Customer ID,Amount\nO1,2026-01-21,C1,5\nO2,2025-01-21,C2,7\n"
                          "O3,2026-03-01,C9,8\n"};
  const Report report = test::run({leads, deals, orders});
  const Estimate& became = test::kpi(report, "lead_to_customer_rate").total;
  ASSERT_TRUE(became.value) << became.undefined;
  EXPECT_EQ(became.n, 3);  // L2's customer had ordered before
  EXPECT_NEAR(*became.value, 1.0 / 3, 1e-9);
  for (const LinkReport& link : report.links) EXPECT_NE(link.from, "leads.csv") << "a lead needs no deal";
}

TEST(Lending, a_lead_that_a_deal_names_has_converted_where_its_own_file_does_not_say) {
  const auto leads = [](const std::string& header, const std::string& more) {
    return test::File{"leads.csv", "Lead ID,Created,Lead Source" + header + "\nL1,2026-01-01,web" + more +
                                       "\nL2,2026-01-03,fair" + more + "\nL3,2026-01-04,web" + more +
                                       "\nL4,2026-01-05,fair" + more + "\n"};
  };
  const test::File deals{"deals.csv",
                         "Deal ID,Status,Created,Closed,Lead ID\n1,won,2026-01-02,2026-01-20,L1\n"
                         "2,lost,2026-01-05,2026-02-20,L2\n3,lost,2026-01-07,2026-02-25,L2\n4,open,2026-01-08,,L9\n"};
  const auto told = [](const Report& report) {
    const auto at = std::find_if(report.issues.begin(), report.issues.end(),
                                 [](const Issue& issue) { return issue.code == "lead.by_deal"; });
    return at == report.issues.end() ? 0 : at->count;
  };
  const Report silent = test::run({leads("", ""), deals});
  EXPECT_EQ(test::kpi(silent, "conversion_rate").total.value, 0.5);
  EXPECT_EQ(test::kpi(silent, "conversion_rate").total.n, 4);
  EXPECT_EQ(told(silent), 2);
  EXPECT_EQ(test::kpi(test::run({leads("", "")}), "conversion_rate").status, KpiStatus::missing_role);
  for (const auto& [header, cell] :
       {std::pair(",Converted", ",no"), std::pair(",Lead Status", ",open"), std::pair(",Converted Date", ",")}) {
    const Report report = test::run({leads(header, cell), deals});
    EXPECT_EQ(test::kpi(report, "conversion_rate").total.value, 0.0) << header;
    EXPECT_EQ(told(report), 0) << header;
  }
}

TEST(Lending, a_plan_with_lent_columns_comes_back_as_it_was_written) {
  const Company company(1);
  const Plan plan = test::plan_for(company.files());
  ASSERT_FALSE(plan.sources[0].lent.empty());
  const auto again = json::read_plan(json::write(plan));
  ASSERT_TRUE(again) << again.error().text;
  EXPECT_EQ(again->sources, plan.sources);
}

TEST(Lending, what_a_plan_cannot_lend_is_named) {
  const Company company(1);
  const Plan plan = test::plan_for(company.files());
  const auto problem = [&](LentColumn column) {
    Plan edited = plan;
    edited.sources[0].lent = {std::move(column)};
    const auto checked = check(edited);
    return checked ? std::string("accepted") : checked.error().values.at("member");
  };
  const LentColumn segment = plan.sources[0].lent[0];
  EXPECT_EQ(problem(segment), "accepted");
  LentColumn wrong = segment;
  wrong.key = Role::order_id;
  EXPECT_EQ(problem(wrong), "sources[0].lent[0]");
  wrong = segment;
  wrong.column = "name";
  EXPECT_EQ(problem(wrong), "sources[0].lent[0]");
  wrong = segment;
  wrong.role = Role::region;
  EXPECT_EQ(problem(wrong), "sources[0].lent[0]");
}

}  // namespace
}  // namespace pegel
