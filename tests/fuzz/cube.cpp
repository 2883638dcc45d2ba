// Any bytes as a Cube: refused, or read to what is written again the same. The seal is put right first: without it every
// change would be refused unread.

#include <xxhash.h>

#include "fuzz/cube_plan.h"
#include "fuzz/fuzz.h"

namespace pegel::fuzz {
namespace {

std::vector<uint8_t> sealed(std::span<const uint8_t> bytes) {
  std::vector<uint8_t> out(bytes.begin(), bytes.end());
  uint64_t seal = XXH3_64bits(bytes.data(), bytes.size());
  for (std::size_t i = 0; i < kSealBytes; ++i, seal >>= 8) out.push_back(static_cast<uint8_t>(seal));
  return out;
}

void check_cube(const Plan& plan, std::span<const uint8_t> bytes) {
  const auto cube = Cube::decode(plan, bytes);
  if (!cube) return expect(cube.error().code == "cube.corrupt", "a Cube is refused with words");
  const std::vector<uint8_t> written = cube->encode();
  const auto again = Cube::decode(plan, written);
  expect(again && again->encode() == written, "a Cube comes back as it was written");
}

}  // namespace
}  // namespace pegel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  static const pegel::Plan plan = pegel::fuzz::cube_plan();
  const std::span<const uint8_t> bytes(data, size);
  pegel::fuzz::check_cube(plan, bytes);
  pegel::fuzz::check_cube(plan, pegel::fuzz::sealed(bytes));
  return 0;
}
