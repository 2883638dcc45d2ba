#include "partial/daily.h"

#include <gtest/gtest.h>

#include <map>

#include "partial/count.h"
#include "support/generate.h"

namespace pegel::partial {
namespace {

TEST(Daily, places_days_in_any_order_with_any_gaps_as_a_map_does) {
  test::Random random(1);
  for (int round = 0; round < 300; ++round) {
    Daily<Count> daily;
    std::map<int32_t, int64_t> map;
    const uint64_t span = 1 + random.below(800);
    for (uint64_t i = random.below(900); i > 0; --i) {
      int32_t day = static_cast<int32_t>(random.below(span)) - 300;
      if (round % 3 == 1 && random.chance(1)) day = static_cast<int32_t>(random.next());  // far away
      if (round % 3 == 0 && static_cast<uint32_t>(day) % 7 > 4) continue;                 // no weekends
      daily.on(day).add();
      ++map[day];
      if (random.chance(1)) {
        EXPECT_EQ(daily.days().size(), map.size()) << round;
      }
    }
    ASSERT_EQ(daily.days().size(), map.size()) << round;
    auto expected = map.begin();
    for (const auto& entry : daily.days()) {
      EXPECT_EQ(entry.day, expected->first) << round;
      EXPECT_EQ(entry.sum.n, expected->second) << round;
      ++expected;
    }
  }
}

}  // namespace
}  // namespace pegel::partial
