#pragma once
// Exports as systems write them, and what is understood of them with no hint. What is shown: header names, preambles,
// footers, styles; the rows are made up.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "csv/code_pages.h"
#include "support/encoded.h"
#include "support/run.h"

namespace pegel::test {

struct Export {
  std::string_view system;
  std::string_view file;
  Encoding encoding;  ///< that `text` is written in; UTF-16 with its mark
  std::string_view text;
  std::string_view expected;  ///< as understood() says it
};

/// A letter that the page lacks is '?'.
inline std::string in_page(std::string_view text, const csv::CodePage& page) {
  std::string bytes;
  while (!text.empty()) {
    const base::Letter letter = base::first_letter(text);
    const auto at = std::find(page.begin(), page.end(), letter.code);
    const bool known = letter.code < 0x80 || at != page.end();
    bytes += !known ? '?' : static_cast<char>(letter.code < 0x80 ? letter.code : 0x80 + (at - page.begin()));
    text.remove_prefix(letter.length);
  }
  return bytes;
}

inline std::string bytes_of(const Export& each) {
  std::string text(each.text);
  switch (each.encoding) {
    case Encoding::utf16le:
      return "\xff\xfe" + encoded(text, each.encoding).value_or(std::string());
    case Encoding::windows1252:
      return in_page(text, csv::kWindows1252);
    case Encoding::windows1251:
      return in_page(text, csv::kWindows1251);
    case Encoding::macroman:
      std::replace(text.begin(), text.end(), '\n', '\r');  // as the Macintosh ends lines
      return in_page(text, csv::kMacRoman);
    default:
      return text;
  }
}

/// "kind rows used: the role of each column; KPI value"; the KPI is the one that `expected` names. Of a file that is none
/// of the kinds: "none".
inline std::string understood(const Export& each) {
  const File file{std::string(each.file), bytes_of(each)};
  const auto profile = profile_of(file);
  if (!profile) return profile.error().code;
  if (profile->kind == Kind::none) return "none";
  std::string out;
  for (const ColumnProfile& column : profile->columns)
    out += ' ' + std::string(column.role == Role::none ? "-" : name_of(column.role));
  const Report report = run({file}, choices_today("2024-12-31"));
  out = std::string(name_of(profile->kind)) + ' ' + std::to_string(report.sources[0].used) + ':' + out;
  const auto semicolon = each.expected.find("; ");
  if (semicolon == each.expected.npos) return out;
  const std::string_view id =
      each.expected.substr(semicolon + 2, each.expected.find(' ', semicolon + 2) - semicolon - 2);
  const auto& value = kpi(report, id).total.value;
  char number[32];
  std::snprintf(number, sizeof number, " %.6g", value.value_or(-1));
  return out + "; " + std::string(id) + number;
}

inline void expect_understood(std::span<const Export> exports) {
  for (const Export& each : exports) EXPECT_EQ(understood(each), each.expected) << each.system;
}

}  // namespace pegel::test
