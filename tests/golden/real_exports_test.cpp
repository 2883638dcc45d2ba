// Real exports of CRMs, surveys and shops, read with no mapping given, against reference values. The folder is named by
// PEGEL_DATA and holds expected.json; without it these tests are skipped.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/run.h"

namespace pegel {
namespace {

class RealExports : public testing::Test {
 protected:
  void SetUp() override {
    if (test::data_folder().empty()) GTEST_SKIP() << "PEGEL_DATA names no folder of real exports";
    std::ifstream in(test::data_folder() + "expected.json");
    ASSERT_TRUE(in);
    expected = nlohmann::json::parse(in);
  }

  static const Table& table(const Report& report, std::string_view id, std::string_view title) {
    for (const Table& table : report.tables) {
      if (table.id == id && table.title == title) return table;
    }
    ADD_FAILURE() << "no table " << id << " " << title;
    static const Table none;
    return none;
  }

  static std::optional<double> cell(const Table& table, std::size_t row, std::string_view column) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (table.columns[c].id == column && row < table.rows.size()) return table.rows[row][c].number;
    }
    ADD_FAILURE() << "no cell " << row << " " << column;
    return std::nullopt;
  }

  nlohmann::json expected;
};

double part(const KpiReport& kpi, std::string_view name) {
  for (const Part& part : kpi.total.parts) {
    if (part.name == name) return part.value;
  }
  ADD_FAILURE() << "no part " << name << " of " << kpi.card->id;
  return 0;
}

TEST_F(RealExports, salesforce_opportunities_give_the_win_rate_and_the_pipeline) {
  const Report report = test::run(test::data_files({"crm/salesforce_dev_Opportunity.csv"}));
  const auto& dev = expected["salesforce"]["values"]["dev"];
  EXPECT_DOUBLE_EQ(test::kpi(report, "win_rate").total.value.value_or(-1), dev["win_rate"].get<double>());
  EXPECT_EQ(test::kpi(report, "win_rate").total.n, dev["closed"].get<int64_t>());
  EXPECT_EQ(test::kpi(report, "deal_count").total.value.value_or(-1), dev["won"].get<double>());
  EXPECT_EQ(test::kpi(report, "revenue").total.value.value_or(-1), dev["won_amount"].get<double>());
  EXPECT_EQ(test::kpi(report, "pipeline_value").total.value.value_or(-1), dev["open_amount"].get<double>());
  EXPECT_EQ(part(test::kpi(report, "pipeline_value"), "weighted"), dev["open_weighted"].get<double>());
  EXPECT_EQ(report.sources[0].rows, dev["rows"].get<int64_t>());
}

TEST_F(RealExports, a_google_form_gives_its_nps) {
  const Report report = test::run(test::data_files({"nps/pb040_input_01.csv"}));
  const auto& truth = expected["nps"]["values"]["sudzilla"];
  const KpiReport& nps = test::kpi(report, "nps");
  EXPECT_NEAR(nps.total.value.value_or(0), truth["nps"].get<double>(), 1e-4);
  EXPECT_EQ(nps.total.n, truth["responses"].get<int64_t>());
  EXPECT_EQ(part(nps, "promoters"), truth["promoters"].get<double>());
  EXPECT_EQ(part(nps, "detractors"), truth["detractors"].get<double>());
}

TEST_F(RealExports, a_long_survey_export_counts_only_the_nps_question) {
  Choices choices = test::choices_today();
  choices.variants["nps"] = "all";  // the truth counts every answer of a student
  const Report report = test::run(test::data_files({"nps/nps_long_pt.csv"}), choices);
  const auto& truth = expected["nps"]["values"]["long_pt"]["overall"];
  EXPECT_NEAR(test::kpi(report, "nps").total.value.value_or(0), truth["nps"].get<double>(), 1e-4);
  EXPECT_EQ(test::kpi(report, "nps").total.n, truth["responses"].get<int64_t>());
}

TEST_F(RealExports, two_airline_surveys_give_the_nps_of_every_airline) {
  const Report report = test::run(test::data_files({"nps/pb122_input_01.csv", "nps/pb122_input_02.csv"}));
  const auto& truth = expected["nps"]["values"]["airlines"];
  const KpiReport& nps = test::kpi(report, "nps");
  int airlines = 0;
  for (const auto& [airline, value] : truth["by_airline"].items()) {
    const Estimate* estimate = test::cell(nps, "Airline", airline);
    ASSERT_NE(estimate, nullptr) << airline;
    EXPECT_NEAR(estimate->value.value_or(-999), value.get<double>(), 1e-4) << airline;
    EXPECT_GE(estimate->n, 50) << airline;
    ++airlines;
  }
  EXPECT_EQ(airlines, truth["airlines_with_50"].get<int>());
  ASSERT_EQ(nps.breakdown.size(), 1u);
  EXPECT_EQ(nps.breakdown[0].values.size(), truth["all_airlines"].get<std::size_t>());
}

TEST_F(RealExports, an_order_log_gives_the_funnel_and_the_days_between_its_steps) {
  const Report report = test::run(test::data_files({"funnel/pb031_input_01.csv"}));
  const auto& truth = expected["order_funnel"]["values"];
  const Table& funnel = table(report, "funnel", "");
  ASSERT_EQ(funnel.rows.size(), 3u);
  EXPECT_EQ(cell(funnel, 0, "entities"), truth["purchased"].get<double>());
  EXPECT_EQ(cell(funnel, 1, "entities"), truth["sent"].get<double>());
  EXPECT_EQ(cell(funnel, 2, "entities"), truth["reviewed"].get<double>());
  EXPECT_EQ(funnel.rows[0][0].text, "Purchased");
}

TEST_F(RealExports, store_sales_a_month_meet_their_targets_a_quarter_without_a_mapping) {
  const Report report = test::run(test::data_files({"partners/pb043_input_01.csv", "partners/pb043_input_02.csv"}));
  const Table& targets = table(report, "targets", "");
  const auto& stores = expected["store_targets"]["values"]["stores"];
  ASSERT_EQ(targets.rows.size(), stores.size());
  for (const auto& store : stores) {
    const std::string start = iso_text(first_of_month((2019 - 1970) * 12 + 3 * (store["quarter"].get<int>() - 1)));
    const auto row = std::find_if(targets.rows.begin(), targets.rows.end(), [&](const auto& cells) {
      return cells[2].text == store["store"].get<std::string>() && cells[3].text == start;
    });
    ASSERT_NE(row, targets.rows.end()) << store;
    const auto at = static_cast<std::size_t>(row - targets.rows.begin());
    EXPECT_EQ(cell(targets, at, "target"), store["target"].get<double>()) << store;
    EXPECT_EQ(cell(targets, at, "actual"), store["sales"].get<double>()) << store;
    EXPECT_NEAR(cell(targets, at, "attained").value_or(0), store["attainment"].get<double>(), 1e-6) << store;
  }
}

}  // namespace
}  // namespace pegel
