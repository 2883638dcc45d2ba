// Plans come back from people's editors: every fault is named with its place, and no bytes crash.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "json/json.h"
#include "support/run.h"

namespace pegel {
namespace {

using Json = nlohmann::ordered_json;

const test::File kDeals{"deals.csv",
                        "Deal ID,Status,Amount,Currency,Created,Closed,Owner,City\n"
                        "1,won,100,EUR,2026-01-02,2026-01-20,Ada,Ulm\n"
                        "2,gewonnen,300,USD,2026-01-05,2026-02-20,Bob,Jena\n"
                        "3,lost,200,EUR,2026-01-07,2026-02-25,Ada,Ulm\n"
                        "4,open,50,EUR,2026-02-01,,Bob,Ulm\n"};

std::string plan_text() { return json::write(test::plan_for({kDeals})); }

/// The plan with the member at a JSON pointer set.
std::string with(const char* pointer, const Json& value) {
  Json plan = Json::parse(plan_text());
  plan[Json::json_pointer(pointer)] = value;
  return plan.dump();
}

std::string error_of(const std::string& text) {
  const auto plan = json::read_plan(text, "plan.json");
  return plan ? "accepted" : plan.error().text;
}

TEST(PlanJson, comes_back_as_it_was_written) {
  const auto plan = json::read_plan(plan_text());
  ASSERT_TRUE(plan) << plan.error().text;
  EXPECT_EQ(json::write(*plan), plan_text());
}

TEST(PlanJson, keeps_what_a_score_is_made_of_and_says_nothing_where_nothing_is_chosen) {
  EXPECT_EQ(plan_text().find("partner_score"), std::string::npos);
  const Json score = {{"weights", {{"deal_count", 1.5}, {"quality", 2.0}}},
                      {"targets", {{"close_rate", 0.25}}},
                      {"tiers", {80.0, 50.0}}};
  const auto plan = json::read_plan(with("/partner_score", score));
  ASSERT_TRUE(plan) << plan.error().text;
  EXPECT_EQ(plan->partner_score.weights.at("quality"), 2);
  EXPECT_EQ(Json::parse(json::write(*plan))["partner_score"], score);
}

TEST(PlanJson, names_the_member_that_cannot_be) {
  struct Case {
    const char* name;
    const char* pointer;
    Json value;
    const char* expected;
  };
  const Case cases[] = {
      {"unknown value", "/sources/0/values/0/canonical", "wonn",
       "plan.json: sources[0].values[0].canonical: \"wonn\" is not one of open, won, lost, \"\". Did you mean "
       "\"won\"?"},
      {"value of a plain role", "/sources/0/values/0/role", "owner",
       "plan.json: sources[0].values[0].role: \"owner\" has no fixed values; those of status, question and kpi_id are "
       "given."},
      {"unknown member", "/sources/0/widht", 3,
       "plan.json: sources[0].widht: is not a member here. Did you mean \"width\"?"},
      {"unknown enumerator", "/grain", "mnoth",
       "plan.json: grain: \"mnoth\" is not one of day, week, month, quarter, year. Did you mean \"month\"?"},
      {"wrong type", "/sources/0/columns/2/index", "2",
       "plan.json: sources[0].columns[2].index: must be a whole number."},
      {"out of range", "/sources/0/columns/2/index", 5'000'000'000,
       "plan.json: sources[0].columns[2].index: is out of range."},
      {"column outside", "/sources/0/columns/2/index", 8,
       "plan.json: sources[0].columns[2].index: 8 is not a column of 8, counted from 0."},
      {"column twice", "/sources/0/columns/2/index", 1,
       "plan.json: sources[0].columns[2].index: \"1\" stands there already."},
      {"role twice", "/sources/0/columns/2/role", "deal_id",
       "plan.json: sources[0].columns[2].type: \"number\" does not suit the role; it is read as \"id\"."},
      {"role of another kind", "/sources/0/columns/0/role", "score",
       "plan.json: sources[0].columns[0].role: \"score\" is not one of the"},
      {"type against role", "/sources/0/columns/2/type", "text",
       "plan.json: sources[0].columns[2].type: \"text\" does not suit the role; it is read as \"number\"."},
      {"delimiter", "/sources/0/dialect/delimiter", "",
       "plan.json: sources[0].dialect.delimiter: \"\" cannot separate"},
      {"skip", "/sources/0/dialect/skip_rows", -1, "plan.json: sources[0].dialect.skip_rows: must be 0 to 1,000,000"},
      {"signs",
       "/sources/0/columns/2/number",
       {{"decimal", ","}, {"group", ","}},
       "plan.json: sources[0].columns[2].number.group: is the decimal sign too."},
      {"currency", "/sources/0/currency", "euro", "plan.json: sources[0].currency: must be a code such as EUR"},
      {"currency of all", "/currency", "EURO", "plan.json: currency: must be a code such as EUR"},
      {"no day", "/today", "2026-02-30", "plan.json: today: must be a day such as \"2026-03-31\"."},
      {"no today", "/today", nullptr, "plan.json: today: must be the day of the report"},
      {"period backwards",
       "/period",
       {{"start", "2026-03-01"}, {"end", "2026-02-01"}},
       "plan.json: period.end: 2026-02-01 is not after the start; it is the first day outside."},
      {"filter",
       "/filters/0",
       {{"dimension", "onwer"}, {"values", {"Ada"}}},
       "plan.json: filters[0].dimension: \"onwer\" is not one of"},
      {"filter without values", "/filters/0", {{"dimension", "owner"}}, "plan.json: filters[0].values: names no value"},
      {"dimension", "/dimensions/0", {{"id", "column:Town"}}, "plan.json: dimensions[0].id: \"column:Town\" is not"},
      {"kpi", "/kpis/0", "winrate", "plan.json: kpis[0]: \"winrate\" is not one of the"},
      {"step twice", "/funnel/steps", {"a", "b", "a"}, "plan.json: funnel.steps[2]: \"a\" stands there already."},
      {"touch", "/funnel/touch", "second", "plan.json: funnel.touch: \"second\" is not one of first, last, each_step."},
      {"excluded", "/funnel/exclude", {""}, "plan.json: funnel.exclude[0]: must not be empty."},
      {"window", "/funnel/window_days", 0, "plan.json: funnel.window_days: must be 1 to 36,525."},
      {"component",
       "/partner_score",
       {{"weights", {{"qualty", 1}}}},
       "plan.json: partner_score.weights: \"qualty\" is not one of deal_count, avg_deal_size, pipeline, close_rate, "
       "velocity, quality, deal_success, channel_mix. Did you mean \"quality\"?"},
      {"weight",
       "/partner_score",
       {{"weights", {{"quality", -1}}}},
       "plan.json: partner_score.weights.quality: must not be negative."},
      {"target of a component",
       "/partner_score",
       {{"targets", {{"close_rate", 0}}}},
       "plan.json: partner_score.targets.close_rate: must be more than 0."},
      {"tier", "/partner_score", {{"tiers", {80, 101}}}, "plan.json: partner_score.tiers[1]: must be 0 to 100."},
      {"seed", "/seed", -1, "plan.json: seed: is out of range."},
      {"budget", "/memory_budget", 0, "plan.json: memory_budget: must be more than 0."},
  };
  for (const Case& c : cases) {
    const std::string error = error_of(with(c.pointer, c.value));
    EXPECT_EQ(error.substr(0, std::string_view(c.expected).size()), c.expected) << c.name << ": " << error;
  }
}

TEST(PlanJson, a_file_or_a_role_is_there_once) {
  Json plan = Json::parse(plan_text());
  plan["sources"].push_back(plan["sources"][0]);
  EXPECT_EQ(error_of(plan.dump()), "plan.json: sources[1].file: \"deals.csv\" stands there already.");
  plan = Json::parse(plan_text());
  plan["sources"][0]["columns"][6]["role"] = "status";
  EXPECT_EQ(error_of(plan.dump()), "plan.json: sources[0].columns[6].role: \"status\" stands there already.");
}

TEST(PlanJson, a_break_in_the_syntax_has_line_and_column) {
  const auto plan = json::read_plan("{\n  \"today\": 2026-01-01\n}", "plan.json");
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().code, "json.syntax");
  EXPECT_EQ(plan.error().place.line, 2);
  EXPECT_EQ(plan.error().place.column, 17);
  EXPECT_EQ(plan.error().text, "plan.json is not JSON: in line 2, column 17 it breaks at \"01-01\".");
}

TEST(PlanJson, every_prefix_of_a_plan_is_refused) {
  const std::string text = plan_text();
  for (std::size_t length = 0; length < text.size(); ++length) {
    EXPECT_FALSE(json::read_plan(std::string_view(text).substr(0, length))) << length;
  }
}

/// A plan with one byte or one value changed; the same for the same `turn`.
std::string mutated(std::string text, uint32_t turn) {
  constexpr std::string_view kBytes = "0123456789-,:\"{}[]eE.x\xff";
  uint32_t state = turn * 2654435761u + 1;
  const auto next = [&](std::size_t below) {
    state = state * 1664525u + 1013904223u;
    return static_cast<std::size_t>(state >> 8) % below;
  };
  for (std::size_t changes = 1 + next(2); changes > 0; --changes) {
    const std::size_t at = next(text.size());
    if (std::isdigit(static_cast<unsigned char>(text[at])) != 0) {
      text[at] = static_cast<char>('0' + next(10));
    } else if (next(2) == 0) {
      text[at] = kBytes[next(kBytes.size())];
    } else {
      text.erase(at, 1 + next(4));
    }
  }
  return text;
}

TEST(PlanJson, a_changed_plan_is_refused_or_computed) {
  const std::string text = plan_text();
  int accepted = 0;
  for (uint32_t turn = 0; turn < 3000; ++turn) {
    const auto plan = json::read_plan(mutated(text, turn));
    if (!plan) {
      EXPECT_FALSE(plan.error().text.empty());
      continue;
    }
    ++accepted;
    const Report report = make_report(*plan, aggregate(*plan, test::load(*plan, {kDeals})));
    for (const SourceReport& source : report.sources) EXPECT_EQ(source.rows, source.used + source.left_out);
  }
  EXPECT_GT(accepted, 50);
}

TEST(PlanJson, deep_nesting_is_refused) {
  EXPECT_FALSE(json::read_plan(std::string(200'000, '[')));
  EXPECT_FALSE(json::read_plan("{\"sources\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}"));
}

}  // namespace
}  // namespace pegel
