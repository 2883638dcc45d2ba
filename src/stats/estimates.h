#pragma once
// From sufficient statistics to Estimates: one function a method; each states its source. All intervals are 95 %.
// Only + - * / and sqrt of IEEE doubles, and exp/log of stats/elementary.h, so that native and WebAssembly agree bit by bit.

#include <cstdint>
#include <optional>

namespace pegel::stats {

struct Interval {
  double low;
  double high;
};

inline constexpr double kZ95 = 1.959963984540054;  // standard normal 97.5 % point

/// Wilson score interval of x successes in n trials, no continuity correction (Wilson 1927). Nothing for n = 0.
std::optional<Interval> wilson(int64_t x, int64_t n);

/// Net Promoter Score interval in -100…100 by adjusted Wald: 3 added to n, 0.75 to promoters and to detractors
/// (Rocks 2016). Nothing for n = 0.
std::optional<Interval> adjusted_wald_nps(int64_t promoters, int64_t detractors, int64_t n);

struct NpsAnswers {
  int64_t promoters;
  int64_t detractors;
  int64_t n;  ///< passives too
};
/// How much higher the score of `b` is than that of `a`, in -200…200: the difference of the adjusted scores, their
/// variances added. Answers of different customers. Nothing when either has none.
std::optional<Interval> adjusted_wald_nps_difference(const NpsAnswers& a, const NpsAnswers& b);

/// The 97.5 % point of Student's t with `df` degrees of freedom, whole or not, df >= 1, to 1e-9 relative.
double student_t975(double df);
/// Mean ± t·s/√n. Nothing for n < 2. Of paired values: with the mean and deviation of their differences.
std::optional<Interval> student_t(double mean, double standard_deviation, int64_t n);

struct Sample {
  double mean;
  double standard_deviation;  ///< divisor n - 1
  int64_t n;
};
/// How much larger the mean of `b` is than that of `a`, of unpaired values and spreads that may differ (Welch 1947).
/// Nothing when either has fewer than two; one point when neither spreads.
std::optional<Interval> welch(const Sample& a, const Sample& b);

/// Exact (Garwood 1936) interval of a Poisson count, to 1e-9 relative.
Interval garwood(int64_t events);
/// The same per unit of exposure: events / exposure. Nothing unless exposure > 0.
std::optional<Interval> garwood_rate(int64_t events, double exposure);

/// Ranks (from 1) of the order statistics that cover the q-quantile with at least 95 %, smallest such symmetric-in-tail
/// pair. Nothing when n is too small (n < 6 for the median).
struct Ranks {
  int64_t low;
  int64_t high;
  double cover;
};
std::optional<Ranks> order_statistics(int64_t n, double q);

/// A small group's share moved towards the overall one: (x + k·overall)/(n + k), as if k more trials had gone as all do.
/// Defined for n = 0 too: the overall share.
inline double shrunk(double x, double n, double overall, double k = 10) { return (x + k * overall) / (n + k); }

}  // namespace pegel::stats
