#pragma once
// What was reached of a target, where the files say so themselves.

#include <optional>
#include <span>

#include "partial/targets.h"
#include "pegel/day.h"

namespace pegel::kpis {

struct Reached {
  base::Micros sum;
  Day until;  ///< the day after the last, at most after `as_of`
};

/// What `rows` say was reached of the target's KPI and scope in days of its period. Nothing unless their days, without a gap,
/// are all of the period's; of a period that ends after `as_of`, those from its start.
std::optional<Reached> reached(const partial::Target& target, std::span<const partial::Target> rows, Day as_of);

}  // namespace pegel::kpis
