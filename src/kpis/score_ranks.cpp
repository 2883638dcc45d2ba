#include "kpis/score_ranks.h"

#include <algorithm>
#include <cmath>

#include "stats/bootstrap.h"

namespace pegel::kpis {
namespace {

// Ranks partners by their totals, best first; ties share a rank.
class Ranking {
 public:
  explicit Ranking(std::size_t partners) : ranks_(partners) {}

  void clear() { order_.clear(); }
  void add(std::size_t partner, double total) { order_.push_back({-total, partner}); }
  /// By partner; 0 for those not added.
  const std::vector<int>& ranks() {
    std::sort(order_.begin(), order_.end());
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const bool tie = i > 0 && order_[i].first == order_[i - 1].first;
      ranks_[order_[i].second] = tie ? ranks_[order_[i - 1].second] : static_cast<int>(i) + 1;
    }
    return ranks_;
  }

 private:
  std::vector<std::pair<double, std::size_t>> order_;
  std::vector<int> ranks_;
};

bool is_ranked(const Score& score) { return score.verdict == "ranked"; }

void rank_totals(Scorecard& card) {
  Ranking ranking(card.scores.size());
  for (std::size_t i = 0; i < card.scores.size(); ++i) {
    if (is_ranked(card.scores[i])) ranking.add(i, *card.scores[i].total);
  }
  const std::vector<int>& ranks = ranking.ranks();
  for (std::size_t i = 0; i < card.scores.size(); ++i) card.scores[i].rank = ranks[i];
}

void rank_draws(Scorecard& card, const std::vector<Draws>& draws) {
  std::vector<std::size_t> ranked;
  for (std::size_t i = 0; i < card.scores.size(); ++i) {
    if (is_ranked(card.scores[i])) ranked.push_back(i);
  }
  Ranking ranking(card.scores.size());
  std::vector<std::vector<double>> ranks(card.scores.size());
  for (std::size_t r = 0; r < kResamples; ++r) {
    ranking.clear();
    for (const std::size_t i : ranked) ranking.add(i, draws[i].totals[r]);
    const std::vector<int>& drawn = ranking.ranks();
    for (const std::size_t i : ranked) ranks[i].push_back(drawn[i]);
  }
  for (const std::size_t i : ranked) {
    std::sort(ranks[i].begin(), ranks[i].end());
    const Range range = middle(ranks[i], 0.9);
    card.scores[i].rank_low = static_cast<int>(range.low);
    card.scores[i].rank_high = static_cast<int>(std::ceil(range.high));
  }
}

void rank_weights(Scorecard& card, const Weights& weights) {
  for (Score& score : card.scores) score.weight_rank_low = score.weight_rank_high = score.rank;
  for (std::size_t c = 0; c < kComponents; ++c) {
    for (const double factor : {0.8, 1.2}) {
      Weights changed = weights;
      changed[c] *= factor;
      Ranking ranking(card.scores.size());
      for (std::size_t i = 0; i < card.scores.size(); ++i) {
        if (is_ranked(card.scores[i])) ranking.add(i, *total_of(card.scores[i], changed));
      }
      const std::vector<int>& ranks = ranking.ranks();
      for (std::size_t i = 0; i < ranks.size(); ++i) {
        card.scores[i].weight_rank_low = std::min(card.scores[i].weight_rank_low, ranks[i]);
        card.scores[i].weight_rank_high = std::max(card.scores[i].weight_rank_high, ranks[i]);
      }
    }
  }
}

}  // namespace

Range middle(const std::vector<double>& ascending, double level) {
  return {stats::quantile_of(ascending, (1 - level) / 2), stats::quantile_of(ascending, (1 + level) / 2)};
}

void rank(Scorecard& card, const std::vector<Draws>& draws, const Weights& weights) {
  rank_totals(card);
  rank_draws(card, draws);
  rank_weights(card, weights);
}

}  // namespace pegel::kpis
