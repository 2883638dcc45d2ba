#include "dataset/assignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace pegel::dataset::test {
namespace {

using Gains = std::vector<std::vector<double>>;

double total(const Gains& gains, const std::vector<std::size_t>& columns) {
  double sum = 0;
  for (std::size_t row = 0; row < gains.size(); ++row)
    sum += columns[row] == kUnassigned ? 0 : gains[row][columns[row]];
  return sum;
}

// Tries everything.
double greatest(const Gains& gains, std::size_t row, std::vector<bool>& used) {
  if (row == gains.size()) return 0;
  double best = greatest(gains, row + 1, used);
  for (std::size_t column = 0; column < used.size(); ++column) {
    if (used[column] || gains[row][column] <= 0) continue;
    used[column] = true;
    best = std::max(best, gains[row][column] + greatest(gains, row + 1, used));
    used[column] = false;
  }
  return best;
}

TEST(Assignment, PrefersTheBestTotalToTheBestPair) {
  EXPECT_EQ(assign({{0.9, 0.85}, {0.8, 0}}), (std::vector<std::size_t>{1, 0}));
}

TEST(Assignment, LeavesRowsWithoutAGainAlone) {
  EXPECT_EQ(assign({{0, 0}, {0, 0.5}}), (std::vector<std::size_t>{kUnassigned, 1}));
  EXPECT_EQ(assign({{0.5}, {0.6}}), (std::vector<std::size_t>{kUnassigned, 0}));
}

TEST(Assignment, TakesEmptyTables) {
  EXPECT_TRUE(assign({}).empty());
  EXPECT_EQ(assign({{}, {}}), (std::vector<std::size_t>{kUnassigned, kUnassigned}));
}

TEST(Assignment, AgreesWithTryingEverything) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::size_t rows = 1 + random() % 5;
    const std::size_t columns = 1 + random() % 6;
    Gains gains(rows, std::vector<double>(columns));
    for (auto& row : gains) {
      for (double& gain : row) gain = random() % 3 == 0 ? 0 : static_cast<double>(random() % 100) / 100;
    }
    std::vector<bool> used(columns, false);
    EXPECT_NEAR(total(gains, assign(gains)), greatest(gains, 0, used), 1e-9);
  }
}

}  // namespace
}  // namespace pegel::dataset::test
