#include "csv/sampled_rows.h"

#include <gtest/gtest.h>

namespace pegel::csv {
namespace {

std::span<const uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

/// The fields of all records, records ended by '|'.
std::string fields_of(const SampledRows& rows) {
  std::string out;
  for (const Records& records : rows.records) {
    for (std::size_t r = 0; r < records.size(); ++r) {
      for (std::size_t c = 0; c < records.width(r); ++c) out += std::string(records.raw(records.at(r, c))) + ' ';
      out += '|';
    }
  }
  return out;
}

TEST(SampledRows, AreTheWholeRecordsBehindTheFirstSureBorder) {
  const std::span<const uint8_t> samples[] = {bytes_of("cut\nx\",y\nf,g\nh,cut"), bytes_of("\n1,2\n3")};
  EXPECT_EQ(fields_of(sampled_rows({}, samples)), "f g |1 2 |");
}

TEST(SampledRows, MayStartInsideALetter) {
  const std::span<const uint8_t> samples[] = {bytes_of("\xa9,x\n\u00e9,b\ncut\xc3")};
  EXPECT_EQ(fields_of(sampled_rows({}, samples)), "\u00e9 b |");
}

TEST(SampledRows, AreDecoded) {
  Dialect dialect;
  dialect.encoding = Encoding::utf16le;
  const std::span<const uint8_t> samples[] = {bytes_of({"x\0\n\0\xe9\0,\0b\0\n\0c\0", 14})};
  EXPECT_EQ(fields_of(sampled_rows(dialect, samples)), "\u00e9 b |");
}

TEST(SampledRows, LeaveOutSamplesWithoutARecord) {
  const std::span<const uint8_t> samples[] = {bytes_of("no line end"), bytes_of(""), bytes_of("a\nb\"c")};
  EXPECT_TRUE(sampled_rows({}, samples).records.empty());
}

}  // namespace
}  // namespace pegel::csv
