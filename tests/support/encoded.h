#pragma once
// Texts as other encodings write them.

#include <optional>
#include <string>
#include <string_view>

#include "pegel/dialect.h"

namespace pegel::test {

/// UTF-8 (of letters up to U+FFFF) as UTF-16 or windows-1252 writes it; nothing when the latter, taken for Latin-1, has no such letter.
inline std::optional<std::string> encoded(std::string_view text, Encoding encoding) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    unsigned letter = size == 1 ? lead : size == 2 ? lead & 0x1F : lead & 0x0F;
    for (int k = 1; k < size; ++k)
      letter = letter << 6 | (static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]) & 0x3F);
    i += static_cast<std::size_t>(size);
    if (encoding == Encoding::windows1252) {
      if (letter > 0xFF) return std::nullopt;
      bytes += static_cast<char>(letter);
    } else {
      const char low = static_cast<char>(letter & 0xFF), high = static_cast<char>(letter >> 8);
      bytes += encoding == Encoding::utf16le ? std::string{low, high} : std::string{high, low};
    }
  }
  return bytes;
}

}  // namespace pegel::test
