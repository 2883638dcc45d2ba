#pragma once
// A short text as three numbers, to compare and mix without looking at its bytes again.

#include <cstdint>
#include <cstring>
#include <string_view>

namespace pegel::base {

/// First and last bytes, overlapping: together with the length they are the whole of a text of up to kWhole bytes.
struct TextEnds {
  uint64_t head = 0;
  uint64_t tail = 0;
  uint32_t length = 0;

  static constexpr std::size_t kWhole = 16;

  TextEnds() = default;
  explicit TextEnds(std::string_view text) : length(static_cast<uint32_t>(text.size())) {
    const char* const begin = text.data();
    const std::size_t n = text.size();
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
  bool operator==(const TextEnds& o) const { return head == o.head && tail == o.tail && length == o.length; }
  /// The upper bits are mixed best.
  uint64_t mixed() const { return (head ^ (tail * 0x9E3779B97F4A7C15u) ^ length) * 0xD6E8FEB86659FD93u; }

 private:
  template <class T>
  static T load(const char* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
  }
};

}  // namespace pegel::base
