#include "cli/texts.h"

#include <algorithm>

#include "cli/english.h"
#include "cli/numbers.h"
#include "json/json.h"

namespace pegel::cli {

namespace {

const Values& english() {
  static const Values texts = [] {
    std::string all;
    for (const std::string_view part : kEnglish) all += part;
    return json::read_texts(all).value_or(Values{});
  }();
  return texts;
}

// Up to the brace that closes the one before `text`.
std::string_view inside(std::string_view text) {
  std::size_t depth = 1;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{') ++depth;
    if (text[at] == '}' && --depth == 0) return text.substr(0, at);
  }
  return text;
}

std::string_view trimmed(std::string_view text) {
  const auto start = std::min(text.find_first_not_of(" \n"), text.size());
  const auto end = text.find_last_not_of(" \n");
  return end == std::string_view::npos ? std::string_view() : text.substr(start, end + 1 - start);
}

// The branch of a plural's options that a number takes.
std::string_view branch(std::string_view options, const std::string& number) {
  std::string_view chosen;
  while (!(options = trimmed(options)).empty()) {
    const auto brace = options.find('{');
    if (brace == std::string_view::npos) break;
    const std::string_view name = trimmed(options.substr(0, brace));
    const std::string_view body = inside(options.substr(brace + 1));
    if (name == "=" + number) return body;
    if ((name == "one" && number == "1") || (name == "other" && chosen.data() == nullptr)) chosen = body;
    options.remove_prefix(std::min(options.size(), brace + body.size() + 2));
  }
  return chosen;
}

std::string with_number(std::string_view body, const std::string& number) {
  std::string out;
  for (const char c : body) out += c == '#' ? grouped(number) : std::string(1, c);
  return out;
}

// What stands in braces: "name", "name, number" or "name, plural, …".
std::string argument(std::string_view text, const Values& values) {
  const auto comma = text.find(',');
  const auto value = values.find(std::string(trimmed(text.substr(0, comma))));
  if (value == values.end()) return "{" + std::string(text) + "}";
  if (comma == std::string_view::npos) return value->second;
  const std::string_view rest = text.substr(comma + 1);
  const auto second = rest.find(',');
  if (trimmed(rest.substr(0, second)) != "plural" || second == std::string_view::npos) return grouped(value->second);
  return filled(with_number(branch(rest.substr(second + 1), value->second), value->second), values);
}

}  // namespace

std::string filled(std::string_view message, const Values& values) {
  std::string out;
  for (std::size_t at = 0; at < message.size(); ++at) {
    if (message[at] != '{') {
      out += message[at];
      continue;
    }
    const std::string_view text = inside(message.substr(at + 1));
    out += argument(text, values);
    at += text.size() + 1;
  }
  return out;
}

bool has_text(const std::string& key) { return english().count(key) > 0; }

std::string text(const std::string& key, const Values& values) {
  const auto found = english().find(key);
  return found == english().end() ? key : filled(found->second, values);
}

std::string word(const std::string& group, std::string_view id) {
  const std::string key = group + "." + std::string(id);
  if (has_text(key)) return text(key);
  std::string words(id);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace pegel::cli
