#include <algorithm>
#include <cmath>

#include "stats/kaplan_meier.h"
#include "stats/normal.h"
#include "stats/waiting.h"

namespace pegel::stats {

// At each time the number of b's that finish, given all that do, is hypergeometric.
std::optional<LogRank> log_rank(const partial::Survival& a, const partial::Survival& b) {
  Waiting first(a);
  Waiting second(b);
  double more = 0;  // of b than its share of those waiting
  double variance = 0;
  for (int64_t time; (time = std::min(first.next(), second.next())) != Waiting::kNever;) {
    const auto of_a = static_cast<double>(first.at(time));
    const auto of_b = static_cast<double>(second.at(time));
    const double waiting = of_a + of_b;
    const auto by_b = static_cast<double>(second.finish(time));
    const double finished = by_b + static_cast<double>(first.finish(time));
    more += by_b - finished * of_b / waiting;
    if (waiting > 1) variance += finished * of_a / waiting * of_b / waiting * (waiting - finished) / (waiting - 1);
  }
  if (!(variance > 0)) return std::nullopt;
  const double z = more / std::sqrt(variance);
  return LogRank{z, normal_beyond(z)};
}

}  // namespace pegel::stats
