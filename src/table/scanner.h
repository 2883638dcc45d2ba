#pragma once
// A text that is eaten from the front.

#include <cstdint>
#include <string_view>

#include "table/lexical.h"

namespace pegel::table {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }
  bool done() const { return rest_.empty(); }
  char front() const { return rest_.empty() ? '\0' : rest_.front(); }
  char peek(std::size_t n) const { return n < rest_.size() ? rest_[n] : '\0'; }
  void drop(std::size_t n) { rest_.remove_prefix(n); }

  bool take(char c) {
    if (front() != c) return false;
    drop(1);
    return true;
  }
  std::size_t take_blanks() {
    std::size_t taken = 0;
    while (const auto blank = blank_at_front(rest_)) {
      drop(blank);
      taken += blank;
    }
    return taken;
  }
  /// Digits, at most 18; `length` 0 when there are none or more.
  int64_t take_number(int& length) {
    int64_t value = 0;
    std::size_t n = 0;
    while (n < rest_.size() && is_digit(rest_[n]) && n < 19)
      value = n < 18 ? value * 10 + (rest_[n++] - '0') : (++n, 0);
    length = n > 18 ? 0 : static_cast<int>(n);
    drop(n);
    return value;
  }
  std::string_view take_word() {
    std::size_t n = 0;
    while (n < rest_.size() && (is_letter(rest_[n]) || is_high(rest_[n])) && blank_at_front(rest_.substr(n)) == 0) ++n;
    const auto word = rest_.substr(0, n);
    drop(n);
    return word;
  }

 private:
  std::string_view rest_;
};

}  // namespace pegel::table
