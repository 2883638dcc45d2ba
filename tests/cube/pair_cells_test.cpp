#include "cube/pair_cells.h"

#include <gtest/gtest.h>

namespace pegel::cube {
namespace {

TEST(PairCells, are_numbered_alike_however_they_are_kept) {
  FineCells fine;
  SparseCells sparse;
  for (uint32_t i = 0; i < 100'000; ++i) {
    const uint32_t when = i % 311;
    const uint32_t code = i % 200;
    ASSERT_EQ(sparse.cell(when, code), fine.cell(when, code));
  }
  EXPECT_EQ(sparse.pairs().size(), 311u * 200u);
}

}  // namespace
}  // namespace pegel::cube
