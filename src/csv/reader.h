#pragma once
// Blocks of bytes in, blocks of whole records out; what a block's end cut is kept for the next.

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "csv/encoding.h"
#include "csv/records.h"
#include "pegel/limits.h"
#include "pegel/result.h"

namespace pegel::csv {

class Reader {
 public:
  /// Records of a block and the line (from 1) of its first byte in the file. Valid during the call.
  using Sink = std::function<void(const Records&, int64_t first_line)>;

  /// `first_line`: line number of the first byte that will be pushed.
  Reader(const Dialect& dialect, int64_t first_line, Sink sink);
  Result<void> push(std::span<const uint8_t> bytes);
  /// Ends the input. Further pushes are not allowed.
  Result<void> finish();
  int64_t undecodable() const { return decoder_.replaced(); }
  /// Hands out the records that are whole by now; true when nothing is left: what was pushed ends where a record ends.
  bool settle();
  /// Of the bytes of the records handed out.
  int64_t line_breaks() const { return line_ - first_line_; }

 private:
  Result<void> push_utf8(std::span<const uint8_t> bytes);
  Result<void> add_text(std::string_view text);
  Result<void> hold(std::string_view text);
  Result<std::string_view> complete_held(std::string_view text);
  tl::unexpected<Error> too_long() const;
  std::size_t emit(std::string_view text, bool last);
  std::size_t emit_window(std::string_view text, bool last);

  Dialect dialect_;
  Decoder decoder_;
  Sink sink_;
  Records records_;
  std::string decoded_;
  std::string held_;          // the start of a record whose end has not come yet
  std::size_t retry_at_ = 0;  // `held_` is not tried again while shorter: each byte is tokenized a few times at most
  int64_t first_line_;
  int64_t line_;
};

}  // namespace pegel::csv
