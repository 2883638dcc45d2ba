#pragma once
// Blocks of bytes in, blocks of whole records out; what a block's end cut is kept for the next.

#include <functional>
#include <span>

#include "csv/encoding.h"
#include "csv/records.h"
#include "pegel/result.h"

namespace pegel::csv {

/// A record longer than this ends reading with the error "csv.record_too_long": a quote that never closes in a large
/// file would otherwise hold it whole in memory.
inline constexpr std::size_t kLongestRecord = 64u << 20;

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
  bool unclosed_quote() const { return unclosed_quote_; }

 private:
  Result<void> drain(std::string_view fresh, bool last);

  Dialect dialect_;
  Decoder decoder_;
  Sink sink_;
  Records records_;
  std::string carry_;     // text not yet consumed
  std::size_t retry_at_ = 0;
  int64_t line_;
  bool unclosed_quote_ = false;
};

}  // namespace pegel::csv
