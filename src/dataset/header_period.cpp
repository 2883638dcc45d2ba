#include "dataset/header_period.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/civil_date.h"
#include "dataset/mapping.h"
#include "table/date_words.h"
#include "table/lexical.h"

namespace pegel::dataset {
namespace {

using table::is_digit;

bool is_word_byte(char c) { return table::is_letter(c) || table::is_high(c); }

// Runs of letters and runs of digits: "Q1_2026" is "Q", "1", "2026".
std::vector<std::string_view> tokens_of(std::string_view text) {
  std::vector<std::string_view> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const auto same = is_digit(text[at]) ? is_digit : is_word_byte;
    std::size_t end = at;
    while (end < text.size() && same(text[end])) ++end;
    if (end > at) tokens.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return tokens;
}

template <std::size_t N>
bool is_any(std::string_view word, const std::array<std::string_view, N>& list) {
  const std::string folded = normalise(word);
  return std::find(list.begin(), list.end(), folded) != list.end();
}

constexpr std::array<std::string_view, 13> kTargetWords = {
    "target", "targets", "goal", "goals", "quota", "plan", "budget", "soll", "ziel", "ziele", "doel", "թիրախ", "պլան"};
constexpr std::array<std::string_view, 15> kActualWords = {"actual",  "actuals", "achieved", "sales",    "revenue",
                                                           "ist",     "umsatz",  "erreicht", "verkaufe", "werkelijk",
                                                           "behaald", "omzet",   "վաճառք",   "հասույթ",  "փաստացի"};
constexpr std::array<std::string_view, 5> kWeekWords = {"week", "kw", "woche", "wk", "շաբաթ"};
constexpr std::array<std::string_view, 6> kYearWords = {"year", "fy", "jahr", "jaar", "տարի", "թ"};

int number_of(std::string_view token) {
  if (token.empty() || token.size() > 4 || !is_digit(token[0])) return -1;
  int number = 0;
  for (const char c : token) number = number * 10 + (c - '0');
  return number;
}

bool is_year(std::string_view token) {
  const int number = number_of(token);
  return token.size() == 4 && number >= 1900 && number < 2200;
}

bool is_quarter_word(std::string_view word) { return table::is_quarter_word(word) || word == "K" || word == "k"; }

// What a header's tokens say, before they are put together.
struct Said {
  std::string_view grain;    // of a word for a period
  int month = 0;             // of a month's name
  std::vector<int> numbers;  // that are no four-digit years
  std::vector<std::size_t> digits;
  int year = 0;
  bool targets = false, actuals = false;
  bool other = false;  // a word that is none of these, or a second year or month

  explicit Said(std::string_view header) {
    for (const std::string_view token : tokens_of(header)) take(token);
  }

  void take(std::string_view token) {
    if (is_year(token)) {
      other = other || year != 0;
      year = number_of(token);
    } else if (const int number = number_of(token); number >= 0) {
      numbers.push_back(number);
      digits.push_back(token.size());
    } else if (is_digit(token[0])) {
      other = true;
    } else {
      take_word(token);
    }
  }

  void take_word(std::string_view word) {
    const int named = table::month_named(word);
    if (named != 0) {
      other = other || month != 0;
      month = named;
    } else if (is_quarter_word(word)) {
      set("quarter");
    } else if (table::is_month_word(word)) {
      set("month");
    } else if (is_any(word, kWeekWords)) {
      set("week");
    } else if (is_any(word, kTargetWords)) {
      targets = true;
    } else if (is_any(word, kActualWords)) {
      actuals = true;
    } else if (!is_any(word, kYearWords) && !table::is_ordinal_ending(word)) {
      other = true;
    }
  }

  void set(std::string_view name) {
    other = other || !grain.empty();
    grain = name;
  }

