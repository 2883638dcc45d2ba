#pragma once
// Durations of which some are still running: the product-limit estimate (Kaplan and Meier 1958).

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "partial/survival.h"
#include "stats/estimates.h"

namespace pegel::stats {

/// Ends that the data do not reach are missing.
struct OpenInterval {
  std::optional<double> low;
  std::optional<double> high;
};

/// Times are in the unit of the durations.
class KaplanMeier {
 public:
  explicit KaplanMeier(const partial::Survival& durations);

  /// A time at which something finished.
  struct Step {
    int64_t time;
    int64_t waiting;   ///< units not finished, and observed, up to this time
    int64_t finished;  ///< at it
    double open;       ///< share estimated to last longer than this
    double greenwood;  ///< variance of open / open²; infinite where open is 0
  };
  std::span<const Step> steps() const { return steps_; }

  /// The share that lasts longer than `time`; 1 before the first step, without units too.
  double open_after(int64_t time) const;
  /// Of that share: on the scale of log(-log), within 0…1. Nothing before the first step and where the share is 0.
  std::optional<Interval> open_interval(int64_t time) const;

  /// The time by which the share q has finished, 0 < q < 1: as a plain quantile the middle of the stretch over which
  /// exactly that share has, the last of which ends with the longest duration. Nothing while fewer have.
  std::optional<double> quantile(double q) const;
  /// The times that the share q cannot be told from (Brookmeyer and Crowley 1982), by the intervals of open_interval.
  OpenInterval quantile_interval(double q) const;

 private:
  template <class Curve>
  std::optional<double> crossing(double level, const Curve& curve) const;

  std::vector<Step> steps_;
  int64_t last_ = 0;  // the longest duration, finished or not
};

/// Whether one group finishes sooner than another (Mantel 1966).
struct LogRank {
  double z;  ///< positive when b finishes sooner
  double p;  ///< two-sided
};
/// Nothing when no time could tell: a group without units, or nothing finished while both were waiting.
std::optional<LogRank> log_rank(const partial::Survival& a, const partial::Survival& b);

}  // namespace pegel::stats
