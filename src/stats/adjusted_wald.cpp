#include <algorithm>
#include <cmath>

#include "stats/estimates.h"

namespace pegel::stats {
namespace {

struct Score {
  double net;       // -1…1
  double variance;  // of net
};

Score adjusted(const NpsAnswers& answers) {
  const double n = static_cast<double>(answers.n) + 3;
  const double p = (static_cast<double>(answers.promoters) + 0.75) / n;
  const double d = (static_cast<double>(answers.detractors) + 0.75) / n;
  const double net = p - d;
  return {net, (p + d - net * net) / n};
}

Interval within(double net, double variance, double limit) {
  const double half = kZ95 * std::sqrt(variance);
  return {std::max(-limit, 100 * (net - half)), std::min(limit, 100 * (net + half))};
}

}  // namespace

std::optional<Interval> adjusted_wald_nps(int64_t promoters, int64_t detractors, int64_t n) {
  if (n <= 0) return std::nullopt;
  const Score score = adjusted({promoters, detractors, n});
  return within(score.net, score.variance, 100);
}

std::optional<Interval> adjusted_wald_nps_difference(const NpsAnswers& a, const NpsAnswers& b) {
  if (a.n <= 0 || b.n <= 0) return std::nullopt;
  const Score first = adjusted(a);
  const Score second = adjusted(b);
  return within(second.net - first.net, first.variance + second.variance, 200);
}

}  // namespace pegel::stats
