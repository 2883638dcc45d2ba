#pragma once
// Places of partners by their totals, and how far they could move.

#include "kpis/score_draws.h"

namespace pegel::kpis {

/// The middle part of `ascending` that holds `level` of it.
Range middle(const std::vector<double>& ascending, double level);

/// Ranks the scores whose verdict is "ranked": by total, over `draws` (one a partner), and with each weight changed.
void rank(Scorecard& card, const std::vector<Draws>& draws, const Weights& weights);

}  // namespace pegel::kpis
