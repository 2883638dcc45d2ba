#pragma once
// 64 bytes at a time as 64-bit masks: bit i speaks of byte i. The only intrinsics and #ifdefs of the project.

#include <bit>
#include <cstdint>
#include <cstring>

#if defined(PEGEL_NO_SIMD)
#define PEGEL_SIMD_SCALAR 1
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#define PEGEL_SIMD_WASM 1
#elif defined(__SSE2__)
#include <emmintrin.h>
#define PEGEL_SIMD_SSE2 1
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#define PEGEL_SIMD_NEON 1
#else
#define PEGEL_SIMD_SCALAR 1
#endif

namespace pegel::base {

/// 64 bytes, read at once; they need not be aligned.
class Block64 {
 public:
  explicit Block64(const char* bytes) { load(bytes); }
  /// The bytes that equal `c`.
  uint64_t equal(char c) const;
  /// The bytes of at least `low`, as unsigned.
  uint64_t at_least(uint8_t low) const;
  /// The bytes over 0x7F.
  uint64_t high_bits() const;

 private:
  void load(const char* bytes);

#if PEGEL_SIMD_WASM
  v128_t part_[4];
#elif PEGEL_SIMD_SSE2
  __m128i part_[4];
#elif PEGEL_SIMD_NEON
  uint8x16_t part_[4];
#else
  uint64_t part_[8];
#endif
};

#if PEGEL_SIMD_WASM

inline void Block64::load(const char* bytes) {
  for (int i = 0; i < 4; ++i) part_[i] = wasm_v128_load(bytes + 16 * i);
}
inline uint64_t Block64::equal(char c) const {
  const v128_t wanted = wasm_i8x16_splat(c);
  uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    mask |= static_cast<uint64_t>(static_cast<uint32_t>(wasm_i8x16_bitmask(wasm_i8x16_eq(part_[i], wanted)))) << 16 * i;
  }
  return mask;
}
inline uint64_t Block64::at_least(uint8_t low) const {
  const v128_t limit = wasm_u8x16_splat(low);
  uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    mask |= static_cast<uint64_t>(static_cast<uint32_t>(wasm_i8x16_bitmask(wasm_u8x16_ge(part_[i], limit)))) << 16 * i;
  }
  return mask;
}
inline uint64_t Block64::high_bits() const {
  const v128_t any = wasm_v128_or(wasm_v128_or(part_[0], part_[1]), wasm_v128_or(part_[2], part_[3]));
  if (wasm_i8x16_bitmask(any) == 0) return 0;
  uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    mask |= static_cast<uint64_t>(static_cast<uint32_t>(wasm_i8x16_bitmask(part_[i]))) << 16 * i;
  }
  return mask;
}

#elif PEGEL_SIMD_SSE2

inline void Block64::load(const char* bytes) {
  for (int i = 0; i < 4; ++i) part_[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * i));
}
inline uint64_t Block64::equal(char c) const {
  const __m128i wanted = _mm_set1_epi8(c);
  uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    mask |= static_cast<uint64_t>(static_cast<uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(part_[i], wanted)))) << 16 * i;
  }
  return mask;
}
inline uint64_t Block64::at_least(uint8_t low) const {
  const __m128i limit = _mm_set1_epi8(static_cast<char>(low));
  uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    const __m128i reached = _mm_cmpeq_epi8(_mm_max_epu8(part_[i], limit), part_[i]);
    mask |= static_cast<uint64_t>(static_cast<uint32_t>(_mm_movemask_epi8(reached))) << 16 * i;
  }
  return mask;
}
inline uint64_t Block64::high_bits() const {
  uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    mask |= static_cast<uint64_t>(static_cast<uint32_t>(_mm_movemask_epi8(part_[i]))) << 16 * i;
  }
  return mask;
}

#elif PEGEL_SIMD_NEON

/// Gathers the top bit of every byte of four vectors whose bytes are 0x00 or 0xFF.
inline uint64_t gather(const uint8x16_t (&v)[4]) {
  static const uint8_t kBits[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t bits = vld1q_u8(kBits);
  uint8x16_t sum0 = vpaddq_u8(vandq_u8(v[0], bits), vandq_u8(v[1], bits));
  const uint8x16_t sum1 = vpaddq_u8(vandq_u8(v[2], bits), vandq_u8(v[3], bits));
  sum0 = vpaddq_u8(sum0, sum1);
  sum0 = vpaddq_u8(sum0, sum0);
  return vgetq_lane_u64(vreinterpretq_u64_u8(sum0), 0);
}
inline void Block64::load(const char* bytes) {
  for (int i = 0; i < 4; ++i) part_[i] = vld1q_u8(reinterpret_cast<const uint8_t*>(bytes) + 16 * i);
}
inline uint64_t Block64::equal(char c) const {
  const uint8x16_t wanted = vdupq_n_u8(static_cast<uint8_t>(c));
  return gather(
      {vceqq_u8(part_[0], wanted), vceqq_u8(part_[1], wanted), vceqq_u8(part_[2], wanted), vceqq_u8(part_[3], wanted)});
}
inline uint64_t Block64::at_least(uint8_t low) const {
  const uint8x16_t limit = vdupq_n_u8(low);
  return gather(
      {vcgeq_u8(part_[0], limit), vcgeq_u8(part_[1], limit), vcgeq_u8(part_[2], limit), vcgeq_u8(part_[3], limit)});
}
inline uint64_t Block64::high_bits() const { return at_least(0x80); }

#else

/// The top bits of eight bytes, as the low eight bits; byte 0 is the lowest.
inline uint64_t gather(uint64_t tops) { return ((tops >> 7) * 0x0102040810204080u) >> 56; }

inline void Block64::load(const char* bytes) {
  std::memcpy(part_, bytes, 64);
  if constexpr (std::endian::native == std::endian::big) {
    for (uint64_t& part : part_) part = __builtin_bswap64(part);
  }
}
inline uint64_t Block64::equal(char c) const {
  constexpr uint64_t kLow = 0x7F7F7F7F7F7F7F7Fu;
  const uint64_t wanted = 0x0101010101010101u * static_cast<uint8_t>(c);
  uint64_t mask = 0;
  for (int i = 0; i < 8; ++i) {
    const uint64_t differ = part_[i] ^ wanted;
    mask |= gather(~(((differ & kLow) + kLow) | differ) & ~kLow) << 8 * i;
  }
  return mask;
}
inline uint64_t Block64::at_least(uint8_t low) const {
  uint64_t mask = 0;
  for (int i = 0; i < 64; ++i) {
    const uint64_t byte = part_[i / 8] >> 8 * (i % 8) & 0xFF;
    mask |= uint64_t{byte >= low} << i;
  }
  return mask;
}
inline uint64_t Block64::high_bits() const {
  uint64_t mask = 0;
  for (int i = 0; i < 8; ++i) mask |= gather(part_[i] & 0x8080808080808080u) << 8 * i;
  return mask;
}

#endif

/// Bit i of the result: whether an odd number of the bits 0…i of `bits` is set.
inline uint64_t prefix_xor(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

/// The bits below bit `i`, 0 <= i <= 63.
inline uint64_t bits_below(int i) { return (uint64_t{1} << i) - 1; }

}  // namespace pegel::base
