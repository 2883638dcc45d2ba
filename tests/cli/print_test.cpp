// What the terminal says: words instead of codes, no more than a screen needs.

#include "cli/print.h"

#include <gtest/gtest.h>

#include <sstream>

#include "support/run.h"

namespace pegel::cli {
namespace {

std::string deals(int rows) {
  std::string text = "Deal ID,Status,Amount,Created,Closed,Owner,Stage,City\n";
  for (int i = 0; i < rows; ++i) {
    text += std::to_string(i) + (i % 3 == 0 ? ",lost," : ",won,") + std::to_string(100 + i) +
            ",2026-01-02,2026-02-03,Owner" + std::to_string(i % 7) + ",Step" + std::to_string(i % 4) + ",City" +
            std::to_string(i % 3) + "\n";
  }
  return text;
}

std::string report_text(const std::vector<test::File>& files, const Choices& choices = test::choices_today()) {
  std::ostringstream out;
  print(out, test::run(files, choices), choices.dimensions.has_value());
  return out.str();
}

std::string profile_text(const std::string& name, const std::string& text) {
  std::ostringstream out;
  const auto found = profile(
      {name, static_cast<int64_t>(text.size()), std::span(reinterpret_cast<const uint8_t*>(text.data()), text.size())});
  if (found) print(out, *found);
  return out.str();
}

void expect_in(const std::string& text, std::string_view part) {
  EXPECT_NE(text.find(part), std::string::npos) << "no \"" << part << "\" in\n" << text;
}
void expect_not_in(const std::string& text, std::string_view part) {
  EXPECT_EQ(text.find(part), std::string::npos) << "\"" << part << "\" in\n" << text;
}

TEST(PrintReport, names_a_period_as_years_that_start_in_april) {
  Choices choices = test::choices_today();
  choices.year_starts = 4;
  choices.period = Period{*day_of(2025, 4, 1), *day_of(2026, 4, 1)};
  expect_in(report_text({{"deals.csv", deals(40)}}, choices), "period 2025/26, 2025-04-01 to 2026-03-31\n");
  choices.period = Period{*day_of(2026, 1, 1), *day_of(2026, 4, 1)};
  expect_in(report_text({{"deals.csv", deals(40)}}, choices), "period 2025/26-Q4, 2026-01-01 to 2026-03-31\n");
  choices.period = Period{*day_of(2026, 1, 1), *day_of(2026, 3, 11)};
  expect_in(report_text({{"deals.csv", deals(40)}}, choices), "period 2026-01-01 to 2026-03-10\n");
}

TEST(Print, a_report_says_what_is_missing_in_words) {
  const std::string text = report_text({{"deals.csv", deals(40)}});
  expect_in(text, "deals.csv: 40 rows = 40 used + 0 left out; Deals, 2026-01-02 to 2026-02-03");
  expect_in(text, "needs the columns: Partner (partner_id): Partners’ average deal size, ");
  expect_in(text, "Partner score, Quality score");
  for (const char* code : {"missing_role", "missing_kind", "no_data", "column:", "undefined"})
    expect_not_in(text, code);
}

TEST(Print, a_report_says_what_was_converted_and_with_what) {
  const test::File sold{"deals.csv",
                        "Deal ID,Status,Amount,Currency,Created,Closed\n1,won,100,EUR,2026-01-02,2026-02-03\n"
                        "2,won,150,USD,2026-01-02,2026-02-03\n3,won,300,EUR,2026-01-02,2026-02-04\n"};
  const test::File rates{"rates.csv", "Date,From,To,Rate\n2026-02-02,EUR,USD,1.5\n"};
  const std::string text = report_text({sold, rates});
  expect_in(text,
            "Converted amounts\n  Converted to EUR with rates.csv at the rate of each row’s day: 1 row, rates from "
            "2026-02-02 to 2026-02-02: ");
  expect_in(text, "500.00 EUR");
  expect_not_in(report_text({sold}), "onverted");
}

TEST(Print, a_report_shows_five_values_of_the_usual_dimensions_only) {
  const std::string text = report_text({{"deals.csv", deals(40)}});
  expect_in(text, "By Owner");
  expect_in(text, "… 2 more, --by 'owner' shows all");
  expect_not_in(text, "By Stage");
  expect_not_in(text, "By City");
  expect_in(text, "More with --by: ");
}

TEST(Print, a_dimension_asked_for_is_shown_whole) {
  Choices choices = test::choices_today();
  choices.dimensions = {"City", "owner"};
  const std::string text = report_text({{"deals.csv", deals(40)}}, choices);
  expect_in(text, "By City");
  expect_in(text, "Owner6");
  expect_not_in(text, " more, ");
}

TEST(Print, a_mean_far_from_its_median_stands_beside_it) {
  const std::string header = "Deal ID,Status,Amount,Created,Closed\n";
  std::string rows;
  for (const char* amount : {"200", "400", "300", "250"})
    rows += std::string(amount) + ",won," + amount + ",2026-01-02,2026-02-03\n";
  expect_not_in(report_text({{"deals.csv", header + rows}}), "median ");
  expect_in(report_text({{"deals.csv", header + rows + "5,won,9000,2026-01-02,2026-02-03\n"}}),
            "median 300.00, a few are far larger");
}

TEST(Print, a_scorecard_is_not_called_lacking) {
  std::string text = "Deal ID,Status,Amount,Created,Closed,Partner\n";
  for (int i = 0; i < 40; ++i) {
    text += std::to_string(i) + (i % 3 == 0 ? ",lost," : ",won,") + std::to_string(100 + i) +
            ",2026-01-02,2026-02-03,P" + std::to_string(i % 4) + "\n";
  }
  const std::string report = report_text({{"deals.csv", text}});
  expect_in(report, "Partner score, Partner");
  expect_not_in(report, "There is nothing to compare with");
  expect_in(report, "nine in ten resamples");
}

TEST(Print, a_table_of_targets_speaks_words_and_the_units_of_its_rows) {
  const std::string report = report_text({{"deals.csv", deals(40)},
                                          {"targets.csv",
                                           "kpi_id,period_start,period_end,target\n"
                                           "win_rate,2026-02-01,2026-02-28,70 %\n"
                                           "win_rate,2026-02-01,,\n"}});
  expect_in(report, "70.0 %");
  expect_in(report, "no number");
  expect_in(report, "no end");
  expect_not_in(report, "no_end");
}

TEST(Print, cohorts_stand_under_their_own_name_and_a_variant_in_its_own_unit) {
  std::string orders = "order_id,at,customer_id\n";
  for (int i = 0; i < 24; ++i) {
    orders += "O" + std::to_string(i) + ",2026-" + (i % 2 == 0 ? "02" : "03") + "-0" + std::to_string(1 + i % 9) +
              ",C" + std::to_string(i / 2) + "\n";
  }
  Choices choices = test::choices_today();
  choices.variants["purchase_frequency"] = "gap";
  const std::string text = report_text({{"orders.csv", orders}}, choices);
  expect_in(text, "\nCohorts: who orders again\n");
  expect_in(text, "29.0 days");
}

TEST(Print, several_currencies_are_broken_down_unasked) {
  std::string text = "Deal ID,Status,Amount,Currency,Closed\n";
  for (int i = 0; i < 12; ++i) {
    text += std::to_string(i) + ",won,1" + std::to_string(i) + (i % 2 == 0 ? ",EUR" : ",USD") + ",2026-02-03\n";
  }
  const std::string report = report_text({{"deals.csv", text}});
  expect_in(report, "By Currency");
  expect_in(report, " EUR");
  expect_in(report, "Several currencies are not added up");
}

TEST(Print, a_variant_that_was_chosen_is_named) {
  Choices choices = test::choices_today();
  choices.variants["win_rate"] = "value";
  expect_in(report_text({{"deals.csv", deals(30)}}, choices), "Win rate: amount won ÷ amount decided");
  EXPECT_EQ(report_text({{"deals.csv", deals(30)}}).find("--variant"), std::string::npos);
}

TEST(Print, an_issue_has_its_place_and_a_remedy) {
  const std::string text = report_text({{"deals.csv", deals(40) + "41,won\n"}});
  expect_in(text, "First: deals.csv:42");
}

TEST(Print, a_profile_shows_reasons_values_and_how_to_answer) {
  const std::string text =
      profile_text("deals.csv",
                   "Deal ID;Status;Betrag;Created\n1;gewonnen;1.234;03/04/2026\n2;verloren;2.500;05/06/2026\n"
                   "3;gewonnen;1.750;07/08/2026\n");
  expect_in(text, "utf-8 | ; | quote \"");
  expect_in(text, "status: gewonnen -> won (2 rows)");
  expect_in(text, "known name of amount");
  expect_in(text, "--date-order 'Created=dmy'");
  expect_in(text, "--date-order 'Created=mdy'");
}

}  // namespace
}  // namespace pegel::cli
