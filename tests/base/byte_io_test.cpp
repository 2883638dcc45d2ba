#include "base/byte_io.h"

#include <gtest/gtest.h>

#include <limits>

namespace pegel::base {
namespace {

TEST(ByteIo, ReaderGivesBackWhatWriterWrote) {
  ByteWriter out;
  const uint64_t naturals[] = {0, 1, 127, 128, 300, std::numeric_limits<uint64_t>::max()};
  const int64_t wholes[] = {0, -1, 1, std::numeric_limits<int64_t>::min(), std::numeric_limits<int64_t>::max()};
  const Int128 wide = -(Int128{1} << 100) + 7;
  for (const auto value : naturals) out.u64(value);
  for (const auto value : wholes) out.i64(value);
  out.i128(wide);
  out.f64(-0.1);
  out.text("Gr\u00fc\u00dfe");
  out.text("");

  const auto bytes = out.take();
  ByteReader in(bytes);
  for (const auto value : naturals) EXPECT_EQ(in.u64(), value);
  for (const auto value : wholes) EXPECT_EQ(in.i64(), value);
  EXPECT_TRUE(in.i128() == wide);
  EXPECT_EQ(in.f64(), -0.1);
  EXPECT_EQ(in.text(), "Gr\u00fc\u00dfe");
  EXPECT_EQ(in.text(), "");
  EXPECT_TRUE(in.at_end());
  EXPECT_FALSE(in.failed());
}

TEST(ByteIo, ReadingPastTheEndFailsAndGivesZeros) {
  const std::vector<uint8_t> bytes = {1, 2, 3};
  ByteReader in(bytes);
  EXPECT_EQ(in.f64(), 0.0);
  EXPECT_TRUE(in.failed());
  EXPECT_EQ(in.u64(), 0u);
  EXPECT_EQ(in.text(), "");
}

TEST(ByteIo, VarintOfMoreThan64BitsFails) {
  const std::vector<uint8_t> bytes = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02};
  ByteReader in(bytes);
  EXPECT_EQ(in.u64(), 0u);
  EXPECT_TRUE(in.failed());
}

TEST(ByteIo, LengthBeyondTheRestFailsWithoutReading) {
  ByteWriter out;
  out.u64(std::numeric_limits<uint64_t>::max());
  const auto bytes = out.take();
  ByteReader text(bytes);
  EXPECT_EQ(text.text(), "");
  EXPECT_TRUE(text.failed());
}

TEST(ByteIo, CountIsBoundedByWhatTheRestCanHold) {
  const std::vector<uint8_t> bytes = {3, 0, 0, 0, 0, 0, 0};
  ByteReader fits(bytes);
  EXPECT_EQ(fits.count(2), 3u);
  ByteReader too_many(bytes);
  EXPECT_EQ(too_many.count(3), 0u);
  EXPECT_TRUE(too_many.failed());
}

}  // namespace
}  // namespace pegel::base
