// KPIs that a plan defines: like ours in all they show, and refused with the member that is wrong.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "csv/splitter.h"
#include "json/json.h"
#include "support/generate.h"

namespace pegel {
namespace {

using Json = nlohmann::ordered_json;

std::vector<KpiDefinition> defined(const std::string& text) {
  const auto read = json::read_own_kpis(text);
  if (!read) ADD_FAILURE() << read.error().text;
  return read ? *read : std::vector<KpiDefinition>();
}

Choices defining(const std::string& text) {
  Choices choices = test::choices_today();
  choices.own_kpis = defined(text);
  return choices;
}

struct Twin {
  const char* ours;
  const char* own;
};
const Twin kTwins[] = {
    {"win_rate", R"({"id":"own","name":"Own","kind":"deals","measure":{"take":"count","where":{"status":["won"]}},
                     "divisor":{"take":"count","where":{"status":["won","lost"]}}})"},
    {"revenue", R"({"id":"own","name":"Own","kind":"deals",
                    "measure":{"take":"sum","of":"amount","where":{"status":["won"]}}})"},
    {"deal_count", R"({"id":"own","name":"Own","kind":"deals","measure":{"take":"count","where":{"status":["won"]}}})"},
    {"avg_deal_size", R"({"id":"own","name":"Own","kind":"deals",
        "measure":{"take":"mean","of":"amount","where":{"status":["won"],"amount":{"least":0.000001}}}})"},
    {"sales_cycle_length", R"({"id":"own","name":"Own","kind":"deals","direction":"down",
        "measure":{"take":"median","of":"closed","since":"created","where":{"status":["won"]}}})"},
};

// What a report says of a KPI's numbers, but for the words that tell one KPI from another.
std::string numbers_of(const Report& report, std::string_view id) {
  const Json all = Json::parse(test::json_of(report));
  for (const Json& kpi : all["kpis"]) {
    if (kpi["id"] != id) continue;
    Json numbers;
    for (const char* member : {"status", "value", "low", "high", "n", "gate", "method", "currency", "unit", "direction",
                               "semantic", "date", "kind", "breakdown", "trend", "compared"}) {
      if (kpi.contains(member)) numbers[member] = kpi[member];
    }
    std::string text = numbers.dump();
    // parts carry each KPI's own names
    return text;
  }
  ADD_FAILURE() << "no " << id;
  return {};
}

std::string without_parts(std::string text) {
  Json json = Json::parse(text);
  for (Json& breakdown : json["breakdown"]) {
    for (Json& value : breakdown["values"]) value.erase("parts");
  }
  for (Json& point : json["trend"]) point.erase("parts");
  for (const char* side : {"value", "before"}) {
    if (json.contains("compared") && json["compared"].is_object()) json["compared"][side].erase("parts");
  }
  return json.dump();
}

TEST(OwnKpis, show_the_same_as_a_shipped_one_that_measures_alike) {
  const std::vector<test::File> files{test::deals_file(7, 500)};
  for (const Twin& twin : kTwins) {
    for (const bool quarter : {false, true}) {
      Choices choices = defining(twin.own);
      choices.dimensions = {{"owner", "partner_id"}};
      if (quarter) choices.period = Period{*day_of(2025, 4, 1), *day_of(2025, 7, 1)};
      const Report report = test::run(files, choices);
      EXPECT_EQ(without_parts(numbers_of(report, "own")), without_parts(numbers_of(report, twin.ours)))
          << twin.ours << (quarter ? " in a quarter" : "");
      EXPECT_EQ(test::kpi(report, "own").group, "own");
    }
  }
}

TEST(OwnKpis, rest_on_the_same_rows_as_a_shipped_one) {
  const std::vector<test::File> files{test::deals_file(7, 500)};
  for (const Twin& twin : kTwins) {
    const Plan plan = test::plan_for(files, defining(twin.own));
    const Batches batches = test::load(plan, files);
    const auto own = rows(plan, batches, {.kpi = "own", .use = "used", .limit = 1000});
    const auto ours = rows(plan, batches, {.kpi = twin.ours, .use = "used", .limit = 1000});
    ASSERT_TRUE(own && ours);
    EXPECT_GT(own->total, 0) << twin.ours;
    EXPECT_EQ(own->rows, ours->rows) << twin.ours;
  }
}

