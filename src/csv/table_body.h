#pragma once
// Records as a table of a known width, and what its columns hold.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "csv/cell_kind.h"
#include "csv/records.h"

namespace pegel::csv {

bool is_year(std::string_view cell);  ///< "1987", "2026"
/// "AB-0012" -> "A-9": runs of letters and digits as one sign each.
std::string shape_of(std::string_view cell);

/// Values of one column under the header.
struct BodyColumn {
  std::size_t filled = 0;
  std::size_t numbers = 0;
  std::size_t dates = 0;
  std::size_t codes = 0;
  std::size_t years = 0;
  std::unordered_set<std::string_view> values;
  std::unordered_map<std::string, std::size_t> shapes;

  bool mostly(std::size_t count) const { return filled > 0 && count * 10 >= filled * 8; }
  bool typed() const { return mostly(numbers + dates); }
  bool repeats() const { return filled >= 4 && values.size() * 2 <= filled; }
  bool has_shape(const std::string& shape) const {
    const auto found = shapes.find(shape);
    return found != shapes.end() && found->second * 2 >= filled;
  }
};

class Table {
 public:
  Table(const Records& records, std::size_t width) : records_(records), width_(width) {}

  std::size_t width() const { return width_; }
  std::size_t size() const { return records_.size(); }
  std::size_t width(std::size_t r) const { return records_.width(r); }
  std::string_view cell(std::size_t r, std::size_t c) const {
    return c < records_.width(r) ? trimmed(records_.raw(records_.at(r, c))) : std::string_view();
  }
  std::size_t filled(std::size_t r) const {
    std::size_t count = 0;
    for (std::size_t c = 0; c < records_.width(r); ++c) count += cell(r, c).empty() ? 0 : 1;
    return count;
  }
  bool is_comment(std::size_t r) const { return records_.width(r) != width_ && cell(r, 0).starts_with('#'); }

  /// Whether two records have the same cells.
  bool are_alike(std::size_t a, std::size_t b) const;

  /// What the columns hold from record `from` on, but for repetitions of `header`; at least twenty rows spread over them,
  /// if there are.
  std::vector<BodyColumn> body(std::size_t from, std::size_t header) const;

 private:
  void add_row(std::size_t r, std::vector<BodyColumn>& columns) const;

  const Records& records_;
  std::size_t width_;
};

}  // namespace pegel::csv
