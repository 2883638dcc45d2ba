#pragma once
// Compact bytes for Cubes: little endian, whole numbers as varints.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"

namespace pegel::base {

class ByteWriter {
 public:
  void u64(uint64_t value);  ///< varint
  void i64(int64_t value);   ///< zigzag varint
  void i128(Int128 value);   ///< 16 bytes
  void f64(double value);    ///< 8 bytes
  void text(std::string_view value);
  std::vector<uint8_t> take() { return std::move(bytes_); }
  const std::vector<uint8_t>& bytes() const { return bytes_; }

 private:
  std::vector<uint8_t> bytes_;
};

/// Reads what ByteWriter wrote. Reading past the end or a malformed varint sets `failed`, gives zeros from then on and
/// never reads outside the span.
class ByteReader {
 public:
  explicit ByteReader(std::span<const uint8_t> bytes) : bytes_(bytes) {}
  uint64_t u64();
  int64_t i64();
  Int128 i128();
  double f64();
  std::string text();
  /// A count of things of at least `each` bytes: 0 and failed when the rest could not hold them.
  std::size_t count(std::size_t each = 1);
  /// Sets `failed` for values that nobody wrote.
  void require(bool holds) { failed_ = failed_ || !holds; }
  bool failed() const { return failed_; }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  std::span<const uint8_t> take(uint64_t length);

  std::span<const uint8_t> bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace pegel::base
