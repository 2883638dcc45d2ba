// What is lent over several kinds is a join of joins that loops over all rows find as well, whoever holds the rows.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "dataset/dimensions.h"
#include "dataset/links.h"
#include "json/json.h"
#include "support/engines.h"
#include "support/generate.h"

namespace pegel {
namespace {

/// A row of a list: what tells it, its name, when it was changed, and what it says.
struct Entry {
  std::string id, name;
  Day modified = 0;
  std::map<std::string, std::string> says{};
};
using List = std::vector<Entry>;

/// Of the rows with one id the last by day, then by line; else by a name that only one id has.
const Entry* named(const List& list, const std::string& key) {
  const auto latest = [&](const std::string& id) {
    const Entry* found = nullptr;
    for (const Entry& each : list) {
      if (each.id == id && (found == nullptr || each.modified >= found->modified)) found = &each;
    }
    return found;
  };
  if (key.empty()) return nullptr;
  if (const Entry* found = latest(key)) return found;
  std::set<std::string> ids;
  for (const Entry& each : list) {
    if (!each.name.empty() && each.name == key) ids.insert(each.id);
  }
  return ids.size() == 1 ? latest(*ids.begin()) : nullptr;
}

std::string said(const Entry* entry, const std::string& what) { return entry == nullptr ? "" : entry->says.at(what); }

/// Returns that name orders, those customers, those partners: by id, by name, by one that is not there, or not at all.
struct Company {
  List returns, orders, customers, partners;

  explicit Company(uint64_t seed, bool repeated = true) : random_(seed), repeated_(repeated) {
    static const char* const kTiers[] = {"gold", "silver", "", "bronze, old"};
    static const char* const kSegments[] = {"small", "large", "", "mid"};
    for (int p = 0; p < 8; ++p) add(partners, "P", p, {{"tier", kTiers[random_.below(4)]}});
    for (int c = 0; c < 30; ++c)
      add(customers, "C", c, {{"segment", kSegments[random_.below(4)]}, {"partner_id", key("P", 10)}});
    for (int o = 0; o < 90; ++o) add(orders, "O", o, {{"customer_id", key("C", 36)}});
    for (int r = 0; r < 200; ++r) returns.push_back({"R" + std::to_string(r), "", 0, {{"order_id", key("O", 100)}}});
  }

  std::vector<test::File> files() const {
    std::string all[4] = {"return_id,order_id,at,return_kind,qty\n", "Order ID,Order Date,Customer ID,Net Amount\n",
                          "customer_id,name,modified,segment,partner_id,since\n", "partner_id,name,modified,tier\n"};
    for (const Entry& r : returns) all[0] += r.id + "," + r.says.at("order_id") + ",2025-06-02,return,1\n";
    for (const Entry& o : orders) all[1] += o.id + "," + iso_text(o.modified) + "," + o.says.at("customer_id") + ",5\n";
    for (const Entry& c : customers)
      all[2] += c.id + "," + c.name + "," + iso_text(c.modified) + "," + c.says.at("segment") + "," +
                c.says.at("partner_id") + ",2024-05-01\n";
    for (const Entry& p : partners)
      all[3] += p.id + "," + p.name + "," + iso_text(p.modified) + ",\"" + p.says.at("tier") + "\"\n";
    return {{"returns.csv", all[0]}, {"orders.csv", all[1]}, {"customers.csv", all[2]}, {"partners.csv", all[3]}};
  }

 private:
  void add(List& list, const std::string& letter, int number, std::map<std::string, std::string> says) {
    const bool again = repeated_ && number > 0 && random_.chance(20);
    const std::string id = std::to_string(again ? random_.below(static_cast<uint64_t>(number)) : number);
    const bool has_name = letter != "O";
    list.push_back({letter + id, has_name ? "Name " + letter + std::to_string(random_.below(20)) : "",
                    *day_of(2025, 1, 1) + static_cast<Day>(random_.below(5)), std::move(says)});
  }
  std::string key(const std::string& letter, uint64_t numbers) {
    const std::string number = std::to_string(random_.below(numbers));
    const auto kind = random_.below(10);
    return kind < 7 ? letter + number : kind < 9 ? "Name " + letter + number : "";
  }

