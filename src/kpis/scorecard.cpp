#include "kpis/scorecard.h"

#include <algorithm>

#include "kpis/score_ranks.h"

namespace pegel::kpis {
namespace {

bool usable(const Weights& weights) {
  return std::all_of(weights.begin(), weights.end(), [](double weight) { return weight >= 0; });
}

std::string_view verdict_of(const Score& score, bool comparable) {
  if (!score.total) return "no_score";
  if (!comparable) return "no_comparison";
  if (score.decided < kDecidedToRank) return "few_deals";
  return score.coverage < kCoverageToRank ? "low_coverage" : "ranked";
}

void set_references(Scorecard& card, const Programme& programme) {
  for (std::size_t c = 0; c < kComponents; ++c) {
    card.references[c] =
        median_of_positive(card.scores.size(), [&](std::size_t i) { return card.scores[i].metric[c]; });
  }
  auto& quality = card.references[index(Component::quality)];
  if (quality) quality = 1;
  card.reference_value = programme.money ? programme.reference_value : std::nullopt;
}

void bracket(Score& score, const Draws& draws) {
  std::vector<double> ascending = draws.totals;
  std::sort(ascending.begin(), ascending.end());
  score.interval95 = middle(ascending, 0.95);
  score.linearised = draws.linearised;
}

}  // namespace

std::string_view name_of(Component component) {
  switch (component) {
    case Component::deal_count:
      return "deal_count";
    case Component::avg_deal_size:
      return "avg_deal_size";
    case Component::pipeline:
      return "pipeline";
    case Component::close_rate:
      return "close_rate";
    case Component::velocity:
      return "velocity";
    case Component::quality:
      return "quality";
    case Component::deal_success:
      return "deal_success";
  }
  return {};
}

void give_points(Score& score, const PerComponent<std::optional<double>>& references) {
  for (std::size_t c = 0; c < kComponents; ++c) {
    score.points[c].reset();
    if (!score.metric[c] || !references[c]) continue;
    const double r = std::max(0.0, *score.metric[c] / *references[c]);
    score.points[c] = 100 * r / (1 + r);
  }
}

std::optional<double> total_of(const Score& score, const Weights& weights, double* coverage) {
  double used = 0;
  double all = 0;
  double sum = 0;
  for (std::size_t c = 0; c < kComponents; ++c) {
    all += weights[c];
    if (!score.points[c]) continue;
    used += weights[c];
    sum += weights[c] * *score.points[c];
  }
  if (coverage != nullptr) *coverage = all == 0 ? 0 : used / all;
  if (used <= 0) return std::nullopt;
  return sum / used;
}

Scorecard scorecard(std::span<const partial::Deals* const> partners, const Weights& weights, uint64_t seed) {
  Scorecard card;
  std::vector<Tally> tallies;
  const Programme programme = programme_of(partners, tallies);
  card.mixed_currency = !programme.money;
  card.scores.resize(partners.size());
  std::size_t with_deals = 0;
  for (std::size_t i = 0; i < partners.size(); ++i) {
    card.scores[i].metric = metrics_of(tallies[i], programme);
    card.scores[i].decided = static_cast<int64_t>(tallies[i].decided);
    with_deals += tallies[i].prospects > 0 ? 1 : 0;
  }
  card.comparable = with_deals >= kPartnersToCompare;
  set_references(card, programme);

  std::vector<Draws> draws(partners.size());
  for (std::size_t i = 0; i < partners.size(); ++i) {
    Score& score = card.scores[i];
    give_points(score, card.references);
    if (usable(weights)) score.total = total_of(score, weights, &score.coverage);
    score.verdict = verdict_of(score, card.comparable);
    if (!score.total || partners[i]->size() < kDealsToResample) continue;
    draws[i] = draws_of(*partners[i], tallies[i], score, programme, card, weights, seed);
    bracket(score, draws[i]);
  }
  rank(card, draws, weights);
  return card;
}

}  // namespace pegel::kpis
