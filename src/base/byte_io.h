#pragma once
// Compact bytes for what goes from one engine to another: little endian, whole numbers as varints.

#include <cstdint>
#include <cstring>
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
  /// Plain numbers as they stand in memory, for an engine of the same build.
  template <class T>
  void values(const std::vector<T>& values) {
    u64(values.size());
    const auto* begin = reinterpret_cast<const uint8_t*>(values.data());
    bytes_.insert(bytes_.end(), begin, begin + values.size() * sizeof(T));
  }
  void reserve(std::size_t bytes) { bytes_.reserve(bytes); }
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
  std::string text() { return std::string(view()); }
  /// As text(); valid as long as the bytes read.
  std::string_view view();
  template <class T>
  std::vector<T> values() {
    std::vector<T> values(count(sizeof(T)));
    const auto bytes = take(values.size() * sizeof(T));
    if (!bytes.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
  }
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
