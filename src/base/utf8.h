#pragma once
// UTF-8: letters, validity. A letter here is one Unicode scalar value, of one to four bytes.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pegel::base {

inline constexpr uint32_t kReplacement = 0xFFFD;

/// Length of the longest prefix of `text` that is whole, valid letters.
std::size_t valid_utf8_prefix(std::string_view text);

/// What stands at the start of a text. `length`: bytes to step over; 0: `text` is empty.
struct Letter {
  uint32_t code = kReplacement;
  uint8_t length = 0;
  bool valid = false;
  bool cut = false;  ///< not valid, but more bytes could make it so
};
/// An invalid letter spans the bytes that a decoder replaces by one U+FFFD (Unicode: maximal subpart).
Letter first_letter(std::string_view text);

/// Appends a letter; `code` must be a scalar value.
void append_letter(uint32_t code, std::string& out);

}  // namespace pegel::base
