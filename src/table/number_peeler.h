#pragma once
// What stands around the digits of a written number: sign, brackets, currency, percent and scale.

#include <span>
#include <string_view>

#include "table/currency.h"
#include "table/written_number.h"

namespace pegel::table {

/// A word that follows a number and the power of ten that it says; in lower case. "M" is a million besides.
struct ScaleWord {
  std::string_view word;
  int power;
};
std::span<const ScaleWord> scale_words();

/// Peels them off `text` into `out`, each at most once.
class Peeler {
 public:
  Peeler(std::string_view text, WrittenNumber& out) : rest_(text), out_(out) {}

  /// False when there is something else around the digits, or something twice.
  bool peel();
  std::string_view core() const { return rest_; }
  /// The separator of a price without cents ("5,-"), or 0.
  char dashed() const { return dashed_; }

 private:
  bool at_core_front() const;
  bool set_sign(bool negative);
  bool set_currency(CurrencyMark mark);
  bool peel_front();
  bool peel_back();
  bool peel_word();
  bool peel_dashed_cents();
  bool drop_front(std::size_t n);
  bool drop_back(std::size_t n);

  std::string_view rest_;
  WrittenNumber& out_;
  bool signed_ = false;
  bool open_bracket_ = false;
  bool has_currency_ = false;
  char dashed_ = '\0';
};

}  // namespace pegel::table
