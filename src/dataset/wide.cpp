#include "dataset/wide.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pegel::dataset {
namespace {

// Starts of month names in English, German, Dutch, Armenian.
constexpr std::array<std::string_view, 32> kMonths = {
    "jan", "feb", "mar", "mrt", "mae", "maa", "apr", "may", "mai", "mei", "jun", "jul", "aug", "sep", "oct", "okt",
    "nov", "dec", "dez", "հու", "փետ", "մար", "ապր", "մայ", "օգո", "սեպ", "հոկ", "նոյ", "դեկ", "հնվ", "հլս", "հնս"};

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year(std::string_view word) {
  return word.size() == 4 && is_number(word) && (word[0] == '1' || word[0] == '2');
}

bool is_month_name(std::string_view word) {
  return std::any_of(kMonths.begin(), kMonths.end(), [&](std::string_view month) { return word.starts_with(month); });
}

bool is_quarter(std::string_view word) {
  return word.size() == 2 && (word[0] == 'q' || word[0] == 'k') && word[1] >= '1' && word[1] <= '4';
}

bool is_any(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string_view period_of_two(std::string_view first, std::string_view second) {
  if (is_any(first, {"month", "monat", "maand", "ամիս"}) && is_number(second)) return "month";
  if (is_any(first, {"quarter", "quartal", "kwartaal", "եռամսյակ"}) && is_number(second)) return "quarter";
  if (is_any(first, {"week", "kw", "woche", "wk", "շաբաթ"}) && is_number(second)) return "week";
  if (is_year(first) && is_number(second) && second.size() == 2) return "month";
  return {};
}

std::string_view period_of(const std::vector<std::string>& words) {
  if (words.empty() || words.size() > 3) return {};
  if (words.size() > 1) {
    const auto named = period_of_two(words[0], words[1]);
    if (!named.empty()) return named;
  }
  if (words.size() == 1 && is_year(words[0])) return "year";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool rest_is_year = words.size() == 1 || (words.size() == 2 && is_number(words[1 - i]));
    if (rest_is_year && is_quarter(words[i])) return "quarter";
    if (rest_is_year && is_month_name(words[i]) && words[i].size() <= 18) return "month";
  }
  return {};
}

bool is_stage_date(const std::vector<std::string>& words) {
  return words.size() > 2 && words[0] == "date" && (words[1] == "entered" || words[1] == "exited");
}

bool holds_numbers(const Evidence& evidence) {
  return evidence.column->type == ColumnType::number || evidence.column->type == ColumnType::empty;
}

bool is_round(const Evidence& evidence) {
  return evidence.numbers > 0 && evidence.integers && evidence.most >= 1000 &&
         std::all_of(evidence.values.begin(), evidence.values.end(), [](const RawCount& value) {
           return value.raw.find("00") != std::string::npos || value.raw == "0";
         });
}

}  // namespace

Wide find_wide(const Table& file) {
  for (const std::string_view grain : {"month", "quarter", "week", "year"}) {
    Wide wide{{}, grain, true};
    for (std::size_t c = 0; c < file.headers.size(); ++c) {
      if (period_of(file.headers[c].words) != grain || !holds_numbers(file.columns[c])) continue;
      wide.columns.push_back(c);
      wide.round_numbers = wide.round_numbers && is_round(file.columns[c]);
    }
    if (wide.columns.size() >= 3) return wide;
  }
  Wide stages{{}, "stage", false};
  for (std::size_t c = 0; c < file.headers.size(); ++c) {
    if (is_stage_date(file.headers[c].words)) stages.columns.push_back(c);
  }
  return stages.columns.size() >= 2 ? stages : Wide{};
}

}  // namespace pegel::dataset
