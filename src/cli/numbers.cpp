#include "cli/numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/texts.h"

namespace pegel::cli {

std::string grouped(std::string digits) {
  const auto point = std::min(digits.find('.'), digits.size());
  const std::size_t start = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = point; at > start + 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string grouped(int64_t value) { return grouped(std::to_string(value)); }

std::string fixed(double value, int places) {
  char text[400];
  std::snprintf(text, sizeof text, "%.*f", places, value);
  return grouped(std::string(text));
}

std::string number(double value, Unit unit, std::string_view currency) {
  const std::string suffix = currency.empty() ? std::string() : " " + std::string(currency);
  switch (unit) {
    case Unit::count:
      return fixed(value, value == std::floor(value) ? 0 : 1);
    case Unit::money:
      return fixed(value, 2) + suffix;
    case Unit::share:
      return fixed(value * 100, 1) + " %";
    case Unit::days:
      return fixed(value, 1) + " days";
    case Unit::money_per_day:
      return fixed(value, 2) + suffix + " a day";
    case Unit::hours:
      return fixed(value, 1) + " hours";
    case Unit::seconds:
      return fixed(value, 1) + " seconds";
    case Unit::ratio:
      return fixed(value, 2);
    case Unit::per_thousand:
      return fixed(value, 1) + " per 1,000";
    case Unit::net_score:
    case Unit::index:
    case Unit::points:
      return fixed(value, 1);
  }
  return {};
}

std::string interval(const Estimate& estimate, Unit unit) {
  if (!estimate.low || !estimate.high) return {};
  return "[" + number(*estimate.low, unit) + ", " + number(*estimate.high, unit) + "]";
}

std::string small_sample(const Estimate& estimate) {
  switch (gate_of(estimate)) {
    case Gate::few:
      return "too few rows";
    case Gate::small:
      return "few rows";
    default:
      return {};
  }
}

}  // namespace pegel::cli
