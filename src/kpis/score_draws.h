#pragma once
// How a partner's total could have come out with other deals of the same kind.

#include "kpis/partner_tally.h"

namespace pegel::kpis {

constexpr int kResamples = 1000;

struct Draws {
  std::vector<double> totals;  ///< kResamples, in the order drawn
  bool linearised =
      false;  ///< from the linearised total instead of by resampling: more than stats::kMostResampled deals
};

/// `score` is that of `deals` and has a total; references are held.
Draws draws_of(const partial::Deals& deals, const Tally& tally, const Score& score, const Programme& programme,
               const Scorecard& card, const Weights& weights, uint64_t seed);

}  // namespace pegel::kpis
