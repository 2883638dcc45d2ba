#include "base/texts.h"

#include <algorithm>
#include <bit>

#include "base/copy_text.h"
#include "base/entity.h"

namespace pegel::base {
namespace {

constexpr std::size_t kFirstSlots = 16;
constexpr std::size_t kFirstChunk = 256;
constexpr std::size_t kLargestChunk = 1u << 18;

}  // namespace

Texts::Texts(const Texts& o) {
  for (const std::string_view text : o.texts_) id_of(text);
}

uint32_t Texts::id_of(std::string_view text, const TextEnds& ends) {
  if (2 * texts_.size() >= slots_.size()) grow();
  std::size_t at = place_of(ends);
  while (slots_[at].id != kFree) {
    if (holds(slots_[at], ends, text)) return slots_[at].id;
    at = (at + 1) & (slots_.size() - 1);
  }
  const auto id = static_cast<uint32_t>(texts_.size());
  slots_[at] = {ends.head, ends.tail, ends.length, id};
  texts_.push_back(keep(text));
  return id;
}

void Texts::find_entities() const {
  for (std::size_t id = entities_.size(); id < texts_.size(); ++id) entities_.push_back(entity_of(texts_[id]));
}

bool Texts::holds(const Slot& slot, const TextEnds& ends, std::string_view text) const {
  if (slot.head != ends.head || slot.tail != ends.tail || slot.length != ends.length) return false;
  return text.size() <= TextEnds::kWhole || texts_[slot.id] == text;
}

void Texts::grow() {
  std::vector<Slot> old(slots_.empty() ? kFirstSlots : 2 * slots_.size());
  old.swap(slots_);
  shift_ = 64 - std::countr_zero(slots_.size());
  for (const Slot& slot : old) {
    if (slot.id == kFree) continue;
    TextEnds ends;
    ends.head = slot.head;
    ends.tail = slot.tail;
    ends.length = slot.length;
    std::size_t at = place_of(ends);
    while (slots_[at].id != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

std::string_view Texts::keep(std::string_view text) {
  if (text.size() > room_bytes_) {
    room_bytes_ =
        std::max(text.size(), std::min(kLargestChunk, kFirstChunk << std::min<std::size_t>(chunks_.size(), 10)));
    chunks_.push_back(std::make_unique<char[]>(room_bytes_));
    room_ = chunks_.back().get();
  }
  char* const begin = room_;
  room_ = copy_text(room_, text);
  room_bytes_ -= text.size();
  return {begin, text.size()};
}

}  // namespace pegel::base
