#pragma once
// A short text as three numbers, to compare and mix without looking at its bytes again.

#include <cstdint>
#include <cstring>
#include <string_view>

namespace pegel::base {

/// First and last 8 bytes, overlapping; all of a shorter text is its head. Together with the length they are the whole of
/// a text of up to kWhole bytes.
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
      head = load<uint32_t>(begin) | uint64_t{load<uint32_t>(begin + n - 4)} << (8 * (n - 4));
    } else if (n > 0) {
      head = byte(begin) | byte(begin + n / 2) << (8 * (n / 2)) | byte(begin + n - 1) << (8 * (n - 1));
    }
  }
  /// The same of a text that is followed by bytes up to `end`, without a branch on its length: where lengths vary, most
  /// guesses of one would be wrong.
  static TextEnds of(std::string_view text, const char* end) {
    const char* const begin = text.data();
    if (end - begin < 8) return TextEnds(text);
    const std::size_t n = text.size();
    const bool lasts = n >= 8;
    TextEnds ends;
    ends.head = load<uint64_t>(begin) & (lasts ? ~uint64_t{0} : (uint64_t{1} << (8 * (n & 7))) - 1);
    ends.tail = load<uint64_t>(begin + (lasts ? n - 8 : 0)) & (lasts ? ~uint64_t{0} : 0);
    ends.length = static_cast<uint32_t>(n);
    return ends;
  }
  bool operator==(const TextEnds& o) const { return ((head ^ o.head) | (tail ^ o.tail) | (length ^ o.length)) == 0; }
  /// The upper bits are mixed best.
  uint64_t mixed() const { return (head ^ (tail * 0x9E3779B97F4A7C15u) ^ length) * 0xD6E8FEB86659FD93u; }

 private:
  static uint64_t byte(const char* at) { return static_cast<unsigned char>(*at); }
  template <class T>
  static T load(const char* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
  }
};

}  // namespace pegel::base