  test::Random random_;
  bool repeated_;
};

Choices by_all() {
  Choices choices = test::choices_today();
  choices.dimensions = std::vector<std::string>{"segment", "partners.tier"};
  return choices;
}

int64_t returns_in(const Plan& plan, const Batches& batches, const std::string& dimension, const std::string& key) {
  const RowsQuery query{.kpi = "return_count", .dimension = dimension, .key = key, .limit = 0};
  const auto page = rows(plan, batches, query);
  EXPECT_TRUE(page) << page.error().text;
  return page ? page->total : -1;
}

TEST(Ways, what_comes_over_several_files_is_the_join_of_all_rows_of_all_of_them) {
  for (const uint64_t seed : {1u, 2u, 3u, 4u, 5u}) {
    const Company company(seed);
    const Plan plan = test::plan_for(company.files(), by_all());
    const Batches batches = test::load(plan, company.files());
    std::map<std::pair<std::string, std::string>, int64_t> expected;
    for (const Entry& each : company.returns) {
      const Entry* customer =
          named(company.customers, said(named(company.orders, each.says.at("order_id")), "customer_id"));
      ++expected[{"segment", said(customer, "segment")}];
      ++expected[{"partners.tier", said(named(company.partners, said(customer, "partner_id")), "tier")}];
    }
    EXPECT_GE(expected.size(), 6u) << "values, and none, of both";
    for (const auto& [cell, count] : expected)
      EXPECT_EQ(returns_in(plan, batches, cell.first, cell.second), count) << cell.first << " " << cell.second;
  }
}

TEST(Ways, engines_that_hold_a_part_of_each_file_give_the_report_of_one_that_holds_all) {
  const Company company(7, false);
  const auto files = company.files();
  Choices choices = by_all();
  choices.filters = {{"partners.tier", {"gold", "silver"}}};
  const Plan plan = test::plan_for(files, choices);
  const std::string whole = test::json_of(make_report(plan, aggregate(plan, test::load(plan, files))));
  EXPECT_NE(whole.find("return_count"), std::string::npos);
  for (const std::size_t parts : {1u, 2u, 3u, 6u}) {
    auto engines = test::engines_of(plan, files, parts);
    EXPECT_EQ(test::report_of(plan, engines, parts), whole) << parts;
    EXPECT_EQ(test::report_of(plan, engines, parts + 1), whole) << "borrowed twice";
  }
}

TEST(Ways, repeated_ids_lead_on_by_their_latest_row_wherever_it_is_read) {
  const Company company(11);
  const auto files = company.files();
  const Plan plan = test::plan_for(files, by_all());
  const Batches whole = test::load(plan, files);
  auto engines = test::engines_of(plan, files, 3);
  std::vector<std::vector<uint8_t>> lent;
  for (const Batches& engine : engines) lent.push_back(lend(plan, engine));
  for (const std::string tier : {"", "gold", "silver", "bronze, old"}) {
    int64_t returns = 0;
    for (std::size_t e = 0; e < 3; ++e) {
      for (const auto& bytes : lent) EXPECT_TRUE(borrow(plan, engines[e], bytes));
      returns += returns_in(plan, engines[e], "partners.tier", tier);
    }
    EXPECT_EQ(returns, returns_in(plan, whole, "partners.tier", tier)) << tier;
  }
}

/// "order_id>orders.customer_id>customers.segment as segment".
std::string way_of(const LentColumn& column) {
  std::string way(name_of(column.key));
  for (const LentStep& step : column.via)
    way += ">" + std::string(name_of(step.kind)) + "." + std::string(name_of(step.key));
  way += ">" + std::string(name_of(column.from)) + "." + column.column;
  return way + (column.role == Role::none ? "" : " as " + std::string(name_of(column.role)));
}

std::set<std::string> ways_of(const std::vector<test::File>& files) {
  std::set<std::string> ways;
  const Plan plan = test::plan_for(files);
  for (const LentColumn& column : plan.sources[0].lent) ways.insert(way_of(column));
  return ways;
}

const test::File kOrders{"orders.csv",
                         "Order ID,Order Date,Customer ID,Net Amount,Product\nO1,2026-01-02,C1,5,Mug\n"
                         "O2,2026-01-03,C2,6,Tee\n"};
const test::File kCustomers{
    "customers.csv", "Customer ID,Customer since,Segment,Owner\nC1,2025-01-02,small,Ada\nC2,2025-02-02,large,Bo\n"};
const test::File kMembers{"members.csv", "Employee,Team\nAda,North\nBo,South\n"};
const test::File kProducts{"products.csv", "Product ID,Product Name,Product Line\nMug,Mug,Kitchen\nTee,Tee,Clothes\n"};

struct Case {
  const char* name;
  std::vector<test::File> files;
  std::set<std::string> ways;  // of the first file
};

TEST(Ways, each_column_comes_once_by_the_shortest_way) {
  const test::File returns{
      "returns.csv", "Return ID,Order ID,Return Date,Return Type\nR1,O1,2026-02-01,Return\nR2,O2,2026-02-02,Return\n"};
  const test::File own{"returns.csv",
                       "Return ID,Order ID,Customer ID,Return Date,Return Type\nR1,O1,C1,2026-02-01,Return\n"
                       "R2,O2,C2,2026-02-02,Return\n"};
  const test::File quotes{
      "quotes.csv", "Quote ID,Deal ID,Requested,Sent\nQ1,D1,2026-02-01,2026-02-03\nQ2,D2,2026-02-01,2026-02-04\n"};
  const test::File deals{"deals.csv",
                         "Deal ID,Lead ID,Status,Created,Closed,Amount\nD1,L1,won,2026-01-02,2026-01-20,10\n"
                         "D2,L2,lost,2026-01-05,2026-02-20,20\n"};
  const test::File leads{"leads.csv",
                         "Lead ID,Created,Lead Source,Campaign,Converted\nL1,2026-01-01,web,spring,yes\n"
                         "L2,2026-01-03,fair,fall,yes\n"};
  const std::string order = "order_id>orders.customer_id";
  const Case cases[] = {
      {"an order's customer is the return's",
       {returns, kOrders, kCustomers},
       {order + " as customer_id", order + ">customers.segment as segment"}},
      {"the customer's manager is not the return's",
       {returns, kOrders, kCustomers, kMembers},
       {order + " as customer_id", order + ">customers.segment as segment", order + ">customers.owner>members.team"}},
      {"a key of its own is nearer", {own, kOrders, kCustomers}, {"customer_id>customers.segment as segment"}},
      {"an order has products of many lines", {returns, kOrders, kProducts}, {order + " as customer_id"}},
      {"a lead's day over its deal is nobody's",
       {quotes, deals, leads},
       {"deal_id>deals.lead_id>leads.source", "deal_id>deals.lead_id>leads.campaign"}},
      {"nothing without the file between", {returns, kCustomers, kMembers}, {}},
  };
  for (const Case& each : cases) EXPECT_EQ(ways_of(each.files), each.ways) << each.name;
}

TEST(Ways, what_comes_over_several_files_is_shown_where_it_has_a_role) {
  const test::File returns{
      "returns.csv", "Return ID,Order ID,Return Date,Return Type\nR1,O1,2026-02-01,Return\nR2,O2,2026-02-02,Return\n"};
  const Plan plan = test::plan_for({returns, kOrders, kCustomers});
  const auto shown = [&](Kind kind, const std::string& id) {
    return std::any_of(plan.dimensions.begin(), plan.dimensions.end(), [&](const Dimension& dimension) {
      return dimension.kind == kind && dimension.id == id && dimension.label == "Segment (customers.csv)";
    });
  };
  EXPECT_TRUE(shown(Kind::returns, "segment"));
  EXPECT_TRUE(shown(Kind::orders, "segment"));
  const Report report = test::run({returns, kOrders, kCustomers});
  ASSERT_EQ(report.links.size(), 2u) << "every link is told of, and none twice";
  EXPECT_EQ(report.links[0].from, "returns.csv");
  EXPECT_EQ(report.links[0].lends, (std::vector<std::string>{"customer_id", "segment"}));
  EXPECT_EQ(report.links[1].lends, std::vector<std::string>{"segment"});
}

// A Source of every kind with a column for every role, so that every Link has both ends.
TEST(Ways, are_short_and_never_come_back_and_no_dimension_is_doubled) {
  std::vector<Source> sources;
  std::vector<Profile> profiles;
  for (int k = 1; kind_named(name_of(static_cast<Kind>(k))); ++k) {
    Source& source = sources.emplace_back();
    source.kind = static_cast<Kind>(k);
    source.file = std::string(name_of(source.kind)) + ".csv";
    Profile& profile = profiles.emplace_back();
    for (const dataset::Link& link : dataset::links()) {
      const Role ends[] = {link.from == source.kind ? link.key : Role::none,
                           link.to == source.kind ? link.id : Role::none};
      for (const Role role : ends) {
        const bool has = std::any_of(source.columns.begin(), source.columns.end(),
                                     [&](const SourceColumn& column) { return column.role == role; });
        if (role == Role::none || has) continue;
        const int index = static_cast<int>(source.columns.size());
        source.columns.push_back({index, std::string(name_of(role)), ColumnType::category, {}, {}, role});
      }
    }
    const int size = static_cast<int>(source.columns.size());
    source.columns.push_back({size, "Size", ColumnType::category, {}, {}, Role::none});
    source.width = size + 1;
    profile.sampled_rows = 100;
    for (const SourceColumn& column : source.columns) {
      ColumnProfile& seen = profile.columns.emplace_back();
      seen.distinct = 3;
      seen.name = column.name;
      seen.type = column.type;
      seen.role = column.role;
    }
  }
  dataset::lend_columns(sources, profiles);
  std::size_t longest = 0, columns = 0;
  for (const Source& source : sources) {
    std::set<std::string> ids;
    std::set<std::pair<Kind, std::string>> taken;
    for (const LentColumn& column : source.lent) {
      const auto problem = dataset::problem_of(source, column);
      EXPECT_FALSE(problem) << text_of(problem.value_or(Problem{})) << source.file << " " << way_of(column);
      EXPECT_TRUE(ids.insert(dataset::dimension_id(column)).second) << source.file << " " << way_of(column);
      EXPECT_TRUE(taken.insert({column.from, column.column}).second) << source.file << " " << way_of(column);
      std::set<Kind> kinds{source.kind, column.from};
      for (const LentStep& step : column.via) kinds.insert(step.kind);
      EXPECT_EQ(kinds.size(), column.via.size() + 2) << source.file << " " << way_of(column);
      longest = std::max(longest, column.via.size() + 1);
      ++columns;
    }
  }
  EXPECT_GE(longest, 2u);
  EXPECT_LE(longest, dataset::kLongestWay);
  EXPECT_GT(columns, 20u);
}

TEST(Ways, come_back_as_they_were_written_and_are_refused_where_there_is_none) {
  const Company company(1);
  const Plan plan = test::plan_for(company.files());
  const auto again = json::read_plan(json::write(plan));
  ASSERT_TRUE(again) << again.error().text;
  EXPECT_EQ(again->sources, plan.sources);
  const auto& lent = plan.sources[0].lent;
  const auto at = std::find_if(lent.begin(), lent.end(), [](const LentColumn& c) { return c.via.size() == 2; });
  ASSERT_NE(at, lent.end());
  const auto accepted = [&](const LentColumn& column) {
    Plan edited = plan;
    edited.sources[0].lent = {column};
    return check(edited).has_value();
  };
  EXPECT_TRUE(accepted(*at));
  LentColumn wrong = *at;
  wrong.via.pop_back();
  EXPECT_FALSE(accepted(wrong)) << "an order names no partner here";
  wrong = *at;
  std::swap(wrong.via[0], wrong.via[1]);
  EXPECT_FALSE(accepted(wrong));
  wrong = *at;
  wrong.role = Role::tier;
  EXPECT_FALSE(accepted(wrong)) << "returns have no tier";
  wrong = *at;
  wrong.via[1].key = Role::owner;
  EXPECT_FALSE(accepted(wrong));
}

}  // namespace
}  // namespace pegel
