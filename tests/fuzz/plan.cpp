// Any bytes as JSON of ours: refused with words, or read to what is written again the same.

#include "fuzz/fuzz.h"
#include "json/json.h"

namespace pegel::fuzz {
namespace {

template <class T>
void check_error(const Result<T>& result) {
  if (result) return;
  expect(!result.error().code.empty() && !result.error().text.empty(), "an error has words");
  expect(!json::error(result.error()).empty(), "an error can be written");
}

void check_plan(std::string_view text) {
  const auto plan = json::read_plan(text);
  check_error(plan);
  if (!plan) return;
  const std::string written = json::write(*plan);
  const auto again = json::read_plan(written);
  expect(again && json::write(*again) == written, "a plan comes back as it was written");
}

}  // namespace
}  // namespace pegel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  using namespace pegel;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  fuzz::check_plan(text);
  fuzz::check_error(json::read_choices(text));
  fuzz::check_error(json::read_profile(text));
  fuzz::check_error(json::read_rows_query(text));
  return 0;
}
