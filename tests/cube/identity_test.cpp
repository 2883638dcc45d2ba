#include <gtest/gtest.h>

#include "support/run.h"

namespace pegel {
namespace {

const char* const kHeader = "deal_id,status,created,closed,amount\n";

const Issue* issue(const Report& report, std::string_view code) {
  for (const Issue& issue : report.issues) {
    if (issue.code == code) return &issue;
  }
  return nullptr;
}

TEST(Identity, AnExportThatOverlapsAnotherCountsEveryDealOnce) {
  const std::string january = "D1,won,2026-01-01,2026-01-10,100\nD2,won,2026-01-02,2026-01-20,200\n";
  const std::string february = "D2,won,2026-01-02,2026-01-20,200\nD3,won,2026-02-02,2026-02-20,400\n";
  const Report report = test::run({{"january.csv", kHeader + january}, {"february.csv", kHeader + february}});
  EXPECT_EQ(test::kpi(report, "revenue").total.value, 700.0);
  ASSERT_NE(issue(report, "id.dup"), nullptr);
  EXPECT_EQ(issue(report, "id.dup")->count, 1);
  EXPECT_EQ(issue(report, "id.conflict"), nullptr);
}

TEST(Identity, OfTwoVersionsOfADealTheOneDecidedLastStaysAndTheOtherIsListed) {
  const std::string rows = "D1,lost,2026-01-01,2026-01-10,100\nD1,won,2026-01-01,2026-03-10,300\n";
  const Report report = test::run({{"deals.csv", kHeader + rows + "D2,won,2026-01-02,2026-01-20,50\n"}});
  EXPECT_EQ(test::kpi(report, "revenue").total.value, 350.0);
  ASSERT_NE(issue(report, "id.conflict"), nullptr);
  EXPECT_EQ(issue(report, "id.conflict")->places[0].line, 2);
  EXPECT_EQ(report.sources[0].rows, report.sources[0].used + report.sources[0].left_out);
}

TEST(Identity, OfTwoVersionsOfADealTheOneModifiedLastStays) {
  const std::string header = "Deal-ID,Status,Erstellt am,Abgeschlossen am,Betrag,Zuletzt geändert am\n";
  const std::string rows =
      "D1,gewonnen,2026-01-01,2026-03-10,300,2026-03-11\nD1,verloren,2026-01-01,2026-02-10,100,2026-04-02\n";
  const Report report = test::run({{"deals.csv", header + rows + "D2,gewonnen,2026-01-02,2026-01-20,50,2026-01-21\n"}});
  EXPECT_EQ(test::kpi(report, "revenue").total.value, 50.0);
  ASSERT_NE(issue(report, "id.conflict"), nullptr);
  EXPECT_EQ(issue(report, "id.conflict")->places[0].line, 2);
}

const char* const kNoId = "owner,status,amount,created,closed\n";
const char* const kAlike = "Jan,won,100.50,2026-01-02,2026-02-03\n";

TEST(Identity, AFileGivenTwiceCountsOnceWithOrWithoutIds) {
  const std::string without = std::string(kNoId) + kAlike + "Jo,lost,5,2026-01-02,2026-02-03\n";
  const std::string with = std::string(kHeader) + "D1,won,2026-01-01,2026-01-10,100.50\n";
  for (const std::string& text : {without, with}) {
    const Report report = test::run({{"deals.csv", text}, {"copy.csv", text}});
    EXPECT_EQ(test::kpi(report, "revenue").total.value, 100.5);
    const Issue* twice = issue(report, "file.twice");
    ASSERT_NE(twice, nullptr);
    EXPECT_EQ(twice->places[0].file, "copy.csv");
    EXPECT_EQ(twice->values.at("file"), "deals.csv");
    EXPECT_EQ(twice->rows_left_out, report.sources[1].rows);
    EXPECT_EQ(report.sources[1].used, 0);
    EXPECT_EQ(report.sources[0].used, report.sources[0].rows);
    EXPECT_EQ(issue(report, "id.dup"), nullptr);
  }
}

TEST(Identity, FilesOfOneLengthThatDifferAreNoCopies) {
  const Report report = test::run({{"a.csv", std::string(kNoId) + kAlike},
                                   {"b.csv", std::string(kNoId) + "Jan,won,100.51,2026-01-02,2026-02-03\n"}});
  EXPECT_EQ(issue(report, "file.twice"), nullptr);
  EXPECT_EQ(test::kpi(report, "revenue").total.n, 2);
}

TEST(Identity, EqualRowsWithoutAnIdCountAndAreNotedWithTheirPlaces) {
  const std::string rows = std::string(kAlike) + kAlike + "Jan,lost,5,2026-01-02,2026-02-03\n" + kAlike;
  const Report report = test::run({{"deals.csv", kNoId + rows}});
  EXPECT_EQ(test::kpi(report, "revenue").total.value, 301.5);
  const Issue* repeated = issue(report, "row.repeated");
  ASSERT_NE(repeated, nullptr);
  EXPECT_EQ(repeated->count, 2);
  EXPECT_EQ(repeated->rows_left_out, 0);
  EXPECT_EQ(repeated->places[0].line, 3);
  EXPECT_EQ(repeated->places[1].line, 5);
}

TEST(Identity, AnswersThatNameNoCustomerMayBeAlike) {
  const auto survey = [&](const std::string& customer) {
    std::string text = customer.empty() ? "Date,NPS\n" : "Date,NPS,Customer\n";
    for (const char* answer : {"2026-03-01,9", "2026-03-01,9", "2026-03-02,0"}) text += answer + customer + "\n";
    return test::run({{"survey.csv", text}});
  };
  EXPECT_EQ(issue(survey(""), "row.repeated"), nullptr);
  EXPECT_NE(issue(survey(",Ada"), "row.repeated"), nullptr);
}

TEST(Identity, LinesOfAnOrderCountEachAndALineSeenTwiceOnce) {
  const Report report = test::run({{"orders.csv",
                                    "Order ID,Order Date,Customer ID,Product,Quantity,Amount\n"
                                    "O1,2026-01-02,C1,Mug,1,10\nO1,2026-01-02,C1,Tee,2,40\nO1,2026-01-02,C1,Mug,1,10\n"
                                    "O2,2026-01-03,C2,Mug,1,10\n"}});
  const Issue* twice = issue(report, "id.dup");
  ASSERT_NE(twice, nullptr);
  EXPECT_EQ(twice->count, 1);
  EXPECT_EQ(twice->places[0].line, 2);
  EXPECT_EQ(report.sources[0].rows, 4);
  EXPECT_EQ(report.sources[0].left_out, 1);
}

}  // namespace
}  // namespace pegel
