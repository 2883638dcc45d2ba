#include "dataset/kind.h"

#include "dataset/frame.h"

#include <array>
#include <map>
#include <string>

#include "dataset/mapping.h"

namespace pegel::dataset {
namespace {

constexpr std::array<std::string_view, 4> kStatus = {"", "open", "won", "lost"};
constexpr std::array<std::string_view, 5> kQuestion = {"", "nps", "csat", "ces", "other"};

std::span<const std::string_view> canonicals(Role role) {
  if (role == Role::status) return kStatus;
  if (role == Role::question) return kQuestion;
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

std::string_view canonical_of(const KindTable& table, Role role, std::string_view raw) {
  static const WordIndex index = index_words();
  const auto found = index.find(Key{{table.kind, role}, compact(raw)});
  return found == index.end() ? std::string_view() : found->second;
}

Identity identity_of(Kind kind) {
  const KindTable* table = table_of(kind);
  return table == nullptr ? Identity{} : Identity{table->identity, table->identity_within};
}

}  // namespace pegel::dataset
