#pragma once
// Groups of leads or deals that were worked by different techniques, held against one of them.

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "partial/by_text.h"
#include "partial/count.h"
#include "partial/extent.h"
#include "partial/money.h"
#include "partial/quantiles.h"
#include "partial/ratio.h"
#include "partial/survival.h"
#include "stats/two_means.h"
#include "stats/two_shares.h"

namespace pegel::kpis {

struct Technique {
  partial::Ratio converted;
  partial::Money money;        ///< of those converted that have an amount
  partial::Quantiles amounts;  ///< the same, each kept: millionths
  partial::Survival days;      ///< from the day they began to the day they converted
  partial::Extent began;       ///< from when to when they began
  partial::ByText<partial::Count> owners;
  auto fields() { return std::tie(converted, money, amounts, days, began, owners); }
  auto fields() const { return std::tie(converted, money, amounts, days, began, owners); }

  int64_t n() const { return converted.n.n; }
  stats::Share share() const { return {converted.x.n, converted.n.n}; }
};
using Techniques = partial::ByText<Technique>;
using OneTechnique = Techniques::Map::value_type;

/// What the others are held against: the first, by name, of those with kFew or more; of fewer the first. Not of none.
const OneTechnique& reference_of(const Techniques& techniques);
/// By name; p is corrected for there being several. Of the reference, and where there are fewer than kFew, nothing.
std::map<std::string_view, stats::ShareDifference> against_reference(const Techniques& techniques);
/// Mean amounts of those converted; nothing where either has fewer than kFew, or the currencies are not one.
std::optional<stats::MeanDifference> amount_difference(const Technique& a, const Technique& b, uint64_t seed);

/// The part of `b` whose owners stand alike in `a`: 1 when owners have the same share in both, 0 when they share none.
double shared_owners(const Technique& a, const Technique& b);
/// What keeps a comparison from being a test, as codes of notes: "not_randomised" and "peeking" always; "sample_ratio"
/// when groups that should be of one size cannot be so by chance, "other_owners", "other_days" of a technique and the
/// reference.
std::vector<std::string> doubts(const Techniques& techniques);

}  // namespace pegel::kpis
