#pragma once
// All that a column's values say about its type; independent of their order, but for the samples.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "pegel/profile.h"
#include "table/date_evidence.h"
#include "table/header_hint.h"
#include "table/number_evidence.h"

namespace pegel::table {

struct ValueCount {
  std::string value;  ///< trimmed, not empty
  int64_t rows = 0;   ///< of the sample
};

/// What is to be told of a column's values, as an Issue's code: "date.swapped", "date.century", "id.exponent",
/// "num.percent_mixed", "csv.formula".
struct ColumnNote {
  std::string_view code;
  int64_t count = 0;  ///< of the sampled values
};

class ColumnEvidence {
 public:
  void add(std::string_view cell);
  /// Ends adding: values that repeat are read once, here.
  void close();

  struct Decision {
    ColumnProfile profile;     ///< name and role unset
    bool number_open = false;  ///< both decimal signs read every value
    bool date_open = false;    ///< both orders read every value
    NumberFormat other_number;
    DateFormat other_date;
    int64_t proofs = 0;      ///< values that only the format of the profile reads
    int64_t contrary = 0;    ///< values that only the other format reads
    bool type_open = false;  ///< many values are of a type, many are not: `possible_type` is to be asked for
    ColumnType possible_type = ColumnType::text;  ///< date or number, when type_open
    NumberFormat possible_number;
    DateFormat possible_date;
    std::vector<ColumnNote> notes;
  };
  Decision decide(std::string_view name) const;
  /// Distinct values, trimmed, with their times; none where there are kDistinctCap or more. Ends the evidence.
  std::vector<ValueCount> take_values();

 private:
  struct Repeated {
    std::string value;
    int64_t times;
  };
  void weigh(std::string_view value, int64_t times);
  void weigh_flag(std::string_view value, int64_t times);
  struct Verdict {
    ColumnType type;
    Guess guess;
    int64_t readable;
  };
  int64_t expected() const { return filled_ - null_words_ - errors_; }
  bool mixes_flags() const;
  bool may_be_codes() const;
  void note_slips(const NumberEvidence::Decision& number, const DateEvidence::Decision& date, const HeaderHint& hint,
                  Decision& decision) const;
  bool holds(int64_t readable) const;
  bool is_share(int64_t part, int64_t per_cent) const;
  double share(int64_t readable) const;
  bool all_distinct() const;
  bool few_distinct() const;
  bool are_days(const DateEvidence::Decision& date, const HeaderHint& hint) const;
  bool are_seasons(const DateEvidence::Decision& date, const HeaderHint& hint) const;
  bool is_date(const DateEvidence::Decision& date, const HeaderHint& hint) const;
  bool is_number(const NumberEvidence::Decision& number, const HeaderHint& hint) const;
  bool is_boolean(const HeaderHint& hint) const;
  Guess number_guess(const NumberEvidence::Decision& number) const;
  Verdict verdict(const HeaderHint& hint, const NumberEvidence::Decision& number,
                  const DateEvidence::Decision& date) const;
  Verdict verdict_on_words(const HeaderHint& hint) const;
  void describe_number(const NumberEvidence::Decision& number, std::string_view name, Decision& decision) const;
  void describe_date(const DateEvidence::Decision& date, Decision& decision) const;
  void ask_for_type(const NumberEvidence::Decision& number, const DateEvidence::Decision& date, const HeaderHint& hint,
                    Decision& decision) const;

  int64_t empty_ = 0;
  int64_t filled_ = 0;
  int64_t null_words_ = 0;     // of filled
  int64_t machine_nulls_ = 0;  // of null words
  int64_t errors_ = 0;         // of filled: "#REF!"
  unsigned letters_ = 0;       // single ones that say yes or no: a bit each
  int64_t exponents_ = 0;      // "4,00638E+12", "1E5"
  int64_t cut_ = 0;            // of exponents, those with a plus, as spreadsheets write long numbers
  int64_t cut_long_ = 0;       // of these, of eleven digits and more
  int64_t phones_ = 0;         // "+491701234567"
  int64_t formulas_ = 0;       // ="00123"
  bool says_yes_ = false;      // by words that may be codes of countries and the like
  bool says_no_ = false;
  bool plain_flags_ = false;  // words that can be nothing but flags: "TRUE", "x"
  int64_t booleans_ = 0;      // words, 1 and 0 not among them
  int64_t bits_ = 0;          // 1 and 0
  int64_t digits_only_ = 0;
  int64_t leading_zeros_ = 0;
  int64_t long_digits_ = 0;
  int64_t too_large_ = 0;  // numbers beyond the range of one
  int64_t codes_ = 0;      // one word with a digit: "A-17", "0f3c…"
  int64_t length_ = 0;
  NumberEvidence numbers_;
  DateEvidence dates_;
  tsl::robin_map<uint64_t, Repeated> distinct_;  // by hash, the first kDistinctCap values
  std::vector<std::string> samples_;
};

}  // namespace pegel::table
