#include "table/written_date.h"

#include <algorithm>

#include "table/date_words.h"
#include "table/scanner.h"
#include "table/worded_date.h"
#include "table/written_time.h"

namespace pegel::table {
namespace {

using Shape = WrittenDate::Shape;

constexpr std::size_t kLongest = 80;

// ---- digits only

bool is_compact(WrittenDate& out) {
  if (out.digits != 8 && out.digits != 14) return false;
  int64_t day = out.number;
  if (out.digits == 14) {
    const auto clock = static_cast<int>(day % 1'000'000);
    day /= 1'000'000;
    if (clock / 10'000 > 23 || clock / 100 % 100 > 59 || clock % 100 > 59) return false;
    out.millis = ((clock / 10'000 * 60 + clock / 100 % 100) * 60 + clock % 100) * 1000;
    out.has_time = true;
  }
  out.shape = Shape::year_first;
  out.a = static_cast<int>(day / 10'000);
  out.b = static_cast<int>(day / 100 % 100);
  out.c = static_cast<int>(day % 100);
  return true;
}

/// A fraction of a day (Excel) or of a second (Unix).
bool take_fraction(Scanner& in, WrittenDate& out) {
  const double unit = out.digits == 5 ? 86'400'000.0 : 1000.0;
  double fraction = 0;
  double place = 0.1;
  in.drop(1);
  if (!is_digit(in.front())) return false;
  for (; is_digit(in.front()); place /= 10) {
    fraction += (in.front() - '0') * place;
    in.drop(1);
  }
  out.millis = static_cast<int32_t>(fraction * unit + 0.5);
  out.has_time = true;
  return in.done();
}

bool take_count(Scanner& in, WrittenDate& out) {
  out.shape = Shape::count;
  if ((in.front() == '.' || in.front() == ',') && (out.digits == 5 || out.digits == 10)) return take_fraction(in, out);
  if (!is_compact(out)) return in.done();
  return take_time(in, out);
}

// ---- numbers with separators

bool set_triple(WrittenDate& out, int first_digits, int last_digits) {
  if (first_digits == 4 && last_digits <= 2) {
    out.shape = Shape::year_first;
  } else if (first_digits <= 2 && last_digits == 4) {
    out.shape = Shape::year_last;
  } else if (first_digits <= 2 && last_digits == 2) {
    out.shape = Shape::two_digit;
    out.two_digit_year = true;
  } else {
    return false;
  }
  return true;
}

bool set_month(WrittenDate& out, int first_digits, int second_digits) {
  out.shape = Shape::month;
  if (first_digits == 4 && second_digits <= 2 && out.separator != '.') {
    out.c = out.a;
  } else if (first_digits <= 2 && second_digits == 4) {
    out.c = out.b;
    out.b = out.a;
  } else {
    return false;
  }
  return true;
}

/// Past the word for year behind the year that `digits` write: "14.03.2026 թ."; false where another word is glued to it.
bool take_year_word(Scanner& in, int digits) {
  Scanner ahead = in;
  ahead.take_blanks();
  if (digits != 4 || !is_high(ahead.front())) return true;
  if (!is_year_word(ahead.take_word())) return false;
  ahead.take('.');
  in = ahead;
  return true;
}

bool take_numeric(Scanner& in, WrittenDate& out) {
  int first = 0;
  int second = 0;
  int third = 0;
  out.number = in.take_number(first);
  out.digits = first;
  const char separator = in.front();
  const bool separated = separator == '-' || separator == '/' || separator == '.';
  if (first == 0) return false;
  if (first > 4 || !separated) return take_count(in, out);
  out.separator = separator;
  out.a = static_cast<int>(out.number);
  in.drop(1);
  if (separator == '.') in.take_blanks();
  out.b = static_cast<int>(in.take_number(second));
  if (second == 0) return false;
  out.padded = first == 2 && second == 2;
  if (in.done()) return set_month(out, first, second);
  if (second > 2 || !in.take(separator)) return false;
  if (separator == '.') in.take_blanks();
  out.c = static_cast<int>(in.take_number(third));
  return third != 0 && set_triple(out, first, third) && take_year_word(in, third) && take_time(in, out);
}

/// "Fr, 14.03.2025": past the day of the week.
bool take_weekday(Scanner& in) {
  if (in.done() || !is_letter(in.front()) || !is_weekday(in.take_word())) return false;
  const bool dot = in.take('.');
  const bool comma = in.take(',');
  const bool apart = in.take_blanks() > 0 || dot || comma;  // "SO43807" is an order's number
  return apart && is_digit(in.front());
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }
bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_high(c); });
}

}  // namespace

std::optional<WrittenDate> take_date_apart(std::string_view text) {
  text = trim(text);
  if (text.size() < 4 || text.size() > kLongest) return std::nullopt;
  WrittenDate date;
  if (is_digit(text.front())) {
    Scanner in(text);
    if (take_numeric(in, date)) return date;
    if (!has_letter(text)) return std::nullopt;
    date = {};
  } else if (!has_digit(text)) {
    return std::nullopt;
  }
  Scanner behind(text);
  if (take_weekday(behind) && take_numeric(behind, date) && date.shape != Shape::count) {
    date.named = true;
    return date;
  }
  date = {};
  Scanner in(text);
  if (!take_worded(in, date)) return std::nullopt;
  return date;
}

}  // namespace pegel::table
