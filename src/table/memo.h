#pragma once
// What short values were read as, so that a value seen lately is not read again.

#include <array>
#include <cstdint>
#include <string_view>

#include "base/text_ends.h"

namespace pegel::table {

/// Keeps T by value, 1024 values at most; older ones give way.
template <class T>
class Memo {
 public:
  /// What was kept for `value`, else what `read` gives, kept from now on. Values over TextEnds::kWhole bytes are compared by
  /// their ends only: `same(kept)` must say whether the kept one is theirs.
  template <class Read, class Same>
  T get(std::string_view value, Read read, Same same) {
    const base::TextEnds ends(value);
    if (const T* const kept = find(ends, same)) return *kept;
    return keep(ends, read());
  }
  /// What was kept for the value with these ends, or null.
  template <class Same>
  const T* find(const base::TextEnds& ends, Same same) const {
    const std::size_t at = place_of(ends);
    const bool first = slots_[at].ends == ends;
    const Slot& slot = slots_[at + (first ? 0 : 1)];
    if (!first && !(slot.ends == ends)) return nullptr;
    if (ends.length <= base::TextEnds::kWhole || same(slot.kept)) return &slot.kept;
    if (!first || !(slots_[at + 1].ends == ends) || !same(slots_[at + 1].kept)) return nullptr;
    return &slots_[at + 1].kept;
  }
  T keep(const base::TextEnds& ends, T value) {
    const std::size_t at = place_of(ends);
    slots_[at + 1] = slots_[at];
    slots_[at] = {ends, value};
    return value;
  }

 private:
  static std::size_t place_of(const base::TextEnds& ends) { return (ends.mixed() >> 54) & ~std::size_t{1}; }
  struct Slot {
    base::TextEnds ends = base::TextEnds(std::string_view());
    T kept = T();
  };
  std::array<Slot, 1024> slots_;
};

}  // namespace pegel::table
