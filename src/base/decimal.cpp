#include "base/decimal.h"

#include <algorithm>
#include <cmath>

namespace pegel::base {
namespace {

Uint128 magnitude(Int128 value) { return value < 0 ? -static_cast<Uint128>(value) : static_cast<Uint128>(value); }

int leading_zeros(Uint128 value) {
  const auto high = static_cast<uint64_t>(value >> 64);
  const auto low = static_cast<uint64_t>(value);
  return high != 0 ? __builtin_clzll(high) : 64 + __builtin_clzll(low);
}

// Shifted left as far as it goes, the quotient has over 100 bits; with the remainder folded into its lowest bit, the
// one rounding of the conversion is that of the exact quotient.
double wide_to_double(Uint128 sum) {
  const int shift = leading_zeros(sum);
  const Uint128 shifted = sum << shift;
  Uint128 quotient = shifted / kOne;
  if (shifted % kOne != 0) quotient |= 1;
  return std::ldexp(static_cast<double>(quotient), -shift);
}

}  // namespace

double to_double(Int128 sum) {
  constexpr Int128 kExact = Int128{1} << 53;
  if (sum > -kExact && sum < kExact) return static_cast<double>(sum) / static_cast<double>(kOne);
  const double wide = wide_to_double(magnitude(sum));
  return sum < 0 ? -wide : wide;
}

std::string to_text(Int128 sum) {
  Uint128 rest = magnitude(sum);
  std::string reversed;
  auto fraction = static_cast<uint32_t>(rest % kOne);
  rest /= kOne;
  for (int place = 0; place < 6; ++place, fraction /= 10) {
    const char digit = static_cast<char>('0' + fraction % 10);
    if (digit != '0' || !reversed.empty()) reversed += digit;
  }
  if (!reversed.empty()) reversed += '.';
  do {
    reversed += static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  } while (rest != 0);
  if (sum < 0) reversed += '-';
  return {reversed.rbegin(), reversed.rend()};
}

}  // namespace pegel::base