struct Fault {
  const char* name;
  const char* pointer;
  Json value;
  const char* member;
  const char* says;
};

TEST(OwnKpis, are_refused_with_the_member_that_is_wrong) {
  const Json good = Json::parse(R"({"id":"big_deals","name":"Big deals","kind":"deals",
      "measure":{"take":"sum","of":"amount","where":{"status":["won"],"owner":["Ada"]}},
      "divisor":{"take":"count"},"unit":"money","direction":"up","date":"closed"})");
  const Fault faults[] = {
      {"an id of ours", "/id", "win_rate", "id", "is a KPI of the catalogue; take another."},
      {"an id in capitals", "/id", "Big", "id", "must be small letters, digits and _, beginning with a letter."},
      {"an empty id", "/id", "", "id", "must be small letters"},
      {"no name", "/name", Json::object(), "name", "is missing."},
      {"an empty name of one language", "/name", {{"en", "Big"}, {"de", ""}}, "name.de", "must be one line of text."},
      {"a name of two lines", "/name", "Big\nDROP TABLE deals;", "name", "must be one line of text."},
      {"a meaning of two lines", "/meaning", "a\nb", "meaning", "must be one line of text."},
      {"a kind that has no rows to count", "/kind", "targets", "kind", "\"targets\" is not one of "},
      {"an unknown kind", "/kind", "deal", "kind", "Did you mean \"deals\"?"},
      {"a take that there is not", "/measure/take", "max", "measure.take", "count, sum, mean, median, distinct"},
      {"an unknown role", "/measure/of", "amuont", "measure.of", "Did you mean \"amount\"?"},
      {"a sum of names", "/measure/of", "owner", "measure.of",
       "\"owner\" can't be taken of deals; known: amount, expected_amount, commission."},
      {"a sum of nothing", "/measure/of", nullptr, "measure.of", "known: amount"},
      {"a count of something", "/divisor/of", "owner", "divisor.of", "\"distinct\" counts different values of a role."},
      {"days of a sum", "/measure/since", "created", "measure.since", "is for a mean or median of days."},
      {"a condition on a role of another kind",
       "/measure/where",
       {{"score", {{"least", 9}}}},
       "measure.where.score",
       "\"score\" can't be taken of deals"},
      {"a condition on an unknown role",
       "/measure/where",
       {{"ownr", {"Ada"}}},
       "measure.where",
       "Did you mean \"owner\"?"},
      {"an unknown status", "/measure/where", {{"status", {"wonn"}}}, "measure.where.status", "Did you mean \"won\"?"},
      {"a condition without values",
       "/measure/where",
       {{"owner", Json::array()}},
       "measure.where.owner",
       "names no value."},
      {"values of a number", "/measure/where", {{"amount", {"10"}}}, "measure.where.amount", "has numbers; write"},
      {"an empty range", "/measure/where", {{"amount", Json::object()}}, "measure.where.amount", "needs a number"},
      {"a range that runs backwards",
       "/measure/where",
       {{"amount", {{"least", 9}, {"most", 3}}}},
       "measure.where.amount.most",
       "is less than the least."},
      {"a number beyond all",
       "/measure/where",
       {{"amount", {{"least", 1e20}}}},
       "measure.where.amount.least",
       "is larger than any number that is read."},
      {"a range of names", "/measure/where", {{"owner", {{"least", 9}}}}, "measure.where.owner", "has no numbers"},
      {"a range with another end",
       "/measure/where",
       {{"amount", {{"lest", 9}}}},
       "measure.where.amount.lest",
       "Did you mean \"least\"?"},
      {"a condition on a day",
       "/measure/where",
       {{"created", {"2026-01-01"}}},
       "measure.where.created",
       "the report's period chooses days."},
      {"all but no value",
       "/measure/where",
       {{"owner", {{"not", Json::array()}}}},
       "measure.where.owner",
       "names no value"},
      {"all but a number", "/measure/where", {{"amount", {{"not", {"10"}}}}}, "measure.where.amount", "has numbers"},
      {"all but and from",
       "/measure/where",
       {{"owner", {{"not", {"A"}}, {"most", 3}}}},
       "measure.where.owner",
       "has no numbers"},
      {"all but yes",
       "/measure/where",
       {{"qualified", {{"not", {"yes"}}}}},
       "measure.where.qualified",
       "is either true or"},
      {"a flag that is both",
       "/measure/where",
       {{"qualified", {"yes", "no"}}},
       "measure.where.qualified",
       "is either true or false."},
      {"six conditions",
       "/measure/where",
       {{"owner", {"A"}}, {"team", {"A"}}, {"region", {"A"}}, {"source", {"A"}}, {"stage", {"A"}}, {"channel", {"A"}}},
       "measure.where",
       "are more than 5."},
      {"a measure of a kind of its own", "/measure/kind", "leads", "measure.kind", "is said at the KPI itself"},
      {"a mean below",
       "/divisor",
       {{"take", "mean"}, {"of", "amount"}},
       "divisor.take",
       "must be one of count, sum, distinct."},
      {"a mean above",
       "/measure",
       {{"take", "mean"}, {"of", "amount"}},
       "divisor",
       "a mean or median is of its own rows already."},
      {"a unit that does not fit", "/unit", "share", "unit", "does not fit what is measured; it is money."},
      {"a direction that is none", "/direction", "left", "direction", "up, down, neither"},
      {"a day that such rows do not have", "/date", "sent", "date", "\"sent\" can't be taken of deals; known: created"},
      {"a day of another kind",
       "/divisor",
       {{"take", "count"}, {"kind", "leads"}, {"date", "closed"}},
       "divisor.date",
       "\"closed\" can't be taken of leads; known: created"},
      {"a member that nobody knows", "/units", "money", "units", "Did you mean \"unit\"?"},
  };
  const Json plan = Json::parse(json::write(test::plan_for({test::deals_file(1, 20)})));
  const auto error_of = [&](const Json& definition) {
    Json with = plan;
    with["own_kpis"] = Json::array({definition});
    const auto read = json::read_plan(with.dump(), "plan.json");
    return read ? Error{"accepted", {}, {}, {}} : read.error();
  };
  EXPECT_EQ(error_of(good).code, "accepted");
  for (const Fault& fault : faults) {
    Json definition = good;
    definition[Json::json_pointer(fault.pointer)] = fault.value;
    const Error error = error_of(definition);
    EXPECT_EQ(error.values.count("member") ? error.values.at("member") : error.code,
              std::string("own_kpis[0].") + fault.member)
        << fault.name << ": " << error.text;
    EXPECT_NE(error.text.find(fault.says), std::string::npos) << fault.name << ": " << error.text;
  }
}

