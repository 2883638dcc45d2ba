#pragma once
// What a partner's deals amount to, and what that says by component.

#include <algorithm>
#include <optional>
#include <vector>

#include "kpis/scorecard.h"
#include "stats/median.h"

namespace pegel::kpis {

constexpr double kRatePrior = 10;  ///< deals of the programme's rate that every rate is shrunk by
constexpr double kSizePrior = 3;   ///< deals of the programme's median that every size is shrunk by

constexpr std::size_t index(Component component) { return static_cast<std::size_t>(component); }

/// What one deal adds to its partner's counts and sums, or all of them together.
struct Counts {
  double prospects = 0;
  double won = 0;
  double decided = 0;
  double qualified_won = 0;
  double qualified_decided = 0;
  double priced = 0;  // won, with an amount other than 0
  double value = 0;
  double capped = 0;
  double pipeline = 0;
  Mix channels{};  // won, of paid, earned and owned channels
};

/// Amounts above `cap` count as `cap` in `capped`.
Counts counts_of(const partial::Deal& deal, double cap);
void add(Counts& to, const Counts& c);

/// Counts and sums over some deals of one partner, and their median days.
struct Tally : Counts {
  std::optional<double> days;
};

/// Sums of money are exact, so that the order of the deals cannot show.
Tally tally_of(const std::vector<partial::Deal>& deals, double cap);

/// Won, of known days.
bool timed(const partial::Deal& deal);
std::vector<int32_t> days_of(const std::vector<partial::Deal>& deals);

/// What the programme as a whole lends each partner.
struct Programme {
  double close_rate = 0;
  double success = 0;
  double deal_size = 0;  // median amount won
  double cap = 0;
  std::optional<double> reference_won;
  std::optional<double> reference_value;
  bool money = true;         // amounts are of one currency
  std::size_t partners = 0;  // with deals
  /// Values that a median is a reference from: in a smaller programme those of all.
  std::size_t least() const { return std::min(partners, kPartnersToCompare); }
  std::optional<Mix> mix{};
};

/// Tallies every partner into `tallies` on the way.
Programme programme_of(std::span<const partial::Deals* const> partners, std::vector<Tally>& tallies);

/// By component; none where the deals do not say.
Metrics metrics_of(const Tally& t, const Programme& p);

/// 1 less half of what the shares of `channels` in `won` differ from the planned ones, deals of no known class among them.
double fit_of(const Mix& channels, double won, const Mix& planned);

/// The median of the values above 0, of value(0) … value(n - 1); none where fewer than `least` are.
template <class Value>
std::optional<double> median_of_positive(std::size_t n, std::size_t least, const Value& value) {
  std::vector<double> positive;
  for (std::size_t i = 0; i < n; ++i) {
    const std::optional<double> v = value(i);
    if (v && *v > 0) positive.push_back(*v);
  }
  if (positive.empty() || positive.size() < least) return std::nullopt;
  return stats::median_of(positive);
}

}  // namespace pegel::kpis
