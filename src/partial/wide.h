#pragma once
// Unsigned whole numbers of 256 bits: room for sums of squares of amounts, and for products of sums.

#include <array>
#include <cstdint>

#include "base/decimal.h"

namespace pegel::partial {

/// Arithmetic is modulo 2^256. `limbs` from the lowest.
struct Wide {
  std::array<uint64_t, 4> limbs{};

  static Wide of(base::Uint128 value) {
    return Wide{{static_cast<uint64_t>(value), static_cast<uint64_t>(value >> 64), 0, 0}};
  }
  static Wide product(base::Uint128 a, base::Uint128 b) {
    return of(a) * static_cast<uint64_t>(b) + (of(a) * static_cast<uint64_t>(b >> 64)).shifted();
  }

  Wide operator+(const Wide& o) const {
    Wide sum;
    base::Uint128 carry = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      carry += static_cast<base::Uint128>(limbs[i]) + o.limbs[i];
      sum.limbs[i] = static_cast<uint64_t>(carry);
      carry >>= 64;
    }
    return sum;
  }
  Wide operator-(const Wide& o) const {
    Wide difference;
    uint64_t borrow = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const base::Uint128 taken = static_cast<base::Uint128>(o.limbs[i]) + borrow;
      difference.limbs[i] = static_cast<uint64_t>(limbs[i] - taken);
      borrow = limbs[i] < taken ? 1 : 0;
    }
    return difference;
  }
  Wide operator*(uint64_t factor) const {
    Wide product;
    base::Uint128 carry = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      carry += static_cast<base::Uint128>(limbs[i]) * factor;
      product.limbs[i] = static_cast<uint64_t>(carry);
      carry >>= 64;
    }
    return product;
  }
  double to_double() const {
    double value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value * 0x1p64 + static_cast<double>(limbs[i]);
    return value;
  }
  bool operator==(const Wide& o) const { return limbs == o.limbs; }

 private:
  Wide shifted() const { return Wide{{0, limbs[0], limbs[1], limbs[2]}}; }
};

}  // namespace pegel::partial
