#pragma once
// A file as a plain table, whole.

#include "pegel/table.h"

namespace pegel::test {

struct TextTable {
  Dialect dialect;
  std::string decimal;
  std::vector<std::string> header;
  std::vector<ColumnType> types;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::vector<std::string>> values;  ///< JSON texts
  std::vector<Issue> issues;
};

/// `bytes`: the whole file. `typed`, errors: as plain_profile and TableReading.
inline Result<TextTable> read_table(const std::string& name, std::string_view bytes, bool typed = false) {
  const std::span<const uint8_t> all(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  const auto size = static_cast<int64_t>(all.size());
  FileHead head{name, size, all.first(std::min(all.size(), head_bytes(size)))};
  for (const int64_t offset : sample_offsets(size)) {
    const auto rest = all.subspan(static_cast<std::size_t>(offset));
    head.samples.push_back(rest.first(std::min(rest.size(), kSampleBytes)));
  }
  const auto profile = plain_profile(head);
  if (!profile) return tl::unexpected<Error>(profile.error());
  TextTable table;
  const auto take = [&](const std::vector<std::string>& cells) {
    table.rows.push_back(cells);
    auto& values = table.values.emplace_back();
    for (std::size_t c = 0; c < cells.size(); ++c) values.push_back(value_text(cells[c], *profile, c));
  };
  TableReading reading(*profile, take, typed);
  if (auto read = reading.push(all); !read) return tl::unexpected<Error>(std::move(read.error()));
  if (auto ended = reading.finish(); !ended) return tl::unexpected<Error>(std::move(ended.error()));
  const TableHead found = table_head(*profile, reading.header());
  table.dialect = found.dialect;
  table.decimal = found.decimal;
  table.header = found.header;
  table.types = found.types;
  table.issues = reading.issues();
  return table;
}

}  // namespace pegel::test
