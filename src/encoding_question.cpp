#include "encoding_question.h"

#include <algorithm>

namespace pegel {

namespace {

constexpr std::size_t kWords = 3;
constexpr std::size_t kLongestWord = 40;

bool is_of_word(uint8_t byte) {
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

std::string decoded(Encoding encoding, std::span<const uint8_t> bytes) {
  std::string text;
  csv::Decoder(encoding, false).decode(bytes, true, text);
  return text;
}

}  // namespace

std::optional<Query> encoding_question(const csv::EncodingGuess& guess, std::span<const uint8_t> bytes) {
  if (!guess.unsure || !guess.second) return std::nullopt;
  Query query{
      "enc.unsure", -1, {}, {{std::string(name_of(guess.encoding)), {}}, {std::string(name_of(*guess.second)), {}}}};
  auto& first = query.options[0].readings;
  auto& second = query.options[1].readings;
  for (auto at = bytes.begin(); at != bytes.end() && query.values.size() < kWords;) {
    const auto start = std::find_if(at, bytes.end(), is_of_word);
    at = std::find_if_not(start, bytes.end(), is_of_word);
    const std::span<const uint8_t> word(start, at);
    if (word.size() > kLongestWord || std::none_of(start, at, [](uint8_t byte) { return byte >= 0x80; })) continue;
    const std::string one = decoded(guess.encoding, word), other = decoded(*guess.second, word);
    if (one == other || std::find(first.begin(), first.end(), one) != first.end()) continue;
    query.values.push_back(one);
    first.push_back(one);
    second.push_back(other);
  }
  return query.values.empty() ? std::nullopt : std::optional(std::move(query));
}

}  // namespace pegel
