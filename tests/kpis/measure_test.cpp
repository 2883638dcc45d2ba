// What KPIs of Measures make of rows that are odd: each is counted, or left out under its own reason.

#include <gtest/gtest.h>

#include "kpis/row.h"
#include "support/run.h"

namespace pegel {
namespace {

struct Case {
  const char* says;
  Kind kind;
  const char* kpi;
  const char* text;  // with role names as headers
  std::optional<double> value;
  const char* left_out = "";  // the reason, of one row
  std::optional<Period> period{};
};

const Period kMarch{*day_of(2026, 3, 1), *day_of(2026, 4, 1)};

const Case kCases[] = {
    {"no quote was accepted in a month in which some were sent", Kind::quotes, "quotes_closed",
     "quote_id,sent,quote_status,accepted\nQ1,2026-03-05,sent,\nQ2,2026-03-06,accepted,2026-04-06\n", 0, "", kMarch},
    {"a status that says nothing is not one that says no", Kind::leads, "conversion_rate",
     "lead_id,created,lead_status\nL1,2026-03-05,converted\nL2,2026-03-05,qualified\nL3,2026-03-05,?\n", 0.5,
     "unknown_status"},
    {"a visit that was cancelled was none, whatever the language", Kind::activities, "field_visits",
     "activity_id,at,activity_type,outcome\nA1,2026-03-05,visit,order\nA2,2026-03-05,visit,Geannuleerd\n", 1,
     "other_type"},
    {"a complaint about nothing in particular counts of its own", Kind::tickets, "complaint_count",
     "ticket_id,opened,ticket_kind,order_id\nT1,2026-03-05,claim,O1\nT2,2026-03-05,claim,O1\nO1,2026-03-06,claim,\n",
     2},
    {"hours need a time of day",
     Kind::leads,
     "lead_response_time",
     "lead_id,created,first_response\nL1,2026-03-05,2026-03-06\n",
     {},
     "no_time"},
    {"a ticket resolved on an unknown day does not wait", Kind::tickets, "time_to_resolution",
     "ticket_id,opened,resolved,ticket_status\nT1,2026-03-05 08:00,2026-03-05 10:00,resolved\n"
     "T2,2026-03-05 08:00,,resolved\n",
     2, "no_date"},
    {"an order whose day cannot be read abandons no cart", Kind::carts, "cart_abandonment_rate",
     "cart_id,created,ordered\nC1,2026-03-05,2026-03-05\nC2,2026-03-05,2026-03-06\nC3,2026-03-05,2026-03-06\n"
     "C4,2026-03-05,2026-03-06\nC5,2026-03-05,2026-03-06\nC6,2026-03-05,2026-03-06\nC7,2026-03-05,2026-03-06\n"
     "C8,2026-03-05,2026-03-06\nC9,2026-03-05,2026-03-06\nC10,2026-03-05,yes\n",
     0, "unreadable"},
    {"a trial that ended lately may still be paid", Kind::leads, "trial_conversion_rate",
     "lead_id,created,trial_start,trial_end,paid_at\nL1,2026-03-05,2026-03-05,2026-03-15,2026-03-16\n"
     "L2,2026-12-01,2026-12-01,2026-12-20,\n",
     1, "unfinished"},
    {"a score beyond the scale is no effort", Kind::responses, "ces",
     "response_id,at,question,score\nR1,2026-03-05,ces,4\nR2,2026-03-05,ces,9\n", 4, "out_of_scale"},
    {"a row that stands for no number of visits is none", Kind::sessions, "website_visits",
     "at,visits,source\n2026-03-05,40,web\n2026-03-06,,web\n", 40, "no_amount"},
};

Choices mapping(const Case& each) {
  Choices choices = test::choices_today("2026-12-31");
  SourceChoice& source = choices.sources["rows.csv"];
  source.kind = each.kind;
  source.dialect = Dialect();
  std::istringstream header(std::string(each.text).substr(0, std::string(each.text).find('\n')));
  for (std::string name; std::getline(header, name, ',');) source.roles[name] = name;
  choices.period = each.period;
  return choices;
}

TEST(Measures, count_a_row_or_say_why_not) {
  for (const Case& each : kCases) {
    SCOPED_TRACE(each.says);
    const Report report = test::run({{"rows.csv", each.text}}, mapping(each));
    const KpiReport& entry = test::kpi(report, each.kpi);
    ASSERT_EQ(entry.total.value.has_value(), each.value.has_value()) << entry.total.undefined;
    EXPECT_EQ(entry.total.value, each.value);
    if (std::string_view(each.left_out).empty()) continue;
    ASSERT_EQ(entry.excluded.size(), 1u);
    EXPECT_EQ(entry.excluded[0].reason, each.left_out);
    EXPECT_EQ(entry.excluded[0].rows, 1);
  }
}

TEST(WorkingDays, are_as_many_as_the_calendar_has) {
  int64_t before = kpis::working_days_before(-40000);
  for (Day day = -40000; day < 40000; ++day) {
    ASSERT_EQ(kpis::working_days_before(day), before) << day;
    const int weekday = ((day + 3) % 7 + 7) % 7;  // from Monday: 1970-01-01 was a Thursday
    before += weekday < 5 ? 1 : 0;
  }
}

}  // namespace
}  // namespace pegel
