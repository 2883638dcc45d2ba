#include "kpis/scorecard.h"

#include <algorithm>
#include <cmath>

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

bool evident(const Score& score) {
  return score.total && score.decided >= kDecidedToRank && score.coverage >= kCoverageToRank;
}

// The usual tiers are of what was to be reached.
std::span<const double> tiers_of(const Score& score, const Rules& rules) {
  if (!rules.tiers.empty()) return rules.tiers;
  for (std::size_t c = 0; c < kComponents; ++c) {
    if (rules.weights[c] > 0 && score.points[c] && !score.targets[c]) return {};
  }
  return kUsualTiers;
}

void set_targets(Score& score, std::size_t partner, const Rules& rules) {
  if (partner < rules.targets.size()) score.targets = rules.targets[partner];
  if (rules.mix) score.targets[index(Component::channel_mix)] = 1;
}

void set_references(Scorecard& card, const Programme& programme) {
  for (std::size_t c = 0; c < kComponents; ++c) {
    card.references[c] = median_of_positive(card.scores.size(), programme.least(),
                                            [&](std::size_t i) { return card.scores[i].metric[c]; });
  }
  auto& quality = card.references[index(Component::quality)];
  if (quality) quality = 1;
  card.reference_value = programme.money ? programme.reference_value : std::nullopt;
}

void bracket(Score& score, const Draws& draws, const Rules& rules) {
  std::vector<double> ascending = draws.totals;
  std::sort(ascending.begin(), ascending.end());
  score.interval95 = middle(ascending, 0.95);
  score.linearised = draws.linearised;
  const std::span<const double> tiers = tiers_of(score, rules);
  if (evident(score) && !tiers.empty()) score.tier = tier_of(middle(ascending, 0.9), tiers);
}

}  // namespace

namespace {

constexpr PerComponent<std::string_view> kNames{"deal_count", "avg_deal_size", "pipeline",     "close_rate",
                                                "velocity",   "quality",       "deal_success", "channel_mix"};

}  // namespace

std::string_view name_of(Component component) { return kNames[index(component)]; }

std::optional<Component> component_named(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  return found == kNames.end() ? std::nullopt : std::optional(static_cast<Component>(found - kNames.begin()));
}

void give_points(Score& score, const Metrics& references) {
  for (std::size_t c = 0; c < kComponents; ++c) {
    score.points[c].reset();
    const std::optional<double>& beside = score.targets[c] ? score.targets[c] : references[c];
    if (!score.metric[c] || !beside) continue;
    const double r = std::max(0.0, *score.metric[c] / *beside);
    score.points[c] = score.targets[c] ? 100 * std::min(1.0, r) : 100 * r / (1 + r);
  }
}

int tier_of(const Range& range, std::span<const double> tiers) {
  const auto place = [&](double points) {
    int tier = 1;
    for (const double least : tiers) tier += points < least ? 1 : 0;
    return tier;
  };
  return place(range.low) == place(range.high) ? place(range.low) : 0;
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

Scorecard scorecard(std::span<const partial::Deals* const> partners, const Rules& rules, uint64_t seed) {
  Scorecard card;
  std::vector<Tally> tallies;
  Programme programme = programme_of(partners, tallies);
  programme.mix = rules.mix;
  const Weights& weights = rules.weights;
  card.mixed_currency = !programme.money;
  card.scores.resize(partners.size());
  for (std::size_t i = 0; i < partners.size(); ++i) {
    card.scores[i].metric = metrics_of(tallies[i], programme);
    card.scores[i].prospects = static_cast<int64_t>(tallies[i].prospects);
    card.scores[i].decided = static_cast<int64_t>(tallies[i].decided);
  }
  card.comparable = programme.partners >= kPartnersToCompare;
  set_references(card, programme);

  std::vector<Draws> draws(partners.size());
  for (std::size_t i = 0; i < partners.size(); ++i) {
    Score& score = card.scores[i];
    set_targets(score, i, rules);
    give_points(score, card.references);
    if (usable(weights)) score.total = total_of(score, weights, &score.coverage);
    score.verdict = verdict_of(score, card.comparable);
    if (!score.total || partners[i]->size() < kDealsToResample) continue;
    draws[i] = draws_of(*partners[i], tallies[i], score, programme, card, weights, seed);
    bracket(score, draws[i], rules);
  }
  rank(card, draws, weights);
  return card;
}

std::vector<Together> together(const Scorecard& card) {
  constexpr std::size_t kEnough = 5;
  std::vector<Together> pairs;
  for (std::size_t a = 0; a < kComponents; ++a) {
    for (std::size_t b = a + 1; b < kComponents; ++b) {
      std::vector<double> x, y;
      for (const Score& score : card.scores) {
        if (!score.metric[a] || !score.metric[b]) continue;
        x.push_back(*score.metric[a]);
        y.push_back(*score.metric[b]);
      }
      const auto rho = x.size() < kEnough ? std::nullopt : stats::spearman(x, y);
      if (!rho) continue;
      pairs.push_back({static_cast<Component>(a), static_cast<Component>(b), static_cast<int64_t>(x.size()), *rho});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Together& p, const Together& q) { return std::abs(p.rho.value) > std::abs(q.rho.value); });
  return pairs;
}

}  // namespace pegel::kpis
