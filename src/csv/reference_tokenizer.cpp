#include "csv/reference_tokenizer.h"

namespace pegel::csv {
namespace {

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

/// The field at an opening quote; nothing when text follows its closing quote. `at` moves past what was read.
std::optional<Field> ReferenceMachine::quoted_field(std::size_t& at) {
  const std::size_t begin = at++;
  bool escaped = false;
  for (; at < text_.size(); ++at) {
    if (escape_at(at)) {
      escaped = true;
      ++at;
    } else if (text_[at] == dialect_.quote) {
      const std::size_t end = at++;
      if (!field_end_at(at)) return std::nullopt;
      return make_field(begin + 1, end, true, escaped);
    } else if (line_end_at(at) == 1) {  // of CRLF, the LF is counted
      ++breaks_;
    }
  }
  unclosed_quote_ = last_;
  return make_field(begin + 1, at, true, escaped);
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
  if (!last_ && (line_end == 0 || may_be_crlf)) {
    out_.fields.resize(fields_before);
    return std::nullopt;
  }
  out_.first.push_back(static_cast<uint32_t>(out_.fields.size()));
  out_.lines.push_back(out_.line_breaks);
  out_.line_breaks += breaks_ + (line_end > 0 ? 1 : 0);
  return at + line_end;
}

Tokenized reference_tokenize(const Dialect& dialect, std::string_view text, bool last, Records& out) {
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
  return {at, machine.unclosed_quote()};
}

}  // namespace pegel::csv
