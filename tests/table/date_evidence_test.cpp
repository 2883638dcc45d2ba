#include "table/date_evidence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "base/civil_date.h"
#include "table/date_format.h"

namespace pegel::table {
namespace {

using enum DateOrder;

std::string read_day(std::string_view text, const DateFormat& format) {
  const auto day = parse_day(text, format);
  return day ? base::iso_date(*day) : "unreadable";
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
