#pragma once
// Rows found again by a hash of what they hold.

#include <cstdint>
#include <vector>

namespace pegel::cube {

/// A hash finds the row that may hold the same; the caller's comparison decides.
class HeldRows {
 public:
  /// `rows`: as many as will be held at most.
  explicit HeldRows(std::size_t rows) {
    std::size_t slots = 64;
    while (slots < 2 * rows) slots *= 2;
    slots_.resize(slots);
  }
  /// The row held under `hash` for which `same(row)` holds, or null after holding `row`.
  template <class Same>
  uint32_t* hold(uint64_t hash, uint32_t row, const Same& same) {
    const auto tag = static_cast<uint32_t>(hash >> 32);
    for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      Slot& slot = slots_[at];
      if (slot.row == kFree) {
        slot = {tag, row};
        return nullptr;
      }
      if (slot.tag == tag && same(slot.row)) return &slot.row;
    }
  }

 private:
  static constexpr uint32_t kFree = UINT32_MAX;
  struct Slot {
    uint32_t tag = 0;
    uint32_t row = kFree;
  };
  std::vector<Slot> slots_;
};

}  // namespace pegel::cube
