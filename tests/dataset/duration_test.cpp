#include "dataset/duration.h"

#include <gtest/gtest.h>

#include "table/column.h"

namespace pegel::dataset::test {
namespace {

constexpr auto kMissing = table::kMissing<base::Micros>;
constexpr auto kUnreadable = table::kUnreadable<base::Micros>;

TEST(Duration, IsReadAsPeopleAndSystemsWriteIt) {
  struct Case {
    std::string_view text;
    int64_t unit;
    base::Micros seconds;
  };
  constexpr base::Micros kOne = base::kOne;
  const Case cases[] = {
      {"00:05:12", 1, 312 * kOne},
      {"100:00:00", 1, 360'000 * kOne},
      {"5:12", 1, 312 * kOne},
      {"5:12", 60, 312 * kOne},
      {"5:12", 3600, 18'720 * kOne},
      {"0:00:01.5", 1, 1'500'000},
      {"5 min", 1, 300 * kOne},
      {"5min", 1, 300 * kOne},
      {"1 h 30 min", 1, 5'400 * kOne},
      {"1h30m", 1, 5'400 * kOne},
      {"2 Std. 5 Min.", 1, 7'500 * kOne},
      {"1,5 uur", 1, 5'400 * kOne},
      {"3 Tage", 1, 259'200 * kOne},
      {"10 րոպե", 1, 600 * kOne},
      {"2 ժամ", 1, 7'200 * kOne},
      {"90", 1, 90 * kOne},
      {"90", 60, 5'400 * kOne},
      {" 90 s ", 60, 90 * kOne},
      {"", 60, kMissing},
      {"--", 60, kMissing},
      {"5:61", 1, kUnreadable},
      {"1:61:00", 1, kUnreadable},
      {"1:2:3:4", 1, kUnreadable},
      {"-5", 1, kUnreadable},
      {"5 pounds", 1, kUnreadable},
      {"soon", 1, kUnreadable},
      {"5:", 1, kUnreadable},
      {"99999999999", 1, kUnreadable},
      {"999999999 days", 1, kUnreadable},
  };
  for (const Case& each : cases) EXPECT_EQ(duration_of(each.text, each.unit), each.seconds) << each.text;
}

TEST(Duration, OfBareNumbersIsInTheUnitOfTheHeader) {
  const std::pair<std::string_view, int64_t> headers[] = {
      {"Duration", 1},
      {"search_seconds", 1},
      {"First reply time in minutes", 60},
      {"Dauer (Min.)", 60},
      {"Resolution time (in hrs)", 3600},
      {"Afhandeltijd in uren", 3600},
      {"Bearbeitungsdauer in Tagen", 86'400},
      {"Bearbeitungsdauer (Tage)", 86'400},
      {"Տևողություն (րոպե)", 60},
  };
  for (const auto& [header, unit] : headers) EXPECT_EQ(unit_in(header), unit) << header;
  EXPECT_EQ(seconds_of(2 * base::kOne, 60), 120 * base::kOne);
  EXPECT_EQ(seconds_of(-base::kOne, 60), kUnreadable);
  EXPECT_EQ(seconds_of(9'000'000'000'000'000'000, 86'400), kUnreadable);
}

}  // namespace
}  // namespace pegel::dataset::test
