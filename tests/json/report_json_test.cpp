// The Report as JSON: what a machine reader may rely on.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "json/json.h"
#include "support/run.h"

namespace pegel {
namespace {

using Json = nlohmann::json;

const test::File kDeals{"deals.csv",
                        "Deal ID,Status,Amount,Created,Closed,Owner,Partner\n"
                        "1,won,100,2026-01-02,2026-01-20,Ada,P1\n"
                        "2,won,300,2026-01-05,2026-02-20,Bob,P2\n"
                        "3,lost,200,2026-01-07,2026-02-25,Ada,P1\n"
                        "4,open,50,2026-02-01,,Bob,P2\n"};

Json report_of(const std::vector<test::File>& files) { return Json::parse(test::json_of(test::run(files))); }

Json kpi_of(const Json& report, std::string_view id) {
  for (const Json& kpi : report["kpis"]) {
    if (kpi["id"] == id) return kpi;
  }
  ADD_FAILURE() << "no KPI " << id;
  return Json::object();
}

TEST(ReportJson, says_its_version_first) {
  EXPECT_EQ(test::json_of(test::run({kDeals})).substr(0, 19), R"({"pegel":"report/1")");
}

/// Which members stand twice in one object.
struct Twice : nlohmann::json_sax<Json> {
  std::vector<std::set<std::string>> open;
  std::vector<std::string> found;
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override {
    open.emplace_back();
    return true;
  }
  bool key(string_t& name) override {
    if (!open.back().insert(name).second) found.push_back(name);
    return true;
  }
  bool end_object() override {
    open.pop_back();
    return true;
  }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t, const std::string& token, const nlohmann::detail::exception& error) override {
    ADD_FAILURE() << token << ": " << error.what();
    return false;
  }
};

TEST(ReportJson, no_object_of_a_report_or_a_catalogue_has_a_member_twice) {
  for (const std::string& text :
       {test::json_of(test::run({kDeals})), json::write(catalogue()), json::write_with_examples(catalogue())}) {
    Twice twice;
    EXPECT_TRUE(Json::sax_parse(text, &twice));
    EXPECT_EQ(twice.found, std::vector<std::string>());
  }
}

TEST(ReportJson, a_kpi_names_its_denominator_and_the_rows_it_excluded) {
  const Json win_rate = kpi_of(report_of({kDeals}), "win_rate");
  EXPECT_EQ(win_rate["denominator"],
            Json::parse(R"([{"name":"won","value":2.0,"unit":"count"},{"name":"lost","value":1.0,"unit":"count"}])"));
  EXPECT_EQ(win_rate["excluded"], Json::parse(R"([{"reason":"open","rows":1}])"));
}

TEST(ReportJson, a_kpi_has_one_breakdown_a_dimension) {
  Choices choices = test::choices_today();
  choices.dimensions = {"owner", "partner_id"};
  const Json report = Json::parse(test::json_of(test::run({kDeals}, choices)));
  std::vector<std::string> dimensions;
  const Json win_rate = kpi_of(report, "win_rate");
  for (const Json& one : win_rate["breakdown"]) dimensions.push_back(one["dimension"]);
  EXPECT_EQ(dimensions, (std::vector<std::string>{"owner", "partner_id"}));
}

TEST(ReportJson, tables_stand_under_their_id) {
  const Json tables = report_of({kDeals})["tables"];
  ASSERT_TRUE(tables.is_object());
  ASSERT_EQ(tables["partner_score"].size(), 1u);
  EXPECT_EQ(tables["partner_score"][0]["kpi"], "partner_score");
}

TEST(ReportJson, a_source_without_days_has_no_first_and_last) {
  const Json report = report_of({{"deals.csv", "Deal ID,Status,Amount\n1,won,100\n2,lost,300\n3,won,250\n"}});
  EXPECT_FALSE(report["sources"][0].contains("first"));
  EXPECT_FALSE(report["sources"][0].contains("last"));
}

TEST(ReportJson, a_source_has_its_first_and_last_day) {
  const Json report = report_of({kDeals});
  EXPECT_EQ(report["sources"][0]["first"], "2026-01-02");
  EXPECT_EQ(report["sources"][0]["last"], "2026-02-25");
}

TEST(ReportJson, a_source_tells_what_was_assumed) {
  const Json report = report_of({{"deals.csv",
                                  "Deal ID,Status,Amount,Created\n1,won,100,03/04/2026\n2,lost,300,05/06/2026\n"
                                  "3,won,250,07/08/2026\n"}});
  Json order;
  for (const Json& one : report["sources"][0]["assumed"]) {
    if (one["code"] == "date.order") order = one;
  }
  EXPECT_EQ(order, Json::parse(R"({"code":"date.order","subject":"Created","choice":"dmy"})"));
}

TEST(ReportJson, what_was_answered_is_not_assumed) {
  Choices choices = test::choices_today();
  choices.sources["deals.csv"].date["Created"] = "mdy";
  const Report report = test::run({{"deals.csv",
                                    "Deal ID,Status,Amount,Created\n1,won,100,03/04/2026\n"
                                    "2,lost,300,05/06/2026\n3,won,250,07/08/2026\n"}},
                                  choices);
  for (const Assumption& one : report.sources[0].assumed) EXPECT_NE(one.code, "date.order");
}

TEST(TableJson, a_refusal_is_one_line_with_code_and_text) {
  EXPECT_EQ(json::refusal("a/b.csv", {"file.empty", "\"b.csv\" has no rows.", {"b.csv", 0, 0, {}}, {}}),
            R"({"file":"a/b.csv","error":{"code":"file.empty","text":"\"b.csv\" has no rows."}})");
}

}  // namespace
}  // namespace pegel
