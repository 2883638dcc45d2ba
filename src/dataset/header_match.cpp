#include "dataset/header_match.h"

#include <algorithm>
#include <array>

#include "dataset/mapping.h"

namespace pegel::dataset {
namespace {

std::vector<std::string> words_of(std::string_view normalised) {
  std::vector<std::string> words;
  while (!normalised.empty()) {
    const std::size_t end = std::min(normalised.find(' '), normalised.size());
    words.emplace_back(normalised.substr(0, end));
    normalised.remove_prefix(std::min(end + 1, normalised.size()));
  }
  return words;
}

std::string without_brackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return out;
}

// Words before a name that only say whose it is, and after it that only say its unit or that it is a custom field.
constexpr std::array<std::string_view, 5> kPrefixes = {"deal", "opportunity", "opp", "property", "hs"};
constexpr std::array<std::string_view, 32> kSuffixes = {
    "c",       "eur",      "usd",     "chf",  "gbp",  "amd",  "euro", "dollar", "in",      "2",        "3",
    "utc",     "k",        "teur",    "keur", "meur", "tsd",  "mio",  "mln",    "tausend", "thousand", "thousands",
    "million", "millions", "duizend", "հազ",  "000",  "1000", "x",    "mm",     "usdm",    "eurm"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) out += words[i];
  return compact(out);
}

// Of "G01Q01. Wie wahrscheinlich …?" what stands behind the code.
std::string_view behind_code(std::string_view name) {
  const std::size_t dot = name.find(". ");
  const bool coded = dot != std::string_view::npos && dot > 1 && name.find(' ') > dot;
  return coded ? name.substr(dot + 2) : std::string_view();
}

// Of "Sum of Amount" what is added up.
std::string_view behind_sum(std::string_view name) {
  for (const std::string_view opener : {"Sum of ", "Summe von ", "Som van "}) {
    if (name.starts_with(opener)) return name.substr(opener.size());
  }
  return {};
}

std::vector<std::string> bare_forms(std::string_view name) {
  std::vector<std::string> forms;
  const std::string_view text_of_code = behind_code(name);
  const std::string code(text_of_code.empty() ? text_of_code : name.substr(0, name.find('.')));
  for (const std::string& text :
       {std::string(name), without_brackets(name), std::string(text_of_code), code, std::string(behind_sum(name))}) {
    const std::vector<std::string> words = words_of(normalise(text));
    std::size_t last = words.size();
    while (last > 1 && is_one_of(kSuffixes, words[last - 1])) --last;
    const std::size_t first = last > 1 && is_one_of(kPrefixes, words[0]) ? 1 : 0;
    if (last > 0) forms.push_back(joined(words, 0, last));
    if (last > 0 && first > 0) forms.push_back(joined(words, first, last));
  }
  return forms;
}

std::size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<std::size_t>(std::count_if(
      a.begin(), a.end(), [&](const auto& word) { return std::find(b.begin(), b.end(), word) != b.end(); }));
}

bool starts_with(const std::vector<std::string>& words, const std::vector<std::string>& start) {
  return words.size() >= start.size() && std::equal(start.begin(), start.end(), words.begin());
}

// A name of its own is a word or two; with more than this a header is a sentence.
constexpr std::size_t kSentence = 4;
// No name or question has more; what does is compared by its first ones.
constexpr std::size_t kMostWords = 200;

}  // namespace

Header::Header(std::string_view header, bool of_several_rows)
    : name(header),
      normalised(normalise(header)),
      compact(dataset::compact(header)),
      words(words_of(normalised)),
      bare(bare_forms(header)),
      joined(of_several_rows) {
  if (words.size() > kMostWords) words.resize(kMostWords);
}

bool names_one(Words names, std::string_view name) {
  for (const std::string_view each : names) {
    if (compact(each) == name) return true;
  }
  return false;
}

HeaderDictionary::HeaderDictionary(const KindTable& table) {
  for (std::size_t r = 0; r < table.roles.size(); ++r) {
    const RoleSpec& role = table.roles[r];
    const std::string_view own = pegel::name_of(role.role);
    std::size_t position = 0;
    for (const std::string_view header : role.headers) add(header, r, position++, false, false);
    if (!names_one(role.usual, compact(own))) add(own, r, position++, false, false);
    for (const std::string_view header : role.usual) add(header, r, position++, true, false);
    position = 0;
    for (const std::string_view phrase : role.phrases) add(phrase, r, position++, false, true);
  }
}

void HeaderDictionary::add(std::string_view text, std::size_t role, std::size_t position, bool usual, bool phrase) {
  std::string normalised = normalise(text);
  auto words = words_of(normalised);
  if (words.empty()) return;
  for (const std::string& word : words) {
    auto& names = by_word_[word];
    if (names.empty() || names.back() != names_.size()) names.push_back(names_.size());
  }
  std::string letters = compact(text);
  if (!phrase) by_letters_[letters].push_back(names_.size());
  names_.push_back({text, std::move(normalised), std::move(letters), std::move(words), role, position, usual, phrase});
}

HeaderMatch HeaderDictionary::match(const Header& header, const Name& name) {
  if (name.phrase) {
    const bool sentence = header.words.size() >= kSentence || name.words.size() == header.words.size();
    if (!sentence || shared(name.words, header.words) != name.words.size()) return {};
    const double later = 0.004 * static_cast<double>(std::min<std::size_t>(name.position, 25));
    return {0.9 - later, Likeness::phrase, name.text, false};
  }
  const double later = 0.0005 * static_cast<double>(name.position);
  if (header.normalised == name.normalised) return {1 - later, Likeness::exact, name.text, name.usual};
  if (header.compact == name.compact) return {0.97 - later, Likeness::folded, name.text, name.usual};
  const bool bare = std::find(header.bare.begin(), header.bare.end(), name.compact) != header.bare.end();
  if (bare || (header.joined && starts_with(header.words, name.words)))
    return {0.9 - later, Likeness::affix, name.text, name.usual};
  const auto common = static_cast<double>(shared(name.words, header.words));
  const double dice = 2 * common / static_cast<double>(name.words.size() + header.words.size());
  return dice < 0.5 ? HeaderMatch{} : HeaderMatch{0.6 * dice - later, Likeness::overlap, name.text, name.usual};
}

std::vector<HeaderMatch> HeaderDictionary::match(const Header& header) const {
  std::vector<std::size_t> candidates;
  const auto add_all = [&](const auto& index, const std::string& key) {
    const auto found = index.find(key);
    if (found != index.end()) candidates.insert(candidates.end(), found->second.begin(), found->second.end());
  };
  for (const std::string& word : header.words) add_all(by_word_, word);
  add_all(by_letters_, header.compact);
  for (const std::string& bare : header.bare) add_all(by_letters_, bare);
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<HeaderMatch> best(names_.empty() ? 0 : names_.back().role + 1);
  for (const std::size_t candidate : candidates) {
    const Name& name = names_[candidate];
    const HeaderMatch found = match(header, name);
    if (found.score > best[name.role].score) best[name.role] = found;
  }
  return best;
}

bool holds(const std::vector<Header>& columns, std::string_view header) {
  const std::string folded = compact(header);
  const auto words = words_of(normalise(header));
  return std::any_of(columns.begin(), columns.end(), [&](const Header& column) {
    return column.compact == folded || (column.joined && starts_with(column.words, words));
  });
}

bool holds_all(const std::vector<Header>& columns, Words headers) {
  for (const std::string_view header : headers) {
    if (!holds(columns, header)) return false;
  }
  return true;
}

}  // namespace pegel::dataset
