#pragma once
// Raw values to canonical codes for one Source: the Plan's word first, then the Kind's.

#include <map>
#include <string>
#include <string_view>

#include "dataset/kind.h"
#include "pegel/plan.h"

namespace pegel::dataset {

class CanonicalReader {
 public:
  /// `from`: the role whose column is read; Role::stage reads a deal's status off its stage, where a word that is neither
  /// won nor lost means open as soon as the Source's values know a won or lost stage.
  CanonicalReader(const Source& source, Role role, Role from);
  /// 0 when the word is not known. The empty cell has the code that the Source's values give it, else 0.
  uint8_t code_of(std::string_view raw) const;

 private:
  Role role_;
  const KindTable* table_;
  std::map<std::string_view, uint8_t> mapped_;
  uint8_t otherwise_ = 0;
};

/// The role that decides `role` in this Source: itself, stage for a status without a column, none when nothing does.
Role decided_by(const Source& source, Role role);

}  // namespace pegel::dataset
