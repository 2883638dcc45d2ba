#pragma once
// Records to Batches: only the columns of the Source are built; every row is used or left out under a reason.

#include <memory>
#include <span>
#include <vector>

#include "csv/records.h"
#include "pegel/issue.h"
#include "pegel/plan.h"
#include "table/append.h"
#include "table/batch.h"
#include "table/row_rules.h"
#include "table/unpivot.h"

namespace pegel::table {

/// Builds the Batches of one part of one Source: number, date, instant and boolean columns as such, categories with one
/// Dictionary for all Batches, everything else as text. Cells are trimmed; "NULL", "n/a" and the like are missing.
/// Rows are left out, with an Issue each, when they are blank (csv.blank), have another number of fields than the header
/// (csv.ragged; csv.comment and csv.note where that is a comment or a note), stand below the table's last line
/// (csv.second_table), repeat the header (csv.repeated_header) or are totals
/// (csv.total_row: the first filled cell says so and all others are empty or numbers; see row_rules.cpp).
/// A record above the header that is like a row raises csv.above.
/// A record with a quote out of place raises csv.quote, be it a row or not.
/// A quoted field that holds whole rows is kept and raises csv.quoted_rows at the line where its record starts.
/// Cells that are not of their column's type become unreadable and raise an Issue with their places (table/fault.h).
/// Amounts in another currency than their column's keep it and raise num.other_currency; where a column's values name
/// several and nothing names that of the bare ones, these raise num.no_currency. Which rows are left out does not depend
/// on how the file is cut.
/// Of a wide Source a row is one of Wide::columns in one record: a record that is left out leaves out one row a column, an
/// empty cell leaves out its own (wide.empty). Its records raise wide.unpivoted, and wide.year where the year is assumed.
class Builder {
 public:
  explicit Builder(const Source& source);
  /// `first_line`: of the first byte of `records.text` in the file, from 1. Records before `first_record` are not looked at.
  void add(const csv::Records& records, int64_t first_line, std::size_t first_record = 0);
  /// Closes the last Batch.
  void finish();

  std::vector<Batch>& batches() { return batches_; }
  /// The Batches to which no row will come.
  std::span<const Batch> closed() const { return std::span(batches_).first(batches_.size() - (open_ ? 1 : 0)); }
  void drop_closed();
  /// By column; null where it is no category.
  const std::vector<std::shared_ptr<Dictionary>>& dictionaries() const { return dictionaries_; }
  Issues& issues() { return issues_; }
  int64_t rows_read() const { return rows_read_; }  ///< = rows in batches + rows_left_out
  int64_t rows_left_out() const { return rows_left_out_; }
  LeftOut& left_out() { return left_out_; }

 private:
  void keep_rows(const csv::Records& records, int64_t first_line, std::size_t first_record);
  void leave_out(std::string_view reason, Place place, int64_t rows);
  void note_above(const csv::Records& records, int64_t first_line, std::size_t first_record);
  void note_odd_quotes(const csv::Records& records, int64_t first_line);
  void note_swallowed(const csv::Records& records, int64_t first_line, std::size_t record);
  void add_rows(const csv::Records& records, int64_t first_line, std::span<const uint32_t> rows);
  void spread_rows(const csv::Records& records, int64_t first_line);
  void leave_out_empty_cells(const csv::Records& records, int64_t first_line);
  void note_spread(std::string_view code, std::string_view name, std::string value, const csv::Records& records,
                   int64_t first_line);
  void open_batch(int64_t first_line);
  void close_batch();
  bool batch_is_full() const;
  void append_rows(const csv::Records& records, int64_t first_line, std::span<const uint32_t> rows);
  void note_bare_amounts(std::span<const uint32_t> rows, std::size_t column);
  void report_faults(const csv::Records& records, int64_t first_line, std::size_t column);

  Source source_;
  std::vector<Batch> batches_;
  std::vector<std::shared_ptr<Dictionary>> dictionaries_;
  std::vector<ColumnMemo> memos_;
  std::vector<Faults> faults_;
  Source recorded_;  // as the records stand: source_ itself, unless it is wide
  std::optional<Unpivot> unpivot_;
  RowRules rules_;
  std::vector<uint32_t> kept_;  // records of the block that become rows
  Issues issues_;
  LeftOut left_out_;
  bool open_ = false;
  int above_ = 0;  // records seen above the rows
  int64_t rows_read_ = 0;
  int64_t rows_left_out_ = 0;
};

}  // namespace pegel::table