TEST(OwnKpis, are_looked_at_before_any_file) {
  EXPECT_TRUE(make_plan({}, defining(kTwins[0].own)));
  Choices wrong = defining(kTwins[0].own);
  wrong.own_kpis->front().measure.of = Role::amount;
  const auto refused = make_plan({}, wrong);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().values.at("member"), "own_kpis[0].measure.of");
}

TEST(OwnKpis, of_one_id_are_refused) {
  const auto two = Json::array({Json::parse(kTwins[0].own), Json::parse(kTwins[1].own)});
  Choices choices = defining(two.dump());
  const auto plan = changed(test::plan_for({test::deals_file(1, 20)}), choices);
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().text, "own_kpis[1].id: \"own\" stands there already.");
}

// One of every form.
const char* const kMany = R"([
  {"id":"adas_share","name":{"en":"Ada's share","de":"Adas Anteil"},"kind":"deals",
   "measure":{"take":"sum","of":"amount","where":{"status":["won"],"owner":["Anna","Bert, jr."]}},
   "divisor":{"take":"sum","of":"amount","where":{"status":["won"]}}},
  {"id":"others_share","name":"The others' share","kind":"deals",
   "measure":{"take":"sum","of":"amount","where":{"status":{"not":["open"]},"owner":{"not":["Anna"]}}},
   "divisor":{"take":"sum","of":"amount"}},
  {"id":"busy","name":"Partners","kind":"deals","measure":{"take":"distinct","of":"partner_id"},"direction":"neither"},
  {"id":"median_chance","name":"Median chance","kind":"deals","measure":{"take":"median","of":"probability"}},
  {"id":"median_amount","name":"Median","kind":"deals",
   "measure":{"take":"median","of":"amount","where":{"amount":{"least":100,"most":50000}}}},
  {"id":"scores","name":"Sum of scores","kind":"responses","measure":{"take":"sum","of":"score"}},
  {"id":"mean_score","name":"Mean score","kind":"responses","measure":{"take":"mean","of":"score"},"meaning":"Our own."},
  {"id":"per_owner","name":"Amount a partner","kind":"deals","measure":{"take":"sum","of":"amount"},
   "divisor":{"take":"distinct","of":"partner_id"}},
  {"id":"answers_a_deal","name":"Answers a deal","kind":"responses","measure":{"take":"count"},
   "divisor":{"take":"count","kind":"deals","where":{"status":"won","qualified":true}},"unit":"ratio"}])";

