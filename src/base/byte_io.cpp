#include "base/byte_io.h"

#include <cstring>

namespace pegel::base {

void ByteWriter::u64(uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<uint8_t>(value | 0x80));
  bytes_.push_back(static_cast<uint8_t>(value));
}

void ByteWriter::i64(int64_t value) { u64((static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63)); }

void ByteWriter::i128(Int128 value) {
  auto rest = static_cast<Uint128>(value);
  for (int i = 0; i < 16; ++i, rest >>= 8) bytes_.push_back(static_cast<uint8_t>(rest));
}

void ByteWriter::f64(double value) {
  uint64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  for (int i = 0; i < 8; ++i, bits >>= 8) bytes_.push_back(static_cast<uint8_t>(bits));
}

void ByteWriter::text(std::string_view value) {
  u64(value.size());
  bytes_.insert(bytes_.end(), value.begin(), value.end());
}

std::span<const uint8_t> ByteReader::take(uint64_t length) {
  if (failed_ || length > bytes_.size() - at_) {
    failed_ = true;
    return {};
  }
  const auto taken = bytes_.subspan(at_, static_cast<std::size_t>(length));
  at_ += taken.size();
  return taken;
}

uint64_t ByteReader::u64() {
  uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const auto byte = take(1);
    if (failed_) return 0;
    const uint64_t bits = byte[0] & 0x7f;
    if (shift == 63 && bits > 1) break;
    value |= bits << shift;
    if (byte[0] < 0x80) return value;
  }
  failed_ = true;
  return 0;
}

int64_t ByteReader::i64() {
  const uint64_t value = u64();
  return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
}

Int128 ByteReader::i128() {
  Uint128 value = 0;
  int shift = 0;
  for (const uint8_t byte : take(16)) {
    value |= static_cast<Uint128>(byte) << shift;
    shift += 8;
  }
  return static_cast<Int128>(value);
}

double ByteReader::f64() {
  uint64_t bits = 0;
  int shift = 0;
  for (const uint8_t byte : take(8)) {
    bits |= static_cast<uint64_t>(byte) << shift;
    shift += 8;
  }
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

std::string_view ByteReader::view() {
  const auto length = u64();
  const auto bytes = take(length);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::size_t ByteReader::count(std::size_t each) {
  const uint64_t things = u64();
  if (things <= (bytes_.size() - at_) / (each == 0 ? 1 : each)) return static_cast<std::size_t>(things);
  failed_ = true;
  return 0;
}

}  // namespace pegel::base
