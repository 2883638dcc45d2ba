#pragma once
// How well a header names a role.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
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
  /// By role of the Kind, the best of its headers and phrases; of equal ones the first listed.
  std::vector<HeaderMatch> match(const Header& header) const;

 private:
  struct Name {
    std::string_view text;
    std::string normalised;
    std::string compact;
    std::vector<std::string> words;
    std::size_t role;      // position in the table
    std::size_t position;  // among the role's headers, or its phrases
    bool usual;            // of RoleSpec::usual
    bool phrase;
  };
  void add(std::string_view text, std::size_t role, std::size_t position, bool usual, bool phrase);
  static HeaderMatch match(const Header& header, const Name& name);

  std::vector<Name> names_;
  // Names that could be like a header share a word with it, or are its letters.
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_letters_;
};

/// True when one of `names` is `name`, given without blanks as compact() does.
bool names_one(Words names, std::string_view name);
/// True when `header` is the name of a column (the start of it, where header rows were joined).
bool holds(const std::vector<Header>& columns, std::string_view header);
/// The same of every one of `headers`.
bool holds_all(const std::vector<Header>& columns, Words headers);

}  // namespace pegel::dataset
