#pragma once
// Profiles from a line a file: "Header|type|role; Header|type|role; …". Types: i id, c category, t text, n number,
// d date, m instant, b boolean. A role of "" means: used by none. A type may carry values: "c=Won,Lost".

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/mapping.h"

namespace pegel::dataset::test {

struct HeaderFile {
  Profile profile;
  std::vector<std::vector<RawCount>> raw_counts;
  std::map<std::string, std::string> roles;  ///< expected, by column name
};

inline std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    std::string_view part = text.substr(begin, end - begin);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    parts.emplace_back(part);
    begin = end + 1;
  }
  return parts;
}

inline ColumnType type_of_letter(char letter) {
  switch (letter) {
    case 'i':
      return ColumnType::id;
    case 'c':
      return ColumnType::category;
    case 'n':
      return ColumnType::number;
    case 'd':
      return ColumnType::date;
    case 'm':
      return ColumnType::instant;
    case 'b':
      return ColumnType::boolean;
    case 'e':
      return ColumnType::empty;
    default:
      return ColumnType::text;
  }
}

inline std::vector<std::string> usual_values(ColumnType type) {
  switch (type) {
    case ColumnType::category:
      return {"Alpha", "Beta", "Gamma"};
    case ColumnType::number:
      return {"120", "2500", "40", "17.5"};
    case ColumnType::boolean:
      return {"true", "false"};
    default:
      return {};
  }
}

/// A file of 40 rows; ids, texts and dates are all distinct, other values evenly spread.
inline HeaderFile header_file(std::string_view line) {
  constexpr int64_t kRows = 40;
  HeaderFile file;
  file.profile.file = "file.csv";
  file.profile.sampled_rows = kRows;
  for (const std::string& part : split(line, ';')) {
    const auto fields = split(part, '|');
    const auto typed = split(fields.at(1), '=');
    ColumnProfile column;
    column.name = fields.at(0);
    column.type = type_of_letter(typed.at(0).at(0));
    const auto values = typed.size() > 1 ? split(typed[1], ',') : usual_values(column.type);
    column.samples.assign(values.begin(),
                          values.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(values.size(), 5)));
    column.distinct = values.empty() ? kRows : static_cast<int64_t>(values.size());
    auto& counts = file.raw_counts.emplace_back();
    for (const std::string& value : values) counts.push_back({value, kRows / static_cast<int64_t>(values.size())});
    file.profile.columns.push_back(std::move(column));
    file.roles[fields[0]] = fields.size() > 2 ? fields[2] : "";
  }
  return file;
}

}  // namespace pegel::dataset::test
