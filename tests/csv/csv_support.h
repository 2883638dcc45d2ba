#pragma once
// Records as plain values, and the ways to read a text that must all give the same.

#include <cstdint>
#include <ostream>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "csv/reader.h"
#include "csv/reference_tokenizer.h"
#include "csv/tokenizer.h"

namespace pegel::csv {

using Rows = std::vector<std::vector<std::string>>;

inline Rows rows_of(const Records& records, const Dialect& dialect) {
  Rows rows;
  std::string buffer;
  for (std::size_t r = 0; r < records.size(); ++r) {
    rows.emplace_back();
    for (std::size_t c = 0; c < records.width(r); ++c) {
      rows.back().emplace_back(value_of(records, records.at(r, c), dialect.quote, buffer));
    }
  }
  return rows;
}

/// Everything a tokenizer says, to compare two of them.
struct Outcome {
  std::size_t consumed = 0;
  std::vector<uint32_t> odd;
  Rows rows;
  std::vector<uint32_t> first;
  std::vector<uint32_t> lines;
  uint32_t line_breaks = 0;
  std::vector<uint64_t> fields;

  bool operator==(const Outcome& o) const {
    return consumed == o.consumed && odd == o.odd && rows == o.rows && first == o.first && lines == o.lines &&
           line_breaks == o.line_breaks && fields == o.fields;
  }
};

inline std::ostream& operator<<(std::ostream& out, const Outcome& o) {
  out << "consumed " << o.consumed << (o.odd.empty() ? "" : " odd") << " breaks " << o.line_breaks << " rows";
  for (std::size_t r = 0; r < o.rows.size(); ++r) {
    out << "\n  line " << o.lines[r] << ":";
    for (const std::string& value : o.rows[r]) out << " [" << value << "]";
  }
  return out << "\n";
}

using Tokenizer = std::size_t (*)(const Dialect&, std::string_view, bool, Records&);

inline Outcome outcome_of(Tokenizer tokenizer, const Dialect& dialect, std::string_view text, bool last) {
  Records records;
  const std::size_t consumed = tokenizer(dialect, text, last, records);
  Outcome o{consumed, records.odd, rows_of(records, dialect), records.first, records.lines, records.line_breaks, {}};
  for (const Field& f : records.fields) {
    o.fields.push_back(uint64_t{f.begin} << 32 | uint64_t{f.end} << 2 | uint64_t{f.quoted} << 1 | uint64_t{f.escaped});
  }
  return o;
}

/// What a Reader hands out when the bytes come in pieces of `piece`.
struct ReadOutcome {
  Rows rows;
  std::vector<int64_t> lines;
  int64_t undecodable = 0;
  std::string error;

  bool operator==(const ReadOutcome& o) const {
    return rows == o.rows && lines == o.lines && undecodable == o.undecodable && error == o.error;
  }
};

inline ReadOutcome read_in_pieces(const Dialect& dialect, std::string_view bytes, std::size_t piece,
                                  int64_t first_line = 1) {
  ReadOutcome o;
  Reader reader(dialect, first_line, [&](const Records& records, int64_t line) {
    for (auto& row : rows_of(records, dialect)) o.rows.push_back(std::move(row));
    for (const uint32_t l : records.lines) o.lines.push_back(line + l);
  });
  Result<void> result;
  for (std::size_t at = 0; at < bytes.size() && result; at += piece) {
    const std::string copy(bytes.substr(at, piece));  // its own memory, so that a sanitizer sees reads behind it
    result = reader.push({reinterpret_cast<const uint8_t*>(copy.data()), copy.size()});
  }
  if (result) result = reader.finish();
  if (!result) o.error = result.error().code;
  o.undecodable = reader.undecodable();
  return o;
}

inline Dialect dialect_with(std::string delimiter, char quote = '"', Escape escape = Escape::doubled) {
  Dialect dialect;
  dialect.delimiter = std::move(delimiter);
  dialect.quote = quote;
  dialect.escape = escape;
  return dialect;
}

}  // namespace pegel::csv
