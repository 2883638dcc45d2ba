#include "base/simd.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace pegel::base {
namespace {

/// The mask of the bytes for which `test` holds.
template <class Test>
uint64_t mask_of(const std::string& bytes, Test test) {
  uint64_t mask = 0;
  for (std::size_t i = 0; i < 64; ++i) mask |= uint64_t{test(bytes[i])} << i;
  return mask;
}

TEST(Block64, AnswersAsAByteAtATimeDoes) {
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    std::string bytes;
    for (int i = 0; i < 64; ++i) bytes += static_cast<char>(round % 2 == 0 ? random() : random() % 3 + 0x7F);
    const Block64 block(bytes.data());
    EXPECT_EQ(block.high_bits(), mask_of(bytes, [](char c) { return static_cast<uint8_t>(c) > 0x7F; }));
    for (const int value : {0, 1, 0x22, 0x2C, 0x0A, 0x7F, 0x80, 0x81, 0xC0, 0xFF}) {
      EXPECT_EQ(block.equal(static_cast<char>(value)),
                mask_of(bytes, [&](char c) { return static_cast<uint8_t>(c) == value; }));
      EXPECT_EQ(block.at_least(static_cast<uint8_t>(value)),
                mask_of(bytes, [&](char c) { return static_cast<uint8_t>(c) >= value; }));
    }
  }
}

TEST(Block64, ReadsBytesThatAreNotAligned) {
  const std::string bytes = std::string(70, 'x') + "," + std::string(70, 'x');
  for (std::size_t at = 7; at <= 70; ++at) {
    EXPECT_EQ(Block64(bytes.data() + at).equal(','), uint64_t{1} << (70 - at));
  }
}

TEST(PrefixXor, TellsWhetherAnOddNumberOfBitsIsSetUpToEach) {
  std::mt19937_64 random(2);
  for (int round = 0; round < 200; ++round) {
    const uint64_t bits = round % 2 == 0 ? random() : random() & random() & random();
    uint64_t expected = 0;
    bool odd = false;
    for (int i = 0; i < 64; ++i) {
      odd ^= (bits >> i & 1) != 0;
      expected |= uint64_t{odd} << i;
    }
    EXPECT_EQ(prefix_xor(bits), expected);
  }
}

TEST(BitsBelow, HoldsAsManyBitsAsItSays) {
  EXPECT_EQ(bits_below(0), 0u);
  EXPECT_EQ(bits_below(1), 1u);
  EXPECT_EQ(bits_below(63), ~uint64_t{0} >> 1);
}

}  // namespace
}  // namespace pegel::base
