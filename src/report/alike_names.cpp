#include "report/alike_names.h"

#include <algorithm>
#include <map>

#include "cube/body.h"

namespace pegel::report {

namespace {

// The words of a name in one order; empty for a code.
std::string words_of(std::string_view name) {
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

std::vector<std::vector<std::string>> alike_names(std::span<const std::string> names) {
  std::map<std::string, std::vector<std::string>> by_words;
  for (const std::string& name : names) {
    if (const std::string words = words_of(name); !words.empty()) by_words[words].push_back(name);
  }
  std::vector<std::vector<std::string>> alike;
  for (auto& [words, list] : by_words) {
    if (list.size() < 2) continue;
    std::sort(list.begin(), list.end());
    alike.push_back(std::move(list));
  }
  std::sort(alike.begin(), alike.end());
  return alike;
}

}  // namespace pegel::report
