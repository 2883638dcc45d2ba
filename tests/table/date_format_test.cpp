#include "table/date_format.h"

#include <gtest/gtest.h>

#include <string>

#include "base/civil_date.h"
#include "table/plain_date.h"

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
      {"14.03.2026թ.", dmy, "2026-03-14"},
      {"14.03.2026 թ.", dmy, "2026-03-14"},
      {"14.03.2026թ․", dmy, "2026-03-14"},
      {"14/03/2026 թ", dmy, "2026-03-14"},
      {"14 մարտի 2026 թ.", dmy, "2026-03-14"},
      {"14 մարտի 2026թ.", dmy, "2026-03-14"},
      {"1 հունվարի, 2026 թ․", dmy, "2026-01-01"},
      {"2026 թ. մարտի 14", dmy, "2026-03-14"},
      {"2026թ. մարտի 14", dmy, "2026-03-14"},
      {"2026թ մարտի 14", dmy, "2026-03-14"},
      {"2026 թվականի մարտի 14", dmy, "2026-03-14"},
      {"2026 թ. մարտ", month_year, "2026-03-01"},
      {"մարտ 2026թ.", month_year, "2026-03-01"},
      {"2026թ.", year, "2026-01-01"},
      {"2026 թ.", year, "2026-01-01"},
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
      {"Okt. 26", month_year, "2026-10-01"},
      {"Okt '26", month_year, "2026-10-01"},
      {"mrt/26", month_year, "2026-03-01"},
      {"Sa, 14.03.2026", dmy, "2026-03-14"},
      {"za 14-03-2026", dmy, "2026-03-14"},
      {"Saturday 3/14/2026", mdy, "2026-03-14"},
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
      {"SO43807", excel_serial},
      {"SO 43807", excel_serial},
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
      {"202605", excel_serial},
      {"9999999999", unix_seconds},
      {"9999999999999", unix_millis},
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

TEST(PlainDate, IsReadAsTheCalendarHasItAndNothingElseIs) {
  for (int year = kFirstYear - 1; year <= kLastYear + 1; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        char text[32];
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
        ASSERT_EQ(parse_plain_date(text),
                  year < kFirstYear || year > kLastYear ? std::nullopt : base::day_of(year, month, day))
            << text;
      }
    }
  }
}

TEST(PlainDate, WithOneWrongLetterIsNothing) {
  const std::string right = "2026-03-14";
  for (std::size_t at = 0; at < right.size(); ++at) {
    for (int letter = 0; letter < 256; ++letter) {
      std::string text = right;
      text[at] = static_cast<char>(letter);
      const bool is_sign = at == 4 || at == 7;
      const bool fits = is_sign ? letter == '-' : letter >= '0' && letter <= '9';
      if (!fits) EXPECT_FALSE(parse_plain_date(text)) << at << ' ' << letter;
      if (fits) EXPECT_EQ(parse_plain_date(text), parse_day(text, {})) << text;
    }
  }
  for (const char* text : {"", "2026-03-1", "2026-03-014", "026-03-14x"}) EXPECT_FALSE(parse_plain_date(text)) << text;
}

}  // namespace
}  // namespace pegel::table
