#pragma once
// One score a partner, from what its deals show beside those of the other partners.
//
// Each component's metric becomes points, 100 r / (1 + r) with r = metric / reference: 0 for nothing, 50 at the
// reference, 75 at three times it, never 100, so that one giant squeezes nobody. The reference is the median over the
// partners with a positive value. A component without metric or reference is left out and the other weights share its
// part. Rates are shrunk to the programme's by 10 deals, sizes by 3, with single amounts capped at three times the
// programme's median. What a partner is to reach stands before the median: its points are 100 metric / target, and 100
// from there on.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "partial/deals.h"
#include "stats/correlation.h"

namespace pegel::kpis {

enum class Component : uint8_t {
  deal_count,
  avg_deal_size,
  pipeline,
  close_rate,
  velocity,
  quality,
  deal_success,
  channel_mix,  ///< how near the channels of deals won are to a planned mix; without one there is nothing to measure
};
inline constexpr std::size_t kComponents = 8;
std::string_view name_of(Component component);
std::optional<Component> component_named(std::string_view name);

template <class T>
using PerComponent = std::array<T, kComponents>;
using Weights = PerComponent<double>;

/// Sum 100; what has happened (lagging) 70, what is to come (pipeline, velocity) 30.
inline constexpr Weights kDefaultWeights{10, 10, 15, 15, 15, 20, 15, 0};
inline constexpr std::array<double, 4> kUsualTiers{90, 75, 60, 40};

using Metrics = PerComponent<std::optional<double>>;
/// Shares of paid, earned and owned channels that were planned; their sum is 1.
using Mix = std::array<double, 3>;

/// Below either a partner gets a score but no rank.
inline constexpr int64_t kDecidedToRank = 5;
inline constexpr double kCoverageToRank = 0.6;
/// Fewer deals say too little of how the score could move: no interval.
inline constexpr std::size_t kDealsToResample = 5;
/// Fewer partners make a reference, but no comparison worth the name: nobody is ranked.
inline constexpr std::size_t kPartnersToCompare = 3;

/// From the lower to the higher end.
struct Range {
  double low = 0;
  double high = 0;
};

struct Score {
  Metrics metric{};                 ///< counts, money, shares, money a day; quality: 1 = the reference
  Metrics targets{};                ///< what the metric is to be; channel_mix: 1
  Metrics points{};                 ///< 0…100
  std::optional<double> total;      ///< 0…100; empty when no component could be used
  double coverage = 0;              ///< weight used, of all: 0…1
  int64_t prospects = 0;            ///< deals
  int64_t decided = 0;              ///< of them won or lost
  std::optional<Range> interval95;  ///< of `total`, over the partner's deals, references held
  bool linearised = false;          ///< instead of bootstrapped: more than stats::kMostResampled deals
  int rank = 0;                     ///< 1 = best, ties share; 0: not ranked
  int rank_low = 0;                 ///< best and worst rank, nine in ten resamples
  int rank_high = 0;
  int weight_rank_low = 0;  ///< best and worst rank when one weight is 0.8 or 1.2 times as large
  int weight_rank_high = 0;
  int tier = 0;              ///< 1 = best: the one that nine in ten resamples of the total lie in; 0: none
  std::string_view verdict;  ///< "ranked", "few_deals", "low_coverage", "no_comparison", "no_score"
};

/// What the plan says of a score.
struct Rules {
  Weights weights = kDefaultWeights;
  std::vector<Metrics> targets{};  ///< by partner, above 0; empty: nobody has one
  std::optional<Mix> mix{};        ///< of channels
  std::vector<double> tiers{};     ///< as PartnerScoreChoice::tiers
};

struct Scorecard {
  std::vector<Score> scores;              ///< in the order of the partners
  Metrics references{};                   ///< quality: always 1 when it can be used
  std::optional<double> reference_value;  ///< median won value, money
  bool mixed_currency = false;            ///< no component that needs amounts was used
  bool comparable = false;                ///< at least kPartnersToCompare partners
};

/// The points of score.metric beside score.targets, else beside `references`; none where both are missing, or the metric.
void give_points(Score& score, const Metrics& references);
/// The tier that `range` of points lies in, of those that begin at `tiers`, falling; 1 = best; 0: in none alone.
int tier_of(const Range& range, std::span<const double> tiers);
/// The weighted mean of the points there are; nothing when they weigh nothing. `coverage`: their part of the weight.
std::optional<double> total_of(const Score& score, const Weights& weights, double* coverage = nullptr);

/// Partners without a deal are not scored (verdict "no_score"). Weights: non-negative, else all totals are empty, as
/// they are when every weight is 0. `seed` with a partner's deals decides its resamples; those of many deals are drawn
/// from the linearised total.
Scorecard scorecard(std::span<const partial::Deals* const> partners, const Rules& rules, uint64_t seed);

/// How the components of the partners go together (Spearman), each pair with five partners or more that have both: the
/// closest first. Deal count, quality and velocity overlap by how they are made.
struct Together {
  Component a;
  Component b;
  int64_t n = 0;
  stats::Correlation rho;
};
std::vector<Together> together(const Scorecard& card);

}  // namespace pegel::kpis