TEST(OwnKpis, have_a_value_whatever_they_take) {
  const std::vector<test::File> files{test::deals_file(3, 300), test::responses_file(4, 200)};
  const Report report = test::run(files, defining(kMany));
  int own = 0;
  for (const KpiReport& kpi : report.kpis) {
    if (kpi.group != "own") continue;
    ++own;
    EXPECT_EQ(kpi.status, KpiStatus::ok) << kpi.card->id << ' ' << kpi.total.undefined;
    EXPECT_FALSE(kpi.sql.empty()) << kpi.card->id;
    EXPECT_FALSE(kpi.card->meaning.empty()) << kpi.card->id;
  }
  EXPECT_EQ(own, 9);
  EXPECT_EQ(test::kpi(report, "mean_score").card->meaning, "Our own.");
  EXPECT_EQ(test::kpi(report, "adas_share").names.at("de"), "Adas Anteil");
}

struct Worked {
  const char* says;
  const char* own;
  std::optional<double> value;
  int64_t n;
  const char* undefined = "";
};

TEST(OwnKpis, come_to_what_one_counts_by_hand) {
  const std::vector<test::File> files{
      {"deals.csv",
       "deal_id,status,created,closed,owner,amount,currency\n1,won,2026-01-02,2026-01-20,Ada,100,EUR\n"
       "2,won,2026-01-05,2026-02-20,Bob,300,EUR\n3,lost,2026-01-07,2026-02-25,Ada,200,USD\n4,open,2026-02-01,,Ada,,"
       "EUR\n"},
      {"leads.csv",
       "lead_id,created,lead_status,source\nL1,2026-01-02,open,Web\nL2,2026-01-02,open,Web\n"
       "L3,2026-01-02,converted,Fair\nL4,2026-01-02,open,\nL5,2026-01-02,open,\n"}};
  const Worked cases[] = {
      {"a sum of two", R"("measure":{"take":"sum","of":"amount","where":{"status":"won"}})", 400, 2},
      {"a sum of none is 0", R"("measure":{"take":"sum","of":"amount","where":{"status":"won","owner":"Cleo"}})", 0, 0},
      {"a sum of two currencies is none", R"("measure":{"take":"sum","of":"amount"})", {}, 3, "mixed_currency"},
      {"a sum of one currency", R"("measure":{"take":"sum","of":"amount","where":{"currency":"USD"}})", 200, 1},
      {"a median of two", R"("measure":{"take":"median","of":"amount","where":{"status":"won"}})", 200, 2},
      {"a median of two currencies is none", R"("measure":{"take":"median","of":"amount"})", {}, 3, "mixed_currency"},
      {"different owners", R"("measure":{"take":"distinct","of":"owner"})", 2, 4},
      {"amount an owner",
       R"("measure":{"take":"sum","of":"amount","where":{"status":"won"}},"divisor":{"take":"distinct","of":"owner"})",
       200, 2},
      {"all but one owner", R"("measure":{"take":"count","where":{"owner":{"not":["Ada"]}}})", 1, 1},
      {"all but some currency", R"("measure":{"take":"sum","of":"amount","where":{"currency":{"not":["USD"]}}})", 400,
       2},
      {"all but one status, those without one too", R"("measure":{"take":"count","where":{"status":{"not":["lost"]}}})",
       3, 3},
      {"a share of those that are left of fewer left out",
       R"("measure":{"take":"count","where":{"owner":{"not":["Bob","Ada"]}}},
          "divisor":{"take":"count","where":{"owner":{"not":["Bob"]}}})",
       0, 3},
      {"leads a deal, of those that came from elsewhere or from nowhere",
       R"("measure":{"take":"count"},"divisor":{"take":"count","kind":"leads","where":{"source":{"not":["Web"]}}})",
       4.0 / 3, 3},
      {"leads a deal, of those that came from somewhere else",
       R"("measure":{"take":"count"},
          "divisor":{"take":"count","kind":"leads","where":{"source":{"not":["Web",""]}}})",
       4, 1},
      {"at least, and at most", R"("measure":{"take":"count","where":{"amount":{"least":100,"most":200}}})", 2, 2},
      {"a share of the amount won",
       R"("measure":{"take":"sum","of":"amount","where":{"status":"won","owner":"Ada"}},
          "divisor":{"take":"sum","of":"amount","where":{"status":"won"}})",
       0.25, 2},
      {"amounts of one currency by those of another are none",
       R"("measure":{"take":"sum","of":"amount","where":{"currency":"USD"}},
          "divisor":{"take":"sum","of":"amount","where":{"currency":"EUR"}})",
       {},
       1,
       "mixed_currency"},
      {"leads a deal", R"("measure":{"take":"count"},"divisor":{"take":"count","kind":"leads"})", 0.8, 5},
      {"leads a deal, of those that came from the web or from nowhere",
       R"("measure":{"take":"count"},"divisor":{"take":"count","kind":"leads","where":{"source":["Web",""]}})", 1, 4},
      {"nothing to divide by",
       R"("measure":{"take":"count"},"divisor":{"take":"count","kind":"leads","where":{"source":"Mars"}})",
       {},
       4,
       "zero_denominator"},
  };
  for (const Worked& worked : cases) {
    const std::string text = std::string(R"({"id":"own","name":"Own","kind":"deals",)") + worked.own + "}";
    const Report report = test::run(files, defining(text));
    const Estimate& total = test::kpi(report, "own").total;
    EXPECT_EQ(total.value.has_value(), worked.value.has_value()) << worked.says << ' ' << total.undefined;
    if (worked.value) EXPECT_NEAR(total.value.value_or(-1), *worked.value, 1e-9) << worked.says;
    EXPECT_EQ(total.undefined, worked.undefined) << worked.says;
    EXPECT_EQ(total.n, worked.n) << worked.says;
  }
}

