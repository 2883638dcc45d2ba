#include "base/civil_date.h"

#include <gtest/gtest.h>

namespace pegel::base {
namespace {

TEST(CivilDate, DaysCountFrom1970) {
  EXPECT_EQ(day_of(1970, 1, 1), 0);
  EXPECT_EQ(day_of(1969, 12, 31), -1);
  EXPECT_EQ(day_of(2000, 2, 29), 11016);
  EXPECT_EQ(day_of(2026, 3, 14), 20526);
}

TEST(CivilDate, DaysThatDoNotExistAreNothing) {
  EXPECT_FALSE(day_of(1900, 2, 29));
  EXPECT_FALSE(day_of(2026, 2, 29));
  EXPECT_FALSE(day_of(2026, 4, 31));
  EXPECT_FALSE(day_of(2026, 0, 1));
  EXPECT_FALSE(day_of(2026, 13, 1));
  EXPECT_FALSE(day_of(1900, 1, 0));
  EXPECT_FALSE(day_of(0, 1, 1));
  EXPECT_FALSE(day_of(10000, 1, 1));
}

TEST(CivilDate, EveryDayComesBackFromItsCalendarDateAndText) {
  int weekday = weekday_of(*day_of(1899, 12, 31));
  for (int32_t day = *day_of(1900, 1, 1); day <= *day_of(2100, 12, 31); ++day) {
    const Civil date = civil_of(day);
    ASSERT_EQ(day_of(date.year, date.month, date.day), day);
    ASSERT_EQ(parse_iso_date(iso_date(day)), day);
    weekday = weekday % 7 + 1;
    ASSERT_EQ(weekday_of(day), weekday);
  }
}

TEST(CivilDate, MondayIsOne) {
  EXPECT_EQ(weekday_of(*day_of(2026, 3, 16)), 1);
  EXPECT_EQ(weekday_of(*day_of(2026, 3, 15)), 7);
  EXPECT_EQ(weekday_of(*day_of(1969, 12, 28)), 7);
}

TEST(CivilDate, MonthsCountFrom1970) {
  EXPECT_EQ(month_of(*day_of(1970, 1, 31)), 0);
  EXPECT_EQ(month_of(*day_of(1969, 12, 1)), -1);
  EXPECT_EQ(month_of(*day_of(2026, 3, 14)), 674);
  for (int32_t month = -1000; month < 2000; ++month) ASSERT_EQ(month_of(first_of_month(month)), month);
  EXPECT_EQ(iso_date(first_of_month(674)), "2026-03-01");
}

TEST(CivilDate, OnlyTenLettersOfIsoAreAnIsoDate) {
  EXPECT_EQ(parse_iso_date("2026-03-14"), 20526);
  for (const char* text : {"", "2026-3-14", "2026-03-1", "2026/03/14", "2026-03-14 ", "2026-13-01", "20a6-03-14"}) {
    EXPECT_FALSE(parse_iso_date(text)) << text;
  }
}

}  // namespace
}  // namespace pegel::base
