#include "table/written_date.h"

#include <algorithm>
#include <array>

#include "table/date_words.h"
#include "table/lexical.h"

namespace pegel::table {
namespace {

using Shape = WrittenDate::Shape;

constexpr std::size_t kLongest = 80;

/// A text that is eaten from the front.
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

// ---- time of day

/// "AM", "p.m." and the like: 1 before noon, 2 after, 0 none.
int take_half_day(Scanner& in) {
  Scanner ahead = in;
  ahead.take_blanks();
  const char c = static_cast<char>(ahead.front() | 0x20);
  if (c != 'a' && c != 'p') return 0;
  ahead.drop(1);
  ahead.take('.');
  if ((ahead.front() | 0x20) != 'm') return 0;
  ahead.drop(1);
  ahead.take('.');
  if (is_letter(ahead.front())) return 0;
  in = ahead;
  return c == 'a' ? 1 : 2;
}

bool take_offset(Scanner& in, WrittenDate& out) {
  const bool west = in.front() == '-';
  in.drop(1);
  int length = 0;
  auto hours = static_cast<int>(in.take_number(length));
  int minutes = 0;
  if (length == 4) {
    minutes = hours % 100;
    hours /= 100;
  } else if (length != 1 && length != 2) {
    return false;
  } else if (in.take(':')) {
    minutes = static_cast<int>(in.take_number(length));
    if (length != 2) return false;
  }
  if (hours > 15 || minutes > 59) return false;
  out.offset_minutes = (west ? -1 : 1) * (hours * 60 + minutes);
  return true;
}

bool zone_named(std::string_view word, WrittenDate& out) {
  const Folded zone(word);
  if (zone == "cet" || zone == "cest") out.offset_minutes = zone == "cet" ? 60 : 120;
  return zone == "z" || zone == "utc" || zone == "gmt" || zone == "cet" || zone == "cest";
}

bool take_zone(Scanner& in, WrittenDate& out) {
  in.take_blanks();
  if (in.done()) return true;
  if (is_letter(in.front())) {
    const auto word = in.take_word();
    if (Folded(word) == "uhr") return in.done();
    if (!zone_named(word, out)) return false;
  } else if (in.front() != '+' && in.front() != '-') {
    return false;
  }
  out.has_zone = true;
  if ((in.front() == '+' || in.front() == '-') && !take_offset(in, out)) return false;
  in.take_blanks();
  return in.done() || (in.front() == '(' && in.rest().back() == ')');
}

/// Seconds with a fraction, in milliseconds; finer digits are cut off.
std::optional<int32_t> take_seconds(Scanner& in) {
  int length = 0;
  auto millis = static_cast<int32_t>(in.take_number(length) * 1000);
  if (length != 2 || millis > 60'000) return std::nullopt;
  if ((in.front() != '.' && in.front() != ',') || !is_digit(in.peek(1))) return millis;
  in.drop(1);
  for (int32_t unit = 100; is_digit(in.front()); unit /= 10) {
    millis += (in.front() - '0') * unit;
    in.drop(1);
  }
  return millis;
}

bool take_clock(Scanner& in, WrittenDate& out) {
  int length = 0;
  auto hours = static_cast<int>(in.take_number(length));
  int minutes = 0;
  int32_t seconds = 0;
  if (length == 0 || length > 2) return false;
  const bool has_minutes = in.take(':');
  if (has_minutes) {
    minutes = static_cast<int>(in.take_number(length));
    if (length != 2 || minutes > 59) return false;
    if (in.take(':')) {
      const auto taken = take_seconds(in);
      if (!taken) return false;
      seconds = *taken;
    }
  }
  const int half = take_half_day(in);
  if (half == 0 && !has_minutes) return false;
  if (half != 0) {
    if (hours < 1 || hours > 12) return false;
    hours = hours % 12 + (half == 2 ? 12 : 0);
    out.half_day = true;
  }
  out.millis = (hours * 60 + minutes) * 60'000 + seconds;
  out.has_time = true;
  return hours < 24 || out.millis == 24 * 3'600'000;
}

bool take_basic_clock(Scanner& in, WrittenDate& out) {
  int length = 0;
  const auto clock = static_cast<int>(in.take_number(length));
  if (length != 6 || clock / 10'000 > 23 || clock / 100 % 100 > 59 || clock % 100 > 60) return false;
  out.millis = ((clock / 10'000 * 60 + clock / 100 % 100) * 60 + clock % 100) * 1000;
  out.has_time = true;
  return true;
}

/// What may follow a day: nothing, or a time of day with a zone.
bool take_time(Scanner& in, WrittenDate& out) {
  if (in.done()) return true;
  const bool tee = (in.front() == 'T' || in.front() == 't') && is_digit(in.peek(1));
  if (tee) {
    in.drop(1);
  } else {
    const bool comma = in.take(',');
    if (in.take_blanks() == 0 && !comma) return false;
    if (in.done()) return !comma;
  }
  if (tee && out.separator == '\0' && is_digit(in.peek(5))) return take_basic_clock(in, out) && take_zone(in, out);
  return take_clock(in, out) && take_zone(in, out);
}

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
  return third != 0 && set_triple(out, first, third) && take_time(in, out);
}

// ---- words

struct Token {
  enum class Kind : uint8_t { number, month, month_word, quarter_word };
  Kind kind = Kind::number;
  int value = 0;
  int digits = 0;
};

struct Tokens {
  std::array<Token, 4> list;
  std::size_t size = 0;
  char separator = ' ';

  bool push(Token token) {
    if (size == list.size()) return false;
    list[size++] = token;
    return true;
  }
  /// "NMN": number, month, number.
  bool are(std::string_view kinds) const {
    if (kinds.size() != size) return false;
    for (std::size_t i = 0; i < size; ++i) {
      if ("NMXQ"[static_cast<std::size_t>(list[i].kind)] != kinds[i]) return false;
    }
    return true;
  }
};

bool push_word(std::string_view word, bool after_number, Tokens& tokens) {
  if (const int month = month_named(word)) return tokens.push({Token::Kind::month, month, 0});
  if (is_quarter_word(word)) return tokens.push({Token::Kind::quarter_word, 0, 0});
  if (is_month_word(word)) return tokens.push({Token::Kind::month_word, 0, 0});
  return (tokens.size == 0 && is_weekday(word)) || (after_number && is_ordinal_ending(word));
}

/// Tokens up to the end or the time of day.
bool take_tokens(Scanner& in, Tokens& tokens) {
  bool after_number = false;
  while (!in.done()) {
    if (is_digit(in.front())) {
      Scanner ahead = in;
      int digits = 0;
      const auto value = static_cast<int>(ahead.take_number(digits));
      if (ahead.front() == ':') return true;
      if (digits == 0 || digits > 4 || !tokens.push({Token::Kind::number, value, digits})) return false;
      in = ahead;
      after_number = true;
    } else if (is_letter(in.front()) || (is_high(in.front()) && blank_at_front(in.rest()) == 0)) {
      if (!push_word(in.take_word(), after_number, tokens)) return false;
      after_number = false;
    } else {
      const char c = in.front();
      if (c == '-' || c == '/') tokens.separator = c;
      const bool joint = c == '-' || c == '/' || c == '.' || c == ',' || c == '\'';
      if (joint) in.drop(1);
      if (in.take_blanks() == 0 && !joint) return false;
      after_number = false;
    }
  }
  return true;
}

bool set_named_day(WrittenDate& out, const Tokens& tokens) {
  const bool month_leads = tokens.list[0].kind == Token::Kind::month;
  const Token& first = tokens.list[month_leads ? 1 : 0];
  const Token& month = tokens.list[month_leads ? 0 : 1];
  const Token& last = tokens.list[2];
  const bool year_leads = first.digits == 4;
  const Token& day = year_leads ? last : first;
  const Token& year = year_leads ? first : last;
  if (day.digits > 2 || (year.digits != 4 && year.digits != 2) || (month_leads && year_leads)) return false;
  out.shape = month_leads ? Shape::month_named : year_leads ? Shape::year_named : Shape::day_named;
  out.a = day.value;
  out.b = month.value;
  out.c = year.value;
  out.two_digit_year = year.digits == 2;
  return true;
}

bool set_part_of_year(WrittenDate& out, Shape shape, const Token& part, const Token& year) {
  if (year.digits != 4) return false;
  out.shape = shape;
  out.b = part.value;
  out.c = year.value;
  return true;
}

bool set_by_words(WrittenDate& out, const Tokens& tokens) {
  const auto& list = tokens.list;
  out.separator = tokens.separator;
  out.named = true;
  if (tokens.are("NMN") || tokens.are("MNN")) return set_named_day(out, tokens);
  if (tokens.are("NM")) return set_part_of_year(out, Shape::month, list[1], list[0]);
  if (tokens.are("MN")) {
    if (list[1].digits != 2 || tokens.separator != '-') return set_part_of_year(out, Shape::month, list[0], list[1]);
    out.two_digit_year = true;
    return set_part_of_year(out, Shape::month, list[0], {Token::Kind::number, list[1].value, 4});
  }
  if (tokens.are("XNN")) return set_part_of_year(out, Shape::month, list[1], list[2]);
  if (tokens.are("QNN")) return set_part_of_year(out, Shape::quarter, list[1], list[2]);
  if (!tokens.are("NQN")) return false;
  return list[0].digits == 4 ? set_part_of_year(out, Shape::quarter, list[2], list[0])
                             : set_part_of_year(out, Shape::quarter, list[0], list[2]);
}

bool take_worded(Scanner& in, WrittenDate& out) {
  Tokens tokens;
  if (!take_tokens(in, tokens) || !set_by_words(out, tokens)) return false;
  const bool day = out.shape != Shape::month && out.shape != Shape::quarter;
  return in.done() || (day && take_clock(in, out) && take_zone(in, out));
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
  Scanner in(text);
  if (!take_worded(in, date)) return std::nullopt;
  return date;
}

}  // namespace pegel::table
