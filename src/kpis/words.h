#pragma once
// Words of comments, and which of them tell two groups apart.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pegel::kpis {

/// The different words of a text, ascending, in lower case: runs of two letters or more of any script, apostrophes inside
/// them too; signs within a word (accents, Armenian question marks) are no end of it. Texts in scripts without blanks give
/// runs, not words. The most usual words of English, German, Dutch and Armenian, which tell nothing, are left out.
std::vector<std::string> words_of(std::string_view text);

/// Texts of each group that have a word, once each however often it stands there.
struct WordCount {
  std::string word;
  std::array<int64_t, 3> texts{};
};

/// How much more usual a word is in one group than in another.
struct Telling {
  std::string word;
  int64_t first = 0;  ///< texts of the one group that have it
  int64_t second = 0;
  double z = 0;  ///< above 0: of the first
};

/// Words in five texts or more that differ between groups `a` and `b` by |z| >= 1.96, those of `a` first, each side the
/// most telling first, at most `most` a side; ties by word. The log-odds ratio under an informative Dirichlet prior, the
/// words of all groups, over its standard deviation (Monroe, Colaresi and Quinn 2008, eq. 16, 20 and 22).
std::vector<Telling> telling(const std::vector<WordCount>& words, std::size_t a, std::size_t b, std::size_t most);

}  // namespace pegel::kpis
