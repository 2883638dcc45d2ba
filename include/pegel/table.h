#pragma once
// A file as a plain table of text: what was read, before any meaning.

#include <optional>
#include <string>
#include <vector>

#include "pegel/engine.h"

namespace pegel {

/// Cells as read. A row has as many as there are columns, or as many as its record where that is another number (then
/// csv.ragged is among the issues). Left-out rows are in `issues`, not in `rows`.
struct TextTable {
  Dialect dialect;
  std::string decimal;  ///< "," or "." when some column proves it, else empty
  /// A name a column, those of several header rows joined by a space, "" where a column has none; empty without header.
  std::vector<std::string> header;
  std::vector<ColumnType> types;
  std::vector<std::vector<std::string>> rows;
  /// Per cell of `rows`: JSON text of its value ("12.5", "\"2026-03-14\"", "true", "null", or the text quoted).
  std::vector<std::vector<std::string>> values;
  std::vector<Issue> issues;
};

/// `file`: all of its bytes. A file without rows is a table without columns, with the Issue csv.empty. Errors as profile()
/// otherwise.
Result<TextTable> read_table(const FileHead& file, const SourceChoice& choice = {});

}  // namespace pegel
