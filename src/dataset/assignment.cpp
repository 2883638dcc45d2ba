#include "dataset/assignment.h"

#include <limits>

namespace pegel::dataset {
namespace {

// The Hungarian method with potentials (Kuhn 1955, in the form of Jonker and Volgenant 1987): rows and columns count
// from 1, column 0 holds the row that is being placed.
class Hungarian {
 public:
  explicit Hungarian(const std::vector<std::vector<double>>& costs)
      : costs_(costs),
        columns_(costs.front().size()),
        row_potential_(costs.size() + 1, 0),
        column_potential_(columns_ + 1, 0),
        row_of_(columns_ + 1, 0),
        previous_(columns_ + 1, 0) {}

  std::vector<std::size_t> solve() {
    for (std::size_t row = 1; row <= costs_.size(); ++row) place(row);
    std::vector<std::size_t> column_of(costs_.size(), kUnassigned);
    for (std::size_t column = 1; column <= columns_; ++column) {
      if (row_of_[column] != 0) column_of[row_of_[column] - 1] = column - 1;
    }
    return column_of;
  }

 private:
  void place(std::size_t row) {
    row_of_[0] = row;
    std::size_t column = 0;
    std::vector<double> slack(columns_ + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(columns_ + 1, false);
    while (row_of_[column] != 0) {
      used[column] = true;
      column = grow(column, slack, used);
    }
    while (column != 0) {
      row_of_[column] = row_of_[previous_[column]];
      column = previous_[column];
    }
  }

  // Widens the alternating tree from `from`; gives the free column that is next to it.
  std::size_t grow(std::size_t from, std::vector<double>& slack, const std::vector<bool>& used) {
    const std::size_t row = row_of_[from];
    double least = std::numeric_limits<double>::infinity();
    std::size_t next = 0;
    for (std::size_t column = 1; column <= columns_; ++column) {
      if (used[column]) continue;
      const double cost = costs_[row - 1][column - 1] - row_potential_[row] - column_potential_[column];
      if (cost < slack[column]) {
        slack[column] = cost;
        previous_[column] = from;
      }
      if (slack[column] < least) {
        least = slack[column];
        next = column;
      }
    }
    for (std::size_t column = 0; column <= columns_; ++column) {
      if (used[column]) {
        row_potential_[row_of_[column]] += least;
        column_potential_[column] -= least;
      } else {
        slack[column] -= least;
      }
    }
    return next;
  }

  const std::vector<std::vector<double>>& costs_;
  std::size_t columns_;
  std::vector<double> row_potential_;
  std::vector<double> column_potential_;
  std::vector<std::size_t> row_of_;
  std::vector<std::size_t> previous_;
};

}  // namespace

std::vector<std::size_t> assign(const std::vector<std::vector<double>>& gains) {
  if (gains.empty() || gains.front().empty()) return std::vector<std::size_t>(gains.size(), kUnassigned);
  // Costs are the gains negated; a column more for each row lets every row stay without one.
  std::vector<std::vector<double>> costs;
  for (const auto& row : gains) {
    auto& cost = costs.emplace_back();
    for (const double gain : row) cost.push_back(-gain);
    cost.resize(row.size() + gains.size(), 0);
  }
  auto column_of = Hungarian(costs).solve();
  for (std::size_t row = 0; row < gains.size(); ++row) {
    const bool given = column_of[row] < gains[row].size() && gains[row][column_of[row]] > 0;
    if (!given) column_of[row] = kUnassigned;
  }
  return column_of;
}

}  // namespace pegel::dataset
