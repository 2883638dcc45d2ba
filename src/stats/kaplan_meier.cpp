#include "stats/kaplan_meier.h"

#include <algorithm>
#include <cmath>

#include "stats/elementary.h"
#include "stats/waiting.h"

namespace pegel::stats {
namespace {

// Shares nearer than this are equal: products of quotients round, and shares of a million units differ by more.
constexpr double kSame = 1e-9;

std::optional<Interval> around(const KaplanMeier::Step& step) {
  if (!(step.open > 0) || !(step.open < 1)) return std::nullopt;
  const double log_open = log(step.open);
  const double half = exp(kZ95 * std::sqrt(step.greenwood) / -log_open);
  return Interval{exp(log_open * half), exp(log_open / half)};
}

}  // namespace

KaplanMeier::KaplanMeier(const partial::Survival& durations) {
  Waiting group(durations);
  last_ = group.last();
  double open = 1;
  double greenwood = 0;
  for (int64_t time = group.next(); time != Waiting::kNever; time = group.next()) {
    const int64_t waiting = group.at(time);
    const int64_t finished = group.finish(time);
    const auto before = static_cast<double>(waiting);
    const auto after = static_cast<double>(waiting - finished);
    open *= after / before;
    greenwood += static_cast<double>(finished) / (before * after);
    steps_.push_back({time, waiting, finished, open, greenwood});
  }
}

double KaplanMeier::open_after(int64_t time) const {
  double open = 1;
  for (const Step& step : steps_) {
    if (step.time > time) break;
    open = step.open;
  }
  return open;
}

std::optional<Interval> KaplanMeier::open_interval(int64_t time) const {
  const Step* latest = nullptr;
  for (const Step& step : steps_) {
    if (step.time <= time) latest = &step;
  }
  return latest == nullptr ? std::nullopt : around(*latest);
}

// Where a falling curve over the steps gets below `level`.
template <class Curve>
std::optional<double> KaplanMeier::crossing(double level, const Curve& curve) const {
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const double value = curve(steps_[i]);
    if (value > level + kSame) continue;
    const auto time = static_cast<double>(steps_[i].time);
    if (value < level - kSame) return time;
    const int64_t end = i + 1 < steps_.size() ? steps_[i + 1].time : last_;
    return time + (static_cast<double>(end) - time) / 2;
  }
  return std::nullopt;
}

std::optional<double> KaplanMeier::quantile(double q) const {
  return crossing(1 - q, [](const Step& step) { return step.open; });
}

// Where all have finished the bounds say nothing: neither gets below any level there.
OpenInterval KaplanMeier::quantile_interval(double q) const {
  const auto low = [](const Step& step) { return around(step).value_or(Interval{1, 1}).low; };
  const auto high = [](const Step& step) { return around(step).value_or(Interval{1, 1}).high; };
  return {crossing(1 - q, low), crossing(1 - q, high)};
}

}  // namespace pegel::stats
