#include "cube/calendar.h"

#include <gtest/gtest.h>

#include "base/civil_date.h"

namespace pegel::cube {
namespace {

Day day(std::string_view iso) { return *base::parse_iso_date(iso); }

TEST(Calendar, every_day_lies_in_the_period_of_its_number_and_the_next_begins_where_it_ends) {
  for (const Grain grain : {Grain::day, Grain::week, Grain::month, Grain::quarter, Grain::year}) {
    for (int starts = 1; starts <= 12; ++starts) {
      const Calendar calendar(grain, starts);
      for (Day d = day("1969-06-01"); d < day("1973-01-01"); ++d) {
        const int32_t ordinal = ordinal_of(calendar, d);
        const Period period = period_at(calendar, ordinal);
        ASSERT_TRUE(period.start <= d && d < period.end) << base::iso_date(d) << " " << starts;
        ASSERT_EQ(period_at(calendar, ordinal + 1).start, period.end);
      }
    }
  }
}

TEST(Calendar, a_year_and_its_first_quarter_begin_with_its_month) {
  for (int starts = 1; starts <= 12; ++starts) {
    const Period year = period_at({Grain::year, starts}, ordinal_of({Grain::year, starts}, day("2026-08-15")));
    EXPECT_EQ(base::civil_of(year.start).month, starts);
    const Calendar quarters(Grain::quarter, starts);
    EXPECT_EQ(period_at(quarters, ordinal_of(quarters, year.start)).start, year.start);
  }
}

struct Named {
  Grain grain;
  int starts;
  const char* day;
  const char* label;
};
constexpr Named kNamed[] = {
    {Grain::day, 1, "2026-03-14", "2026-03-14"},      {Grain::week, 1, "2027-01-01", "2026-W53"},
    {Grain::month, 4, "2026-03-14", "2026-03"},       {Grain::quarter, 1, "2026-03-14", "2026-Q1"},
    {Grain::year, 1, "2026-03-14", "2026"},           {Grain::quarter, 4, "2026-03-31", "2025/26-Q4"},
    {Grain::quarter, 4, "2026-04-01", "2026/27-Q1"},  {Grain::quarter, 12, "2025-12-01", "2025/26-Q1"},
    {Grain::quarter, 12, "2026-11-30", "2025/26-Q4"}, {Grain::year, 4, "2026-03-31", "2025/26"},
    {Grain::year, 10, "1999-12-31", "1999/00"},
};

TEST(Calendar, periods_have_names) {
  for (const Named& named : kNamed) {
    const Calendar calendar(named.grain, named.starts);
    EXPECT_EQ(label_of(calendar, ordinal_of(calendar, day(named.day))), named.label);
  }
  EXPECT_EQ(label_of(Period{day("2026-04-01"), day("2027-04-01")}, 4), "2026/27");
  EXPECT_EQ(label_of(Period{day("2026-04-01"), day("2027-04-01")}), "2026-04-01/2027-03-31");
}

}  // namespace
}  // namespace pegel::cube
