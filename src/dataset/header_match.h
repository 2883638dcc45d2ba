#pragma once
// How well a header names a role.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/kind.h"

namespace pegel::dataset {

/// A header with the forms it is compared in.
struct Header {
  Header(std::string_view name, bool joined);

  std::string name;
  std::string normalised;
  std::string compact;
  std::vector<std::string> words;
  std::vector<std::string> bare;  ///< compact, without brackets, unit, entity prefix or "(2)"
  bool joined;                    ///< of several header rows: the first says the name
};

enum class Likeness : unsigned char { none, overlap, phrase, affix, folded, exact };

struct HeaderMatch {
  double score = 0;  ///< 0…1: exact 1, folded 0.97, affix 0.9, phrase 0.8…0.9, overlap at most 0.6
  Likeness how = Likeness::none;
  std::string_view name;  ///< the dictionary's header or phrase
  bool usual = false;     ///< of RoleSpec::usual
};

/// The headers of one Kind, prepared for comparison. `table` must outlive it.
class HeaderDictionary {
 public:
  explicit HeaderDictionary(const KindTable& table);
  /// Of the role's headers the best; of equal ones the first listed.
  HeaderMatch match(const Header& header, std::size_t role) const;

 private:
  struct Name {
    std::string_view text;
    std::string normalised;
    std::string compact;
    std::vector<std::string> words;
  };
  struct Names {
    std::vector<Name> headers;
    std::size_t telling = 0;  ///< the first of `headers` that are not RoleSpec::usual
    std::vector<Name> phrases;
  };
  static Name name_of(std::string_view text);
  static HeaderMatch match(const Header& header, const Name& name, std::size_t position);

  std::vector<Names> roles_;
};

/// True when one of `names` is `name`, given without blanks as compact() does.
bool names_one(Words names, std::string_view name);
/// True when `header` is the name of a column (the start of it, where header rows were joined).
bool holds(const std::vector<Header>& columns, std::string_view header);
/// The same of every one of `headers`.
bool holds_all(const std::vector<Header>& columns, Words headers);

}  // namespace pegel::dataset
