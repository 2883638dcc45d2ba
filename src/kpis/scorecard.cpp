#include "kpis/scorecard.h"

#include <algorithm>
#include <cmath>

#include "stats/bootstrap.h"
#include "stats/linearised.h"
#include "stats/median.h"

namespace pegel::kpis {
namespace {

using partial::Deal;
using partial::Deals;

constexpr double kRatePrior = 10;
constexpr double kSizePrior = 3;
constexpr double kCap = 3;
constexpr int kResamples = 1000;

constexpr std::size_t index(Component component) { return static_cast<std::size_t>(component); }

double share(double x, double n) { return n == 0 ? 0 : x / n; }

// What one deal adds to its partner's counts and sums, or all of them together.
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
};

Counts counts_of(const Deal& deal, double cap) {
  Counts c;
  const double amount = deal.has_amount() ? base::to_double(deal.amount) : 0;
  c.prospects = 1;
  if (deal.status == Status::open) {
    if (!deal.stale) c.pipeline = amount;
    return c;
  }
  c.decided = 1;
  c.qualified_decided = deal.qualified ? 1 : 0;
  if (deal.status != Status::won) return c;
  c.won = 1;
  c.qualified_won = c.qualified_decided;
  if (amount == 0) return c;
  c.priced = 1;
  c.value = amount;
  c.capped = std::min(amount, cap);
  return c;
}

void add(Counts& to, const Counts& c) {
  to.prospects += c.prospects;
  to.won += c.won;
  to.decided += c.decided;
  to.qualified_won += c.qualified_won;
  to.qualified_decided += c.qualified_decided;
  to.priced += c.priced;
  to.value += c.value;
  to.capped += c.capped;
  to.pipeline += c.pipeline;
}

// Counts and sums over some deals of one partner, and their median days.
struct Tally : Counts {
  std::optional<double> days;
};

bool timed(const Deal& deal) { return deal.status == Status::won && deal.has_days(); }

std::vector<int32_t> days_of(const std::vector<Deal>& deals) {
  std::vector<int32_t> days;
  for (const Deal& deal : deals) {
    if (timed(deal)) days.push_back(deal.days);
  }
  return days;
}

// Sums of money are exact, so that the order of the deals cannot show.
Tally tally_of(const std::vector<Deal>& deals, double cap) {
  Tally t;
  base::Int128 value = 0;
  base::Int128 uncapped = 0;
  base::Int128 pipeline = 0;
  double over = 0;
  for (const Deal& deal : deals) {
    const Counts c = counts_of(deal, cap);
    add(t, c);
    if (c.priced == 1) {
      value += deal.amount;
      if (c.value > cap) {
        over += 1;
      } else {
        uncapped += deal.amount;
      }
    }
    if (c.pipeline != 0) pipeline += deal.amount;
  }
  t.value = base::to_double(value);
  t.capped = base::to_double(uncapped) + over * cap;
  t.pipeline = base::to_double(pipeline);
  std::vector<int32_t> days = days_of(deals);
  if (!days.empty()) t.days = stats::median_of(days);
  return t;
}

// What the programme as a whole lends each partner.
struct Programme {
  double close_rate = 0;
  double success = 0;
  double deal_size = 0;  // median amount won
  double cap = 0;
  std::optional<double> reference_won;
  std::optional<double> reference_value;
  bool money = true;  // amounts are of one currency
};

bool one_currency(std::span<const Deals* const> partners) {
  std::optional<uint32_t> currency;
  for (const Deals* deals : partners) {
    for (const Deal& deal : deals->values()) {
      if (!deal.has_amount()) continue;
      if (currency && *currency != deal.currency) return false;
      currency = deal.currency;
    }
  }
  return true;
}

double median_won(std::span<const Deals* const> partners) {
  std::vector<double> amounts;
  for (const Deals* deals : partners) {
    for (const Deal& deal : deals->values()) {
      if (deal.status == Status::won && deal.has_amount() && deal.amount != 0) {
        amounts.push_back(base::to_double(deal.amount));
      }
    }
  }
  return amounts.empty() ? 0 : stats::median_of(amounts);
}

template <class Value>
std::optional<double> median_of_positive(std::size_t n, const Value& value) {
  std::vector<double> positive;
  for (std::size_t i = 0; i < n; ++i) {
    const std::optional<double> v = value(i);
    if (v && *v > 0) positive.push_back(*v);
  }
  if (positive.empty()) return std::nullopt;
  return stats::median_of(positive);
}

Programme programme_of(const std::vector<Tally>& tallies) {
  Programme p;
  Tally all;
  for (const Tally& t : tallies) {
    all.won += t.won;
    all.prospects += t.prospects;
    all.qualified_won += t.qualified_won;
    all.qualified_decided += t.qualified_decided;
  }
  p.close_rate = share(all.won, all.prospects);
  p.success = share(all.qualified_won, all.qualified_decided);
  p.reference_won = median_of_positive(tallies.size(), [&](std::size_t i) { return std::optional(tallies[i].won); });
  p.reference_value =
      median_of_positive(tallies.size(), [&](std::size_t i) { return std::optional(tallies[i].value); });
  return p;
}

double shrunk(double x, double n, double rate) { return (x + kRatePrior * rate) / (n + kRatePrior); }

PerComponent<std::optional<double>> metrics_of(const Tally& t, const Programme& p) {
  PerComponent<std::optional<double>> m{};
  const auto set = [&m](Component component, double value) { m[index(component)] = value; };
  if (t.prospects == 0) return m;
  const double close_rate = shrunk(t.won, t.prospects, p.close_rate);
  set(Component::deal_count, t.won);
  set(Component::close_rate, close_rate);
  if (t.qualified_decided > 0) {
    set(Component::deal_success, shrunk(t.qualified_won, t.qualified_decided, p.success));
  }
  if (!p.money) return m;
  set(Component::pipeline, t.pipeline);
  if (p.reference_won && p.reference_value) {
    set(Component::quality, std::sqrt(t.won / *p.reference_won * (std::max(0.0, t.value) / *p.reference_value)));
  }
  if (t.priced == 0) return m;
  const double size = (t.capped + kSizePrior * p.deal_size) / (t.priced + kSizePrior);
  set(Component::avg_deal_size, size);
  if (t.days) set(Component::velocity, t.prospects * close_rate * size / std::max(1.0, *t.days));
  return m;
}

void give_points(Score& score, const PerComponent<std::optional<double>>& references) {
  for (std::size_t c = 0; c < kComponents; ++c) {
    score.points[c].reset();
    if (!score.metric[c] || !references[c]) continue;
    const double r = std::max(0.0, *score.metric[c] / *references[c]);
    score.points[c] = 100 * r / (1 + r);
  }
}

// The weighted mean of the points there are.
std::optional<double> total_of(const Score& score, const Weights& weights, double* coverage = nullptr) {
  double used = 0;
  double all = 0;
  double sum = 0;
  for (std::size_t c = 0; c < kComponents; ++c) {
    all += weights[c];
    if (!score.points[c]) continue;
    used += weights[c];
    sum += weights[c] * *score.points[c];
  }
  if (coverage != nullptr) *coverage = share(used, all);
  if (used <= 0) return std::nullopt;
  return sum / used;
}

bool usable(const Weights& weights) {
  return std::all_of(weights.begin(), weights.end(), [](double weight) { return weight >= 0; });
}

std::string_view verdict_of(const Score& score) {
  if (!score.total) return "no_score";
  if (score.decided < kDecidedToRank) return "few_deals";
  return score.coverage < kCoverageToRank ? "low_coverage" : "ranked";
}

uint64_t seed_of(const Deals& deals, uint64_t seed) {
  base::ByteWriter writer;
  deals.encode(writer);
  const auto& bytes = writer.bytes();
  return stats::seed_of(seed, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
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
    const double r = *score.metric[c] / *card.references[c];
    if (r >= 0) slopes[c] = weights[c] * 100 / (1 + r) / (1 + r) / *card.references[c];
  }
  for (double& slope : slopes) slope /= used;
  return slopes;
}

stats::Spread linearised(const std::vector<Deal>& deals, const Tally& tally, const Score& score,
                         const Programme& programme, const Scorecard& card, const Weights& weights) {
  std::vector<int32_t> days = days_of(deals);
  const double each = days.empty() ? 0 : static_cast<double>(deals.size()) / static_cast<double>(days.size());
  const stats::LinearMedian median(std::move(days), 1);
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
                              const Scorecard& card, const Weights& weights, uint64_t seed) {
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
    give_points(score, card.references);
    totals.push_back(total_of(score, weights).value_or(total));
  }
  return totals;
}

