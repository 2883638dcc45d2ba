#include "base/civil_date.h"

#include <chrono>

namespace pegel::base {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day ymd_of(int32_t day) { return year_month_day{sys_days{days{day}}}; }

int32_t floor_div(int32_t a, int32_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// The number in `text[from, from + length)`, or -1.
int digits(std::string_view text, std::size_t from, std::size_t length) {
  int value = 0;
  for (const char c : text.substr(from, length)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

void put(std::string& out, int value, int width) {
  const std::string text = std::to_string(value);
  out.append(text.size() < static_cast<std::size_t>(width) ? width - text.size() : 0, '0').append(text);
}

}  // namespace

std::optional<int32_t> day_of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return static_cast<int32_t>(sys_days{date}.time_since_epoch().count());
}

Civil civil_of(int32_t day) {
  const year_month_day date = ymd_of(day);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

int weekday_of(int32_t day) { return static_cast<int>(std::chrono::weekday{sys_days{days{day}}}.iso_encoding()); }

int32_t month_of(int32_t day) {
  const Civil date = civil_of(day);
  return (date.year - 1970) * 12 + date.month - 1;
}

int32_t first_of_month(int32_t month) {
  const int32_t year = floor_div(month, 12);
  const year_month_day date{std::chrono::year{1970 + year},
                            std::chrono::month{static_cast<unsigned>(month - year * 12 + 1)}, std::chrono::day{1}};
  return static_cast<int32_t>(sys_days{date}.time_since_epoch().count());
}

std::string iso_date(int32_t day) {
  const Civil date = civil_of(day);
  std::string out;
  put(out, date.year, 4);
  out += '-';
  put(out, date.month, 2);
  out += '-';
  put(out, date.day, 2);
  return out;
}

std::optional<int32_t> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return day_of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

}  // namespace pegel::base
