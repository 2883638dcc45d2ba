#pragma once
// A file as a plain table of text: what was read, before any meaning.

#include <optional>
#include <string>
#include <vector>

#include "pegel/engine.h"

namespace pegel {

/// Cells as read, rows of the header's width; left-out rows are in `issues`, not in `rows`.
struct TextTable {
  Dialect dialect;
  std::string decimal;  ///< "," or "." when some column proves it, else empty
  std::vector<std::string> header;
  std::vector<ColumnType> types;
  std::vector<std::vector<std::string>> rows;
  /// Per cell of `rows`: JSON text of its value ("12.5", "\"2026-03-14\"", "true", "null", or the text quoted).
  std::vector<std::vector<std::string>> values;
  std::vector<Issue> issues;
};

/// `file`: all of its bytes. Errors as profile().
Result<TextTable> read_table(const FileHead& file, const SourceChoice& choice = {});

}  // namespace pegel
