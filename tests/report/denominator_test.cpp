#include "report/denominator.h"

#include <gtest/gtest.h>

namespace pegel::report {
namespace {

TEST(Denominator, holds_the_parts_that_the_formula_divides_by_or_averages) {
  struct Case {
    const char* formula;
    const char* expected;
  };
  const Case cases[] = {
      {"{won} / {prospects}", "prospects "},
      {"{won} / ({won} + {lost}) of qualified deals", "won lost "},
      {"100 * ({won} - {lost}) / ({won} + {prospects} + {lost})", "won lost prospects "},
      {"sqrt(({won} / {lost}) * ({won} / {prospects}))", "lost prospects "},
      {"median of {won} durations = {median} (mean {mean})", "won "},
      {"mean of {won} durations = {mean}", "won "},
      {"sum of {won} amounts = {mean}", ""},
      {"{won} / {won_before}", ""},
      {"{won}", ""},
      {"weighted mean of points, 100 r / (1 + r)", ""},
      {"broken / {won", ""},
  };
  const std::vector<Part> parts{{"won", 1}, {"lost", 2}, {"prospects", 3}, {"mean", 4}, {"median", 5}};
  for (const Case& c : cases) {
    std::string found;
    for (const Part& part : denominator_of(c.formula, parts)) found += std::string(part.name) + ' ';
    EXPECT_EQ(found, c.expected) << c.formula;
  }
}

}  // namespace
}  // namespace pegel::report
