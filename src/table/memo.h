#pragma once
// What short values were read as, so that a value seen lately is not read again.

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace pegel::table {

/// First and last bytes, overlapping: together with the length they are the whole of a value of up to kWholeValue bytes.
struct ValueEnds {
  uint64_t head = 0;
  uint64_t tail = 0;
  uint32_t length = 0;

  static constexpr std::size_t kWholeValue = 16;

  ValueEnds() = default;
  explicit ValueEnds(std::string_view value) : length(static_cast<uint32_t>(value.size())) {
    const char* const begin = value.data();
    const std::size_t n = value.size();
    if (n >= 8) {
      head = load<uint64_t>(begin);
      tail = load<uint64_t>(begin + n - 8);
    } else if (n >= 4) {
      head = load<uint32_t>(begin);
      tail = load<uint32_t>(begin + n - 4);
    } else if (n > 0) {
      head = static_cast<unsigned char>(begin[0]);
      tail = static_cast<uint64_t>(static_cast<unsigned char>(begin[n / 2])) << 8 |
             static_cast<unsigned char>(begin[n - 1]);
    }
  }
  bool operator==(const ValueEnds& o) const { return head == o.head && tail == o.tail && length == o.length; }
  uint64_t mixed() const { return (head ^ (tail * 0x9E3779B97F4A7C15u) ^ length) * 0xD6E8FEB86659FD93u; }

 private:
  template <class T>
  static T load(const char* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
  }
};

/// Keeps T by value, 1024 values at most; older ones give way.
template <class T>
class Memo {
 public:
  /// What was kept for `value`, else what `read` gives, kept from now on. Values over kWholeValue bytes are compared by
  /// their ends only: `same(kept)` must say whether the kept one is theirs.
  template <class Read, class Same>
  T get(std::string_view value, Read read, Same same) {
    const ValueEnds ends(value);
    const bool whole = value.size() <= ValueEnds::kWholeValue;
    const std::size_t at = (ends.mixed() >> 54) & ~std::size_t{1};
    for (const std::size_t slot : {at, at + 1}) {
      if (slots_[slot].ends == ends && (whole || same(slots_[slot].kept))) return slots_[slot].kept;
    }
    slots_[at + 1] = slots_[at];
    slots_[at] = {ends, read()};
    return slots_[at].kept;
  }

 private:
  struct Slot {
    ValueEnds ends = ValueEnds(std::string_view());
    T kept = T();
  };
  std::array<Slot, 1024> slots_;
};

}  // namespace pegel::table
