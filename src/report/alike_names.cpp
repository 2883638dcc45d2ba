#include "report/alike_names.h"

#include <algorithm>
#include <utility>

#include "cube/body.h"

namespace pegel::report {

namespace {

// The words of a name in one order; empty for a code.
std::string sorted_words(std::string_view name) {
  constexpr std::string_view kSigns = " ,.;:_-/\\'\"()&+";
  std::vector<std::string> words(1);
  for (const char c : dataset::fold_case(name)) {
    if (c >= '0' && c <= '9') return {};
    if (kSigns.find(c) == std::string_view::npos) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  std::sort(words.begin(), words.end());
  std::string text;
  for (const std::string& word : words) text += word.empty() ? "" : word + ' ';
  return text;
}

}  // namespace

uint32_t AlikeNames::words_of(const std::string& name) {
  const auto [known, fresh] = known_.try_emplace(name, 0);
  if (!fresh) return known->second;
  if (std::string words = sorted_words(name); !words.empty()) {
    known->second = numbers_.try_emplace(std::move(words), static_cast<uint32_t>(numbers_.size() + 1)).first->second;
  }
  return known->second;
}

std::vector<std::vector<std::string>> AlikeNames::among(std::span<const std::string> names) {
  std::vector<std::pair<uint32_t, std::size_t>> by_words;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (const uint32_t words = words_of(names[i]); words != 0) by_words.emplace_back(words, i);
  }
  std::sort(by_words.begin(), by_words.end());
  std::vector<std::vector<std::string>> alike;
  for (std::size_t first = 0, last = 0; first < by_words.size(); first = last) {
    while (last < by_words.size() && by_words[last].first == by_words[first].first) ++last;
    if (last - first < 2) continue;
    auto& list = alike.emplace_back();
    for (std::size_t i = first; i < last; ++i) list.push_back(names[by_words[i].second]);
    std::sort(list.begin(), list.end());
  }
  std::sort(alike.begin(), alike.end());
  return alike;
}

}  // namespace pegel::report
