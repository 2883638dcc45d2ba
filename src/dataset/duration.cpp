#include "dataset/duration.h"

#include <algorithm>
#include <array>
#include <optional>

#include "dataset/mapping.h"
#include "dataset/words.h"
#include "table/column.h"
#include "table/lexical.h"

namespace pegel::dataset {
namespace {

using base::Micros;

constexpr int64_t kMinute = 60;
constexpr int64_t kHour = 60 * kMinute;
constexpr int64_t kDay = 24 * kHour;
constexpr Micros kLongest = 10'000 * kDay * base::kOne;

struct Unit {
  int64_t seconds;
  Words words;
};
constexpr std::array<Unit, 4> kUnits = {{
    {1, "s|sec|secs|second|seconds|sek|sekunde|sekunden|seconde|seconden|վրկ|վայրկյան"},
    {kMinute, "m|min|mins|minute|minutes|minuten|minuut|րոպե|ր"},
    {kHour, "h|hr|hrs|hour|hours|std|stunde|stunden|u|uur|uren|ժ|ժամ"},
    {kDay, "d|day|days|tag|tage|tagen|t|dag|dagen|օր"},
}};

std::optional<int64_t> unit_named(std::string_view word) {
  for (const Unit& unit : kUnits) {
    for (const std::string_view name : unit.words) {
      if (name == word) return unit.seconds;
    }
  }
  return std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits at the front, with a fraction of at most six places after '.' or ','; cut off `text`.
std::optional<Micros> take_number(std::string_view& text) {
  constexpr std::size_t kMostDigits = 9;
  std::size_t length = 0;
  Micros whole = 0;
  for (; length < text.size() && length <= kMostDigits && is_digit(text[length]); ++length)
    whole = whole * 10 + (text[length] - '0');
  if (length == 0 || length > kMostDigits) return std::nullopt;
  text.remove_prefix(length);
  Micros fraction = 0;
  if (text.size() > 1 && (text[0] == '.' || text[0] == ',') && is_digit(text[1])) {
    text.remove_prefix(1);
    for (Micros place = base::kOne / 10; !text.empty() && is_digit(text[0]); place /= 10, text.remove_prefix(1))
      fraction += (text[0] - '0') * place;
  }
  return whole * base::kOne + fraction;
}

// The word up to the next blank, digit or point.
std::string_view take_word(std::string_view& text) {
  text = table::trim(text);
  const std::size_t end = std::min(text.find_first_of(" 0123456789.,"), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  if (text.starts_with('.') || text.starts_with(',')) text.remove_prefix(1);
  text = table::trim(text);
  return word;
}

// "1:05:12", "5:12".
std::optional<Micros> clock_of(std::string_view text, int64_t unit) {
  std::array<Micros, 3> parts{};
  std::size_t count = 0;
  for (bool more = true; more;) {
    const auto part = take_number(text);
    if (!part || count == parts.size()) return std::nullopt;
    parts[count++] = *part;
    more = text.starts_with(':');
    if (more) text.remove_prefix(1);
  }
  if (!text.empty() || count < 2) return std::nullopt;
  if (parts[count - 1] >= kMinute * base::kOne || (count == 3 && parts[1] >= kMinute * base::kOne)) return std::nullopt;
  const int64_t first = count == 3 || unit == kHour ? kHour : kMinute;
  return parts[0] * first + parts[1] * (first / kMinute) + parts[2];
}

// "90", "5 min", "1 h 30 min".
std::optional<Micros> worded(std::string_view text, int64_t unit) {
  Micros sum = 0;
  do {
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    const std::string_view word = take_word(text);
    const auto named = word.empty() && text.empty() ? std::optional(unit) : unit_named(normalise(word));
    if (!named || *number > kLongest / *named) return std::nullopt;
    sum += *number * *named;
  } while (!text.empty());
  return sum;
}

}  // namespace

int64_t unit_in(std::string_view header) {
  const std::string words = normalise(header);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (const auto unit = unit_named(std::string_view(words).substr(at, end - at))) return *unit;
    at = end + 1;
  }
  return 1;
}

Micros seconds_of(Micros value, int64_t unit) {
  return value >= 0 && value <= kLongest / unit ? value * unit : table::kUnreadable<Micros>;
}

Micros duration_of(std::string_view text, int64_t unit) {
  text = table::trim(text);
  if (text.empty() || table::is_null_word(text)) return table::kMissing<Micros>;
  const bool clock = text.find(':') != std::string_view::npos;
  const auto seconds = clock ? clock_of(text, unit) : worded(text, unit);
  return seconds && *seconds <= kLongest ? *seconds : table::kUnreadable<Micros>;
}

}  // namespace pegel::dataset
