// The latest answers of some days, against looking at all of them.

#include "partial/answers.h"

#include <gtest/gtest.h>

#include <map>

#include "stats/bootstrap.h"

namespace pegel::partial {
namespace {

struct Said {
  uint64_t customer;
  int64_t moment;
  int64_t score;
};

int64_t day_of(const Said& said) {
  const int64_t shifted = said.moment + 100 * Answer::kMillisADay;
  return shifted / Answer::kMillisADay - 100;
}

std::vector<int64_t> latest_by_hand(const std::vector<Said>& all, int32_t from, int32_t to) {
  std::vector<int64_t> scores;
  std::map<uint64_t, Said> last;
  for (const Said& said : all) {
    if (day_of(said) < from || day_of(said) >= to) continue;
    if (said.customer == Answer::kNobody) {
      scores.push_back(said.score);
      continue;
    }
    const auto [at, fresh] = last.try_emplace(said.customer, said);
    if (!fresh && std::tie(said.moment, said.score) > std::tie(at->second.moment, at->second.score)) at->second = said;
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
    for (int i = 0; i < 30; ++i) {
      const int64_t day = static_cast<int64_t>(random.below(20)) - 10;
      const int64_t hour = static_cast<int64_t>(random.below(3));
      all.push_back(
          {random.below(6), day * Answer::kMillisADay + hour * 3'600'000, static_cast<int64_t>(random.below(11))});
      answers.add(Answer::of(all.back().customer, all.back().moment, all.back().score));
    }
    const auto from = static_cast<int32_t>(random.below(20)) - 10;
    const int32_t to = from + static_cast<int32_t>(random.below(12));
    std::vector<int64_t> scores;
    answers.each_latest(from, to, [&](int64_t score) { scores.push_back(score); });
    std::sort(scores.begin(), scores.end());
    EXPECT_EQ(scores, latest_by_hand(all, from, to)) << round;
  }
}

TEST(Answers, OfOneMomentTheHighestScoreIsTheLatestInWhateverOrderTheyCome) {
  for (const bool turned : {false, true}) {
    Answers answers;
    for (const int64_t score : {turned ? 10 : 0, turned ? 0 : 10}) answers.add(Answer::of(1, 0, score));
    std::vector<int64_t> superseded;
    answers.each_superseded([&](int64_t score) { superseded.push_back(score); });
    EXPECT_EQ(superseded, std::vector<int64_t>{0}) << turned;
  }
}

}  // namespace
}  // namespace pegel::partial
