#include "csv/tokenizer.h"

#include <algorithm>
#include <array>

#include "base/simd.h"
#include "csv/reference_tokenizer.h"

namespace pegel::csv {
namespace {

using base::bits_below;
using base::Block64;

constexpr std::size_t kBlock = 64;

/// Bits up to and including bit `i`.
uint64_t bits_through(int i) { return ~uint64_t{0} >> (63 - i); }
uint64_t all_if(bool condition) { return condition ? ~uint64_t{0} : 0; }

bool is_line_byte(char c) { return c == '\n' || c == '\r'; }

/// Where the bytes that matter stand in a block, and which bytes of the block are text.
struct Marks {
  uint64_t delimiter;
  uint64_t lf;
  uint64_t cr;
  uint64_t quote;
  uint64_t backslash;
  uint64_t text;
};

/// What a block's quotes make of it. `doubled`: second quotes of a pair inside a quoted field.
struct Structure {
  uint64_t ends;  // of fields; a CRLF ends its field at the LF
  uint64_t doubled;
};

/// Reads regular text a block at a time. A block whose quotes are irregular (inside an unquoted field, followed by text,
/// backslashed) is left to the reference machine, record by record, until the first record that starts behind it.
class BlockTokenizer {
 public:
  BlockTokenizer(const Dialect& dialect, std::string_view text, bool last, Records& out)
      : dialect_(dialect), text_(text), last_(last), out_(out), reference_(dialect, text, last, out) {
    cursor_ = room_end_ = out.fields.data();
    make_room();
    out.first.reserve(text.size() / 64 + 2);
    out.lines.reserve(text.size() / 64 + 1);
  }

  std::size_t run() {
    while (at_ + kBlock <= text_.size()) {
      if (!block(marks_of(text_.data() + at_)) && !read_by_reference()) return finish();
    }
    if (at_ < text_.size() && !block(tail_marks()) && !read_by_reference()) return finish();
    if (last_) read_by_reference();
    return finish();
  }

 private:
  Marks marks_of(const char* bytes) const {
    const Block64 block(bytes);
    return {block.equal(dialect_.delimiter[0]),
            block.equal('\n'),
            block.equal('\r'),
            dialect_.quote == '\0' ? 0 : block.equal(dialect_.quote),
            dialect_.escape == Escape::doubled ? 0 : block.equal('\\'),
            ~uint64_t{0}};
  }

  Marks tail_marks() const {
    std::array<char, kBlock> padded{};
    const std::size_t size = text_.copy(padded.data(), kBlock, at_);
    const Marks m = marks_of(padded.data());
    const uint64_t text = bits_through(static_cast<int>(size) - 1);
    return {m.delimiter & text, m.lf & text, m.cr & text, m.quote & text, m.backslash & text, text};
  }

  /// Takes the block at `at_`; false, and nothing taken, when it is irregular.
  bool block(const Marks& m) {
    const uint64_t lone_cr = m.cr == 0 ? 0 : lone_crs(m);
    const uint64_t breaks = m.lf | lone_cr;
    Structure s{m.delimiter | breaks, 0};
    const bool plain = m.quote == 0 && in_quotes_ == 0 && !field_quoted_ && after_quote_ == 0;
    if (!plain && !regular(m, s)) return false;
    const uint64_t crlf = m.lf & (m.cr << 1 | after_cr_);
    make_room();
    Field* const fields = cursor_;
    const auto fields_before = static_cast<uint32_t>(cursor_ - out_.fields.data());
    if (plain) {
      write_plain(s.ends);
    } else {
      write_quoted(s);
    }
    if (const uint64_t line_ends = s.ends & breaks; line_ends != 0) {
      end_records(line_ends, s.ends, breaks, fields_before);
      if (crlf != 0) shorten(line_ends & crlf, s.ends, fields);
    }
    breaks_before_ += static_cast<uint32_t>(std::popcount(breaks));
    after_cr_ = m.cr >> 63;
    at_field_start_ = s.ends >> 63;
    at_ += kBlock;
    return true;
  }

  /// The CRs that are a line end of their own. One as the last byte of the text is not, as an LF may follow.
  uint64_t lone_crs(const Marks& m) const {
    uint64_t before_lf = m.lf >> 1;
    const std::size_t next = at_ + kBlock;
    if (next < text_.size()) {
      before_lf |= uint64_t{text_[next] == '\n'} << 63;
    } else {
      before_lf |= uint64_t{1} << (text_.size() - at_ - 1);
    }
    return m.cr & ~before_lf;
  }

  /// Takes the quotes into account. True when every opening quote starts a field and every closing quote ends one.
  bool regular(const Marks& m, Structure& s) {
    uint64_t inside = in_quotes_;
    if (m.quote != 0) inside ^= base::prefix_xor(m.quote);
    s.ends &= ~inside;
    const uint64_t opening = m.quote & inside;
    const uint64_t closing = m.quote & ~inside;
    const uint64_t after_closing = closing << 1 | after_quote_;
    const uint64_t starts = s.ends << 1 | at_field_start_;
    s.doubled = opening & after_closing;
    const uint64_t opened_inside = opening & ~(starts | after_closing);
    const uint64_t text_behind = after_closing & ~(m.delimiter | m.lf | m.cr | m.quote) & m.text;
    if ((opened_inside | text_behind | m.backslash) != 0) return false;
    in_quotes_ = all_if(inside >> 63);
    after_quote_ = closing >> 63;
    return true;
  }

