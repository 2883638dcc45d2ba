#include "report/breakdown.h"

#include <algorithm>

namespace pegel::report {

namespace {

// Rows of nobody are no competitor.
bool rankable(const BreakdownValue& value) {
  return !value.key.empty() && value.estimate.value && value.estimate.n >= kFew;
}

void rank(std::vector<BreakdownValue>& values, const std::vector<uint8_t>& unranked, Direction direction) {
  std::vector<BreakdownValue*> ranked;
  for (std::size_t c = 0; c < values.size(); ++c) {
    if (rankable(values[c]) && (unranked.empty() || unranked[c] == 0)) ranked.push_back(&values[c]);
  }
  const bool up = direction != Direction::down;
  const auto score = [&](const BreakdownValue* v) { return up ? -*v->estimate.value : *v->estimate.value; };
  std::sort(ranked.begin(), ranked.end(), [&](auto* a, auto* b) { return score(a) < score(b); });
  for (std::size_t r = 0; r < ranked.size(); ++r) {
    const bool tie = r > 0 && score(ranked[r]) == score(ranked[r - 1]);
    ranked[r]->rank = tie ? ranked[r - 1]->rank : static_cast<int>(r) + 1;
  }
}

// Where fewer is better: something went in and nothing came out.
bool in_vain(const BreakdownValue& value, Direction direction) {
  return direction == Direction::down && value.estimate.undefined == "zero_denominator";
}

// Rows of nobody that the value does not count.
bool says_nothing(const BreakdownValue& value) {
  return value.key.empty() && value.estimate.n == 0 && value.estimate.undefined == "no_data";
}

bool before(const BreakdownValue& a, const BreakdownValue& b) {
  const auto key = [](const BreakdownValue& v) { return v.rank == 0 ? INT32_MAX : v.rank; };
  if (key(a) != key(b)) return key(a) < key(b);
  if (a.estimate.n != b.estimate.n) return a.estimate.n > b.estimate.n;
  return a.key < b.key;
}

}  // namespace

std::optional<Breakdown> breakdown(Direction direction, std::span<const std::string> keys, kpis::Finished finished,
                                   const Dimension& dimension) {
  const bool named = std::any_of(keys.begin(), keys.end(), [](const auto& key) { return !key.empty(); });
  if (!named) return std::nullopt;
  Breakdown breakdown{dimension.id, dimension.label, {}};
  for (std::size_t c = 0; c < keys.size(); ++c) breakdown.values.push_back({keys[c], std::move(finished.cells[c]), 0});
  if (direction != Direction::neither) rank(breakdown.values, finished.unranked, direction);
  std::erase_if(breakdown.values, says_nothing);
  std::sort(breakdown.values.begin(), breakdown.values.end(), before);
  std::stable_partition(breakdown.values.begin(), breakdown.values.end(),
                        [&](const BreakdownValue& value) { return in_vain(value, direction); });
  return breakdown;
}

}  // namespace pegel::report