TEST(OwnKpis, need_what_their_files_lack) {
  const Report report = test::run({test::responses_file(4, 50)}, defining(kMany));
  EXPECT_EQ(test::kpi(report, "busy").status, KpiStatus::missing_kind);
  EXPECT_EQ(test::kpi(report, "answers_a_deal").missing_kinds, std::vector<Kind>{Kind::deals});
}

TEST(OwnKpis, are_the_same_for_every_cut) {
  const std::vector<test::File> files{test::deals_file(1, 300, false), test::responses_file(2, 200)};
  const Plan plan = test::plan_for(files, defining(kMany));
  const std::string whole = test::json_of(make_report(plan, aggregate(plan, test::load(plan, files))));
  for (const std::size_t parts : {2u, 5u}) {
    Cube merged(plan);
    for (std::size_t s = files.size(); s-- > 0;) {
      const std::string_view text = files[s].text;
      const auto cuts = csv::split(plan.sources[s].dialect, text, parts);
      for (std::size_t c = cuts.size() - 1; c-- > 0;) {
        const auto before = text.substr(0, cuts[c]);
        const auto part = text.substr(cuts[c], cuts[c + 1] - cuts[c]);
        Batches batches;
        Load load(plan, s, batches, 1 + std::count(before.begin(), before.end(), '\n'));
        ASSERT_TRUE(load.push({reinterpret_cast<const uint8_t*>(part.data()), part.size()}));
        ASSERT_TRUE(load.finish());
        const auto bytes = aggregate(plan, batches).encode();
        const auto cube = Cube::decode(plan, bytes);
        ASSERT_TRUE(cube);
        merged.merge(*cube);
      }
    }
    EXPECT_EQ(test::json_of(make_report(plan, merged)), whole) << parts << " parts";
  }
}

