#pragma once
// Written numbers and their values, for one NumberFormat.

#include <optional>
#include <string_view>

#include "base/decimal.h"
#include "pegel/profile.h"

namespace pegel::table {

/// The value of `text` in millionths, or nothing when it is not a number of this format or does not fit.
/// Takes: sign before or after, brackets for minus, group signs only between groups of three (two for Indian grouping is
/// refused), currency sign or code and spaces around, a percent sign (value as written: "12 %" is 12), exponents.
/// More than six decimals: rounded half to even. Does not allocate or throw.
std::optional<base::Micros> parse_number(std::string_view text, const NumberFormat& format);

/// Evidence on how a column writes its numbers; add every value, in any order, then decide. Merges.
class NumberEvidence {
 public:
  void add(std::string_view text);
  void merge(const NumberEvidence& other);

  struct Decision {
    NumberFormat format;
    Guess guess;            ///< confidence 1 when a value proves it ("1.234,56"), low when nothing does ("1.234")
    int64_t readable = 0;   ///< values that are numbers in this format
    bool ambiguous = false; ///< every value reads both ways and the readings differ
    NumberFormat other;     ///< the other reading, when ambiguous
  };
  Decision decide() const;
  int64_t values() const { return values_; }

 private:
  int64_t values_ = 0;
  int64_t readable_[2][4] = {};  // see number_format.cpp
};

/// "EUR" for "€", "eur", "EUR", "Betrag (EUR)"…; empty when the text names no currency.
std::string currency_in(std::string_view text);

}  // namespace pegel::table
