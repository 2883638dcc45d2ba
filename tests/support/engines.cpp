#include "support/engines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>

#include "csv/splitter.h"
#include "support/generate.h"

namespace pegel::test {

namespace {

std::span<const uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

}  // namespace

std::vector<Batches> engines_of(const Plan& plan, const std::vector<File>& files, std::size_t parts) {
  std::vector<Batches> engines;
  for (std::size_t s = 0; s < files.size(); ++s) {
    const std::string_view text = files[s].text;
    const auto cuts = csv::split(plan.sources[s].dialect, text, parts);
    for (std::size_t c = 0; c + 1 < cuts.size(); ++c) {
      const auto before = text.substr(0, cuts[c]);
      Load load(plan, s, engines.emplace_back(), 1 + std::count(before.begin(), before.end(), '\n'));
      EXPECT_TRUE(load.push(bytes_of(text.substr(cuts[c], cuts[c + 1] - cuts[c]))));
      EXPECT_TRUE(load.finish());
    }
  }
  return engines;
}

std::string report_of(const Plan& plan, std::vector<Batches>& engines, uint64_t seed) {
  Random random(seed);
  std::vector<std::vector<uint8_t>> lent;
  for (const Batches& engine : engines) lent.push_back(lend(plan, engine));
  Cube cube(plan);
  for (Batches& engine : engines) {
    for (std::size_t i = lent.size(); i > 1; --i) std::swap(lent[i - 1], lent[random.below(i)]);
    for (const auto& bytes : lent) EXPECT_TRUE(borrow(plan, engine, bytes));
    cube.merge(aggregate(plan, engine));
  }
  const auto again = Cube::decode(plan, cube.encode());
  EXPECT_TRUE(again);
  return json_of(make_report(plan, again ? *again : cube));
}

}  // namespace pegel::test
