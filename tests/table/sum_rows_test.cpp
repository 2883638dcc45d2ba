#include "table/sum_rows.h"

#include <gtest/gtest.h>

#include "table/infer.h"
#include "tokenized.h"

namespace pegel::table {
namespace {

std::vector<std::size_t> sums(std::string_view csv) {
  const Tokenized tokenized(csv, {});
  const Inferred inferred = infer({}, tokenized.records);
  return sum_rows({}, tokenized.records, inferred.columns, inferred.full_rows);
}

TEST(SumRows, AreFoundByTheirNumbers) {
  using Found = std::vector<std::size_t>;
  EXPECT_EQ(sums("a,b,c\nx,1,2\ny,3,4\n,4,6\n"), Found{3});
  EXPECT_EQ(sums("a,b,c\nx,1,2\ny,3,4\n,4,\n\n"), Found{3});
  EXPECT_EQ(sums("a,b,c\nx,1,2\ny,3,4\n,4,7\n"), Found{});
  EXPECT_EQ(sums("a,b,c\nx,1,2\ny,3,4\nz,4,6\n"), Found{});
  EXPECT_EQ(sums("a,b,c\nx,1,2\n,1,2\n"), Found{});
  EXPECT_EQ(sums("b,c\n1,2\n3,4\n4,6\n"), Found{});
  EXPECT_EQ(sums("a,b\nx,0\ny,0\n,0\n"), Found{});
  EXPECT_EQ(sums("a,b\nx,1\ny,2\n,3\nz,4\nw,5\n,9\n,12\n"), (Found{3, 6, 7}));  // of each group, of all
  EXPECT_EQ(sums("a,b\nx,1\ny,2\n,3.01\n"), Found{3});                          // rounded
}

TEST(SumRows, TheLastRowMayHaveAnyName) {
  using Found = std::vector<std::size_t>;
  EXPECT_EQ(sums("a,b\nx,1\ny,20\nz,3\nAltogether,24\n"), Found{4});
  EXPECT_EQ(sums("a,b,c\nx,1,p\ny,20,q\nz,3,p\nAll,24,before tax\n"), Found{4});
  EXPECT_EQ(sums("a,b,c\nx,1,p\ny,20,q\nz,3,p\n24,24,before tax\n"), Found{4});
  EXPECT_EQ(sums("a,b\nx,1\ny,2\nz,3\nw,6\n"), Found{});           // small numbers add up by chance
  EXPECT_EQ(sums("a,b\nx,10\ny,20\nz,30\n"), Found{});             // two rows do, too
  EXPECT_EQ(sums("a,b\nx,1\ny,20\nz,3\nAll,24\nv,7\n"), Found{});  // not the last one
  EXPECT_EQ(sums("a,b\nx,1\ny,20\nz,3\nTotal,24\n"), Found{});     // left out by its name
  EXPECT_EQ(sums("a,b\nx,1\ny,20\nSubtotal,21\nz,3\nAll,24\n"), Found{5});
}

}  // namespace
}  // namespace pegel::table
