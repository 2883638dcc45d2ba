#include "csv/reference_tokenizer.h"

namespace pegel::csv {
namespace {

/// A field with more quotes out of place than this is text: what follows it is not searched again and again.
constexpr int kMostOddQuotes = 32;

bool is_line_byte(char c) { return c == '\n' || c == '\r'; }
bool is_space(char c) { return c == ' ' || c == '\t'; }

Field make_field(std::size_t begin, std::size_t end, bool quoted, bool escaped) {
  Field field;
  field.begin = static_cast<uint32_t>(begin);
  field.end = static_cast<uint32_t>(end) & 0x3fffffffu;
  field.quoted = quoted;
  field.escaped = escaped;
  return field;
}

}  // namespace

/// Length of the line end at `at`: 2 for CRLF, 1 for LF or CR, 0 for none.
std::size_t ReferenceMachine::line_end_at(std::size_t at) const {
  if (at >= text_.size() || !is_line_byte(text_[at])) return 0;
  return text_[at] == '\r' && byte(at + 1) == '\n' ? 2 : 1;
}

/// Length of the delimiter at `at`, 0 for none.
std::size_t ReferenceMachine::delimiter_at(std::size_t at) const {
  if (dialect_.delimiter == kWhitespace) {
    std::size_t end = at;
    while (end < text_.size() && is_space(text_[end])) ++end;
    return end - at;
  }
  return text_.substr(at).starts_with(dialect_.delimiter) ? dialect_.delimiter.size() : 0;
}

bool ReferenceMachine::field_end_at(std::size_t at) const {
  return at == text_.size() || line_end_at(at) > 0 || delimiter_at(at) > 0;
}

/// Whether `at` and the byte after it stand for one byte inside quotes.
bool ReferenceMachine::escape_at(std::size_t at) const {
  if (at + 1 >= text_.size()) return false;
  const char first = text_[at];
  const char second = text_[at + 1];
  if (first == dialect_.quote) return second == dialect_.quote;
  return dialect_.escape == Escape::backslash && first == '\\' && (second == dialect_.quote || second == '\\');
}

/// Whether the quote at `at` stands where a field begins, behind the field that began at `begin`.
bool ReferenceMachine::opens_field(std::size_t begin, std::size_t at) const {
  if (at <= begin + 1) return false;
  const std::string_view before = text_.substr(begin + 1, at - begin - 1);
  if (is_line_byte(before.back())) return true;
  if (dialect_.delimiter == kWhitespace) return is_space(before.back());
  return !dialect_.delimiter.empty() && before.ends_with(dialect_.delimiter);
}

/// The field at an opening quote; nothing when it turns out to be text. `at` moves past what was read: where the field is
/// text, past that part of it in which a delimiter or line end is text too.
std::optional<Field> ReferenceMachine::quoted_field(std::size_t& at) {
  const std::size_t begin = at;
  QuoteSearch search;
  for (std::size_t i = begin + 1; i < text_.size(); ++i) {
    if (escape_at(i)) {
      search.escaped = true;
      const bool may_close = search.breaks == 0 && !opens_field(begin, i) && field_end_at(i + 2);
      if (!search.pair && text_[i] == dialect_.quote && may_close) search.pair = i;
      ++i;
    } else if (text_[i] == dialect_.quote) {
      if (field_end_at(i + 1)) return close(search, begin, i, at);
      if (opens_field(begin, i)) return as_text(search, begin, at);
      if (!search.odd) {
        search.odd = i;
        search.breaks_before_odd = search.breaks;
      }
      if (++search.odd_quotes > kMostOddQuotes) return as_text(search, begin, at);
    } else if (line_end_at(i) == 1) {  // of CRLF, the LF is counted
      if (search.odd) return as_text(search, begin, at);
      ++search.breaks;
    }
  }
  unproven_ = !last_;
  return as_text(search, begin, at);
}

/// The field whose closing quote stands at `end`.
Field ReferenceMachine::close(const QuoteSearch& search, std::size_t begin, std::size_t end, std::size_t& at) {
  at = end + 1;
  breaks_ += search.breaks;
  odd_ = odd_ || search.odd;
  return make_field(begin + 1, end, true, search.escaped);
}

/// A quote without a closing one is text. Of several on one line, a doubled one at a field's end was meant as text and
/// close; else the first closes what is text with its quotes.
std::optional<Field> ReferenceMachine::as_text(const QuoteSearch& search, std::size_t begin, std::size_t& at) {
  odd_ = true;
  if (search.pair) {
    at = *search.pair + 2;
    return make_field(begin + 1, at - 1, true, search.escaped);
  }
  if (search.odd && search.breaks_before_odd == 0) at = *search.odd + 1;
  return std::nullopt;
}

Field ReferenceMachine::field(std::size_t& at) {
  const std::size_t begin = at;
  if (dialect_.quote != '\0' && at < text_.size() && text_[at] == dialect_.quote) {
    if (const auto quoted = quoted_field(at)) return *quoted;
  }
  while (!field_end_at(at)) ++at;
  return make_field(begin, at, false, false);
}

std::optional<std::size_t> ReferenceMachine::record(std::size_t at) {
  const bool whitespace = dialect_.delimiter == kWhitespace;
  const std::size_t fields_before = out_.fields.size();
  breaks_ = 0;
  unproven_ = odd_ = false;
  if (whitespace) at += delimiter_at(at);
  for (;;) {
    out_.fields.push_back(field(at));
    std::size_t delimiter = at < text_.size() && line_end_at(at) == 0 ? delimiter_at(at) : 0;
    const std::size_t next = at + delimiter;
    const bool at_line_end = line_end_at(next) > 0;
    const bool trailing_space = whitespace && delimiter > 0 && (at_line_end || next == text_.size());
    at = next;
    if (delimiter == 0 || trailing_space) break;
  }
  const std::size_t line_end = line_end_at(at);
  const bool may_be_crlf = line_end == 1 && text_[at] == '\r' && at + 1 == text_.size();
  if (unproven_ || (!last_ && (line_end == 0 || may_be_crlf))) {
    out_.fields.resize(fields_before);
    return std::nullopt;
  }
  if (odd_) out_.odd.push_back(static_cast<uint32_t>(out_.lines.size()));
  out_.first.push_back(static_cast<uint32_t>(out_.fields.size()));
  out_.lines.push_back(out_.line_breaks);
  out_.line_breaks += breaks_ + (line_end > 0 ? 1 : 0);
  return at + line_end;
}

std::size_t reference_tokenize(const Dialect& dialect, std::string_view text, bool last, Records& out) {
  out.clear();
  out.text = text;
  out.escape = dialect.escape;
  ReferenceMachine machine(dialect, text, last, out);
  std::size_t at = 0;
  while (at < text.size()) {
    const auto next = machine.record(at);
    if (!next) break;
    at = *next;
  }
  return at;
}

}  // namespace pegel::csv
