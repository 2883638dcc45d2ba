#pragma once
// Seeded files with everything that makes KPIs hard: nulls, ties, duplicates, currencies, bad cells, odd names.

#include <cstdint>
#include <string>

#include "support/run.h"

namespace pegel::test {

/// A small fast generator whose numbers are the same on every machine (splitmix64).
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t next();
  uint64_t below(uint64_t bound) { return next() % bound; }
  bool chance(int percent) { return below(100) < static_cast<uint64_t>(percent); }

 private:
  uint64_t state_;
};

/// `duplicates`: some ids stand in two rows.
File deals_file(uint64_t seed, int rows, bool duplicates = true);
File responses_file(uint64_t seed, int rows);
File stage_history_file(uint64_t seed, int entities);

}  // namespace pegel::test
