#pragma once
// Records that are no rows of data. Each rule looks at one record alone, so that a file may be cut anywhere.

#include <span>
#include <string_view>

#include "pegel/plan.h"
#include "pegel/profile.h"
#include "table/cells.h"

namespace pegel::table {

/// All columns of a table, without roles: what the rules look at.
Source plain_source(const Dialect& dialect, std::span<const ColumnProfile> columns, int usual_width, bool full_rows);

/// Of a record above the header: it is as wide as the table and fills two cells of it, or one where the table has no header;
/// a label ("Period:") is none.
bool is_like_row(Cells& cells, std::size_t record, const Source& source);

/// Every cell is empty or blank.
bool is_blank(Cells& cells, std::size_t record);
/// The rules for one Source.
class RowRules {
 public:
  explicit RowRules(const Source& source);
  /// "csv.second_table" below the table's last line, "csv.blank", "csv.comment", "csv.note" (a title; the name of a group), "csv.ragged",
  /// "csv.unsplit_row", "csv.repeated_header", "csv.total_row", or "" for a row of data. `line` is the record's in its file, from 1.
  std::string_view reason_to_leave_out(Cells& cells, std::size_t record, int64_t line, const Source& source) const;

 private:
  std::size_t probe_ = 0;    // a column that the file names itself: a row that starts another way there is no header
  char probe_start_ = '\0';  // '\0': no such column
};

}  // namespace pegel::table
