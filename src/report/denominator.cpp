#include "report/denominator.h"

#include <algorithm>

namespace pegel::report {

namespace {

// What stands before an operand that the value is per.
constexpr std::string_view kPer[] = {"/ ", "mean of ", "median of "};

// The operand that `text` starts with: a part, or all up to the end of its parenthesis.
std::string_view operand(std::string_view text) {
  if (text.starts_with('{')) return text.substr(0, text.find('}') + 1);
  return text.starts_with('(') ? text.substr(0, text.find(')') + 1) : std::string_view();
}

bool names(std::string_view formula, std::string_view part) {
  const std::string braced = "{" + std::string(part) + "}";
  for (const std::string_view per : kPer) {
    for (auto at = formula.find(per); at != std::string_view::npos; at = formula.find(per, at + 1)) {
      if (operand(formula.substr(at + per.size())).find(braced) != std::string_view::npos) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Part> denominator_of(std::string_view formula, const std::vector<Part>& parts) {
  std::vector<Part> denominator;
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(denominator),
               [&](const Part& part) { return names(formula, part.name); });
  return denominator;
}

}  // namespace pegel::report
