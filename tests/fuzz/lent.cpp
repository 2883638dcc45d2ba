// Any bytes as what another engine lends: refused, or read to what is written again the same.

#include "dataset/lent.h"
#include "fuzz/cube_plan.h"
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  using namespace pegel;
  static const Plan plan = fuzz::lending_plan();
  Batches batches;
  const auto borrowed = borrow(plan, batches, {data, size});
  if (!borrowed) {
    fuzz::expect(borrowed.error().code == "lent.corrupt", "what is lent is refused with words");
    return 0;
  }
  const auto written = [](const dataset::Lent& lent) {
    base::ByteWriter writer;
    lent.encode(writer);
    return writer.take();
  };
  dataset::Lent lent(plan), again(plan);
  base::ByteReader reader({data, size});
  if (size == 0 || !lent.decode(reader)) return 0;
  const auto bytes = written(lent);
  base::ByteReader second(bytes);
  fuzz::expect(again.decode(second) && written(again) == bytes, "what is lent comes back as it was written");
  again.merge(lent);
  fuzz::expect(written(again) == bytes, "what is lent twice is lent once");
  return 0;
}
