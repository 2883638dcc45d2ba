#include "csv/reader.h"

#include <algorithm>

#include "base/utf8.h"
#include "csv/tokenizer.h"

namespace pegel::csv {
namespace {

/// Bytes tokenized at a time: text and field positions together stay in a core's second-level cache.
constexpr std::size_t kWindow = 1u << 18;
/// Bytes first tried to complete a record that a block's end has cut.
constexpr std::size_t kPiece = 1u << 12;
/// A record of at most kLongestRecord bytes is proven by so many.
constexpr std::size_t kMostHeld = kLongestRecord + 1;

}  // namespace

Reader::Reader(const Dialect& dialect, int64_t first_line, Sink sink)
    : dialect_(dialect),
      decoder_(dialect.encoding, first_line == 1),
      sink_(std::move(sink)),
      first_line_(first_line),
      line_(first_line) {}

Result<void> Reader::push(std::span<const uint8_t> bytes) {
  if (dialect_.encoding == Encoding::utf8) return push_utf8(bytes);
  decoded_.clear();
  decoder_.decode(bytes, false, decoded_);
  return add_text(decoded_);
}

/// Valid UTF-8 is read where it stands; only a letter cut by a block's end and blocks with faults are decoded.
Result<void> Reader::push_utf8(std::span<const uint8_t> bytes) {
  decoded_.clear();
  while (!bytes.empty() && !decoder_.between_letters()) {
    decoder_.decode(bytes.first(1), false, decoded_);
    bytes = bytes.subspan(1);
  }
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const std::size_t valid = base::valid_utf8_prefix(text);
  if (valid < text.size() && !base::first_letter(text.substr(valid)).cut) {
    decoder_.decode(bytes, false, decoded_);
    return add_text(decoded_);
  }
  if (auto added = add_text(decoded_); !added) return added;
  decoder_.decode(bytes.subspan(valid), false, decoded_);
  return add_text(text.substr(0, valid));
}

bool Reader::settle() {
  held_.erase(0, emit(held_, false));
  return held_.empty() && !decoder_.in_letter();
}

Result<void> Reader::finish() {
  decoded_.clear();
  decoder_.decode({}, true, decoded_);
  if (auto added = add_text(decoded_); !added) return added;
  emit(held_, true);
  held_.clear();
  return {};
}

Result<void> Reader::add_text(std::string_view text) {
  if (!held_.empty()) {
    auto rest = complete_held(text);
    if (!rest) return tl::unexpected<Error>(rest.error());
    text = *rest;
  }
  return text.empty() ? Result<void>{} : hold(text.substr(emit(text, false)));
}

/// Appends `text` to the record held until it is whole. Returns what follows in `text`; empty when all of it is held.
Result<std::string_view> Reader::complete_held(std::string_view text) {
  while (!text.empty()) {
    const std::size_t before = held_.size();
    const std::size_t room = kMostHeld - before;
    const std::string_view piece = text.substr(0, std::min(room, std::max(kPiece, before)));
    held_.append(piece);
    std::size_t used = 0;
    if (held_.size() >= retry_at_ || held_.size() == kMostHeld) {
      used = emit_window(held_, false);
      retry_at_ = used == 0 ? 2 * held_.size() : 0;
    }
    if (used > before) {
      held_.clear();
      return text.substr(used - before);
    }
    held_.erase(0, used);
    text.remove_prefix(piece.size());
    if (held_.size() >= kMostHeld) return too_long();
  }
  return text;
}

/// Keeps the start of a record whose end `text` does not hold.
Result<void> Reader::hold(std::string_view text) {
  held_ = text;
  retry_at_ = 2 * held_.size();
  if (held_.size() >= kMostHeld) return too_long();
  return {};
}

tl::unexpected<Error> Reader::too_long() const {
  return fail(
      "csv.record_too_long",
      "The record that starts in line " + std::to_string(line_) + " is longer than " +
          std::to_string(kLongestRecord >> 20) +
          " MiB: probably a quote that is never closed. Correct the file there, or " + "read it without quotes.",
      Place{"", line_, 0, held_.substr(0, base::valid_utf8_prefix(std::string_view(held_).substr(0, kExcerptLength)))});
}

/// Hands the whole records at the start of `text` to the sink. Returns their bytes.
std::size_t Reader::emit(std::string_view text, bool last) {
  std::size_t at = 0;
  std::size_t window = kWindow;
  while (at < text.size()) {
    const std::string_view part = text.substr(at, window);
    const bool reaches_end = at + part.size() == text.size();
    const std::size_t used = emit_window(part, last && reaches_end);
    at += used;
    if (used == 0 && (reaches_end || window == kMostHeld)) break;
    window = used > 0 ? kWindow : std::min(2 * window, kMostHeld);
  }
  return at;
}

std::size_t Reader::emit_window(std::string_view text, bool last) {
  const std::size_t consumed = tokenize(dialect_, text, last, records_);
  if (records_.size() > 0) sink_(records_, line_);
  line_ += records_.line_breaks;
  return consumed;
}

}  // namespace pegel::csv
