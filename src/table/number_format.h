#pragma once
// Written numbers and their values, for one NumberFormat.

#include <optional>
#include <string_view>

#include "base/decimal.h"
#include "pegel/plan.h"

namespace pegel::table {

/// What is to be said of a cell read as a number.
enum class NumberFault : uint8_t {
  none,
  too_fine,      ///< rounded, with less than a thousandth left: "1e-15"
  no_number,     ///< no number under any decimal sign
  other_style,   ///< a number only with the other decimal sign: "1.234,56" where the point is decimal
  undecided,     ///< no decimal sign is known and the value reads two ways: "1.234"
  out_of_range,  ///< beyond ±9.2 million millions
};
struct NumberReading {
  NumberFault fault = NumberFault::none;
  base::Micros value = 0;          ///< millionths, when the fault is none or too_fine
  std::string_view currency = {};  ///< ISO code, where `text` names one; of a static table
  bool scaled = false;             ///< by NumberFormat::power; what names its own scale ("5 Mio.") is not
};
/// Reads `text` by `format`, whatever currency it names. Does not allocate or throw.
/// Takes: sign before or after, brackets for minus, group signs only between groups of three, commas also between
/// groups of two before one of three ("12,34,567"), currency sign or code and spaces around, a percent sign (value as written: "12 %" is 12), exponents,
/// scale words ("1,5 Mio."), cents as a dash ("5,-"). Any group sign other than the decimal sign is taken, one kind a
/// value. More than six decimals: rounded half to even.
NumberReading read_number(std::string_view text, const NumberFormat& format);
/// As read_number; where `text` is no number, the one that opens it before a label: "10 - Extremely likely", "10 (sehr
/// wahrscheinlich)", "0 = gar nicht", "3. eher ja", "4 stars"; else the one that a sign parts from the label in front of
/// it: "Extremely likely - 10", "satisfied (5)". A range ("9-10 promoter") or an ordinal ("1st") is none.
NumberReading read_labelled(std::string_view text, const NumberFormat& format);
/// A cell of `column`: scores may have labels, other numbers none.
NumberReading read_cell(std::string_view text, const SourceColumn& column);
/// The value alone; nothing when there is none.
std::optional<base::Micros> parse_number(std::string_view text, const NumberFormat& format);

/// The decimal sign by which `format` reads: its own, else the one that its group sign leaves, else '\0'.
char known_decimal(const NumberFormat& format);

}  // namespace pegel::table
