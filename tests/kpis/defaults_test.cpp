// By which definition a KPI is computed where nobody chose one: by its Card's, where the files say it; else by what stands in.

#include <gtest/gtest.h>

#include "support/run.h"

namespace pegel {
namespace {

const test::File kTickets{"tickets.csv",
                          "ticket_id,opened,resolved_first_contact\nT1,2026-03-05,yes\nT2,2026-03-06,no\n"};
const test::File kOrders{
    "orders.csv", "order_id,at,customer_id,amount\nO1,2026-03-05,A,20\nO2,2026-04-05,A,30\nO3,2026-04-06,B,10\n"};
const test::File kCustomers{"customers.csv", "customer_id,since\nA,2024-01-05\nB,2026-04-01\nC,2026-04-02\n"};

test::File survey(const std::string& question) {
  return {"survey.csv", "response_id,at,question,score\nR1,2026-03-05," + question + ",1\nR2,2026-03-06," + question +
                            ",0\nR3,2026-03-06," + question + ",1\n"};
}

std::string_view variant_of(const std::vector<test::File>& files, std::string_view kpi) {
  static Report report;
  report = test::run(files);
  return test::kpi(report, kpi).variant;
}

TEST(Defaults, first_contacts_are_resolved_as_customers_say_where_they_were_asked) {
  EXPECT_EQ(variant_of({survey("FCR"), kTickets}, "first_contact_resolution"), "felt");
  EXPECT_EQ(variant_of({survey("FCR")}, "first_contact_resolution"), "felt");
  EXPECT_EQ(variant_of({survey("CSAT"), kTickets}, "first_contact_resolution"), "gross");
  EXPECT_EQ(variant_of({kTickets}, "first_contact_resolution"), "gross");
}

TEST(Defaults, a_survey_without_that_question_leaves_it_to_be_asked) {
  const Report report = test::run({survey("CSAT")});
  const KpiReport& entry = test::kpi(report, "first_contact_resolution");
  EXPECT_EQ(entry.status, KpiStatus::missing_role);
  EXPECT_EQ(entry.missing, std::vector<Role>{Role::question});
}

TEST(Defaults, new_customers_are_those_with_a_first_order) {
  EXPECT_EQ(variant_of({kOrders, kCustomers}, "new_customers"), "first_order");
  EXPECT_EQ(variant_of({kCustomers}, "new_customers"), "since");
}

TEST(Defaults, sales_are_counted_in_units_where_orders_have_them) {
  const test::File units{"orders.csv", "order_id,at,qty,amount\nO1,2026-03-05,2,20\n"};
  EXPECT_EQ(variant_of({units}, "sales_level"), "units");
  EXPECT_EQ(variant_of({kOrders}, "sales_level"), "revenue");
}

TEST(Defaults, a_partner_is_held_against_its_own_time_before) {
  const test::File deals{"deals.csv",
                         "deal_id,partner_id,status,created,closed,amount\nD1,North,won,2026-01-05,2026-03-05,100\n"};
  EXPECT_EQ(variant_of({deals}, "quality_score"), "previous");
}

// Of wins that take 5 to 50 days one in ten takes 46 or more: at the end of the year November is too young.
TEST(Cohorts, are_incomplete_while_one_in_ten_wins_takes_longer) {
  std::string text = "deal_id,status,created,closed\n";
  int id = 0;
  const auto add = [&](const char* status, const std::string& created, const std::string& closed) {
    text += "D" + std::to_string(++id) + "," + status + "," + created + "," + closed + "\n";
  };
  for (int i = 0; i < 50; ++i) {
    const Day closed = *day_of(2026, 6, 5) + 5 + i % 46;
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const Day days = closed - *day_of(2026, 6, 1) + 1;
    add("won", "2026-06-05", days <= 30 ? "2026-06-" + two(days) : "2026-07-" + two(days - 30));
  }
  for (const char* month : {"10", "11", "12"}) {
    for (int i = 0; i < 8; ++i)
      add(i < 2 ? "lost" : "open", std::string("2026-") + month + "-05",
          i < 2 ? std::string("2026-") + month + "-20" : "");
  }
  const auto trend = [&](bool with_days) {
    Choices choices = test::choices_today();
    choices.kpis = {"close_rate"};
    std::string file = text;
    if (!with_days) file.replace(0, file.find('\n'), "deal_id,status,created,note");
    const Report report = test::run({{"deals.csv", file}}, choices);
    std::map<std::string, bool> partial;
    for (const TrendPoint& point : test::kpi(report, "close_rate").trend) partial[point.period] = point.partial;
    return partial;
  };
  const auto ripe = trend(true);
  EXPECT_FALSE(ripe.at("2026-06"));
  EXPECT_FALSE(ripe.at("2026-10"));
  EXPECT_TRUE(ripe.at("2026-11"));
  EXPECT_TRUE(ripe.at("2026-12"));
  EXPECT_FALSE(trend(false).at("2026-11")) << "nothing says how long wins take";
}

}  // namespace
}  // namespace pegel
