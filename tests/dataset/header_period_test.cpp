#include "dataset/header_period.h"

#include <gtest/gtest.h>

namespace pegel::dataset::test {
namespace {

struct Case {
  const char* header;
  const char* days;  ///< first and last, of 2030 where the header names no year; "": no period
  Role role = Role::none;
};

TEST(HeaderPeriod, IsReadInFourLanguages) {
  const Case cases[] = {
      {"Q1", "2030-01-01 2030-03-31"},
      {"Q4 2026", "2026-10-01 2026-12-31"},
      {"2026-Q2", "2026-04-01 2026-06-30"},
      {"Q1/26", "2026-01-01 2026-03-31"},
      {"K3", "2030-07-01 2030-09-30"},
      {"1. Quartal 2026", "2026-01-01 2026-03-31"},
      {"4e kwartaal", "2030-10-01 2030-12-31"},
      {"2 եռամսյակ", "2030-04-01 2030-06-30"},
      {"Month 2 2024", "2024-02-01 2024-02-29"},
      {"Monat 12", "2030-12-01 2030-12-31"},
      {"Januar", "2030-01-01 2030-01-31"},
      {"März 2026", "2026-03-01 2026-03-31"},
      {"Mei", "2030-05-01 2030-05-31"},
      {"Հունվար", "2030-01-01 2030-01-31"},
      {"Jan-26", "2026-01-01 2026-01-31"},
      {"2026-03", "2026-03-01 2026-03-31"},
      {"03/2026", "2026-03-01 2026-03-31"},
      {"2026-03-01", "2026-03-01 2026-03-31"},
      {"KW 1 2026", "2025-12-29 2026-01-04"},
      {"Week 53 2026", "2026-12-28 2027-01-03"},
      {"Week 53 2025", ""},
      {"2026", "2026-01-01 2026-12-31"},
      {"Q1 Target", "2030-01-01 2030-03-31", Role::target},
      {"Umsatz Jan 2026", "2026-01-01 2026-01-31", Role::actual},
      {"Doel 2026", "2026-01-01 2026-12-31", Role::target},
      {"Month", ""},
      {"Month 13", ""},
      {"Q5", ""},
      {"Jan 3", ""},
      {"2026-03-14", ""},
      {"Target", ""},
      {"Market share", ""},
      {"June margin", ""},
      {"Target vs Actual Q1", ""},
      {"2025 2026", ""},
      {"Store 2", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    const auto period = period_in(c.header);
    const auto days = period ? days_of(*period, 2030) : std::nullopt;
    EXPECT_EQ(days ? iso_text(days->first) + " " + iso_text(days->second) : "", c.days) << c.header;
    if (days) EXPECT_EQ(period->role, c.role) << c.header;
  }
}

TEST(HeaderPeriod, OfAStageIsToldOrNamed) {
  const std::tuple<const char*, const char*, bool> cases[] = {
      {"Date entered \"Offer (Sales Pipeline)\"", "Offer (Sales Pipeline)", true},
      {"hs_date_entered_appointmentscheduled", "appointmentscheduled", true},
      {"Demo entered", "Demo", true},
      {"Demo date", "Demo", false},
      {"Datum Angebot", "Angebot", false},
      {"Offerte op", "Offerte", false},
      {"Demo", "", false},
      {"Date", "", false},
      {"Amount", "", false},
  };
  for (const auto& [header, stage, told] : cases) {
    EXPECT_EQ(stage_in(header).stage, stage) << header;
    EXPECT_EQ(stage_in(header).told, told) << header;
  }
}

TEST(HeaderPeriod, OfAFileNameIsItsOnlyYear) {
  EXPECT_EQ(year_in("targets_2019.csv"), 2019);
  EXPECT_EQ(year_in("targets_2019_2020.csv"), 0);
  EXPECT_EQ(year_in("pb043_input_01.csv"), 0);
  EXPECT_EQ(measure_in("store_targets.csv"), Role::target);
  EXPECT_EQ(measure_in("Umsatz 2026.csv"), Role::actual);
  EXPECT_EQ(measure_in("sales_targets.csv"), Role::none);
}

}  // namespace
}  // namespace pegel::dataset::test
