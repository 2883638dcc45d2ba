#pragma once
// Letters and words shared by the readers of numbers, dates and flags. Nothing here allocates or throws.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace pegel::table {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// Part of a letter beyond ASCII.
constexpr bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Bytes of the blank at the start or end of `text`: space, tab, line end or a Unicode space (no-break, thin, narrow
/// …); 0 when there is none.
std::size_t blank_at_front(std::string_view text);
std::size_t blank_at_back(std::string_view text);
std::string_view trim_slowly(std::string_view text);
inline std::string_view trim(std::string_view text) {
  const auto inked = [](char c) { return c > ' ' && c < 0x7f; };
  if (text.empty() || (inked(text.front()) && inked(text.back()))) return text;
  return trim_slowly(text);
}

/// A short word in lower case: Latin and Armenian. Longer than kMost bytes: empty.
class Folded {
 public:
  static constexpr std::size_t kMost = 32;
  explicit Folded(std::string_view word);
  std::string_view view() const { return {bytes_, size_}; }
  bool operator==(std::string_view lower_case) const { return view() == lower_case; }

 private:
  char bytes_[kMost];
  std::size_t size_ = 0;
};

/// "NULL", "n/a", "-", "#N/A", "(Leer)", "k.A.", "unbekannt", "չկա" …: no value, where a number, date or flag is expected.
bool is_null_word(std::string_view trimmed);
/// What a spreadsheet shows where it could not compute: "#REF!", "#DIV/0!", "#WERT!". Neither a value nor none: unreadable,
/// and no word of its column's type.
bool is_error_word(std::string_view trimmed);
/// The null words that no person writes as a value: "NULL", "#N/A", "(blank)", "(Leer)".
bool is_machine_null(std::string_view trimmed);
/// The words themselves: of is_null_word beyond the machine's in lower case, of is_machine_null, of parse_boolean.
struct BooleanWord {
  std::string_view word;
  bool value;
};
std::span<const std::string_view> null_words();
std::span<const std::string_view> machine_nulls();
std::span<const BooleanWord> boolean_words();
/// true/false, yes/no, ja/nein/nee, wahr/falsch, waar/onwaar, այո/ոչ, y/n, j/n, t/f, on/off, x, 1/0; nothing for other words.
std::optional<bool> parse_boolean(std::string_view trimmed);
/// Of these, a word that is no code, name or letter of anything else: true/false, wahr/falsch, waar/onwaar, x.
bool is_plain_flag(std::string_view trimmed);

}  // namespace pegel::table
