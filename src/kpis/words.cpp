#include "kpis/words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/utf8.h"
#include "dataset/frame.h"
#include "stats/elementary.h"

namespace pegel::kpis {
namespace {

constexpr int64_t kFewestTexts = 5;
constexpr double kTelling = 1.96;

// In byte order.
constexpr std::string_view kUsual[] = {
    "aan",  "aber", "about", "all",  "alle",   "als",   "also",  "am",    "an",    "and",  "are",  "as",   "at",
    "auch", "auf",  "aus",   "be",   "bei",    "been",  "bij",   "bin",   "bist",  "but",  "by",   "can",  "da",
    "dan",  "das",  "dass",  "dat",  "de",     "dem",   "den",   "der",   "des",   "deze", "die",  "dir",  "dit",
    "do",   "door", "du",    "een",  "ein",    "eine",  "einem", "einen", "einer", "en",   "er",   "es",   "for",
    "from", "für",  "had",   "has",  "hat",    "have",  "he",    "heb",   "heeft", "het",  "hij",  "how",  "i'm",
    "ich",  "if",   "ihr",   "ik",   "im",     "in",    "is",    "ist",   "it",    "it's", "its",  "je",   "maar",
    "me",   "met",  "mich",  "mijn", "mir",    "mit",   "my",    "naar",  "nach",  "nog",  "noch", "nur",  "of",
    "om",   "on",   "ons",   "ook",  "op",     "or",    "our",   "over",  "sein",  "sich", "sie",  "sind", "so",
    "te",   "than", "that",  "the",  "their",  "them",  "then",  "there", "they",  "this", "to",   "um",   "und",
    "uns",  "us",   "van",   "vom",  "von",    "voor",  "war",   "waren", "was",   "wat",  "we",   "were", "wie",
    "wij",  "will", "wir",   "with", "worden", "wordt", "you",   "your",  "zijn",  "zo",   "zu",   "zum",  "zur",
    "ան",   "այդ",  "այն",   "այս",  "բայց",   "դա",    "են",    "եմ",    "ենք",   "է",    "էր",   "էին",  "ես",
    "եք",   "եւ",   "իմ",    "իր",   "կամ",    "համար", "հետ",   "մեզ",   "մեր",   "մենք", "նա",   "նաև",  "նրա",
    "որ",   "որը",  "շատ",   "ու",   "սա",     "ձեր",   "և"};

bool in(uint32_t code, uint32_t first, uint32_t last) { return code >= first && code <= last; }

bool is_letter(uint32_t c) {
  if (c < 0x80) return in(c, 'a', 'z') || in(c, 'A', 'Z');
  if (c < 0x2B0) return c >= 0xC0 ? c != 0xD7 && c != 0xF7 : c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c < 0x590) return in(c, 0x370, 0x52F) || in(c, 0x531, 0x556) || in(c, 0x560, 0x588);
  if (c < 0x2000) return !in(c, 0x60C, 0x61F) && !in(c, 0x660, 0x66D) && c != 0x6D4;
  return in(c, 0x2C00, 0x2DFF) || in(c, 0x3041, 0xD7FF) || in(c, 0xF900, 0xFDFF) || in(c, 0xFE70, 0xFEFC) ||
         in(c, 0x20000, 0x3FFFF);
}

// Stands inside a word without ending it: combining accents, Armenian stress, exclamation and question marks, soft hyphen.
bool is_mark(uint32_t c) { return in(c, 0x300, 0x36F) || in(c, 0x55A, 0x55F) || c == 0xAD || in(c, 0x200B, 0x200D); }
bool is_apostrophe(uint32_t c) { return c == '\'' || c == 0x2019; }

bool is_usual(const std::string& word) {
  return std::find(std::begin(kUsual), std::end(kUsual), word) != std::end(kUsual);
}

/// Builds one word after the other.
class Words {
 public:
  void letter(uint32_t code) {
    if (apostrophe_) word_ += '\'';
    apostrophe_ = false;
    base::append_letter(code, word_);
    ++letters_;
  }
  void apostrophe() { apostrophe_ = letters_ > 0; }
  void end() {
    if (letters_ >= 2) {
      std::string folded = dataset::fold_case(word_);
      if (!is_usual(folded)) words_.push_back(std::move(folded));
    }
    word_.clear();
    letters_ = 0;
    apostrophe_ = false;
  }
  std::vector<std::string> different() {
    std::sort(words_.begin(), words_.end());
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
    return std::move(words_);
  }

 private:
  std::vector<std::string> words_;
  std::string word_;
  int letters_ = 0;
  bool apostrophe_ = false;
};

/// The words of a group, and how strong the prior is.
struct Corpus {
  double words = 0;  // of the group, with the prior's
  double log_odds(double of_word) const { return stats::log(of_word / (words - of_word)); }
};

bool more_telling(const Telling& a, const Telling& b) {
  const double x = std::fabs(a.z);
  const double y = std::fabs(b.z);
  return x != y ? x > y : a.word < b.word;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const base::Letter letter = base::first_letter(text.substr(at));
    at += letter.length;
    if (letter.valid && is_letter(letter.code)) {
      words.letter(letter.code);
    } else if (is_apostrophe(letter.code)) {
      words.apostrophe();
    } else if (!is_mark(letter.code)) {
      words.end();
    }
  }
  words.end();
  return words.different();
}

std::vector<Telling> telling(const std::vector<WordCount>& words, std::size_t a, std::size_t b, std::size_t most) {
  int64_t in_a = 0, in_b = 0, in_all = 0;
  for (const WordCount& word : words) {
    in_a += word.texts[a];
    in_b += word.texts[b];
    in_all += std::accumulate(word.texts.begin(), word.texts.end(), int64_t{0});
  }
  const Corpus of_a{static_cast<double>(in_a + in_all)};
  const Corpus of_b{static_cast<double>(in_b + in_all)};
  std::vector<Telling> sides[2];
  for (const WordCount& word : words) {
    const int64_t prior = std::accumulate(word.texts.begin(), word.texts.end(), int64_t{0});
    if (prior < kFewestTexts) continue;
    const auto with_a = static_cast<double>(word.texts[a] + prior);
    const auto with_b = static_cast<double>(word.texts[b] + prior);
    if (with_a >= of_a.words || with_b >= of_b.words) continue;  // no other word is there to compare with
    const double z = (of_a.log_odds(with_a) - of_b.log_odds(with_b)) / std::sqrt(1 / with_a + 1 / with_b);
    if (std::fabs(z) >= kTelling) sides[z < 0].push_back({word.word, word.texts[a], word.texts[b], z});
  }
  std::vector<Telling> list;
  for (auto& side : sides) {
    std::sort(side.begin(), side.end(), more_telling);
    if (side.size() > most) side.resize(most);
    list.insert(list.end(), side.begin(), side.end());
  }
  return list;
}

}  // namespace pegel::kpis
