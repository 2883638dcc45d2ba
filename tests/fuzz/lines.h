#pragma once
// The text of a run as the values of a column, one a line.

#include <algorithm>
#include <string_view>
#include <vector>

namespace pegel::fuzz {

inline std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// Evidence of `lines` in their order, and of their two halves merged the other way round.
template <class Evidence>
Evidence evidence_of(const std::vector<std::string_view>& lines) {
  Evidence evidence;
  for (const std::string_view line : lines) evidence.add(line);
  return evidence;
}
template <class Evidence>
Evidence merged_evidence_of(const std::vector<std::string_view>& lines) {
  const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(lines.size() / 2);
  Evidence merged = evidence_of<Evidence>({middle, lines.end()});
  merged.merge(evidence_of<Evidence>({lines.begin(), middle}));
  return merged;
}

}  // namespace pegel::fuzz
