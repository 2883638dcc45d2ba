// Any values: the short way to a number agrees with the long one, and a column's format reads what its evidence promised.

#include <algorithm>

#include "fuzz/fuzz.h"
#include "fuzz/lines.h"
#include "table/number_evidence.h"
#include "table/number_format.h"
#include "table/plain_number.h"
#include "table/written_number.h"

namespace pegel::fuzz {
namespace {

using namespace table;

void check_twins(std::string_view value) {
  for (const char decimal : {',', '.'}) {
    const auto plain = parse_plain_number(value, decimal);
    if (!plain) continue;
    const auto written = take_apart(value);
    expect(written && written->with(decimal), "a plain number is a written one");
    const auto micros = value_of(*written, *written->with(decimal));
    expect(micros && micros->exact && micros->micros == *plain, "both ways give one value");
  }
}

bool is_read(NumberFault fault) { return fault <= NumberFault::too_fine; }

void check_reading(std::string_view value, const NumberFormat& format) {
  const NumberReading reading = read_number(value, format);
  if (!is_read(reading.fault)) return;
  expect(parse_number(value, format) == reading.value, "a value is that of its reading");
  const NumberReading labelled = read_labelled(value, format);
  expect(is_read(labelled.fault) && labelled.value == reading.value, "a number needs no label");
}

void check_evidence(const std::vector<std::string_view>& values) {
  const auto decision = evidence_of<NumberEvidence>(values).decide();
  const auto merged = merged_evidence_of<NumberEvidence>(values).decide();
  expect(decision.format == merged.format && decision.guess == merged.guess && decision.readable == merged.readable,
         "evidence is the same in any order");
  const auto is_number = [&](std::string_view value) {
    const NumberFault fault = read_number(value, decision.format).fault;
    return is_read(fault) || fault == NumberFault::out_of_range;
  };
  const auto readable = std::count_if(values.begin(), values.end(), is_number);
  expect(readable == decision.readable || decision.ambiguous, "the format reads as many values as were promised");
}

}  // namespace
}  // namespace pegel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  using namespace pegel;
  fuzz::Input input(data, size);
  NumberFormat format;
  format.decimal = input.one_of(std::string_view(",.\0", 3));
  format.group = input.one_of(std::string_view(",. '\0", 5));
  format.power = static_cast<int>(3 * input.below(4));
  const auto values = fuzz::lines_of(input.text());
  for (const std::string_view value : values) {
    fuzz::check_twins(value);
    fuzz::check_reading(value, format);
  }
  fuzz::check_evidence(values);
  return 0;
}
