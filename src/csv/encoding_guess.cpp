#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>

#include "base/utf8.h"
#include "csv/code_pages.h"
#include "csv/encoding.h"

namespace pegel::csv {
namespace {

/// One-byte encodings are weighed on the first so many bytes over 0x7F.
constexpr int kLettersWeighed = 20'000;
/// UTF-16 is recognised by the zero bytes of the first so many bytes.
constexpr std::size_t kZerosSought = 1u << 16;

std::string_view as_text(std::span<const uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

EncodingGuess by_bom(std::string_view text) {
  EncodingGuess guess;
  guess.bom = true;
  guess.reason = "starts with a byte order mark";
  if (text.starts_with("\xEF\xBB\xBF")) {
    guess.encoding = Encoding::utf8;
  } else if (text.starts_with("\xFF\xFE")) {
    guess.encoding = Encoding::utf16le;
  } else if (text.starts_with("\xFE\xFF")) {
    guess.encoding = Encoding::utf16be;
  } else {
    guess.bom = false;
  }
  return guess;
}

/// UTF-16 of any text with ASCII delimiters, digits or line ends has zeros in one half of its units and none in the other.
bool is_utf16(std::string_view text, EncodingGuess& guess) {
  const std::string_view head = text.substr(0, kZerosSought);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
  const std::size_t units = head.size() / 2;
  if (units < 2) return false;
  const std::size_t more = zeros[1] > zeros[0] ? 1 : 0;
  if (zeros[more] < 3 || zeros[more] * 10 < units || zeros[1 - more] * 50 > zeros[more]) return false;
  guess.encoding = more == 1 ? Encoding::utf16le : Encoding::utf16be;
  guess.confidence = 0.95;
  guess.reason = "every second byte is often zero";
  guess.runner_up = name_of(Encoding::utf8);
  return true;
}

struct Utf8Count {
  int64_t letters = 0;  ///< valid, of more than one byte
  int64_t faults = 0;
};

Utf8Count count_utf8(std::string_view text, bool whole) {
  Utf8Count count;
  while (!text.empty()) {
    const base::Letter letter = base::first_letter(text.substr(0, 4));
    if (letter.cut && !whole && letter.length == text.size()) break;
    if (letter.valid && letter.length > 1) ++count.letters;
    if (!letter.valid) ++count.faults;
    text.remove_prefix(letter.length);
  }
  return count;
}

// ---- one-byte encodings -------------------------------------------------------------------------

enum class Neighbour : uint8_t { none, small, capital };

Neighbour neighbour(std::string_view text, std::size_t at) {
  if (at >= text.size()) return Neighbour::none;
  if (text[at] >= 'a' && text[at] <= 'z') return Neighbour::small;
  return text[at] >= 'A' && text[at] <= 'Z' ? Neighbour::capital : Neighbour::none;
}

bool is_armenian(uint32_t code) { return code >= 0x0531 && code <= 0x0587; }
/// Of Russian: the letters of other languages stand where western pages have signs.
bool is_cyrillic(uint32_t code) { return (code >= 0x0410 && code <= 0x044F) || code == 0x0401 || code == 0x0451; }
bool is_far_capital(uint32_t code) { return (code >= 0x0531 && code <= 0x0556) || (code >= 0x0400 && code <= 0x042F); }
bool is_latin_capital(uint32_t code) {
  return (code >= 0xC0 && code <= 0xDE && code != 0xD7) || code == 0x0152 || code == 0x0160 || code == 0x0178 ||
         code == 0x017D;
}
bool is_latin_small(uint32_t code) {
  return (code >= 0xDF && code <= 0xFF && code != 0xF7) || code == 0x0153 || code == 0x0161 || code == 0x017E;
}

/// The letters of German, Dutch, French, Spanish, Portuguese, Italian and the Nordic languages: what European exports hold.
bool is_frequent(uint32_t code) {
  static constexpr std::u32string_view kFrequent = U"äöüÄÖÜßéèêëàâáãçñóôõíîïúûæøåÅØÆÉÇ";
  return kFrequent.find(static_cast<char32_t>(code)) != kFrequent.npos;
}

constexpr uint32_t kSharpS = 0xDF;  // stands between capitals, too

/// How well a character fits between its neighbours: a letter in a word of its own case, a sign beside digits or spaces.
/// `last`: the character of the byte before, 0 where that is ASCII. `alone`: so are both bytes beside it.
double fit(uint32_t code, uint32_t last, bool alone, Neighbour before, Neighbour after) {
  const bool in_word = before != Neighbour::none || after != Neighbour::none;
  if (code == base::kReplacement || (code >= 0x80 && code < 0xA0)) return -3;
  if (is_armenian(code) || is_cyrillic(code)) {
    const bool far_word = is_armenian(last) || is_cyrillic(last);
    if (in_word) return -1;
    if (alone) return 0;
    return far_word && is_far_capital(code) && !is_far_capital(last) ? -1 : 0.8;
  }
  const bool latin = is_latin_small(code) || is_latin_capital(code);
  if (latin && !in_word) return is_frequent(code) ? 0.2 : 0;
  if (is_latin_small(code)) {
    const bool capital_beside = after == Neighbour::capital && before != Neighbour::small && code != kSharpS;
    return (is_frequent(code) ? 1 : 0.2) - (capital_beside ? 1 : 0);
  }
  if (is_latin_capital(code)) {
    if (before == Neighbour::small) return -1.5;
    return is_frequent(code) ? 0.8 : 0.1;
  }
  const bool in_words = before != Neighbour::none && after != Neighbour::none;
  if (in_words) return code == 0x2019 ? 1 : -1.5;   // ’ is the only sign that stands inside words
  if (code >= 0x2500 && code <= 0x25FF) return -1;  // boxes
  static constexpr std::u32string_view kSigns = U"€£°§–—‘’“”„«»…•·®™©²³½ºª\u00A0";
  return kSigns.find(static_cast<char32_t>(code)) != kSigns.npos ? 0.6 : -0.5;
}

struct Contender {
  Encoding encoding;
  const CodePage* page;
  double merit = 0;
};

/// Bytes over 0x7F.
using Seen = std::bitset<128>;

bool read_alike(const CodePage& a, const CodePage& b, const Seen& seen) {
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] && a[i] != b[i]) return false;
  }
  return true;
}

