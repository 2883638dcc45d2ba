#include "dataset/kind.h"

#include "dataset/frame.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "dataset/mapping.h"

namespace pegel::dataset {
namespace {

constexpr std::array<std::string_view, 4> kStatus = {"", "open", "won", "lost"};
constexpr std::array<std::string_view, 6> kQuestion = {"", "nps", "csat", "ces", "other", "unsure"};
constexpr std::array<std::string_view, 7> kScopeTypes = {"",        "company", "person", "team",
                                                         "partner", "product", "channel"};

std::span<const std::string_view> canonicals(Role role) {
  if (role == Role::status) return kStatus;
  if (role == Role::question) return kQuestion;
  if (role == Role::scope_type) return kScopeTypes;
  return {};
}

// (kind, role, word without blanks) -> canonical value.
using Key = std::pair<std::pair<Kind, Role>, std::string>;
using WordIndex = std::map<Key, std::string_view>;

WordIndex index_words() {
  WordIndex index;
  for (const KindTable* table : kinds()) {
    for (const ValueSpec& value : table->values) {
      const std::pair<Kind, Role> place{table->kind, value.role};
      index.emplace(Key{place, compact(value.canonical)}, value.canonical);
      for (std::string_view word : value.words) index.emplace(Key{place, compact(word)}, value.canonical);
    }
  }
  return index;
}

// (kind, role) -> word -> its ValueSpec.
using Within = std::map<std::pair<Kind, Role>, std::map<std::string, const ValueSpec*>>;

Within index_within() {
  Within index;
  for (const KindTable* table : kinds()) {
    for (const ValueSpec& value : table->values) {
      for (const std::string_view word : value.within)
        index[{table->kind, value.role}].emplace(normalise(word), &value);
    }
  }
  return index;
}

// Words that turn the next ones into their opposite.
constexpr std::array<std::string_view, 8> kNot = {"not", "no", "never", "nicht", "kein", "niet", "geen", "ոչ"};

Meaning within(const std::map<std::string, const ValueSpec*>& words, Role role, std::string_view raw) {
  Meaning decided, over;
  bool against = false;
  const std::string text = normalise(raw);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = std::string_view(text).substr(at, end - at);
    at = end + 1;
    against = against || std::find(kNot.begin(), kNot.end(), word) != kNot.end();
    const auto found = words.find(std::string(word));
    if (found == words.end()) continue;
    const Meaning meaning{found->second->canonical, found->first};
    Meaning& place = canonical_code(role, meaning.canonical) != 0 ? decided : over;
    against = against || (&place == &decided && !decided.canonical.empty() && decided.canonical != meaning.canonical);
    place = meaning;
  }
  if (decided.canonical.empty()) return over;
  return against ? Meaning{"closed", decided.word} : decided;
}

}  // namespace

const KindTable* table_of(Kind kind) {
  for (const KindTable* table : kinds()) {
    if (table->kind == kind) return table;
  }
  return nullptr;
}

uint8_t canonical_code(Role role, std::string_view canonical) {
  const auto names = canonicals(role);
  for (std::size_t code = 1; code < names.size(); ++code) {
    if (names[code] == canonical) return static_cast<uint8_t>(code);
  }
  return 0;
}

std::string_view canonical_name(Role role, uint8_t code) {
  const auto names = canonicals(role);
  return code < names.size() ? names[code] : std::string_view();
}

Meaning find_meaning(const KindTable& table, Role role, std::string_view raw) {
  static const WordIndex index = index_words();
  static const Within phrases = index_within();
  const std::pair<Kind, Role> place{table.kind, role};
  const auto found = index.find(Key{place, compact(raw)});
  if (found != index.end()) return {found->second, {}};
  const auto words = phrases.find(place);
  return words == phrases.end() ? Meaning{} : within(words->second, role, raw);
}

std::string_view canonical_of(const KindTable& table, Role role, std::string_view raw) {
  return find_meaning(table, role, raw).canonical;
}

Identity identity_of(Kind kind) {
  const KindTable* table = table_of(kind);
  return table == nullptr ? Identity{} : Identity{table->identity, table->identity_within};
}

}  // namespace pegel::dataset
