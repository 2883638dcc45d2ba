// Any values: a date that is read stands in the calendar, and a column's format reads what its evidence promised.

#include <algorithm>

#include "base/civil_date.h"
#include "fuzz/fuzz.h"
#include "fuzz/lines.h"
#include "table/date_evidence.h"
#include "table/date_format.h"

namespace pegel::fuzz {
namespace {

using namespace table;

DateFormat format_of(Input& input) {
  DateFormat format;
  format.order = static_cast<DateOrder>(input.below(static_cast<std::size_t>(DateOrder::year) + 1));
  format.separator = input.one_of(std::string_view("-./ \0", 5));
  const uint8_t flags = input.byte();
  format.two_digit_year = (flags & 1) != 0;
  format.month_names = (flags & 2) != 0;
  format.time = (flags & 4) != 0;
  return format;
}

void check_reading(std::string_view value, const DateFormat& format) {
  const auto instant = parse_instant(value, format);
  const auto day = parse_day(value, format);
  expect(instant.has_value() == day.has_value(), "a day is read where its instant is");
  if (!day) return;
  constexpr int64_t kDayMillis = 86'400'000;
  expect(*instant >= *day * kDayMillis && *instant < (*day + 1) * kDayMillis, "an instant lies in its day");
  const std::string iso = base::iso_date(*day);
  expect(parse_day(iso, DateFormat{}) == day, "a day is read again as it is written");
}

void check_evidence(const std::vector<std::string_view>& values) {
  const auto decision = evidence_of<DateEvidence>(values).decide();
  const auto merged = merged_evidence_of<DateEvidence>(values).decide();
  expect(decision.format == merged.format && decision.guess == merged.guess && decision.readable == merged.readable,
         "evidence is the same in any order");
  const auto readable = std::count_if(values.begin(), values.end(), [&](std::string_view value) {
    return parse_day(value, decision.format).has_value();
  });
  expect(readable >= decision.readable, "the format reads at least as many values as were promised");
}

}  // namespace
}  // namespace pegel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  using namespace pegel;
  fuzz::Input input(data, size);
  const DateFormat format = fuzz::format_of(input);
  const auto values = fuzz::lines_of(input.text());
  for (const std::string_view value : values) fuzz::check_reading(value, format);
  fuzz::check_evidence(values);
  return 0;
}
