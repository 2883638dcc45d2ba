#include "kpis/score_draws.h"

#include <algorithm>

#include "partial/quantiles.h"
#include "stats/bootstrap.h"
#include "stats/linearised.h"

namespace pegel::kpis {
namespace {

using partial::Deal;
using partial::Deals;

uint64_t seed_of(const Deals& deals, uint64_t seed) {
  base::ByteWriter writer;
  deals.encode(writer);
  const auto& bytes = writer.bytes();
  return stats::seed_of(seed, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

double sign(double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }

// How far one more such deal moves the fit to the planned mix.
double fit_moved_by(const Counts& deal, const Tally& t, const Mix& planned) {
  double moved = 0;
  double known = 0, of_all = 0;
  for (std::size_t c = 0; c < planned.size(); ++c) {
    const double share = t.channels[c] / t.won;
    moved += sign(share - planned[c]) * (deal.channels[c] - share * deal.won);
    known += deal.channels[c];
    of_all += share;
  }
  moved += (deal.won - known) - (1 - of_all) * deal.won;  // of no known class
  return -moved / t.won / 2;
}

// The metrics' first-order changes with one deal, times the number of deals: each as metrics_of has it, differentiated.
// `days`: that on the logarithm of the median.
PerComponent<double> influences_of(const Counts& deal, double days, const Tally& t, const Score& score,
                                   const Programme& p) {
  PerComponent<double> d{};
  const double n = t.prospects;
  const auto metric = [&](Component c) { return score.metric[index(c)].value_or(0); };
  const auto set = [&d](Component component, double value) { d[index(component)] = value; };
  const double close_rate = n * deal.won / (n + kRatePrior);
  set(Component::deal_count, n * deal.won);
  set(Component::close_rate, close_rate);
  set(Component::deal_success, n * (deal.qualified_won - metric(Component::deal_success) * deal.qualified_decided) /
                                   (t.qualified_decided + kRatePrior));
  if (p.mix && score.metric[index(Component::channel_mix)]) {
    set(Component::channel_mix, n * fit_moved_by(deal, t, *p.mix));
  }
  if (!p.money) return d;
  set(Component::pipeline, n * deal.pipeline);
  if (t.won > 0 && t.value > 0) {
    set(Component::quality, n * metric(Component::quality) / 2 * (deal.won / t.won + deal.value / t.value));
  }
  if (t.priced == 0) return d;
  const double size = metric(Component::avg_deal_size);
  const double by_size = n * (deal.capped - size * deal.priced) / (t.priced + kSizePrior);
  set(Component::avg_deal_size, by_size);
  if (!t.days) return d;
  const double cycle = std::max(1.0, *t.days);
  set(Component::velocity,
      n * (close_rate * size + metric(Component::close_rate) * by_size) / cycle - metric(Component::velocity) * days);
  return d;
}

// How much the total moves with each metric.
PerComponent<double> slopes_of(const Score& score, const Scorecard& card, const Weights& weights) {
  PerComponent<double> slopes{};
  double used = 0;
  for (std::size_t c = 0; c < kComponents; ++c) {
    if (!score.points[c]) continue;
    used += weights[c];
    const double beside = score.targets[c] ? *score.targets[c] : *card.references[c];
    const double r = *score.metric[c] / beside;
    if (r < 0 || (score.targets[c] && r >= 1)) continue;
    slopes[c] = weights[c] * 100 / beside / (score.targets[c] ? 1 : (1 + r) * (1 + r));
  }
  for (double& slope : slopes) slope /= used;
  return slopes;
}

std::vector<stats::Repeated> counted(const std::vector<int32_t>& days) {
  partial::Quantiles quantiles;
  for (const int32_t each : days) quantiles.add(each);
  std::vector<stats::Repeated> list;
  quantiles.each([&](int64_t value, int64_t times) { list.push_back({static_cast<int32_t>(value), times}); });
  return list;
}

stats::Spread linearised(const std::vector<Deal>& deals, const Tally& tally, const Score& score,
                         const Programme& programme, const Scorecard& card, const Weights& weights) {
  const std::vector<stats::Repeated> days = counted(days_of(deals));
  int64_t timed_deals = 0;
  for (const stats::Repeated& some : days) timed_deals += some.times;
  const double each = days.empty() ? 0 : static_cast<double>(deals.size()) / static_cast<double>(timed_deals);
  const stats::LinearMedian median(days, 1);
  const PerComponent<double> slopes = slopes_of(score, card, weights);
  std::vector<double> influences;
  influences.reserve(deals.size());
  for (const Deal& deal : deals) {
    const double moved = timed(deal) ? each * median.influence(deal.days) : 0;
    const auto changes = influences_of(counts_of(deal, programme.cap), moved, tally, score, programme);
    double influence = 0;
    for (std::size_t c = 0; c < kComponents; ++c) influence += slopes[c] * changes[c];
    influences.push_back(influence);
  }
  return stats::linearised(*score.total, influences);
}

// Normal variables as kResamples draws would have them on average, ascending.
const std::vector<double>& normal_draws() {
  static const std::vector<double> draws = [] {
    std::vector<double> list;
    for (int r = 0; r < kResamples; ++r) list.push_back(stats::normal_quantile((r + 0.5) / kResamples));
    return list;
  }();
  return draws;
}

// For many deals: of their sums, whose order cannot show.
uint64_t seed_of(const Tally& t, uint64_t seed) {
  base::ByteWriter writer;
  for (const double sum : {t.prospects, t.won, t.decided, t.value, t.pipeline}) writer.f64(sum);
  const auto& bytes = writer.bytes();
  return stats::seed_of(seed, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

// Totals as resamples would have them, in an order of their own.
std::vector<double> shuffled(const stats::Spread& spread, uint64_t seed) {
  std::vector<double> totals;
  totals.reserve(kResamples);
  for (const double z : normal_draws()) totals.push_back(std::clamp(spread.at(z), 0.0, 100.0));
  stats::Random random(seed);
  for (auto left = static_cast<uint32_t>(totals.size()); left > 1; --left) {
    std::swap(totals[left - 1], totals[random.below(left)]);
  }
  return totals;
}

// Totals of resamples, in the order they were drawn.
std::vector<double> resampled(const std::vector<Deal>& deals, double total, const Programme& programme,
                              const Scorecard& card, const Weights& weights, const Metrics& targets, uint64_t seed) {
  constexpr uint32_t kNoRank = UINT32_MAX;
  const auto n = static_cast<uint32_t>(deals.size());
  stats::MedianCounter median(days_of(deals));
  std::vector<std::pair<Counts, uint32_t>> units;  // with the rank of the days
  for (const Deal& deal : deals) {
    units.emplace_back(counts_of(deal, programme.cap), timed(deal) ? median.rank_of(deal.days) : kNoRank);
  }
  stats::Random random(seed);
  std::vector<double> totals;
  totals.reserve(kResamples);
  for (int r = 0; r < kResamples; ++r) {
    Tally tally;
    median.clear();
    for (uint32_t i = 0; i < n; ++i) {
      const auto& [counts, rank] = units[random.below(n)];
      add(tally, counts);
      if (rank != kNoRank) median.add(rank);
    }
    tally.days = median.median();
    Score score;
    score.metric = metrics_of(tally, programme);
    score.targets = targets;
    give_points(score, card.references);
    totals.push_back(total_of(score, weights).value_or(total));
  }
  return totals;
}

}  // namespace

Draws draws_of(const Deals& deals, const Tally& tally, const Score& score, const Programme& programme,
               const Scorecard& card, const Weights& weights, uint64_t seed) {
  if (deals.size() > stats::kMostResampled) {
    const auto spread = linearised(deals.values(), tally, score, programme, card, weights);
    return {shuffled(spread, seed_of(tally, seed)), true};
  }
  return {resampled(deals.sorted(), *score.total, programme, card, weights, score.targets, seed_of(deals, seed)),
          false};
}

}  // namespace pegel::kpis
