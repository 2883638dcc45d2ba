#pragma once
// Distinct texts, numbered.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/text_ends.h"

namespace pegel::base {

/// Numbers from 0 in order of first appearance. A text stays where it is as long as the Texts live, moved or not.
class Texts {
 public:
  Texts() = default;
  Texts(const Texts& o);  ///< the same texts under the same numbers
  Texts& operator=(const Texts& o) { return *this = Texts(o); }
  Texts(Texts&&) noexcept = default;
  Texts& operator=(Texts&&) noexcept = default;

  /// The number of `text`, given out now if it is new. Fewer than 2^32 - 1 texts.
  uint32_t id_of(std::string_view text) { return id_of(text, TextEnds(text)); }
  uint32_t id_of(std::string_view text, const TextEnds& ends);  ///< `ends` are those of `text`
  /// Reads where id_of will look. Called for several texts before the first id_of, the waits for far memory overlap. The
  /// result means nothing, but must be used, or nothing is read.
  uint32_t touch(const TextEnds& ends) const { return slots_.empty() ? 0 : slots_[place_of(ends)].length; }
  std::string_view operator[](uint32_t id) const { return texts_[id]; }
  /// entity_of the text, found once.
  uint64_t entity(uint32_t id) const {
    if (id >= entities_.size()) find_entities();
    return entities_[id];
  }
  std::size_t size() const { return texts_.size(); }

 private:
  static constexpr uint32_t kFree = UINT32_MAX;
  /// Texts of up to TextEnds::kWhole bytes are compared without leaving the slot.
  struct Slot {
    uint64_t head = 0;
    uint64_t tail = 0;
    uint32_t length = 0;
    uint32_t id = kFree;
  };

  std::size_t place_of(const TextEnds& ends) const { return ends.mixed() >> shift_; }
  bool holds(const Slot& slot, const TextEnds& ends, std::string_view text) const;
  void grow();
  std::string_view keep(std::string_view text);

  std::vector<Slot> slots_;  // a power of two, at most half of them taken; collisions go on to the next
  int shift_ = 64;           // of a hash to its slot
  void find_entities() const;

  std::vector<std::string_view> texts_;
  mutable std::vector<uint64_t> entities_;  // of the first texts
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* room_ = nullptr;  // in the last chunk
  std::size_t room_bytes_ = 0;
};

/// A text by its number.
struct Numbered {
  const std::shared_ptr<const Texts>& texts;  ///< not null
  uint32_t id;
  std::string_view text() const { return (*texts)[id]; }
};

}  // namespace pegel::base
