#include "table/written_time.h"

#include <optional>

namespace pegel::table {
namespace {

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
  struct Zone {
    std::string_view name;
    int hours;
  };
  constexpr Zone kZones[] = {{"z", 0},    {"utc", 0},  {"gmt", 0},  {"cet", 1},  {"cest", 2}, {"mez", 1},
                             {"mesz", 2}, {"bst", 1},  {"pst", -8}, {"pdt", -7}, {"mst", -7}, {"mdt", -6},
                             {"cst", -6}, {"cdt", -5}, {"est", -5}, {"edt", -4}};
  const Folded folded(word);
  for (const Zone& zone : kZones) {
    if (folded == zone.name) out.offset_minutes = zone.hours * 60;
    if (folded == zone.name) return true;
  }
  return false;
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

}  // namespace

bool take_clock_and_zone(Scanner& in, WrittenDate& out) { return take_clock(in, out) && take_zone(in, out); }

/// "14.03.2025 um 8:15", "14-03-2025 om 8:15", "3/14/2025 at 8:15"
bool is_before_time(std::string_view word) {
  const Folded folded(word);
  return folded == "um" || folded == "om" || folded == "at";
}

bool take_time(Scanner& in, WrittenDate& out) {
  if (in.done()) return true;
  const bool tee = (in.front() == 'T' || in.front() == 't') && is_digit(in.peek(1));
  if (tee) {
    in.drop(1);
  } else {
    const bool comma = in.take(',');
    if (in.take_blanks() == 0 && !comma) return false;
    if (in.done()) return !comma;
    Scanner ahead = in;
    if (is_letter(in.front()) && is_before_time(ahead.take_word()) && ahead.take_blanks() > 0) {
      in = ahead;
      out.named = true;
    }
  }
  if (tee && out.separator == '\0' && is_digit(in.peek(5))) return take_basic_clock(in, out) && take_zone(in, out);
  return take_clock_and_zone(in, out);
}

}  // namespace pegel::table
