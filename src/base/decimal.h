#pragma once
// Exact decimals: every number of a file is a whole number of millionths, every sum a 128-bit integer.

#include <cstdint>
#include <string>

namespace pegel::base {

/// Millionths. Six places hold every currency and rate a sales export writes; the range is ±9.2 million millions.
using Micros = int64_t;
inline constexpr Micros kOne = 1'000'000;

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 Uint128;

/// The double nearest to `sum` millionths.
double to_double(Int128 sum);
inline double to_double(Micros sum) {
  constexpr Micros kExact = Micros{1} << 53;
  if (sum > -kExact && sum < kExact) return static_cast<double>(sum) / static_cast<double>(kOne);
  return to_double(Int128{sum});
}
/// "-12.5": shortest decimal text of `sum` millionths, a point, no exponent, no trailing zeros.
std::string to_text(Int128 sum);

}  // namespace pegel::base
