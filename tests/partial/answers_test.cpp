// The latest answers of some days, against looking at all of them.

#include "partial/answers.h"

#include <gtest/gtest.h>

#include <map>

#include "stats/bootstrap.h"

namespace pegel::partial {
namespace {

struct Said {
  uint64_t customer;
  int32_t day;
  int64_t line;
  int64_t score;
};

std::vector<int64_t> latest_by_hand(const std::vector<Said>& all, int32_t from, int32_t to) {
  std::vector<int64_t> scores;
  std::map<uint64_t, Said> last;
  for (const Said& said : all) {
    if (said.day < from || said.day >= to) continue;
    if (said.customer == Answer::kNobody) {
      scores.push_back(said.score);
      continue;
    }
    const auto [at, fresh] = last.try_emplace(said.customer, said);
    if (!fresh && std::tie(said.day, said.line) > std::tie(at->second.day, at->second.line)) at->second = said;
  }
  for (const auto& [customer, said] : last) scores.push_back(said.score);
  std::sort(scores.begin(), scores.end());
  return scores;
}

TEST(Answers, OfSomeDaysAreTheLatestOfEachCustomerAndAllOfNobody) {
  stats::Random random(5);
  for (int round = 0; round < 200; ++round) {
    Answers answers;
    std::vector<Said> all;
    for (int64_t line = 1; line <= 30; ++line) {
      all.push_back(
          {random.below(6), static_cast<int32_t>(random.below(20)) - 10, line, static_cast<int64_t>(random.below(11))});
      answers.add(Answer::of(all.back().customer, all.back().day, line, all.back().score));
    }
    const auto from = static_cast<int32_t>(random.below(20)) - 10;
    const int32_t to = from + static_cast<int32_t>(random.below(12));
    std::vector<int64_t> scores;
    answers.each_latest(from, to, [&](int64_t score) { scores.push_back(score); });
    std::sort(scores.begin(), scores.end());
    EXPECT_EQ(scores, latest_by_hand(all, from, to)) << round;
  }
}

}  // namespace
}  // namespace pegel::partial
