#include "partial/quantiles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <random>
#include <string_view>

#include "support/generate.h"

namespace pegel::partial {
namespace {

Quantiles of(std::initializer_list<int64_t> values) {
  Quantiles q;
  for (const int64_t value : values) q.add(value);
  return q;
}

TEST(Quantiles, InterpolatesBetweenNeighbours) {
  const Quantiles q = of({136, 12, 41, 21, 28, 25, 30, 34, 18, 55});
  EXPECT_DOUBLE_EQ(q.quantile(0.5), 29);
  EXPECT_DOUBLE_EQ(q.quantile(0.25), 22);
  EXPECT_DOUBLE_EQ(q.quantile(0), 12);
  EXPECT_DOUBLE_EQ(q.quantile(1), 136);
}

TEST(Quantiles, OfOneValueAreThatValue) { EXPECT_DOUBLE_EQ(of({7}).quantile(0.9), 7); }

TEST(Quantiles, StaySortedWhenAddedToAfterLooking) {
  Quantiles q = of({5, 3});
  EXPECT_EQ(q.at(1), 3);
  q.add(1);
  EXPECT_EQ(q.at(1), 1);
  EXPECT_EQ(q.at(3), 5);
}

// The slow twin: the values themselves, sorted.
void expect_like(const Quantiles& q, std::vector<int64_t> values) {
  std::sort(values.begin(), values.end());
  ASSERT_EQ(q.n(), static_cast<int64_t>(values.size()));
  EXPECT_EQ(q.ascending(), values);
  for (std::size_t rank = 1; rank <= values.size(); rank += 1 + values.size() / 9) {
    EXPECT_EQ(q.at(static_cast<int64_t>(rank)), values[rank - 1]);
  }
}

TEST(Quantiles, AreThoseOfSortedValuesHoweverTheseAreSpread) {
  std::mt19937_64 random(7);
  const auto all = [&] { return static_cast<int64_t>(random()); };
  const std::pair<std::string_view, std::function<int64_t(int)>> spreads[] = {
      {"all of 64 bits", [&](int) { return all(); }},
      {"amounts", [&](int) { return all() % 90'000'000'000; }},
      {"one far away", [&](int i) { return i == 500 ? std::numeric_limits<int64_t>::max() : all() % 1'000'000'000; }},
      {"two ends", [&](int i) { return i % 2 == 0 ? std::numeric_limits<int64_t>::min() : all() % 3; }},
      {"many alike", [&](int) { return all() % 5 * 1'000'000'000'000; }},
      {"one value", [](int) { return int64_t{42}; }},
      {"a sample of the low ones", [&](int i) { return i % 17 == 0 ? 0 : all(); }},
      {"ascending", [](int i) { return int64_t{i}; }},
  };
  for (const auto& [name, value] : spreads) {
    for (const std::size_t n : {200u, 3000u, 9000u}) {
      std::vector<int64_t> values(n);
      for (std::size_t i = 0; i < n; ++i) values[i] = value(static_cast<int>(i));
      std::vector<int64_t> sorted = values;
      std::sort(sorted.begin(), sorted.end());
      for (const std::size_t rank : {std::size_t{1}, std::size_t{2}, n / 4, n / 2 - 1, n / 2, n / 2 + 1, n - 1, n}) {
        const auto [found, next] = partial::neighbours_at(values, rank);
        EXPECT_EQ(found, sorted[rank - 1]) << name << ' ' << rank << " of " << n;
        EXPECT_EQ(next, sorted[std::min(rank, n - 1)]) << name << ' ' << rank << " of " << n;
      }
    }
  }
}

TEST(Quantiles, AreTheSameWhetherValuesAreCountedOrKept) {
  test::Random random(5);
  constexpr std::numeric_limits<int64_t> limits;
  for (const int64_t spread : {1, 90, 400, 5'000, 1'000'000'000}) {
    std::vector<Quantiles> parts(4);
    std::vector<int64_t> all;
    for (int i = 0; i < 3000; ++i) {
      int64_t value = static_cast<int64_t>(random.below(static_cast<uint64_t>(spread))) - spread / 2;
      if (i == 700) value = limits.max();
      if (i == 2500 || i == 2501) value = limits.min();
      parts[random.below(4)].add(value);
      all.push_back(value);
    }
    Quantiles merged;
    for (const Quantiles& part : parts) merged.merge(part);
    merged.merge(merged);
    all.insert(all.end(), all.begin(), all.end());
    expect_like(merged, all);
  }
}

TEST(Quantiles, OfCloseValuesTakeOneAfterTheOtherFarAway) {
  Quantiles q;
  std::vector<int64_t> all;
  for (int64_t i = 0; i < 500; ++i) all.push_back(i % 30 - 7);
  for (int64_t i = 0; i < 300; ++i) all.push_back(i * 1'000);
  for (const int64_t value : all) q.add(value);
  expect_like(q, all);
}

}  // namespace
}  // namespace pegel::partial