/// Of letters that fit into words no better than this on average, the encoding may be one that is not known here.
constexpr double kFitsBadly = 0.45;
/// Fewer letters than this prove no encoding that is rare.
constexpr int kFewestLetters = 3;

bool is_usual(Encoding encoding) { return encoding == Encoding::windows1252 || encoding == Encoding::latin9; }

/// Windows-1252 has the benefit of the doubt: another must fit clearly better.
EncodingGuess weigh_code_pages(std::string_view text) {
  std::array<Contender, 6> contenders = {{{Encoding::windows1252, &kWindows1252},
                                          {Encoding::latin9, &kLatin9},
                                          {Encoding::macroman, &kMacRoman},
                                          {Encoding::cp850, &kCp850},
                                          {Encoding::armscii8, &kArmscii8},
                                          {Encoding::windows1251, &kWindows1251}}};
  int weighed = 0;
  Seen seen;
  for (std::size_t at = 0; at < text.size() && weighed < kLettersWeighed; ++at) {
    const auto byte = static_cast<uint8_t>(text[at]);
    if (byte < 0x80) continue;
    ++weighed;
    seen.set(byte - 0x80);
    const Neighbour before = at == 0 ? Neighbour::none : neighbour(text, at - 1);
    const Neighbour after = neighbour(text, at + 1);
    const auto last = at == 0 ? uint8_t{0} : static_cast<uint8_t>(text[at - 1]);
    const bool alone = last < 0x80 && (at + 1 == text.size() || static_cast<uint8_t>(text[at + 1]) < 0x80);
    for (Contender& c : contenders) {
      const uint32_t left = last < 0x80 ? 0 : (*c.page)[last - 0x80];
      c.merit += fit((*c.page)[byte - 0x80], left, alone, before, after);
    }
  }
  contenders[0].merit += 0.02 * weighed;
  std::stable_sort(contenders.begin(), contenders.end(),
                   [](const Contender& a, const Contender& b) { return a.merit > b.merit; });
  EncodingGuess guess;
  guess.encoding = contenders[0].encoding;
  guess.confidence = 0.95;
  guess.reason = "not valid UTF-8; its letters fit best into words as " + std::string(name_of(guess.encoding));
  const auto other = std::find_if(contenders.begin() + 1, contenders.end(),
                                  [&](const Contender& c) { return !read_alike(*c.page, *contenders[0].page, seen); });
  if (other == contenders.end()) return guess;
  const double margin = (contenders[0].merit - other->merit) / std::max(1, weighed);
  const bool usual = is_usual(guess.encoding);
  const bool fits = contenders[0].merit > kFitsBadly * weighed && (usual || weighed >= kFewestLetters);
  guess.confidence = fits ? std::clamp(0.5 + margin, 0.5, 0.95) : 0.5;
  guess.unsure = guess.confidence < (usual ? 0.6 : 0.75);
  guess.second = other->encoding;
  guess.runner_up = name_of(other->encoding);
  return guess;
}

bool is_far(Encoding encoding) {
  return encoding == Encoding::armscii8 || encoding == Encoding::macroman || encoding == Encoding::windows1251;
}

}  // namespace

EncodingGuess guess_encoding(std::span<const uint8_t> bytes, bool whole) {
  const std::string_view text = as_text(bytes);
  EncodingGuess guess = by_bom(text);
  if (guess.bom || is_utf16(text, guess)) return guess;

  const std::size_t valid = base::valid_utf8_prefix(text);
  const bool cut = !whole && valid < text.size() && base::first_letter(text.substr(valid)).cut;
  if (valid == text.size() || cut) {
    guess.reason = "all bytes are valid UTF-8";
    return guess;
  }
  const Utf8Count count = count_utf8(text, whole);
  if (count.letters >= 10 * count.faults) {
    guess.confidence = 0.9;
    guess.reason = "nearly all letters are valid UTF-8";
    guess.runner_up = name_of(Encoding::windows1252);
    return guess;
  }
  guess = weigh_code_pages(text);
  // Two bytes of a code page for western letters hardly ever look like a letter of UTF-8: such a file is of both.
  if (count.letters < count.faults || is_far(guess.encoding)) return guess;
  return {Encoding::utf8, false, 0.6, "most letters are valid UTF-8, others are not",
          std::string(name_of(guess.encoding))};
}

}  // namespace pegel::csv
