#include "dataset/kind.h"

#include "dataset/frame.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "dataset/frame_read.h"
#include "dataset/mapping.h"

namespace pegel::dataset {
namespace {

constexpr uint8_t kNeverTells = 255;

struct Canonicals {
  Role role;
  Words names;        // in the order of their codes, from 1
  uint8_t tells = 1;  // the first code whose words hardly stand in files of other Kinds
};
constexpr Canonicals kCanonicals[] = {
    {Role::status, "open|won|lost", 2},
    {Role::question, "nps|csat|ces|other|unsure|cli_recommend|cli_repurchase|cli_other_products|driver|fcr"},
    {Role::scope_type, "company|person|team|partner|product|channel", kNeverTells},
    {Role::lead_status, "open|qualified|converted|disqualified", 2},
    {Role::activity_type, "call|call_in|call_out|visit|mail|meeting|other"},
    {Role::reason, "price|info|order|complaint|other", kNeverTells},
    {Role::quote_status, "draft|sent|accepted|rejected|expired", 3},
    {Role::order_status, "open|completed|cancelled|returned", 4},
    {Role::return_kind, "return|exchange|change"},
    {Role::ticket_kind, "question|complaint|claim|defect"},
    {Role::ticket_status, "open|resolved", kNeverTells},
    {Role::payment_status, "open|paid|overdue|written_off|cancelled", 2},
    {Role::channel_class, "paid|earned|owned", kNeverTells},
    {Role::spend_kind, "media|salary|tools|other"},
    {Role::cost_type, "cogs|operating|tax|interest"},
    {Role::actor, "rep|customer", kNeverTells},
    {Role::action, "shared|opened|rated"},
    {Role::mode, "absolute|relative_change|points_change|benchmark", kNeverTells},
    {Role::direction, "up|down", kNeverTells},
};

Canonicals canonicals(Role role) {
  for (const Canonicals& each : kCanonicals) {
    if (each.role == role) return each;
  }
  return {Role::none, {}};
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
  uint8_t code = 0;
  for (const std::string_view name : canonicals(role).names) {
    ++code;
    if (name == canonical) return code;
  }
  return 0;
}

std::string_view canonical_name(Role role, uint8_t code) {
  for (const std::string_view name : canonicals(role).names) {
    if (--code == 0) return name;
  }
  return {};
}

bool tells(Role role, std::string_view canonical) {
  const uint8_t code = canonical_code(role, canonical);
  return code != 0 && code >= canonicals(role).tells;
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

Identity identity_of(const Source& source) {
  const KindTable* table = table_of(source.kind);
  if (table == nullptr) return {};
  for (const Role within : table->identity_within) {
    if (column_with(source, within) != nullptr) return {table->identity, within};
  }
  return {table->identity, Role::none};
}

}  // namespace pegel::dataset
