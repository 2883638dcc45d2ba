#pragma once
// Any of the encodings of dialect.h to UTF-8, block by block.

#include <cstdint>
#include <span>
#include <string>

#include "pegel/dialect.h"

namespace pegel::csv {

/// What the bytes are: by BOM, else UTF-16 by its zero bytes, else UTF-8 where valid, else Windows-1252.
struct EncodingGuess {
  Encoding encoding = Encoding::utf8;
  bool bom = false;
  double confidence = 1;
  std::string reason;
  std::string runner_up;
};
/// `whole`: `bytes` are the file; otherwise a multi-byte letter may be cut at the end.
EncodingGuess guess_encoding(std::span<const uint8_t> bytes, bool whole);

/// Decodes block after block; a letter cut by a block's end is completed by the next. The BOM is dropped.
/// Bytes that are no letter become U+FFFD and are counted.
class Decoder {
 public:
  explicit Decoder(Encoding encoding);
  /// Appends the UTF-8 text of `bytes` to `out`.
  void decode(std::span<const uint8_t> bytes, bool last, std::string& out);
  int64_t replaced() const { return replaced_; }

 private:
  Encoding encoding_;
  std::string carry_;
  bool at_start_ = true;
  int64_t replaced_ = 0;
};

}  // namespace pegel::csv
