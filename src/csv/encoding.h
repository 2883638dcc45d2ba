#pragma once
// Any of the encodings of dialect.h to UTF-8, block by block.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pegel/dialect.h"

namespace pegel::csv {

/// What the bytes are: by BOM, else UTF-16 by its zero bytes, else UTF-8 where (nearly) valid, else the one-byte
/// encoding whose letters fit best into words, Windows-1252 when in doubt. `runner_up`: name of the second best.
/// `second`: the next best one-byte encoding that reads these bytes in another way.
struct EncodingGuess {
  Encoding encoding = Encoding::utf8;
  bool bom = false;
  double confidence = 1;
  std::string reason;
  std::string runner_up;
  std::optional<Encoding> second{};
  bool unsure = false;  ///< `second` is worth a question
};
/// `whole`: `bytes` are the file; otherwise a multi-byte letter may be cut at the end.
EncodingGuess guess_encoding(std::span<const uint8_t> bytes, bool whole);

/// Decodes block after block; a letter cut by a block's end is completed by the next. The BOM is dropped.
/// Bytes that are no letter become U+FFFD and are counted; letters of UTF-8 in a file of Windows-1252 or ISO-8859-15 are
/// counted, too, and stay what they are there: "Ã¼".
class Decoder {
 public:
  /// `at_start`: the first byte decoded is the first of the file, where a BOM may stand.
  explicit Decoder(Encoding encoding, bool at_start = true);
  /// Appends the UTF-8 text of `bytes` to `out`.
  void decode(std::span<const uint8_t> bytes, bool last, std::string& out);
  int64_t replaced() const { return replaced_; }
  /// Whether the next byte starts a letter, and no BOM can come any more.
  bool in_letter() const { return !carry_.empty(); }
  bool between_letters() const { return !at_start_ && carry_.empty(); }

 private:
  std::size_t decode_letters(std::string_view bytes, bool last, std::string& out);
  std::size_t decode_utf8(std::string_view bytes, bool last, std::string& out);
  std::size_t decode_utf16(std::string_view bytes, bool last, std::string& out);
  std::size_t decode_page(std::string_view bytes, std::string& out);
  void replace(std::string& out);

  Encoding encoding_;
  std::string carry_;  // the bytes of a cut letter, at most three
  bool at_start_;
  int64_t replaced_ = 0;
  uint8_t before_ = 0;  // the byte before, of a code page
};

}  // namespace pegel::csv
