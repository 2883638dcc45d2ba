// Any bytes as the rows of a slice: refused, or rows that are as many as they say.

#include "fuzz/cube_plan.h"
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  using namespace pegel;
  static const Plan plan = fuzz::cube_plan();
  Batches batches;
  Load load(plan, 0, batches);
  const auto taken = load.take({1}, {data, size});
  if (!taken) {
    fuzz::expect(taken.error().code == "load.slice", "a slice is refused with words");
    return 0;
  }
  const auto ended = load.finish();
  fuzz::expect(ended || ended.error().code == "load.cut", "a cut is refused with words");
  fuzz::expect(batches.rows() >= 0 && batches.bytes() >= 0, "rows are counted");
  return 0;
}
