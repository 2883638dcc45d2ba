// The rows behind a number: as many as it rests on, of the very cell and period.

#include <gtest/gtest.h>

#include <algorithm>

#include "support/run.h"

namespace pegel {
namespace {

struct Asked {
  std::vector<test::File> files;
  Choices choices;
  Plan plan = test::plan_for(files, choices);
  Batches batches = test::load(plan, files);

  RowsPage page(const RowsQuery& query) const { return *rows(plan, batches, query); }
  int64_t used(const std::string& kpi) const { return page({.kpi = kpi, .use = "used"}).total; }
};

Choices in_month(int year, int month) {
  Choices choices = test::choices_today();
  const Day start = *day_of(year, month, 1);
  choices.period = Period{start, month == 12 ? *day_of(year + 1, 1, 1) : *day_of(year, month + 1, 1)};
  return choices;
}

const test::File kAnswers{"survey.csv",
                          "response_id,at,question,score,customer_id\n"
                          "R1,2026-04-01,nps,0,C1\nR2,2026-04-02,nps,10,C1\nR3,2026-04-02,nps,8,C2\n"
                          "R4,2026-04-02,nps,9,\nR5,2026-04-03,nps,9,C3\nR6,2026-04-03,nps,9,C3\n"};

TEST(Rows, OfAnswersThatALaterOneOfTheCustomerSupersededAreSo) {
  const Asked asked{{kAnswers}, test::choices_today()};
  const RowsPage superseded = asked.page({.kpi = "nps", .use = "superseded"});
  ASSERT_EQ(superseded.total, 2);
  EXPECT_EQ(superseded.rows[0][1], "2");
  EXPECT_EQ(asked.used("nps"), test::kpi(test::run(asked.files, asked.choices), "nps").total.n);
}

TEST(Rows, OfAllAnswersNoneIsSuperseded) {
  Choices choices = test::choices_today();
  choices.variants["nps"] = "all";
  EXPECT_EQ((Asked{{kAnswers}, choices}.used("nps")), 6);
}

TEST(Rows, OfTwoKindsAreListedEachByItsOwnConditions) {
  const test::File tickets{"tickets.csv",
                           "ticket_id,opened,kind,order_id\nT1,2026-04-01,complaint,O1\nT2,2026-04-01,question,O2\n"
                           "T3,2026-04-02,claim,\n"};
  const test::File orders{"orders.csv",
                          "order_id,at,customer_id,amount\nO1,2026-04-01,C1,10\nO2,2026-04-01,C1,20\n"
                          "O3,2026-04-02,C2,30\n"};
  const Asked asked{{tickets, orders}, test::choices_today()};
  const RowsPage page = asked.page({.kpi = "complaint_rate"});
  const auto count = [&](const char* file, const char* use) {
    return std::count_if(page.rows.begin(), page.rows.end(),
                         [&](const auto& row) { return row[0] == file && row[2] == use; });
  };
  EXPECT_EQ(count("tickets.csv", "used"), 2);
  EXPECT_EQ(count("tickets.csv", "other_type"), 1);
  EXPECT_EQ(count("orders.csv", "used"), 3);
  const auto order = std::find(page.columns.begin(), page.columns.end(), "order_id") - page.columns.begin();
  for (const auto& row : page.rows) {
    if (row[1] == "2") {
      EXPECT_EQ(row[static_cast<std::size_t>(order)], "O1") << row[0];
    }
  }
}

TEST(Rows, OfAKpiThatLooksBackAreThoseOfThePeriodThatIsAskedFor) {
  std::string orders = "order_id,at,customer_id,qty,amount\n";
  for (int month = 1; month <= 12; ++month) {
    for (int i = 0; i < 5; ++i) {
      const std::string customer = month == 12 ? "N" + std::to_string(i) : "C" + std::to_string(i);
      orders += "O" + std::to_string(month * 10 + i) + ",2025-" + (month < 10 ? "0" : "") + std::to_string(month) +
                "-03," + customer + ",2,10\n";
    }
  }
  const Asked asked{{{"orders.csv", orders}}, in_month(2025, 12)};
  EXPECT_EQ(asked.used("sales_level"), 5);
  EXPECT_EQ(asked.used("new_customers"), 5);
  EXPECT_EQ(asked.page({.kpi = "new_customers", .use = "other_period"}).total, 55);
}

TEST(Rows, OfChurnAreTheCustomersOfTheStartOfThePeriod) {
  const test::File customers{"customers.csv",
                             "customer_id,since,until\nC1,2026-01-01,\nC2,2026-01-01,2026-10-10\nC3,2026-01-01,\n"
                             "C4,2026-01-01,2026-05-01\nC5,2026-10-05,\n"};
  const Asked asked{{customers}, in_month(2026, 10)};
  EXPECT_EQ(test::kpi(test::run(asked.files, asked.choices), "churn_rate").total.n, 3);
  EXPECT_EQ(asked.used("churn_rate"), 3);
}

}  // namespace
}  // namespace pegel
