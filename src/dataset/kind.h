#pragma once
// A Kind as a table: its roles with the headers they go by, and the words of its canonical values. All constants: no code
// runs to build a table.

#include <span>
#include <string_view>

#include "dataset/words.h"
#include "pegel/role.h"

namespace pegel::dataset {

/// `headers` are written as people write them, the preferred first; matching ignores case, accents, blanks and
/// punctuation. The role's own name is one of them, or of `usual` where that lists it.
struct RoleSpec {
  Role role;
  bool required = false;   ///< without it the Kind is not recognised, unless a Signature proves it
  bool dimension = false;  ///< worth a breakdown unasked
  double weight = 1;       ///< how much such a column speaks for the Kind; 1: as likely in files of other Kinds
  Words headers{};
  Words usual{};    ///< headers, after the others, that count 1: files of any Kind have them
  Words phrases{};  ///< words that a question text used as header holds, in any order; the preferred question first
};

/// Raw words (matched like headers) that mean one canonical value of a role. A canonical value that is not of the role's
/// list says that the words are known to mean none of it. `within`: single words that mean it inside a longer phrase too
/// ("Lost - price").
struct ValueSpec {
  Role role;
  std::string_view canonical;
  Words words;
  Words within{};
};

/// A set of headers that together prove the Kind, and the system that writes them. `gives`: "header=role" of headers that
/// mean this in that system alone; it beats what the headers mean elsewhere.
struct Signature {
  std::string_view system;
  Words headers;
  Words gives{};
};

using RoleSet = std::span<const Role>;

struct KindTable {
  Kind kind;
  std::string_view row;        ///< what one row is, English: "one opportunity"
  Words file_words{};          ///< that the names of such files hold: "orders", "Bestellungen"
  Role identity = Role::none;  ///< two rows with the same value are one unit seen twice
  RoleSet identity_within{};   ///< units are told apart only among rows with one value of the first that has a column
  bool once = false;           ///< every unit has one row: a file whose identity repeats is hardly of this Kind
  std::span<const RoleSet> one_of{};  ///< of each set at least one role must have a column
  std::span<const RoleSet> wanted{};  ///< of each set one is asked for when a column could be it
  std::span<const RoleSpec> roles{};
  std::span<const ValueSpec> values{};
  std::span<const Signature> signatures{};
};

/// Every file of src/dataset/kinds/, in the order of their names; the list is generated from the paths.
std::span<const KindTable* const> kinds();
/// The table of a kind; a kind without one (none) gives nullptr.
const KindTable* table_of(Kind kind);
/// The code of a canonical value of `role` (position in Status or Question); 0 when unknown.
uint8_t canonical_code(Role role, std::string_view canonical);
std::string_view canonical_name(Role role, uint8_t code);
/// Words for this canonical value hardly stand in files of other Kinds: "won" does tell, "open" does not.
bool tells(Role role, std::string_view canonical);
/// What a raw value means by the words of the table: a whole word or phrase of it, else a word within. Of words within, one
/// that decides (won, lost) beats one that only says that it is over; two that decide against each other, or a negated
/// one, say no more than that.
struct Meaning {
  std::string_view canonical;  ///< "" when no word matches
  std::string_view word;       ///< the word within; empty when the whole value is known
};
Meaning find_meaning(const KindTable& table, Role role, std::string_view raw);
std::string_view canonical_of(const KindTable& table, Role role, std::string_view raw);

}  // namespace pegel::dataset
