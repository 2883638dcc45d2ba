#pragma once
// How a column writes its numbers, found from its values.

#include <string_view>
#include <vector>

#include "pegel/profile.h"

namespace pegel::table {

/// Evidence on how a column writes its numbers; add every value, in any order, then decide. Merges.
class NumberEvidence {
 public:
  /// The value stands `times` in the column.
  void add(std::string_view text, int64_t times = 1);
  void merge(const NumberEvidence& other);

  struct Decision {
    NumberFormat format;
    Guess guess;              ///< confidence 1 when a value proves it ("1.234,56"), low when nothing does ("1.234")
    int64_t readable = 0;     ///< values that are numbers in this format
    bool ambiguous = false;   ///< every value reads both ways and the readings differ
    NumberFormat other;       ///< the other decimal sign, when ambiguous or when there are values to the contrary
    int64_t proofs = 0;       ///< values that only this decimal sign reads
    int64_t contrary = 0;     ///< values that only the other decimal sign reads
    int64_t alike = 0;        ///< numbers of either sign, and those with a word beside them: "12 Stk", "ca. 500"
    int64_t in_currency = 0;  ///< values that name a currency
    int64_t in_per_cent = 0;  ///< values with a % sign
  };
  Decision decide() const;
  int64_t values() const { return values_; }

 private:
  struct Currency {
    std::string_view code;  // of a static table
    int64_t values;
  };
  void count_currency(std::string_view code, int64_t n);
  char group_with(char decimal) const;
  void decide_by_proof(Decision& decision) const;
  void decide_without_proof(Decision& decision) const;
  void decide_currency(Decision& decision) const;

  int64_t values_ = 0;
  int64_t either_ = 0;      // the same value under both signs: "12", "1 234"
  int64_t long_whole_ = 0;  // of these, four digits and more without a group sign
  int64_t comma_ = 0;       // only with a decimal comma: "12,5", "1.234.567"
  int64_t point_ = 0;
  int64_t comma_or_group_ = 0;  // "1,234"
  int64_t point_or_group_ = 0;  // "1.234"
  int64_t comma_groups_ = 0;
  int64_t point_groups_ = 0;
  int64_t blank_groups_ = 0;
  int64_t apostrophe_groups_ = 0;
  int64_t percent_ = 0;
  int64_t worded_ = 0;
  std::vector<Currency> currencies_;
};

}  // namespace pegel::table
