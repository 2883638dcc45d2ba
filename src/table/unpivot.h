#pragma once
// Records of a wide table as long ones: a record for each filled cell of Wide::columns.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "csv/records.h"
#include "pegel/issue.h"
#include "pegel/plan.h"

namespace pegel::table {

/// A long record has all fields of its wide one, then the fields that Wide adds: its cell at WideColumn::to, its keys from
/// Wide::first_key on, the rest empty.
class Unpivot {
 public:
  explicit Unpivot(const Source& source);

  /// The long records of `kept`, in their order, then in that of Wide::columns. Valid until the next call, as long as the
  /// text of `wide` is.
  const csv::Records& of(const csv::Records& wide, std::span<const uint32_t> kept);
  /// The field of the file that long record `row` took its cell from.
  int column_of(std::size_t row) const { return wide_[column_[row]].index; }
  /// Cells of `kept` that are empty and so gave no record, as (record of `wide`, field).
  const std::vector<std::pair<uint32_t, int>>& empty() const { return empty_; }

 private:
  void add(const csv::Records& wide, uint32_t record, std::size_t column);

  std::vector<WideColumn> wide_;
  std::size_t width_;  // fields of a long record
  int own_;            // of them the record's own
  int first_key_;
  std::vector<std::vector<csv::Field>> keys_;  // by wide column, in the part of text_ behind the block's own
  std::string key_text_;
  std::string text_;
  csv::Records long_;
  std::vector<std::size_t> column_;  // by long record, index into wide_
  std::vector<std::pair<uint32_t, int>> empty_;
};

/// The Source of the records as they stand: its own columns and the spread ones, nothing that Wide adds.
Source as_recorded(const Source& source);

}  // namespace pegel::table
