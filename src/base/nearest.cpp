#include "pegel/nearest.h"

#include <algorithm>

namespace pegel {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same(char a, char b) { return lower(a) == lower(b); }

// Edits from a to b where two neighbours may be swapped (optimal string alignment), row by row.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (same(a[i - 1], b[j - 1]) ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.size()];
}

bool begins(std::string_view name, std::string_view word) {
  return word.size() >= 3 && name.size() > word.size() && std::equal(word.begin(), word.end(), name.begin(), same);
}

constexpr std::size_t kLongWord = 200;  // bytes; nobody mistypes longer names

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& names) {
  std::string best;
  std::size_t fewest = SIZE_MAX;
  for (const std::string& name : names) {
    if (word.size() > kLongWord || name.size() > kLongWord) continue;
    const std::size_t count = begins(name, word) ? 1 : edits(word, name);
    if (count >= fewest || count * 2 > std::max(word.size(), name.size())) continue;
    fewest = count;
    best = name;
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& names) {
  const std::string name = nearest(word, names);
  return name.empty() ? std::string() : " Did you mean \"" + name + "\"?";
}

}  // namespace pegel
