#include "table/date_format.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "base/civil_date.h"

namespace pegel::table {
namespace {

using enum DateOrder;

DateFormat format_of(DateOrder order, bool time = false, bool two_digit_year = false) {
  DateFormat format;
  format.order = order;
  format.time = time;
  format.two_digit_year = two_digit_year;
  return format;
}

std::string two(int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

/// "2026-03-14 10:15:00.402", or "unreadable".
std::string read_instant(std::string_view text, const DateFormat& format) {
  const auto instant = parse_instant(text, format);
  if (!instant) return "unreadable";
  const int64_t day = *instant / 86'400'000 - (*instant % 86'400'000 < 0 ? 1 : 0);
  const int64_t millis = *instant - day * 86'400'000;
  std::string out = base::iso_date(static_cast<int32_t>(day)) + ' ' + two(millis / 3'600'000) + ':' +
                    two(millis / 60'000 % 60) + ':' + two(millis / 1000 % 60);
  if (millis % 1000 != 0) out += '.' + std::to_string(millis % 1000);
  return out;
}

std::string read_day(std::string_view text, const DateFormat& format) {
  const auto day = parse_day(text, format);
  return day ? base::iso_date(*day) : "unreadable";
}

TEST(ParseDay, ReadsEveryWayOfWritingADay) {
  struct Case {
    const char* text;
    DateOrder order;
    const char* expected;
  };
  const Case cases[] = {
      {"2026-03-14", ymd, "2026-03-14"},
      {"2026/3/4", ymd, "2026-03-04"},
      {"2026.03.14", ymd, "2026-03-14"},
      {"20260314", ymd, "2026-03-14"},
      {" 2026-03-14 ", ymd, "2026-03-14"},
      {"14.03.2026", dmy, "2026-03-14"},
      {"4.3.2026", dmy, "2026-03-04"},
      {"14. 3. 2026", dmy, "2026-03-14"},
      {"14/03/2026", dmy, "2026-03-14"},
      {"14-03-2026", dmy, "2026-03-14"},
      {"04/03/2026", dmy, "2026-03-04"},
      {"04/03/2026", mdy, "2026-04-03"},
      {"3/14/2026", mdy, "2026-03-14"},
      {"14.03.26", dmy, "2026-03-14"},
      {"03/14/70", mdy, "1970-03-14"},
      {"03/14/69", mdy, "2069-03-14"},
      {"26-03-14", ymd, "2026-03-14"},
      {"14 March 2026", dmy, "2026-03-14"},
      {"14-Mar-2026", dmy, "2026-03-14"},
      {"14-MAR-26", dmy, "2026-03-14"},
      {"March 14, 2026", mdy, "2026-03-14"},
      {"Mar 14 2026", mdy, "2026-03-14"},
      {"Sept. 4, 2026", mdy, "2026-09-04"},
      {"14th March 2026", dmy, "2026-03-14"},
      {"Saturday, March 14, 2026", mdy, "2026-03-14"},
      {"14. M\u00e4rz 2026", dmy, "2026-03-14"},
      {"14. M\u00c4RZ 2026", dmy, "2026-03-14"},
      {"Sa., 14. Dez. 2026", dmy, "2026-12-14"},
      {"14 maart 2026", dmy, "2026-03-14"},
      {"14 mrt. 2026", dmy, "2026-03-14"},
      {"za 14 augustus 2026", dmy, "2026-08-14"},
      {"14 \u0574\u0561\u0580\u057f\u056b 2026", dmy, "2026-03-14"},
      {"14 \u0544\u0561\u0580\u057f, 2026", dmy, "2026-03-14"},
      {"\u057d\u0565\u057a\u057f\u0565\u0574\u0562\u0565\u0580 14, 2026", mdy, "2026-09-14"},
      {"2026 March 14", ymd, "2026-03-14"},
      {"2026-03-14", dmy, "2026-03-14"},
      {"14 March 2026", ymd, "2026-03-14"},
      {"2024-02-29", ymd, "2024-02-29"},
      {"2026-03", month_year, "2026-03-01"},
      {"2026/3", month_year, "2026-03-01"},
      {"03/2026", month_year, "2026-03-01"},
      {"03.2026", month_year, "2026-03-01"},
      {"202603", month_year, "2026-03-01"},
      {"M\u00e4rz 2026", month_year, "2026-03-01"},
      {"Mar-26", month_year, "2026-03-01"},
      {"\u0574\u0561\u0580\u057f 2026", month_year, "2026-03-01"},
      {"Month 3 2026", month_year, "2026-03-01"},
      {"Q3 2026", quarter_year, "2026-07-01"},
      {"2026-Q3", quarter_year, "2026-07-01"},
      {"2026Q3", quarter_year, "2026-07-01"},
      {"Q3/2026", quarter_year, "2026-07-01"},
      {"3. Quartal 2026", quarter_year, "2026-07-01"},
      {"2e kwartaal 2026", quarter_year, "2026-04-01"},
      {"46095", excel_serial, "2026-03-14"},
      {"46095.75", excel_serial, "2026-03-14"},
      {"2026", year, "2026-01-01"},
      {"1773446400", unix_seconds, "2026-03-14"},
      {"1773446400000", unix_millis, "2026-03-14"},
  };
  for (const auto& c : cases) EXPECT_EQ(read_day(c.text, format_of(c.order, false, true)), c.expected) << c.text;
}

TEST(ParseDay, RefusesWhatIsNoDayOfTheFormat) {
  struct Case {
    const char* text;
    DateOrder order;
  };
  const Case cases[] = {
      {"", ymd},
      {"-", ymd},
      {"2026-02-29", ymd},
      {"2026-13-01", ymd},
      {"1900-01-00", ymd},
      {"0001-01-01", ymd},
      {"9999-12-31", ymd},
      {"31.04.2026", dmy},
      {"03/14/2026", dmy},
      {"14/03/2026", mdy},
      {"14.03.2026", ymd},
      {"2026-03", ymd},
      {"14.03.", dmy},
      {"14.03.202", dmy},
      {"14.03-2026", dmy},
      {"1.2.3", dmy},
      {"12", ymd},
      {"12.5", dmy},
      {"march", ymd},
      {"may 14", mdy},
      {"14 Foo 2026", dmy},
      {"Q5 2026", quarter_year},
      {"2026-13", month_year},
      {"60", excel_serial},
      {"0", excel_serial},
      {"2026-03-14x", ymd},
      {"2026-03-14 x", ymd},
      {"2026-03-14,", ymd},
      {"26-Mar", month_year},
      {"Mar 26", month_year},
      {"deal 14 March 2026", dmy},
      {"2026-W10", ymd},
      {"999999999999999999999", unix_millis},
  };
  for (const auto& c : cases) EXPECT_EQ(read_day(c.text, format_of(c.order)), "unreadable") << c.text;
}

TEST(ParseInstant, ReadsTimesAndAppliesZones) {
  struct Case {
    const char* text;
    DateOrder order;
    const char* expected;
  };
  const Case cases[] = {
      {"2026-03-14", ymd, "2026-03-14 00:00:00"},
      {"2026-03-14 10:15:00", ymd, "2026-03-14 10:15:00"},
      {"2026-03-14T10:15", ymd, "2026-03-14 10:15:00"},
      {"2026-03-14 8:15:46", ymd, "2026-03-14 08:15:46"},
      {"2026-03-14 10:15:00.402", ymd, "2026-03-14 10:15:00.402"},
      {"2026-03-14T10:15:00,4029999Z", ymd, "2026-03-14 10:15:00.402"},
      {"2026-03-14T10:15:00Z", ymd, "2026-03-14 10:15:00"},
      {"2026-03-14T23:30:00-05:00", ymd, "2026-03-15 04:30:00"},
      {"2026-03-14 00:30:00 +0200", ymd, "2026-03-13 22:30:00"},
      {"2026-03-14 10:15:00 UTC", ymd, "2026-03-14 10:15:00"},
      {"2026-03-14 10:15:00 GMT+1", ymd, "2026-03-14 09:15:00"},
      {"2026-03-14 10:15 CET", ymd, "2026-03-14 09:15:00"},
      {"2026-03-14 24:00", ymd, "2026-03-15 00:00:00"},
      {"20260314T101500Z", ymd, "2026-03-14 10:15:00"},
      {"20260314101500", ymd, "2026-03-14 10:15:00"},
      {"11/1/2026 8:51:12", mdy, "2026-11-01 08:51:12"},
      {"02/24/26 02:18 AM", mdy, "2026-02-24 02:18:00"},
      {"02/24/26 12:18 AM", mdy, "2026-02-24 00:18:00"},
      {"02/24/26 12:18 p.m.", mdy, "2026-02-24 12:18:00"},
      {"3/14/2026, 8:55:00\u202fPM", mdy, "2026-03-14 20:55:00"},
      {"14.03.2026 10:15 Uhr", dmy, "2026-03-14 10:15:00"},
      {"14. M\u00e4rz 2026, 10:15", dmy, "2026-03-14 10:15:00"},
      {"Sat, 14 Mar 2026 10:15:00 +0100", dmy, "2026-03-14 09:15:00"},
      {"Sat Mar 14 2026 10:15:00 GMT+0100 (Central European Standard Time)", mdy, "2026-03-14 09:15:00"},
      {"1773483300", unix_seconds, "2026-03-14 10:15:00"},
      {"1773483300402", unix_millis, "2026-03-14 10:15:00.402"},
      {"46095.5", excel_serial, "2026-03-14 12:00:00"},
      {"1969-12-31 23:59:59", ymd, "1969-12-31 23:59:59"},
      {"2026-03-14 25:00", ymd, "unreadable"},
      {"2026-03-14 10:60", ymd, "unreadable"},
      {"2026-03-14 13:00 PM", ymd, "unreadable"},
      {"2026-03-14 10", ymd, "unreadable"},
      {"2026-03-14 10:15 FOO", ymd, "unreadable"},
      {"10:15", ymd, "unreadable"},
  };
  for (const auto& c : cases) EXPECT_EQ(read_instant(c.text, format_of(c.order, true, true)), c.expected) << c.text;
}

TEST(ParseDay, NeverMovesADateWithoutTimeByAZone) {
  EXPECT_EQ(read_day("2026-03-14T00:00:00+02:00", format_of(ymd, false)), "2026-03-14");
  EXPECT_EQ(read_day("2026-03-14 00:00:00 -0500", format_of(ymd, false)), "2026-03-14");
  EXPECT_EQ(read_day("2026-03-14T00:00:00+02:00", format_of(ymd, true)), "2026-03-13");
}

TEST(ParseDay, RefusesTwoDigitYearsUnlessTheFormatHasThem) {
  EXPECT_EQ(read_day("14.03.26", format_of(dmy, false, false)), "unreadable");
  EXPECT_EQ(read_day("14.03.26", format_of(dmy, false, true)), "2026-03-14");
}

DateEvidence evidence_of(const std::vector<std::string>& values) {
  DateEvidence evidence;
  for (const auto& value : values) evidence.add(value);
  return evidence;
}

struct DecideCase {
  const char* name;
  std::vector<std::string> values;
  DateOrder order;
  int64_t readable;
  bool ambiguous;
  bool sure;
};

const std::vector<DecideCase>& decide_cases() {
  static const std::vector<DecideCase> cases = {
      {"ISO is proven", {"2026-03-04", "2026-04-05"}, ymd, 2, false, true},
      {"a first number over 12 proves the day", {"03/04/2026", "13/04/2026"}, dmy, 2, false, true},
      {"a second number over 12 proves the month", {"03/04/2026", "04/13/2026"}, mdy, 2, false, true},
      {"two-digit years too", {"02/03/24", "02/23/26"}, mdy, 2, false, true},
      {"without a number over 12 nothing is proven", {"03.04.2026", "05.06.2026"}, dmy, 2, true, false},
      {"slashes and AM lean to the month", {"03/04/2026 8:15 AM"}, mdy, 1, true, false},
      {"slashes without zeros lean to the month", {"3/4/2026"}, mdy, 1, true, false},
      {"first days of months", {"1/1/2026", "2/1/2026", "3/1/2026"}, mdy, 3, true, false},
      {"the majority wins a mixed column", {"13/04/2026", "14/04/2026", "04/15/2026"}, dmy, 2, false, false},
      {"month names need no proof", {"3 March 2026", "4 Apr 2026"}, dmy, 2, false, true},
      {"month names in front", {"March 3, 2026"}, mdy, 1, false, true},
      {"ISO among day first", {"13.04.2026", "14.05.2026", "03.05.2026", "2026-04-15"}, dmy, 4, false, true},
      {"months", {"2026-03", "2026-04"}, month_year, 2, false, true},
      {"quarters", {"Q1 2026", "Q2 2026"}, quarter_year, 2, false, true},
      {"serials are unsure", {"46095", "46096"}, excel_serial, 2, false, false},
      {"two-digit year in front", {"26-03-14", "26-03-28", "26-04-02", "26-04-15"}, ymd, 4, true, false},
      {"two-digit year proven by a number over 31", {"45-03-14"}, ymd, 1, false, true},
      {"a spreadsheet turned what it could",
       {"13.04.2026", "2026-04-03", "2026-05-04", "14.05.2026"},
       dmy,
       4,
       false,
       false},
      {"a spreadsheet dropped the zeros it turned", {"13/04/2026", "4/3/2026", "5/4/2026"}, dmy, 3, false, false},
      {"no dates", {"abc", "12"}, ymd, 0, false, false},
  };
  return cases;
}

TEST(DateEvidence, DecidesTheOrder) {
  for (const auto& c : decide_cases()) {
    const auto decision = evidence_of(c.values).decide();
    EXPECT_EQ(decision.format.order, c.order) << c.name;
    EXPECT_EQ(decision.readable, c.readable) << c.name;
    EXPECT_EQ(decision.ambiguous, c.ambiguous) << c.name;
    EXPECT_EQ(decision.guess.confidence >= kSure, c.sure) << c.name << ": " << decision.guess.reason;
  }
}

TEST(DateEvidence, ReadableIsWhatTheFormatReads) {
  for (const auto& c : decide_cases()) {
    const auto decision = evidence_of(c.values).decide();
    const auto reads = [&](const std::string& value) { return parse_day(value, decision.format).has_value(); };
    EXPECT_EQ(std::count_if(c.values.begin(), c.values.end(), reads), decision.readable) << c.name;
  }
}

TEST(DateEvidence, AmbiguousColumnsOfferTheOtherReading) {
  const auto decision = evidence_of({"03.04.2026"}).decide();
  EXPECT_EQ(read_day("03.04.2026", decision.format), "2026-04-03");
  EXPECT_EQ(read_day("03.04.2026", decision.other), "2026-03-04");
}

TEST(DateEvidence, AnyOrderAndAnyMergeDecideTheSame) {
  std::mt19937 random(5);
  for (const auto& c : decide_cases()) {
    const auto expected = evidence_of(c.values).decide();
    for (int round = 0; round < 10; ++round) {
      auto values = c.values;
      std::shuffle(values.begin(), values.end(), random);
      DateEvidence parts[2];
      for (const auto& value : values) parts[random() % 2].add(value);
      parts[1].merge(parts[0]);
      const auto decision = parts[1].decide();
      ASSERT_TRUE(decision.format == expected.format) << c.name;
      ASSERT_EQ(decision.guess.confidence, expected.guess.confidence) << c.name;
      ASSERT_EQ(decision.guess.reason, expected.guess.reason) << c.name;
      ASSERT_EQ(decision.readable, expected.readable) << c.name;
    }
  }
}

TEST(DateEvidence, MidnightsAloneAreNoTimes) {
  EXPECT_FALSE(evidence_of({"2026-03-14 00:00:00.000"}).decide().format.time);
  EXPECT_FALSE(evidence_of({"2026-03-14T00:00:00+02:00"}).decide().format.time);
  EXPECT_TRUE(evidence_of({"2026-03-14 00:00", "2026-03-14 10:15"}).decide().format.time);
  EXPECT_TRUE(evidence_of({"1773483300"}).decide().format.time);
}

}  // namespace
}  // namespace pegel::table
