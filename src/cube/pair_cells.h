#pragma once
// Numbers for pairs of a When and the code of a dimension's value.

#include <tsl/robin_map.h>

#include <algorithm>
#include <vector>

#include "kpis/kpi.h"

namespace pegel::cube {

using kpis::kNoCell;

struct Pair {
  uint32_t when;
  uint32_t code;
};

/// Cells of (When, code), in order of appearance.
class FineCells {
 public:
  uint32_t cell(uint32_t when, uint32_t code) {
    if (when >= cells_.size()) cells_.resize(when + 1);
    auto& codes = cells_[when];
    if (code >= codes.size()) codes.resize(std::max<std::size_t>(code + 1, 2 * codes.size()), kNoCell);
    if (codes[code] == kNoCell) {
      codes[code] = static_cast<uint32_t>(pairs_.size());
      pairs_.push_back({when, code});
    }
    return codes[code];
  }
  const std::vector<Pair>& pairs() const { return pairs_; }

 private:
  std::vector<std::vector<uint32_t>> cells_;
  std::vector<Pair> pairs_;
};

/// The same where most pairs never appear.
class SparseCells {
 public:
  uint32_t cell(uint32_t when, uint32_t code) {
    const auto [it, fresh] = cells_.try_emplace((uint64_t{when} << 32) | code, static_cast<uint32_t>(pairs_.size()));
    if (fresh) pairs_.push_back({when, code});
    return it->second;
  }
  const std::vector<Pair>& pairs() const { return pairs_; }

 private:
  /// The map looks at the low bits, which all Whens of one code share: taken as they are, it would grow without end.
  struct Spread {
    std::size_t operator()(uint64_t key) const { return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 32); }
  };
  std::vector<Pair> pairs_;
  tsl::robin_map<uint64_t, uint32_t, Spread> cells_;
};

}  // namespace pegel::cube
