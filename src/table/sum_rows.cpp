#include "table/sum_rows.h"

#include <algorithm>
#include <cstdlib>
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
  SumFinder(const Dialect& dialect, const csv::Records& records, std::span<const ColumnProfile> columns, bool full_rows)
      : cells_(records, dialect.quote),
        columns_(columns),
        source_(plain_source(dialect, columns, 0, full_rows)),
        rules_(source_) {
    const bool worded =
        std::any_of(columns.begin(), columns.end(), [](const auto& column) { return is_worded(column.type); });
    if (!worded || columns.size() < 2) return;
    const auto first = static_cast<std::size_t>(dialect.header_rows + dialect.skip_after_header);
    for (std::size_t record = first; record < records.size(); ++record) {
      if (rules_.reason_to_leave_out(cells_, record, records.lines[record] + 1, source_).empty())
        rows_.push_back(record);
    }
  }

  std::vector<std::size_t> find() {
    std::vector<std::size_t> found;
    std::vector<std::size_t> candidates;
    for (const std::size_t row : rows_) {
      if (holds_numbers_alone(row)) candidates.push_back(row);
    }
    if (candidates.size() * 2 > rows_.size()) return found;
    if (!rows_.empty() && (candidates.empty() || candidates.back() != rows_.back())) candidates.push_back(rows_.back());
    std::vector<base::Int128> group(columns_.size()), all(columns_.size());
    std::size_t rows = 0, of_group = 0, next = 0;
    for (std::size_t at = 0; next < candidates.size(); ++at) {
      const std::size_t row = rows_[at];
      const bool candidate = row == candidates[next];
      next += candidate ? 1 : 0;
      const bool alone = candidate && holds_numbers_alone(row);
      const std::size_t fewest = alone ? kFewestRows : kFewestBesideWords;
      const base::Micros least = alone ? 1 : kLeastBesideWords;
      const bool sum = candidate && ((of_group >= fewest && adds_up(row, group, least)) ||
                                     (rows >= fewest && adds_up(row, all, least)));
      if (sum) {
        found.push_back(row);
        group.assign(group.size(), 0);
        of_group = 0;
      } else if (add(row, group, all)) {
        ++rows;
        ++of_group;
      }
    }
    return found;
  }

 private:
  static constexpr std::size_t kFewestRows = 2;
  // Few small numbers add up by chance.
  static constexpr std::size_t kFewestBesideWords = 3;
  static constexpr base::Micros kLeastBesideWords = 10 * base::kOne;
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

  /// Every number, at least one, none nearer to 0 than `least`.
  bool adds_up(std::size_t record, const std::vector<base::Int128>& sums, base::Micros least) {
    bool any = false;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      if (columns_[column].type != ColumnType::number || trim(cells_.at(record, column)).empty()) continue;
      const base::Micros whole = number(record, column).value_or(0);
      const base::Int128 apart = sums[column] - whole;
      if (std::abs(whole) < least || apart > kCent || apart < -kCent) return false;
      any = true;
    }
    return any;
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
  std::span<const ColumnProfile> columns_;
  Source source_;
  RowRules rules_;
  std::vector<std::size_t> rows_;
};

}  // namespace

std::vector<std::size_t> sum_rows(const Dialect& dialect, const csv::Records& records,
                                  std::span<const ColumnProfile> columns, bool full_rows) {
  return SumFinder(dialect, records, columns, full_rows).find();
}

}  // namespace pegel::table
