#pragma once
// A file as a plain table of text: what was read, before any meaning.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pegel/engine.h"

namespace pegel {

/// profile() without kind and roles: all that a plain table needs. A file without rows has no columns and the Issue
/// csv.empty. Errors as profile() otherwise.
Result<Profile> plain_profile(const FileHead& head, const SourceChoice& choice = {});

/// Reads the rows of a file's table, block by block, and holds none of them.
class TableReading {
 public:
  /// A row's cells as read: as many as there are columns, or as many as its record where that is another number (then
  /// csv.ragged is among the issues). Other rows left out are in the issues instead.
  using Take = std::function<void(const std::vector<std::string>& cells)>;

  /// `profile`: of the file; it must outlive the reading. `typed`: cells that their column's type cannot read are Issues
  /// ("num.text", "date.text", …), too.
  TableReading(const Profile& profile, Take take, bool typed = false);
  TableReading(TableReading&&) noexcept;
  ~TableReading();
  /// Blocks of any size. Errors: "csv.record_too_long".
  Result<void> push(std::span<const uint8_t> bytes);
  Result<void> finish();
  /// A name a column, those of several header rows and of a row of units joined by a space, "" where a column has none;
  /// empty without header. Whole with the first row, and after finish.
  std::vector<std::string> header() const;
  const std::vector<Issue>& issues() const;  ///< whole after finish

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

/// What stands above a table's rows.
struct TableHead {
  Dialect dialect;
  std::string decimal;  ///< "," or "." when some column proves it, else empty
  std::vector<std::string> header;
  std::vector<ColumnType> types;
};
TableHead table_head(const Profile& profile, std::vector<std::string> header);

/// The JSON text of a cell's value by its column's type: `12.5`, `"2026-03-14"`, `true`, `null`, or the text quoted.
/// `column`: from 0; beyond the last one a cell is text.
std::string value_text(std::string_view cell, const Profile& profile, std::size_t column);

}  // namespace pegel