TEST(OwnKpis, come_back_from_json_as_they_were_written) {
  const std::string text = json::write(test::plan_for({test::deals_file(1, 20)}, defining(kMany)));
  const auto plan = json::read_plan(text);
  ASSERT_TRUE(plan) << plan.error().text;
  EXPECT_EQ(json::write(*plan), text);
  const Json own = Json::parse(text)["own_kpis"];
  EXPECT_EQ(own[2].dump(), Json::parse(R"({"id":"busy","name":"Partners","kind":"deals",
      "measure":{"take":"distinct","of":"partner_id"},"direction":"neither"})")
                               .dump());
}

TEST(OwnKpis, outlive_their_plan_in_the_rows_kept_and_the_report) {
  const std::vector<test::File> files{test::deals_file(3, 200)};
  const Plan plain = test::plan_for(files);
  const Batches batches = test::load(plain, files);
  std::vector<Report> reports;
  std::vector<double> alone;
  for (const char* owner : {"Anna", "Bert, jr.", "Anna"}) {
    const std::string text = std::string(R"({"id":"own","name":"Own","kind":"deals","measure":{"take":"count",
        "where":{"owner":[")") +
                             owner + R"("]}}})";
    {
      const auto plan = changed(plain, defining(text));
      ASSERT_TRUE(plan);
      reports.push_back(make_report(*plan, aggregate(*plan, batches)));
    }
    alone.push_back(*test::kpi(test::run(files, defining(text)), "own").total.value);
  }
  for (std::size_t r = 0; r < reports.size(); ++r) {
    EXPECT_EQ(test::kpi(reports[r], "own").card->name, "Own");
    EXPECT_EQ(*test::kpi(reports[r], "own").total.value, alone[r]);
  }
}

TEST(OwnKpis, no_longer_defined_are_no_longer_asked_for) {
  Choices choices = defining(kTwins[0].own);
  choices.kpis = {"own", "revenue"};
  const Plan plan = test::plan_for({test::deals_file(1, 20)}, choices);
  Choices without = test::choices_today();
  without.own_kpis.emplace();
  const auto left = changed(plan, without);
  ASSERT_TRUE(left) << left.error().text;
  EXPECT_EQ(left->kpis, std::vector<std::string>{"revenue"});
}

TEST(OwnKpis, have_targets_by_their_id_and_by_their_name) {
  for (const char* name : {"owned", "Our Own", "unser eigener"}) {
    const std::vector<test::File> files{
        test::deals_file(3, 200),
        {"targets.csv", std::string("kpi_id,period_start,period_end,target,scope_type\n") + name +
                            ",2025-01-01,2025-12-31,50000,company\n"}};
    Choices choices = defining(R"({"id":"owned","name":{"en":"Our own","de":"Unser eigener"},"kind":"deals",
                                   "measure":{"take":"sum","of":"amount","where":{"status":["won"]}}})");
    choices.period = Period{*day_of(2025, 1, 1), *day_of(2026, 1, 1)};
    const Report report = test::run(files, choices);
    const KpiReport& own = test::kpi(report, "owned");
    ASSERT_TRUE(own.target) << name;
    EXPECT_EQ(own.target->target, 50000);
    EXPECT_NEAR(*own.target->attained, *own.total.value / 50000, 1e-12);
    Choices without;
    without.own_kpis.emplace();
    EXPECT_TRUE(changed(test::plan_for(files, choices), without)) << name;
  }
}

}  // namespace
}  // namespace pegel
