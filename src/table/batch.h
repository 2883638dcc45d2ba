#pragma once
// A bounded set of rows as Columns, plus where each row stands in its file: the unit of all work. And what made no row.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pegel/limits.h"
#include "table/column.h"

namespace pegel::table {

/// Rows of one Batch at most: bounds the memory of everything computed per Batch.
inline constexpr std::size_t kBatchRows = 1 << 16;

struct Batch {
  std::size_t rows = 0;
  std::vector<Column> columns;  ///< in the order of Source::columns
  std::vector<uint32_t> lines;  ///< line of each row, counted from `first_line`
  int64_t first_line = 1;       ///< of the file, from 1

  int64_t line_of(std::size_t row) const { return first_line + lines[row]; }
  std::size_t bytes() const;  ///< memory held, dictionaries not counted
};

/// Why a record, or a cell of a wide one, makes no row: codes of Issues.
inline constexpr std::string_view kReasonsToLeaveOut[] = {"csv.blank",     "csv.comment",         "csv.note",
                                                          "csv.ragged",    "csv.repeated_header", "csv.second_table",
                                                          "csv.total_row", "csv.unsplit_row",     "wide.empty"};

/// Records, and cells of wide ones, that were read and made no row: the first kMostLeftOut of them.
class LeftOut {
 public:
  struct Entry {
    std::string_view reason;  ///< one of kReasonsToLeaveOut
    int64_t line = 0;
    int64_t column = 0;  ///< from 1; 0: all of the record
    int64_t rows = 1;    ///< that it would have made
    std::string excerpt;
  };

  void add(Entry entry) {
    if (entries_.size() < kMostLeftOut) entries_.push_back(std::move(entry));
  }
  /// Adds those of `from`, so many lines further down, as far as there is room.
  void append(LeftOut&& from, int64_t lines) {
    for (Entry& entry : from.entries_) {
      if (entries_.size() >= kMostLeftOut) return;
      entry.line += lines;
      entries_.push_back(std::move(entry));
    }
  }
  /// In no particular order.
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

}  // namespace pegel::table
