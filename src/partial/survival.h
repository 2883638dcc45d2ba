#pragma once
// How long units took that finished, and how long those have waited that did not yet.

#include <tuple>

#include "partial/quantiles.h"

namespace pegel::partial {

/// Whole numbers of one unit of time (days, seconds), none negative.
struct Survival {
  Quantiles finished;
  Quantiles open;  ///< so far: known to take longer than this, or as long

  void add(int64_t duration, bool is_finished) { (is_finished ? finished : open).add(duration); }
  int64_t n() const { return finished.n() + open.n(); }
  auto fields() { return std::tie(finished, open); }
  auto fields() const { return std::tie(finished, open); }
};

}  // namespace pegel::partial
