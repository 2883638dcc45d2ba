#pragma once
// Numbers for people: digits grouped by commas, with their unit.

#include <string>
#include <string_view>

#include "pegel/report.h"

namespace pegel::cli {

std::string grouped(std::string digits);  ///< "-1234567.5" -> "-1,234,567.5"
std::string grouped(int64_t value);
std::string fixed(double value, int places);
std::string number(double value, Unit unit, std::string_view currency = {});
std::string interval(const Estimate& estimate, Unit unit);  ///< "[low, high]"; empty without one
std::string small_sample(const Estimate& estimate);         ///< what few rows mean; empty when there are enough

}  // namespace pegel::cli
