#include "table/worded_date.h"

#include <array>

#include "table/date_words.h"
#include "table/written_time.h"

namespace pegel::table {
namespace {

using Shape = WrittenDate::Shape;

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
  bool year_named = false;

  bool push(Token token) {
    if (size == list.size()) return false;
    list[size++] = token;
    return true;
  }
  bool ends_in_year() const {
    return size > 0 && !year_named && list[size - 1].kind == Token::Kind::number && list[size - 1].digits == 4;
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
  if (tokens.ends_in_year() && is_year_word(word)) return tokens.year_named = true;
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
      const bool of_month = tokens.size == 1 && tokens.list[0].kind == Token::Kind::month;  // "Okt. 25", "Okt '25"
      if (c == '-' || c == '/' || (of_month && (c == '.' || c == '\''))) tokens.separator = c;
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

bool set_year(WrittenDate& out, const Token& year) {
  out.shape = Shape::count;
  out.number = year.value;
  out.digits = year.digits;
  return true;
}

bool set_by_words(WrittenDate& out, const Tokens& tokens) {
  const auto& list = tokens.list;
  out.separator = tokens.separator;
  out.named = true;
  if (tokens.are("NMN") || tokens.are("MNN")) return set_named_day(out, tokens);
  if (tokens.are("NM")) return set_part_of_year(out, Shape::month, list[1], list[0]);
  if (tokens.are("MN")) {
    if (list[1].digits != 2 || tokens.separator == ' ') return set_part_of_year(out, Shape::month, list[0], list[1]);
    out.two_digit_year = true;
    return set_part_of_year(out, Shape::month, list[0], {Token::Kind::number, list[1].value, 4});
  }
  if (tokens.are("N") && tokens.year_named) return set_year(out, list[0]);
  if (tokens.are("XNN")) return set_part_of_year(out, Shape::month, list[1], list[2]);
  if (tokens.are("QNN")) return set_part_of_year(out, Shape::quarter, list[1], list[2]);
  if (!tokens.are("NQN")) return false;
  return list[0].digits == 4 ? set_part_of_year(out, Shape::quarter, list[2], list[0])
                             : set_part_of_year(out, Shape::quarter, list[0], list[2]);
}

}  // namespace

bool take_worded(Scanner& in, WrittenDate& out) {
  Tokens tokens;
  if (!take_tokens(in, tokens) || !set_by_words(out, tokens)) return false;
  const bool day = out.shape != Shape::month && out.shape != Shape::quarter;
  return in.done() || (day && take_clock_and_zone(in, out));
}

}  // namespace pegel::table
