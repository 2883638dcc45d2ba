#pragma once
// A file as a plain table of text: what was read, before any meaning.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pegel/engine.h"

namespace pegel {

/// What is known of a file's table before its rows are read.
struct TableHead {
  Dialect dialect;
  std::string decimal;  ///< "," or "." when some column proves it, else empty
  std::vector<std::string> header;
  std::vector<ColumnType> types;
};
TableHead table_head(const Profile& profile);

/// Reads the rows of a file's table, block by block, and holds none of them.
class TableReading {
 public:
  /// A row's cells as read, as many as the header has. Left-out rows are in the issues instead.
  using Take = std::function<void(const std::vector<std::string>& cells)>;

  /// `profile`: of the file.
  TableReading(const Profile& profile, Take take);
  TableReading(TableReading&&) noexcept;
  ~TableReading();
  /// Blocks of any size. Errors: "csv.record_too_long".
  Result<void> push(std::span<const uint8_t> bytes);
  Result<void> finish();
  const std::vector<Issue>& issues() const;  ///< whole after finish

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

/// The JSON text of a cell's value by its column's type: `12.5`, `"2026-03-14"`, `true`, `null`, or the text quoted.
std::string value_text(std::string_view cell, const ColumnProfile& column);

}  // namespace pegel
