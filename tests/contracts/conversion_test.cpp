// Amounts of several currencies beside a file of rates: from bytes to report.

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "support/run.h"

namespace pegel {
namespace {

const test::File kDeals{"deals.csv",
                        "Deal ID,Status,Created,Closed,Amount,Currency,Owner\n"
                        "1,won,2026-03-02,2026-03-13,100,EUR,Anna\n"
                        "2,won,2026-03-02,2026-03-14,125,USD,Anna\n"
                        "3,won,2026-03-02,2026-03-16,160,USD,Ben\n"
                        "4,won,2026-03-02,2026-03-16,50,EUR,Ben\n"
                        "5,lost,2026-03-02,2026-03-16,70,USD,Ben\n"
                        "6,open,2026-03-13,,1000,USD,Ben\n"};
const test::File kRates{"rates.csv",
                        "Date,From,To,Rate\n"
                        "2026-03-02,EUR,USD,1.00\n"
                        "2026-03-13,EUR,USD,1.25\n"
                        "2026-03-16,EUR,USD,1.60\n"};
const test::File kWide{"eurofxref-hist.csv",
                       "Date,USD,JPY,GBP,CHF,\n"
                       "2026-03-16,1.6,160,0.85,0.95,\n"
                       "2026-03-13,1.25,158,N/A,0.94,\n"
                       "2026-03-02,1,158,0.85,0.94,\n"};

const Issue* issue(const Report& report, std::string_view code) {
  for (const Issue& issue : report.issues) {
    if (issue.code == code) return &issue;
  }
  return nullptr;
}

Choices in(std::string_view currency) {
  Choices choices = test::choices_today();
  choices.currency = currency;
  return choices;
}

TEST(Conversion, without_rates_amounts_of_two_currencies_are_not_added) {
  const Report report = test::run({kDeals});
  EXPECT_EQ(test::kpi(report, "revenue").total.undefined, "mixed_currency");
  EXPECT_EQ(test::kpi(report, "revenue").converted, std::nullopt);
}

class ByAFile : public testing::TestWithParam<test::File> {};

TEST_P(ByAFile, amounts_are_added_in_the_currency_of_most_at_the_rate_of_their_day) {
  const Report report = test::run({kDeals, GetParam()});
  const KpiReport& revenue = test::kpi(report, "revenue");
  EXPECT_EQ(revenue.total.currency, "USD");
  EXPECT_EQ(revenue.total.value, 125 + 125 + 160 + 80);
  const Report of_euros = test::run({kDeals, GetParam()}, in("EUR"));
  const KpiReport& in_euros = test::kpi(of_euros, "revenue");
  EXPECT_EQ(in_euros.total.currency, "EUR");
  EXPECT_EQ(in_euros.total.value, 100 + 100 + 100 + 50);
  ASSERT_TRUE(in_euros.converted.has_value());
  EXPECT_EQ(in_euros.converted->to, "EUR");
  EXPECT_EQ(in_euros.converted->files, std::vector<std::string>{GetParam().name});
  EXPECT_EQ(in_euros.converted->rows, 4) << "the lost and the open one, too";
  EXPECT_EQ(iso_text(in_euros.converted->first), "2026-03-13");
  EXPECT_EQ(iso_text(in_euros.converted->last), "2026-03-16");
  EXPECT_EQ(issue(of_euros, "fx.no_rate"), nullptr);
}
INSTANTIATE_TEST_SUITE_P(Conversion, ByAFile, testing::Values(kRates, kWide), [](const auto& each) {
  return std::string(each.param.name == kRates.name ? "of_a_rate_a_row" : "of_a_currency_a_column");
});

TEST(Conversion, a_breakdown_by_currency_is_by_the_one_that_the_file_names_with_values_in_the_plans) {
  Choices choices = in("EUR");
  choices.dimensions = {{"currency"}};
  const Report report = test::run({kDeals, kRates}, choices);
  const KpiReport& revenue = test::kpi(report, "revenue");
  ASSERT_NE(test::cell(revenue, "currency", "USD"), nullptr);
  EXPECT_EQ(test::cell(revenue, "currency", "USD")->value, 200);
  EXPECT_EQ(test::cell(revenue, "currency", "USD")->currency, "EUR");
  EXPECT_EQ(test::cell(revenue, "currency", "EUR")->value, 150);
  choices.filters = {{"currency", {"USD"}}};
  EXPECT_EQ(test::kpi(test::run({kDeals, kRates}, choices), "revenue").total.value, 200);
}

TEST(Conversion, rows_without_a_rate_keep_their_currency_and_are_told_with_their_places) {
  const test::File late{"rates.csv", "Date,From,To,Rate\n2026-03-16,EUR,USD,1.60\n"};
  const Report report = test::run({kDeals, late}, in("EUR"));
  EXPECT_EQ(test::kpi(report, "revenue").total.undefined, "mixed_currency");
  const Issue* none = issue(report, "fx.no_rate");
  ASSERT_NE(none, nullptr);
  EXPECT_EQ(none->count, 2);
  EXPECT_EQ(none->subject, "Amount");
  EXPECT_EQ(none->values.at("to"), "EUR");
  ASSERT_EQ(none->places.size(), 2u);
  EXPECT_EQ(none->places[0].file, "deals.csv");
  EXPECT_EQ(none->places[0].line, 3);
  EXPECT_EQ(none->places[0].column, 5);
  EXPECT_EQ(none->places[0].excerpt, "125 USD, 2026-03-14");
  EXPECT_EQ(none->places[1].line, 7);
}

TEST(Conversion, asked_for_without_any_rates_tells_of_every_amount_in_another_currency) {
  const Report report = test::run({kDeals}, in("EUR"));
  ASSERT_NE(issue(report, "fx.no_rate"), nullptr);
  EXPECT_EQ(issue(report, "fx.no_rate")->count, 4);
}

TEST(Conversion, switched_off_leaves_amounts_as_they_are_written) {
  const Report report = test::run({kDeals, kRates}, in(""));
  EXPECT_EQ(test::kpi(report, "revenue").total.undefined, "mixed_currency");
}

TEST(Conversion, rates_that_are_none_and_those_that_another_row_says_otherwise_are_told) {
  const test::File odd{"rates.csv",
                       kRates.text + "2026-03-13,EUR,USD,1.30\n2026-03-16,EUR,USD,0\n2026-03-16,EUR,USD,1.6\n"};
  const Report report = test::run({kDeals, odd}, in("EUR"));
  ASSERT_NE(issue(report, "fx.conflict"), nullptr);
  EXPECT_EQ(issue(report, "fx.conflict")->count, 1);
  EXPECT_EQ(issue(report, "fx.conflict")->places[0].line, 3);
  ASSERT_NE(issue(report, "fx.row"), nullptr);
  EXPECT_EQ(issue(report, "fx.row")->places[0].line, 6);
}

TEST(Conversion, a_plan_converts_to_a_code_or_not_at_all) {
  Plan plan = test::plan_for({kDeals, kRates});
  EXPECT_EQ(plan.currency, "USD");
  EXPECT_TRUE(check(plan));
  plan.currency = "euros";
  ASSERT_FALSE(check(plan));
  EXPECT_EQ(check(plan).error().values.at("member"), "currency");
}

TEST(Conversion, the_order_of_files_and_of_rows_does_not_matter) {
  const auto turned = [](test::File file) {
    std::istringstream lines(file.text);
    std::string header, line, rows;
    std::getline(lines, header);
    while (std::getline(lines, line)) rows = line + "\n" + rows;
    return test::File{file.name, header + "\n" + rows};
  };
  const auto figures = [](const Report& report) {
    std::string text;
    for (const KpiReport& kpi : report.kpis) {
      text += std::string(kpi.card->id) + " " + (kpi.total.value ? std::to_string(*kpi.total.value) : "none") + " " +
              kpi.total.currency + " " + (kpi.converted ? std::to_string(kpi.converted->rows) : "") + "\n";
    }
    return text;
  };
  const std::string forth = figures(test::run({kDeals, kRates}, in("EUR")));
  EXPECT_EQ(figures(test::run({turned(kRates), turned(kDeals)}, in("EUR"))), forth);
}

void read_part(const Plan& plan, std::size_t source, std::string_view text, int64_t first_line, Batches& into) {
  Load load(plan, source, into, first_line);
  ASSERT_TRUE(load.push({reinterpret_cast<const uint8_t*>(text.data()), text.size()}));
  ASSERT_TRUE(load.finish());
}

TEST(Conversion, both_files_may_be_cut_at_any_record_and_rates_may_come_before_or_after) {
  const std::vector<test::File> files{kDeals, kRates};
  const Plan plan = test::plan_for(files, in("EUR"));
  const std::string whole = test::json_of(make_report(plan, aggregate(plan, test::load(plan, files))));
  int cuts = 0;
  for (std::size_t s = 0; s < files.size(); ++s) {
    const std::string_view text = files[s].text;
    int64_t line = 1;
    for (auto at = text.find('\n'); at + 1 < text.size(); at = text.find('\n', at + 1), ++cuts) {
      Batches batches;
      read_part(plan, s, text.substr(0, at + 1), 1, batches);
      read_part(plan, s, text.substr(at + 1), ++line, batches);
      read_part(plan, 1 - s, files[1 - s].text, 1, batches);
      EXPECT_EQ(test::json_of(make_report(plan, aggregate(plan, batches))), whole) << files[s].name << ":" << line;
    }
  }
  EXPECT_EQ(cuts, 9);
}

TEST(Conversion, columns_named_for_currencies_are_rates_beside_a_day_of_the_euro_or_the_dollar_that_they_leave_out) {
  const auto rates = [](const std::string& header, const std::string& row) {
    const Plan plan = test::plan_for({{"table.csv", header + "\n" + row + "\n"}});
    if (plan.sources[0].kind != Kind::fx) return std::string("none");
    return "of " + plan.sources[0].wide.columns[0].cells[0];
  };
  EXPECT_EQ(rates("Date,USD,GBP,CHF", "2026-03-16,1.6,0.85,0.95"), "of EUR");
  EXPECT_EQ(rates("Datum;USD;GBP;CHF", "16.03.2026;1,6;0,85;0,95"), "of EUR");
  EXPECT_EQ(rates("Date,EUR,GBP,CHF", "2026-03-16,0.6,0.55,0.65"), "of USD");
  EXPECT_EQ(rates("Date,EUR,USD,CHF", "2026-03-16,0.6,1,0.65"), "none") << "of which one is not said";
  EXPECT_EQ(rates("Shop,USD,GBP,CHF", "York,1.6,0.85,0.95"), "none");
  EXPECT_EQ(rates("Date,USD,GBP,Total", "2026-03-16,1.6,0.85,0.95"), "none");
}

TEST(Conversion, another_currency_is_chosen_over_rows_that_are_held_already) {
  Plan plan = test::plan_for({kDeals, kRates});
  const Batches batches = test::load(plan, {kDeals, kRates});
  for (const auto& [currency, expected] : std::vector<std::pair<std::string, double>>{{"USD", 490}, {"EUR", 350}}) {
    plan.currency = currency;
    const Report report = make_report(plan, aggregate(plan, batches));
    EXPECT_EQ(test::kpi(report, "revenue").total.value, expected) << currency;
  }
}

TEST(Conversion, a_cube_with_converted_rows_is_read_back_as_it_was_written) {
  const Plan plan = test::plan_for({kDeals, kRates}, in("EUR"));
  const Cube cube = aggregate(plan, test::load(plan, {kDeals, kRates}));
  const auto again = Cube::decode(plan, cube.encode());
  ASSERT_TRUE(again);
  EXPECT_EQ(test::json_of(make_report(plan, *again)), test::json_of(make_report(plan, cube)));
}

}  // namespace
}  // namespace pegel
