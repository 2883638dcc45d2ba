#pragma once
// The grammar of tokenizer.h, a byte at a time and a record at a time.

#include <optional>

#include "csv/tokenizer.h"

namespace pegel::csv {

class ReferenceMachine {
 public:
  /// `dialect`, `text` and `out` must outlive the machine. Fields and records are appended to `out`.
  ReferenceMachine(const Dialect& dialect, std::string_view text, bool last, Records& out)
      : dialect_(dialect), text_(text), last_(last), out_(out) {}

  /// Appends the record that starts at `at` (< text size). Returns where the next one starts; nothing, and `out` as it
  /// was, when the text does not prove the record's end.
  std::optional<std::size_t> record(std::size_t at);

 private:
  /// What was met behind an opening quote.
  struct QuoteSearch {
    std::optional<std::size_t> odd;   // the first quote that text follows
    std::optional<std::size_t> pair;  // the first doubled quote before a field's end, on the opening quote's line
    uint32_t breaks = 0;
    uint32_t breaks_before_odd = 0;
    int odd_quotes = 0;
    bool escaped = false;
  };

  Field field(std::size_t& at);
  std::optional<Field> quoted_field(std::size_t& at);
  Field close(const QuoteSearch& search, std::size_t begin, std::size_t end, std::size_t& at);
  std::optional<Field> as_text(const QuoteSearch& search, std::size_t begin, std::size_t& at);
  bool opens_field(std::size_t begin, std::size_t at) const;
  bool escape_at(std::size_t at) const;
  bool field_end_at(std::size_t at) const;
  std::size_t line_end_at(std::size_t at) const;
  std::size_t delimiter_at(std::size_t at) const;
  char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  const Dialect& dialect_;
  std::string_view text_;
  bool last_;
  Records& out_;
  // Of the record being read:
  uint32_t breaks_ = 0;    // line breaks
  bool odd_ = false;       // a quote is out of place
  bool unproven_ = false;  // more text may make another record of it
};

}  // namespace pegel::csv