Range middle(const std::vector<double>& ascending, double level) {
  return {stats::quantile_of(ascending, (1 - level) / 2), stats::quantile_of(ascending, (1 + level) / 2)};
}

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

void rank(Scorecard& card) {
  Ranking ranking(card.scores.size());
  for (std::size_t i = 0; i < card.scores.size(); ++i) {
    if (is_ranked(card.scores[i])) ranking.add(i, *card.scores[i].total);
  }
  const std::vector<int>& ranks = ranking.ranks();
  for (std::size_t i = 0; i < card.scores.size(); ++i) card.scores[i].rank = ranks[i];
}

void rank_resamples(Scorecard& card, const std::vector<std::vector<double>>& resamples) {
  std::vector<std::size_t> ranked;
  for (std::size_t i = 0; i < card.scores.size(); ++i) {
    if (is_ranked(card.scores[i])) ranked.push_back(i);
  }
  Ranking ranking(card.scores.size());
  std::vector<std::vector<double>> ranks(card.scores.size());
  for (std::size_t r = 0; r < kResamples; ++r) {
    ranking.clear();
    for (const std::size_t i : ranked) ranking.add(i, resamples[i][r]);
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

void set_references(Scorecard& card, const Programme& programme) {
  for (std::size_t c = 0; c < kComponents; ++c) {
    card.references[c] =
        median_of_positive(card.scores.size(), [&](std::size_t i) { return card.scores[i].metric[c]; });
  }
  auto& quality = card.references[index(Component::quality)];
  if (quality) quality = 1;
  card.reference_value = programme.money ? programme.reference_value : std::nullopt;
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

Scorecard scorecard(std::span<const Deals* const> partners, const Weights& weights, uint64_t seed) {
  Scorecard card;
  const bool money = one_currency(partners);
  const double deal_size = money ? median_won(partners) : 0;
  std::vector<Tally> tallies;
  for (const Deals* deals : partners) tallies.push_back(tally_of(deals->values(), kCap * deal_size));
  Programme programme = programme_of(tallies);
  programme.money = money;
  programme.deal_size = deal_size;
  programme.cap = kCap * deal_size;

  card.mixed_currency = !money;
  card.scores.resize(partners.size());
  std::size_t with_deals = 0;
  for (std::size_t i = 0; i < partners.size(); ++i) {
    card.scores[i].metric = metrics_of(tallies[i], programme);
    card.scores[i].decided = static_cast<int64_t>(tallies[i].decided);
    with_deals += tallies[i].prospects > 0 ? 1 : 0;
  }
  card.comparable = with_deals >= kPartnersToCompare;
  set_references(card, programme);

  std::vector<std::vector<double>> resamples(partners.size());
  for (std::size_t i = 0; i < partners.size(); ++i) {
    Score& score = card.scores[i];
    give_points(score, card.references);
    if (usable(weights)) score.total = total_of(score, weights, &score.coverage);
    score.verdict = verdict_of(score);
    if (!score.total || partners[i]->size() < kDealsToResample) continue;
    const Deals& deals = *partners[i];
    if (deals.size() > stats::kMostResampled) {
      const auto spread = linearised(deals.values(), tallies[i], score, programme, card, weights);
      resamples[i] = shuffled(spread, seed_of(tallies[i], seed));
      score.linearised = true;
    } else {
      resamples[i] = resampled(deals.sorted(), *score.total, programme, card, weights, seed_of(deals, seed));
    }
    std::vector<double> ascending = resamples[i];
    std::sort(ascending.begin(), ascending.end());
    score.interval90 = middle(ascending, 0.9);
    score.interval95 = middle(ascending, 0.95);
  }
  rank(card);
  rank_resamples(card, resamples);
  rank_weights(card, weights);
  return card;
}

}  // namespace pegel::kpis
