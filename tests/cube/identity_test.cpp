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

}  // namespace
}  // namespace pegel