  Role measure() const { return targets == actuals ? Role::none : targets ? Role::target : Role::actual; }
};

int most_of(std::string_view grain) { return grain == "quarter" ? 4 : grain == "month" ? 12 : 53; }

// A two-digit year where the header has no other.
bool take_short_year(Said& said) {
  if (said.numbers.empty()) return true;
  if (said.year != 0 || said.numbers.size() > 1 || said.digits[0] != 2) return false;
  said.year = 2000 + said.numbers[0];
  return true;
}

std::optional<HeaderPeriod> numbered(Said said) {
  if (said.numbers.empty() || said.month != 0) return std::nullopt;
  const int number = said.numbers[0];
  said.numbers.erase(said.numbers.begin());
  said.digits.erase(said.digits.begin());
  if (number < 1 || number > most_of(said.grain) || !take_short_year(said)) return std::nullopt;
  return HeaderPeriod{said.grain, said.year, number, said.measure()};
}

}  // namespace

std::optional<HeaderPeriod> period_in(std::string_view header) {
  Said said(header);
  if (said.other || (said.targets && said.actuals)) return std::nullopt;
  if (!said.grain.empty()) return numbered(std::move(said));
  if (said.month != 0) {
    if (!take_short_year(said)) return std::nullopt;
    return HeaderPeriod{"month", said.year, said.month, said.measure()};
  }
  if (said.year == 0) return std::nullopt;
  if (said.numbers.empty()) return HeaderPeriod{"year", said.year, 0, said.measure()};
  const bool day = said.numbers.size() == 2 && said.numbers[1] == 1 && said.digits[1] == 2;
  if ((said.numbers.size() > 1 && !day) || said.digits[0] != 2) return std::nullopt;
  if (said.numbers[0] < 1 || said.numbers[0] > 12) return std::nullopt;
  return HeaderPeriod{"month", said.year, said.numbers[0], said.measure()};
}

namespace {

// ISO: the week of 4 January is the first.
Day monday_of(int year, int week) {
  const Day fourth = *base::day_of(year, 1, 4);
  return fourth - (base::weekday_of(fourth) - 1) + 7 * (week - 1);
}

}  // namespace

std::optional<std::pair<Day, Day>> days_of(const HeaderPeriod& period, int year) {
  const int of = period.year != 0 ? period.year : year;
  if (period.grain == "week") {
    const Day monday = monday_of(of, period.number);
    if (monday >= monday_of(of + 1, 1)) return std::nullopt;
    return std::pair{monday, monday + 6};
  }
  const int months = period.grain == "year" ? 12 : period.grain == "quarter" ? 3 : 1;
  const auto start = base::day_of(of, period.number == 0 ? 1 : (period.number - 1) * months + 1, 1);
  if (!start) return std::nullopt;
  return std::pair{*start, base::first_of_month(base::month_of(*start) + months) - 1};
}

int year_in(std::string_view text) {
  int found = 0;
  for (const std::string_view token : tokens_of(text)) {
    if (!is_year(token)) continue;
    if (found != 0) return 0;
    found = number_of(token);
  }
  return found;
}

Role measure_in(std::string_view text) { return Said(text).measure(); }

namespace {

constexpr std::array<std::string_view, 7> kEnterWords = {"entered",  "reached", "eingetreten", "erreicht",
                                                         "ingegaan", "bereikt", "մուտքի"};
constexpr std::array<std::string_view, 12> kDayWords = {"date", "day",  "datum", "am",      "on",   "at",
                                                        "op",   "time", "into",  "ամսաթիվ", "seit", "since"};
constexpr std::array<std::string_view, 4> kSystemWords = {"hs", "deal", "v2", "property"};

// Words between blanks and underscores, as they are written.
std::vector<std::string_view> words_between_gaps(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" _", at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) {
    if (word == "-") continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace

HeaderStage stage_in(std::string_view header) {
  auto words = words_between_gaps(header);
  bool told = false, day = false;
  const auto about_the_day = [&](std::string_view word) {
    const bool enters = is_any(word, kEnterWords);
    const bool days = is_any(word, kDayWords);
    told = told || enters;
    day = day || days;
    return enters || days || is_any(word, kSystemWords);
  };
  while (!words.empty() && about_the_day(words.front())) words.erase(words.begin());
  while (!words.empty() && about_the_day(words.back())) words.pop_back();
  if (words.empty() || !(told || day)) return {};
  std::string stage = joined(words);
  if (stage.size() > 1 && stage.front() == '"' && stage.back() == '"') stage = stage.substr(1, stage.size() - 2);
  return {std::move(stage), told};
}

}  // namespace pegel::dataset
