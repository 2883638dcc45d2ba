#pragma once
// Rows of cells printed in columns as wide as their widest cell.

#include <ostream>
#include <string>
#include <vector>

namespace pegel::cli {

class TextGrid {
 public:
  /// `right`: one flag a column, true for numbers.
  explicit TextGrid(std::vector<bool> right) : right_(std::move(right)) {}
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// Columns two blanks apart, each line after `indent`.
  void print(std::ostream& out, std::string_view indent) const;

 private:
  std::vector<bool> right_;
  std::vector<std::vector<std::string>> rows_;
};

/// Letters of a UTF-8 text, each taken as one column wide.
std::size_t width_of(std::string_view text);

}  // namespace pegel::cli
