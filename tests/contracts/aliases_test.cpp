// Names that mean one: as if the file had been edited, wherever names count.

#include <gtest/gtest.h>

#include <set>

#include "json/json.h"
#include "support/generate.h"

namespace pegel {
namespace {

// The file with one text in place of another.
test::File edited(test::File file, std::string_view from, std::string_view to) {
  for (auto at = file.text.find(from); at != std::string::npos; at = file.text.find(from, at + to.size())) {
    file.text.replace(at, from.size(), to);
  }
  return file;
}

struct Case {
  const char* name;
  std::vector<test::File> files;
  std::vector<Alias> aliases;
  std::vector<std::pair<const char*, const char*>> edits;
  std::vector<std::string> dimensions;
  std::vector<Filter> filters{};
};

const test::File kTargets{"targets.csv",
                          "kpi_id,period_start,period_end,target,scope_type,scope_id\n"
                          "revenue,2025-01-10,2025-06-20,9000,person,\"Bert, jr.\"\n"
                          "revenue,2025-02-10,2025-07-20,8000,person,Anna\n"
                          "deal_count,2025-03-05,2025-09-04,7,partner,\"Bert, jr.\"\n"};

std::vector<Case> cases() {
  const test::File deals = test::deals_file(5, 400, false);
  const Alias bert{Role::owner, {"Bert, jr."}, "Anna"};
  const Alias lone{Role::partner_id, {"Lone"}, "North GmbH"};
  const test::File customers{
      "customers.csv",
      "customer_id,name,since,segment\nA-1,Alpha,2024-01-02,small\nA1,Alpha AG,2024-02-03,large\n"
      "B1,Beta,2024-03-04,small\n"};
  const test::File quotes{
      "quotes.csv",
      "Quote ID,Deal ID,Requested,Sent,Status\nQ1,D1,2026-02-01,2026-02-03,Sent\nQ2,D2,2026-02-01,2026-02-04,Accepted\n"
      "Q3,D3,2026-02-02,2026-02-05,Accepted\n"};
  const test::File owned{"deals.csv",
                         "Deal ID,Status,Created,Closed,Amount,Owner,Account\n"
                         "D1,won,2026-01-02,2026-01-20,100,Ann,A-1\nD2,lost,2026-01-05,2026-02-20,300,Anna,A1\n"
                         "D3,won,2026-01-07,2026-02-25,200,Bo,B1\nD3,won,2026-01-07,2026-02-25,200,Ann,B1\n"};
  const test::File members{"members.csv", "Employee,Team,Seniority\nAnn,North,one\nAnna,South,two\nBo,North,two\n"};
  return {
      {"owners of the deals of quotes",
       {quotes, owned},
       {{Role::owner, {"Ann"}, "Anna"}},
       {{",Ann,", ",Anna,"}},
       {"owner"}},
      {"people of two teams",
       {owned, members},
       {{Role::owner, {"Ann"}, "Anna"}},
       {{",Ann,", ",Anna,"}, {"\nAnn,", "\nAnna,"}},
       {"owner", "team", "members.column:Seniority"}},
      {"customers who buy",
       {owned, customers},
       {{Role::customer_id, {"A-1"}, "A1"}, {Role::segment, {"small"}, "SMB"}},
       {{"A-1", "A1"}, {",small", ",SMB"}},
       {"segment"}},
      {"a filter by what is lent",
       {quotes, owned, customers},
       {{Role::segment, {"small"}, "SMB"}},
       {{",small", ",SMB"}},
       {"segment"},
       {{"segment", {"SMB"}}}},
      {"two owners", {deals}, {bert}, {{"\"Bert, jr.\"", "Anna"}}, {"owner", "partner_id"}},
      {"two owners, of one", {deals}, {bert}, {{"\"Bert, jr.\"", "Anna"}}, {"partner_id"}, {{"owner", {"Anna"}}}},
      {"two owners and partners",
       {deals},
       {bert, lone},
       {{"\"Bert, jr.\"", "Anna"}, {"Lone", "North GmbH"}},
       {"owner", "partner_id"}},
      {"a new name",
       {deals},
       {{Role::owner, {"Anna", "Bert, jr."}, "Zoe"}},
       {{"Anna", "Zoe"}, {"\"Bert, jr.\"", "Zoe"}},
       {"owner"}},
      {"a name by way of another",
       {deals},
       {{Role::owner, {"Anna"}, "Bert, jr."}, {Role::owner, {"Bert, jr."}, "Zoe"}},
       {{"Anna", "Zoe"}, {"\"Bert, jr.\"", "Zoe"}},
       {"owner"}},
      {"customers who answer",
       {test::responses_file(6, 300)},
       {{Role::customer_id, {"C1", "C7"}, "C2"}},
       {{",C1,", ",C2,"}, {",C7,", ",C2,"}},
       {"segment"}},
      {"customers themselves", {customers}, {{Role::customer_id, {"A-1"}, "A1"}}, {{"A-1", "A1"}}, {"segment"}},
      {"stages of a log",
       {test::stage_history_file(3, 150)},
       {{Role::stage, {"Demo"}, "Quote"}},
       {{"Demo", "Quote"}},
       {"owner"}},
  };
}

Choices choices_of(const Case& each) {
  Choices choices = test::choices_today();
  choices.dimensions = each.dimensions;
  choices.filters = each.filters;
  return choices;
}

std::vector<test::File> edited(const Case& each) {
  std::vector<test::File> files = each.files;
  for (const auto& edit : each.edits) {
    for (test::File& file : files) file = edited(std::move(file), edit.first, edit.second);
  }
  return files;
}

// What the report says but for the Issues: those tell what stands in the file.
std::string said(const Plan& plan, const Batches& batches) {
  Report report = make_report(plan, aggregate(plan, batches));
  report.issues.clear();
  return test::json_of(report);
}

int64_t issues(const Plan& plan, const Batches& batches, const std::string& code) {
  for (const Issue& issue : make_report(plan, aggregate(plan, batches)).issues) {
    if (issue.code == code) return issue.count;
  }
  return 0;
}

TEST(Aliases, are_as_if_the_file_had_been_edited) {
  for (const Case& each : cases()) {
    Choices choices = choices_of(each);
    const auto files = edited(each);
    const Plan plain = test::plan_for(files, choices);
    choices.aliases = each.aliases;
    const Plan plan = test::plan_for(each.files, choices);
    const Batches batches = test::load(plan, each.files), by_hand = test::load(plain, files);
    EXPECT_EQ(said(plan, batches), said(plain, by_hand)) << each.name;
    for (const char* code : {"id.dup", "id.conflict"})
      EXPECT_EQ(issues(plan, batches, code), issues(plain, by_hand, code)) << each.name << ": " << code;
  }
}

TEST(Aliases, settle_whether_rows_with_one_id_differ_but_not_for_words_that_mean_something) {
  const std::string header = "deal_id,status,created,closed,amount,owner,stage\n";
  const std::string first = "1,won,2026-01-02,2026-01-20,5,Ann,Demo\n";
  const Alias owner{Role::owner, {"Ann"}, "Anna"}, stage{Role::stage, {"Demo"}, "Quote"};
  struct Pair {
    const char* second;
    std::vector<Alias> aliases;
    const char* code;
  };
  const Pair pairs[] = {{"1,won,2026-01-02,2026-01-20,5,Anna,Demo\n", {}, "id.conflict"},
                        {"1,won,2026-01-02,2026-01-20,5,Anna,Demo\n", {owner}, "id.dup"},
                        {"1,won,2026-01-02,2026-01-20,6,Anna,Demo\n", {owner}, "id.conflict"},
                        {"1,won,2026-01-02,2026-01-20,5,Ann,Quote\n", {stage}, "id.conflict"}};
  for (const Pair& pair : pairs) {
    const std::vector<test::File> files{{"deals.csv", header + first + pair.second}};
    Choices choices = test::choices_today();
    choices.aliases = pair.aliases;
    const Plan plan = test::plan_for(files, choices);
    const Batches batches = test::load(plan, files);
    for (const char* code : {"id.dup", "id.conflict"})
      EXPECT_EQ(issues(plan, batches, code), std::string_view(code) == pair.code ? 1 : 0) << pair.second << code;
  }
}

TEST(Aliases, of_rows_that_are_held_already_are_the_same) {
  for (const Case& each : cases()) {
    Choices choices = choices_of(each);
    const Plan before = test::plan_for(each.files, choices);
    const Batches batches = test::load(before, each.files);
    const std::string unnamed = said(before, batches);
    choices.aliases = each.aliases;
    const auto after = changed(before, choices);
    ASSERT_TRUE(after) << after.error().text;
    EXPECT_EQ(said(*after, batches), said(*after, test::load(*after, each.files))) << each.name;
    EXPECT_EQ(said(before, batches), unnamed) << each.name;
  }
}

TEST(Aliases, hold_for_the_scope_of_a_target_of_such_a_name_alone) {
  const std::vector<test::File> files{test::deals_file(5, 400, false), kTargets};
  Choices choices = test::choices_today();
  choices.dimensions = {{"owner", "partner_id"}};
  choices.aliases = {{{Role::owner, {"Bert, jr."}, "Anna"}}};
  const Report report = test::run(files, choices);
  const auto* table = [&]() -> const Table* {
    for (const Table& each : report.tables) {
      if (each.id == "targets") return &each;
    }
    return nullptr;
  }();
  ASSERT_NE(table, nullptr);
  std::multiset<std::string> scopes;
  for (const auto& row : table->rows) scopes.insert(row[1].text + " " + row[2].text);
  EXPECT_EQ(scopes, (std::multiset<std::string>{"person Anna", "person Anna", "partner Bert, jr."}));
  auto changed_files = files;
  changed_files[0] = edited(changed_files[0], "\"Bert, jr.\"", "Anna");
  changed_files[1] = edited(changed_files[1], "person,\"Bert, jr.\"", "person,Anna");
  choices.aliases.reset();
  Report by_hand = test::run(changed_files, choices);
  Report aliased = report;
  by_hand.issues.clear();
  aliased.issues.clear();
  EXPECT_EQ(test::json_of(aliased), test::json_of(by_hand));
}

TEST(Aliases, mean_the_name_in_a_filter_and_in_a_condition) {
  const std::vector<test::File> files{test::deals_file(5, 400, false)};
  const auto count = [&](const char* name) {
    Choices choices = test::choices_today();
    choices.filters = {{"owner", {name}}};
    choices.aliases = {{{Role::owner, {"Bert, jr."}, "Anna"}}};
    KpiDefinition own{.id = "own", .name = {{"", "Own"}}, .kind = Kind::deals};
    own.measure.where = {{.role = Role::owner, .values = {name}}};
    choices.own_kpis = {{own}};
    const Report report = test::run(files, choices);
    return std::pair(*test::kpi(report, "own").total.value, *test::kpi(report, "deal_count").total.value);
  };
  EXPECT_EQ(count("Bert, jr."), count("Anna"));
}

TEST(Aliases, leave_rows_as_the_file_has_them) {
  const std::vector<test::File> files{
      {"deals.csv", "deal_id,status,created,closed,owner\n1,won,2026-01-02,2026-01-20,\"Schmidt, Anna\"\n"}};
  Choices choices = test::choices_today();
  choices.dimensions = {{"owner"}};
  choices.aliases = {{{Role::owner, {"Schmidt, Anna"}, "Anna Schmidt"}}};
  const Plan plan = test::plan_for(files, choices);
  const Batches batches = test::load(plan, files);
  const auto page = rows(plan, batches, {.kpi = "deal_count", .dimension = "owner", .key = "Anna Schmidt"});
  ASSERT_TRUE(page);
  ASSERT_EQ(page->rows.size(), 1u);
  EXPECT_EQ(page->rows[0].back(), "Schmidt, Anna");
}

TEST(Aliases, come_back_from_json_as_they_were_written) {
  Choices choices = test::choices_today();
  choices.aliases = {{{Role::owner, {"A. Schmidt", "Schmidt, Anna"}, "Anna Schmidt"}}};
  const std::string text = json::write(test::plan_for({test::deals_file(1, 20)}, choices));
  const auto plan = json::read_plan(text);
  ASSERT_TRUE(plan) << plan.error().text;
  EXPECT_EQ(plan->aliases, *choices.aliases);
  EXPECT_EQ(json::write(*plan), text);
}

TEST(Aliases, are_refused_with_the_member_that_is_wrong) {
  struct Fault {
    const char* name;
    std::vector<Alias> aliases;
    const char* says;
  };
  const Fault faults[] = {
      {"of an amount", {{Role::amount, {"1"}, "2"}}, "aliases[0].role: \"amount\" has no names to put together"},
      {"of a currency", {{Role::currency, {"€"}, "EUR"}}, "aliases[0].role: \"currency\" has no names"},
      {"of no role", {{Role::none, {"a"}, "b"}}, "aliases[0].role"},
      {"to nothing", {{Role::owner, {"a"}, ""}}, "aliases[0].to: must not be empty."},
      {"of nothing", {{Role::owner, {}, "a"}}, "aliases[0].from: names nothing."},
      {"of an empty cell", {{Role::owner, {"a", ""}, "b"}}, "aliases[0].from[1]: must not be empty."},
      {"of itself", {{Role::owner, {"a"}, "a"}}, "aliases[0].from[0]: \"a\" is the name itself."},
      {"twice",
       {{Role::owner, {"a"}, "b"}, {Role::owner, {"a"}, "c"}},
       "aliases[1].from[0]: \"a\" stands there already."},
      {"in a circle",
       {{Role::owner, {"a"}, "b"}, {Role::owner, {"b"}, "c"}, {Role::owner, {"c"}, "a"}},
       "aliases[0].to: \"b\" comes to stand for itself."},
  };
  const Plan plan = test::plan_for({test::deals_file(1, 20)});
  for (const Fault& fault : faults) {
    Choices choices;
    choices.aliases = fault.aliases;
    const auto refused = changed(plan, choices);
    ASSERT_FALSE(refused) << fault.name;
    EXPECT_EQ(refused.error().code, "plan.member") << fault.name;
    EXPECT_NE(refused.error().text.find(fault.says), std::string::npos) << fault.name << ": " << refused.error().text;
  }
}

}  // namespace
}  // namespace pegel