  /// Room for the fields of one block and the few that write_plain adds.
  void make_room() {
    if (room_end_ - cursor_ >= static_cast<std::ptrdiff_t>(2 * kBlock)) return;
    const auto used = static_cast<std::size_t>(cursor_ - out_.fields.data());
    out_.fields.resize(used + std::max(out_.fields.size(), text_.size() / 8) + 2 * kBlock);
    cursor_ = out_.fields.data() + used;
    room_end_ = out_.fields.data() + out_.fields.size();
  }

  /// Writes the fields that end in a block without quotes; a few more than there are, to spare branches.
  void write_plain(uint64_t ends) {
    if (ends == 0) return;
    const auto base = static_cast<uint32_t>(at_);
    const int count = std::popcount(ends);
    const uint32_t next_begin = base + 64 - static_cast<uint32_t>(std::countl_zero(ends));
    Field* field = cursor_;
    uint32_t begin = begin_;
    for (int written = 0; written < count; written += 8) {
      for (int i = 0; i < 8; ++i) {
        const uint32_t end = base + static_cast<uint32_t>(std::countr_zero(ends));
        *field++ = Field{begin, end, 0, 0};
        begin = end + 1;
        ends &= ends - 1;
      }
    }
    cursor_ += count;
    begin_ = next_begin;
  }

  void write_quoted(const Structure& s) {
    const auto base = static_cast<uint32_t>(at_);
    uint64_t doubled = s.doubled;
    for (uint64_t ends = s.ends; ends != 0; ends &= ends - 1) {
      const int bit = std::countr_zero(ends);
      const uint32_t end = base + static_cast<uint32_t>(bit);
      const uint32_t quoted = text_[begin_] == dialect_.quote ? 1 : 0;
      const bool escaped = field_escaped_ || (doubled & bits_below(bit)) != 0;
      *cursor_++ = Field{begin_ + quoted, end - quoted, quoted, escaped};
      begin_ = end + 1;
      doubled &= ~bits_below(bit);
      field_escaped_ = false;
    }
    field_escaped_ = field_escaped_ || doubled != 0;
    field_quoted_ = begin_ < base + kBlock && begin_ < text_.size() && text_[begin_] == dialect_.quote;
  }

  void end_records(uint64_t line_ends, uint64_t ends, uint64_t breaks, uint32_t fields_before) {
    for (; line_ends != 0; line_ends &= line_ends - 1) {
      const int bit = std::countr_zero(line_ends);
      const uint64_t through = bits_through(bit);
      out_.first.push_back(fields_before + static_cast<uint32_t>(std::popcount(ends & through)));
      out_.lines.push_back(out_.line_breaks);
      out_.line_breaks = breaks_before_ + static_cast<uint32_t>(std::popcount(breaks & through));
      record_start_ = at_ + static_cast<std::size_t>(bit) + 1;
    }
  }

  /// Takes the CR of a CRLF off the fields that end there.
  static void shorten(uint64_t crlf_ends, uint64_t ends, Field* fields) {
    for (; crlf_ends != 0; crlf_ends &= crlf_ends - 1) {
      const int before = std::popcount(ends & bits_below(std::countr_zero(crlf_ends)));
      fields[before].end -= 1;
    }
  }

  /// Drops what was found of the unfinished record.
  void drop_unfinished() {
    out_.fields.resize(out_.first.back());
    cursor_ = room_end_ = out_.fields.data() + out_.fields.size();
  }

  /// Lets the reference machine read the records that start before the end of the block. False when the text ends first.
  bool read_by_reference() {
    drop_unfinished();
    const std::size_t stop = std::min(at_ + kBlock, text_.size());
    while (record_start_ < stop) {
      const auto next = reference_.record(record_start_);
      if (!next) return false;
      record_start_ = *next;
    }
    at_ = record_start_;
    begin_ = static_cast<uint32_t>(at_);
    breaks_before_ = out_.line_breaks;
    in_quotes_ = after_quote_ = after_cr_ = 0;
    at_field_start_ = 1;
    field_quoted_ = field_escaped_ = false;
    cursor_ = room_end_ = out_.fields.data() + out_.fields.size();
    return true;
  }

  std::size_t finish() {
    drop_unfinished();
    return record_start_;
  }

  const Dialect& dialect_;
  std::string_view text_;
  bool last_;
  Records& out_;
  ReferenceMachine reference_;

  std::size_t at_ = 0;            // of the next block
  std::size_t record_start_ = 0;  // of the unfinished record
  uint32_t begin_ = 0;            // of the unfinished field
  bool field_quoted_ = false;     // the unfinished field
  bool field_escaped_ = false;
  uint32_t breaks_before_ = 0;   // line breaks before the next block
  uint64_t in_quotes_ = 0;       // all bits set: the next block starts inside quotes
  uint64_t after_quote_ = 0;     // 1: the byte before the next block is a closing quote
  uint64_t after_cr_ = 0;        // 1: … is a CR
  uint64_t at_field_start_ = 1;  // 1: … ends a field

  Field* cursor_ = nullptr;    // in out_.fields, behind the last field found
  Field* room_end_ = nullptr;  // of out_.fields
};

bool fits_blocks(const Dialect& dialect) {
  return dialect.delimiter.size() == 1 && !is_line_byte(dialect.delimiter[0]) && !is_line_byte(dialect.quote) &&
         (dialect.delimiter[0] != dialect.quote || dialect.quote == '\0');
}

}  // namespace

std::size_t tokenize(const Dialect& dialect, std::string_view text, bool last, Records& out) {
  if (!fits_blocks(dialect)) return reference_tokenize(dialect, text, last, out);
  out.clear();
  out.text = text;
  out.escape = dialect.escape;
  return BlockTokenizer(dialect, text, last, out).run();
}

}  // namespace pegel::csv
