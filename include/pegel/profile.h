#pragma once
// What is in a file, how sure we are, and why. Made from its first bytes and samples, before any KPI is computed.

#include <map>
#include <string>
#include <vector>

#include "pegel/dialect.h"
#include "pegel/issue.h"
#include "pegel/role.h"

namespace pegel {

enum class ColumnType : uint8_t { empty, text, id, category, number, boolean, date, instant };
std::string_view name_of(ColumnType type);

/// How a column writes its numbers. `decimal` '\0': no value has a fraction, so it is not known.
struct NumberFormat {
  char decimal = '\0';   ///< ',' '.' or '\0'
  char group = '\0';     ///< ',' '.' ' ' (any kind of space) '\'' or '\0'
  bool percent = false;  ///< values carry a % sign
  /// ISO code of amounts that name none themselves; empty when neither the values nor the header name one currency.
  std::string currency;
  bool several_currencies = false;  ///< the values name more than one: each amount is in its own
  int power =
      0;  ///< of ten, in which the header says that values are written: 3 for "T€", 6 for "in Mio."; 0, 3, 6 or 9
  bool operator==(const NumberFormat&) const = default;
};

/// How a column writes its days.
enum class DateOrder : uint8_t {
  ymd,
  dmy,
  mdy,
  excel_serial,
  unix_seconds,
  unix_millis,
  month_year,
  quarter_year,
  year
};
struct DateFormat {
  DateOrder order = DateOrder::ymd;
  char separator = '-';  ///< '-' '.' '/' ' ' or '\0' for 20260131
  bool two_digit_year = false;
  bool month_names = false;
  bool time = false;  ///< a time of day follows
  bool operator==(const DateFormat&) const = default;
};
std::string_view name_of(DateOrder order);

/// A guess with its reason. `confidence` 0…1; under kSure the page asks, under kLikely it is not used unasked.
inline constexpr double kSure = 0.8;
inline constexpr double kLikely = 0.5;
struct Guess {
  double confidence = 0;
  std::string reason;     ///< English, short: "header 'Betrag' is a known name of amount"
  std::string runner_up;  ///< the second best choice; empty when there was none
  bool operator==(const Guess&) const = default;
};

/// A question to the user with its evidence: the page shows each option's reading of real values.
struct Option {
  std::string choice;                 ///< what goes into Choices: "dmy", "mdy", ",", …
  std::vector<std::string> readings;  ///< the same values as the Question's, read that way; empty: not readable
  int64_t proofs = 0;                 ///< sampled values that only this choice reads, where the code counts them
};
struct Query {
  /// "date.order", "date.mixed", "date.unsure", "num.decimal", "num.unsure", "csv.no_header", "kind.unsure", …
  std::string code;
  int column = -1;                  ///< index into columns, -1: the file
  std::vector<std::string> values;  ///< up to three values as they stand in the file
  std::vector<Option> options;      ///< the first is what happens when nobody answers
};

struct ColumnProfile {
  std::string name;   ///< as used: trimmed, made unique ("Name (2)"), never empty
  std::string label;  ///< what a row between header and data says of it: a survey's question; mostly empty
  ColumnType type = ColumnType::text;
  NumberFormat number;  ///< meaning only for number columns
  DateFormat date;      ///< meaning only for date and instant columns
  Guess type_guess;
  Role role = Role::none;  ///< of the best mapping, none when unused
  Guess role_guess;
  std::vector<std::string> samples;  ///< first distinct values, at most 5; of a rate's currencies all
  int64_t empty = 0;                 ///< empty cells among the sampled rows
  int64_t distinct = 0;              ///< distinct values among the sampled rows, at most kDistinctCap
  int64_t unreadable = 0;            ///< non-empty cells that are not of `type`
};
inline constexpr int64_t kDistinctCap = 1000;

/// Columns that spread one thing over a record: one a month, the day of each stage, or an answer to each question.
struct Spread {
  int column = -1;         ///< index into columns
  Role role = Role::none;  ///< of its cells: target, actual, entered, score, rate; none: left out
  std::string
      answers;  ///< of a score, as SourceChoice::scale: "nps", "csat:1-5"; "unsure": asked as NPS, scale unknown; of a rate, the code of what one is worth so much
};
struct WideProfile {
  std::string
      over;  ///< "week", "month", "quarter", "year", "stage", "question" or "currency"; empty: the table is not wide
  std::vector<Spread> columns;
  int year = 0;  ///< that the file's name gives to periods without one; 0: none
  Guess guess;
};

/// The scores that may be given, from `least` to `most`; both 0: the usual ones of the question.
struct Scale {
  int least = 0;
  int most = 0;
  bool operator==(const Scale&) const = default;
};

/// A raw value and what it means ("gewonnen" -> "won"), with how often it was seen in the sample.
struct ValueMapping {
  Role role = Role::none;
  std::string raw;
  std::string canonical;  ///< empty: not known; rows with it count as unknown and raise an Issue
  int64_t rows = 0;
  Guess guess{};
  bool operator==(const ValueMapping&) const = default;
};

struct Profile {
  std::string file;
  int64_t bytes = 0;  ///< size of the whole file
  int64_t sampled_bytes = 0;
  int64_t sampled_rows = 0;
  Dialect dialect;
  Guess dialect_guess;
  Guess header_guess;
  std::vector<ColumnProfile> columns;
  int usual_width = 0;     ///< fields that most sampled records have; 0 when they agree on none
  bool full_rows = false;  ///< nearly every sampled row of two cells or more fills half of three columns or more
  Kind kind = Kind::none;
  Guess kind_guess;
  WideProfile wide;
  Scale scale;                          ///< of a survey's scores
  std::map<std::string, Scale> scales;  ///< by the question that a column names
  std::string currency;                 ///< the code of most sampled amounts; empty: they name none
  std::vector<ValueMapping> values;
  std::vector<Query> queries;
  std::vector<Issue> issues;
};

}  // namespace pegel
