#include "table/sum_rows.h"

#include <optional>

#include "base/decimal.h"
#include "table/cells.h"
#include "table/lexical.h"
#include "table/number_format.h"
#include "table/row_rules.h"

namespace pegel::table {
namespace {

class SumFinder {
 public:
  SumFinder(const Dialect& dialect, const csv::Records& records, std::span<const ColumnProfile> columns)
      : cells_(records, dialect.quote), records_(records), columns_(columns) {
    first_ = static_cast<std::size_t>(dialect.header_rows + dialect.skip_after_header);
    for (const ColumnProfile& column : columns) words_ = words_ || is_worded(column.type);
  }

  std::vector<std::size_t> find() {
    std::vector<std::size_t> found;
    if (!words_ || columns_.size() < 2) return found;
    std::vector<std::size_t> bare;
    for (std::size_t record = first_; record < records_.size(); ++record) {
      if (holds_numbers_alone(record)) bare.push_back(record);
    }
    if (bare.empty() || bare.size() * 2 > records_.size() - first_) return found;
    std::vector<base::Int128> group(columns_.size()), all(columns_.size());
    std::size_t rows = 0, of_group = 0, next = 0;
    for (std::size_t record = first_; next < bare.size(); ++record) {
      const bool candidate = record == bare[next];
      next += candidate ? 1 : 0;
      const bool sum = candidate && ((of_group >= kFewestRows && adds_up(record, group)) ||
                                     (rows >= kFewestRows && adds_up(record, all)));
      if (sum) {
        found.push_back(record);
        group.assign(group.size(), 0);
        of_group = 0;
      } else if (!is_blank(cells_, record) && add(record, group, all)) {
        ++rows;
        ++of_group;
      }
    }
    return found;
  }

 private:
  static constexpr std::size_t kFewestRows = 2;
  static constexpr base::Micros kCent = base::kOne / 100;  // what a sum may be rounded by
  static bool is_worded(ColumnType type) { return type != ColumnType::number && type != ColumnType::empty; }

  std::optional<base::Micros> number(std::size_t record, std::size_t column) {
    return parse_number(cells_.at(record, column), columns_[column].number);
  }

  bool holds_numbers_alone(std::size_t record) {
    bool any = false;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      if (trim(cells_.at(record, column)).empty()) continue;
      if (columns_[column].type != ColumnType::number) return false;
      any = true;
    }
    return any;
  }

  bool adds_up(std::size_t record, const std::vector<base::Int128>& sums) {
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      if (trim(cells_.at(record, column)).empty()) continue;
      const auto whole = number(record, column);
      const base::Int128 apart = sums[column] - whole.value_or(0);
      if (whole.value_or(0) == 0 || apart > kCent || apart < -kCent) return false;
    }
    return true;
  }

  bool add(std::size_t record, std::vector<base::Int128>& group, std::vector<base::Int128>& all) {
    bool any = false;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      if (columns_[column].type != ColumnType::number) continue;
      const auto value = number(record, column);
      any = any || value;
      group[column] += value.value_or(0);
      all[column] += value.value_or(0);
    }
    return any;
  }

  Cells cells_;
  const csv::Records& records_;
  std::span<const ColumnProfile> columns_;
  std::size_t first_ = 0;
  bool words_ = false;
};

}  // namespace

std::vector<std::size_t> sum_rows(const Dialect& dialect, const csv::Records& records,
                                  std::span<const ColumnProfile> columns) {
  return SumFinder(dialect, records, columns).find();
}

}  // namespace pegel::table
