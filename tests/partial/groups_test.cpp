#include "partial/groups.h"

#include <gtest/gtest.h>

#include "stats/bootstrap.h"

namespace pegel::partial {
namespace {

constexpr base::Micros kUnit = base::kOne;

// Orders of one to four lines, in the order of their lines.
struct Line {
  uint64_t order;
  base::Micros x;
  base::Micros y;
};
std::vector<Line> lines(uint32_t orders, uint64_t seed) {
  stats::Random random(seed);
  std::vector<Line> list;
  for (uint32_t line = 0; line < 4; ++line) {
    for (uint32_t order = 0; order < orders; ++order) {
      if (line > order % 4) continue;
      list.push_back({entity_of(std::to_string(order)), random.below(500) * kUnit, random.below(900) * kUnit});
    }
  }
  return list;
}

Groups of(const std::vector<Line>& list, std::size_t from = 0, std::size_t step = 1) {
  Groups groups;
  for (std::size_t i = from; i < list.size(); i += step) groups.add(list[i].order, list[i].x, list[i].y);
  return groups;
}

TEST(Groups, KeepUnitsAsPairsDoWhileThereAreFew) {
  const auto list = lines(Groups::kMost, 1);
  Pairs pairs;
  for (const Line& line : list) pairs.add(line.order, line.x, line.y);
  const Groups groups = of(list);
  ASSERT_EQ(groups.units().size(), pairs.units().size());
  for (std::size_t i = 0; i < groups.units().size(); ++i) {
    EXPECT_EQ(groups.units()[i].entity, pairs.units()[i].entity);
    EXPECT_EQ(groups.units()[i].value, pairs.units()[i].value);
  }
}

TEST(Groups, OfManyUnitsAreFewAndAddUpToAll) {
  for (const uint32_t orders : {1025u, 3000u, 40'000u}) {
    const auto list = lines(orders, orders);
    const Groups groups = of(list);
    EXPECT_LE(groups.units().size(), Groups::kMost);
    EXPECT_GT(groups.units().size(), Groups::kMost / 2) << "more would do, too";
    Pairs::Amounts all;
    Pairs::Amounts grouped;
    for (const Line& line : list) all.join({line.x, line.y});
    for (const auto& unit : groups.units()) grouped.join(unit.value);
    EXPECT_EQ(grouped, all);
    EXPECT_EQ(groups.n(), static_cast<int64_t>(list.size()));
  }
}

// In parts, in parts of parts, the other way round, through bytes: the same bytes.
TEST(Groups, DoNotDependOnTheCutOrTheOrderOfRows) {
  const auto bytes = [](const Groups& groups) {
    base::ByteWriter writer;
    groups.encode(writer);
    return writer.take();
  };
  for (const uint32_t orders : {900u, 1100u, 2100u, 9000u}) {
    auto list = lines(orders, 5);
    const auto whole = bytes(of(list));
    Groups merged;
    for (std::size_t part = 0; part < 7; ++part) merged.merge(of(list, part, 7));
    EXPECT_EQ(bytes(merged), whole) << orders;
    std::reverse(list.begin(), list.end());
    Groups backwards = of(list, 1, 2);
    backwards.merge(of(list, 0, 2));
    EXPECT_EQ(bytes(backwards), whole) << orders;
    base::ByteReader reader(whole);
    EXPECT_TRUE(Groups::decode(reader) == of(list)) << orders;
  }
}

}  // namespace
}  // namespace pegel::partial
