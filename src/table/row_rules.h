#pragma once
// Records that are no rows of data. Each rule looks at one record alone, so that a file may be cut anywhere.

#include <string_view>

#include "pegel/plan.h"
#include "table/cells.h"

namespace pegel::table {

/// Every cell is empty or blank.
bool is_blank(Cells& cells, std::size_t record);
/// Another number of fields than the Source's. Nothing is forgiven: where the gap or the surplus is cannot be seen, and a
/// value in the wrong column would be wrong in silence. A surplus that most records have is columns of their own; where
/// most records end early, that width is the Source's usual one.
bool is_ragged(Cells& cells, std::size_t record, const Source& source);
/// Why a ragged record is no row: "csv.comment" where it starts with '#', "csv.note" of a single filled cell (a title, a
/// footnote), else "csv.ragged".
std::string_view why_ragged(Cells& cells, std::size_t record);
/// The cells are the names of their columns.
bool repeats_header(Cells& cells, std::size_t record, const Source& source);
/// The first filled cell says "Total", "Summe", "Totaal" … alone or before a colon, and all others are empty or numbers,
/// at least one of them a number.
bool is_total(Cells& cells, std::size_t record, const Source& source);

/// The rules for one Source.
class RowRules {
 public:
  explicit RowRules(const Source& source);
  /// "csv.blank", what why_ragged() says, "csv.repeated_header", "csv.total_row", or "" for a row of data.
  std::string_view reason_to_leave_out(Cells& cells, std::size_t record, const Source& source) const;

 private:
  std::size_t probe_ = 0;    // a column that the file names itself: a row that starts another way there is no header
  char probe_start_ = '\0';  // '\0': no such column
};

}  // namespace pegel::table
