#pragma once
// Records to Batches: only the columns of the Source are built; every row is used or left out under a reason.

#include <span>
#include <vector>

#include "csv/records.h"
#include "pegel/issue.h"
#include "pegel/plan.h"
#include "table/batch.h"

namespace pegel::table {

/// Builds the Batches of one part of one Source. Rows are left out, with an Issue each, when they are blank (csv.blank),
/// have another number of fields than the header (csv.ragged; trailing empty fields too many or too few are forgiven),
/// repeat the header (csv.repeated_header) or are totals at the end of the file (csv.total_row).
/// Cells that are not of their column's type become unreadable and raise num.text or date.text with their places.
class Builder {
 public:
  explicit Builder(const Source& source);
  void add(const csv::Records& records, int64_t first_line, std::size_t first_record = 0);
  /// Closes the last Batch.
  void finish();

  std::vector<Batch>& batches() { return batches_; }
  Issues& issues() { return issues_; }
  int64_t rows_read() const { return rows_read_; }      ///< = rows in batches + rows_left_out
  int64_t rows_left_out() const { return rows_left_out_; }

 private:
  void open_batch(int64_t first_line);
  bool leave_out(const csv::Records& records, std::size_t record, int64_t line);
  void append(const csv::Records& records, std::size_t record);

  Source source_;
  std::vector<Batch> batches_;
  std::vector<std::shared_ptr<Dictionary>> dictionaries_;
  Issues issues_;
  int64_t rows_read_ = 0;
  int64_t rows_left_out_ = 0;
};

}  // namespace pegel::table
