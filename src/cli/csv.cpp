#include "cli/csv.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace pegel::cli {

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::string_view, 11> kStartsFormula = {
    "="sv, "+"sv, "-"sv, "@"sv, "\t"sv, "\r"sv, "\0"sv, "\uFF1D"sv, "\uFF0B"sv, "\uFF0D"sv, "\uFF20"sv};

bool is_number(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  if (text.ends_with('%')) text.remove_suffix(1);
  return text.find_first_of("0123456789") != text.npos && text.find_first_not_of("0123456789., ") == text.npos;
}

}  // namespace

std::string guarded(std::string_view cell) {
  const bool formula = std::any_of(kStartsFormula.begin(), kStartsFormula.end(),
                                   [&](std::string_view start) { return cell.starts_with(start); });
  return (formula && !is_number(cell) ? "'" : "") + std::string(cell);
}

void write_csv(std::ostream& out, const std::vector<std::string>& cells) {
  const char* comma = "";
  for (const std::string& cell : cells) {
    const std::string text = guarded(cell);
    out << comma;
    comma = ",";
    if (text.find_first_of(",\"\r\n") == text.npos) {
      out << text;
      continue;
    }
    out << '"';
    for (const char c : text) out << (c == '"' ? "\"\"" : std::string(1, c));
    out << '"';
  }
  out << '\n';
}

}  // namespace pegel::cli
