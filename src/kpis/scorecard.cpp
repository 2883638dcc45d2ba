#include "kpis/scorecard.h"

#include <algorithm>
#include <cmath>

#include "stats/bootstrap.h"

namespace pegel::kpis {
namespace {

using partial::Deal;
using partial::Deals;

constexpr double kRatePrior = 10;
constexpr double kSizePrior = 3;
constexpr double kCap = 3;
constexpr int kResamples = 1000;
constexpr uint32_t kUnits = 1000;  // drawn a resample, of partners with more deals than that

constexpr std::size_t index(Component component) { return static_cast<std::size_t>(component); }

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return stats::quantile_of(values, 0.5);
}

double share(double x, double n) { return n == 0 ? 0 : x / n; }

// Counts and sums over some deals of one partner.
struct Tally {
  double prospects = 0;
  double won = 0;
  double decided = 0;
  double qualified_won = 0;
  double qualified_decided = 0;
  double priced = 0;  // won, with an amount other than 0
  double value = 0;
  double capped = 0;
  double pipeline = 0;
  std::vector<double> days;
};

void add(Tally& t, const Deal& deal, double cap) {
  const double amount = deal.has_amount() ? base::to_double(deal.amount) : 0;
  t.prospects += 1;
  if (deal.status == Status::open) {
    if (!deal.stale) t.pipeline += amount;
    return;
  }
  t.decided += 1;
  t.qualified_decided += deal.qualified ? 1 : 0;
  if (deal.status != Status::won) return;
  t.won += 1;
  t.qualified_won += deal.qualified ? 1 : 0;
  if (deal.has_days()) t.days.push_back(deal.days);
  if (amount == 0) return;
  t.priced += 1;
  t.value += amount;
  t.capped += std::min(amount, cap);
}

// All that grows with the number of deals, to as many deals as the partner has.
void scale(Tally& t, double factor) {
  for (double* sum : {&t.prospects, &t.won, &t.decided, &t.qualified_won, &t.qualified_decided, &t.priced, &t.value,
                      &t.capped, &t.pipeline}) {
    *sum *= factor;
  }
}

Tally tally_of(const std::vector<Deal>& deals, double cap) {
  Tally t;
  for (const Deal& deal : deals) add(t, deal, cap);
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
    for (const Deal& deal : deals->sorted()) {
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
    for (const Deal& deal : deals->sorted()) {
      if (deal.status == Status::won && deal.has_amount() && deal.amount != 0) {
        amounts.push_back(base::to_double(deal.amount));
      }
    }
  }
  return amounts.empty() ? 0 : median(std::move(amounts));
}

template <class Value>
std::optional<double> median_of_positive(std::size_t n, const Value& value) {
  std::vector<double> positive;
  for (std::size_t i = 0; i < n; ++i) {
    const std::optional<double> v = value(i);
    if (v && *v > 0) positive.push_back(*v);
  }
  if (positive.empty()) return std::nullopt;
  return median(std::move(positive));
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
  if (!t.days.empty()) set(Component::velocity, t.prospects * close_rate * size / std::max(1.0, median(t.days)));
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

// Totals of resamples, in the order they were drawn.
std::vector<double> resampled(const std::vector<Deal>& deals, double total, const Programme& programme,
                              const Scorecard& card, const Weights& weights, uint64_t seed) {
  const auto n = static_cast<uint32_t>(deals.size());
  const uint32_t drawn = std::min(n, kUnits);
  const double narrowing = std::sqrt(static_cast<double>(drawn) / n);
  stats::Random random(seed);
  std::vector<double> totals;
  totals.reserve(kResamples);
  for (int r = 0; r < kResamples; ++r) {
    Tally tally;
    for (uint32_t i = 0; i < drawn; ++i) add(tally, deals[random.below(n)], programme.cap);
    scale(tally, static_cast<double>(n) / drawn);
    Score score;
    score.metric = metrics_of(tally, programme);
    give_points(score, card.references);
    totals.push_back(total + (total_of(score, weights).value_or(total) - total) * narrowing);
  }
  return totals;
}

Range middle(std::vector<double> values, double level) {
  std::sort(values.begin(), values.end());
  return {stats::quantile_of(values, (1 - level) / 2), stats::quantile_of(values, (1 + level) / 2)};
}

using Column = std::vector<std::optional<double>>;  // a total a partner

// Ranks of the partners whose verdict is "ranked"; 0 for the others.
std::vector<int> ranks_of(const std::vector<Score>& scores, const Column& totals) {
  std::vector<int> ranks(scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i].verdict != "ranked") continue;
    ranks[i] = 1;
    for (std::size_t j = 0; j < scores.size(); ++j) {
      if (scores[j].verdict == "ranked" && totals[j] > totals[i]) ++ranks[i];
    }
  }
  return ranks;
}

void rank(Scorecard& card) {
  Column totals;
  for (const Score& score : card.scores) totals.push_back(score.total);
  const std::vector<int> ranks = ranks_of(card.scores, totals);
  for (std::size_t i = 0; i < ranks.size(); ++i) card.scores[i].rank = ranks[i];
}

void rank_resamples(Scorecard& card, const std::vector<std::vector<double>>& resamples) {
  std::vector<std::vector<double>> ranks(card.scores.size());
  for (int r = 0; r < kResamples; ++r) {
    Column totals;
    for (const auto& of_partner : resamples) {
      totals.push_back(of_partner.empty() ? std::nullopt : std::optional(of_partner[static_cast<std::size_t>(r)]));
    }
    const std::vector<int> drawn = ranks_of(card.scores, totals);
    for (std::size_t i = 0; i < drawn.size(); ++i) ranks[i].push_back(drawn[i]);
  }
  for (std::size_t i = 0; i < card.scores.size(); ++i) {
    if (card.scores[i].rank == 0) continue;
    const Range range = middle(std::move(ranks[i]), 0.9);
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
      Column totals;
      for (const Score& score : card.scores) totals.push_back(total_of(score, changed));
      const std::vector<int> ranks = ranks_of(card.scores, totals);
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
  for (const Deals* deals : partners) tallies.push_back(tally_of(deals->sorted(), kCap * deal_size));
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
    resamples[i] =
        resampled(partners[i]->sorted(), *score.total, programme, card, weights, seed_of(*partners[i], seed));
    score.interval90 = middle(resamples[i], 0.9);
    score.interval95 = middle(resamples[i], 0.95);
  }
  rank(card);
  rank_resamples(card, resamples);
  rank_weights(card, weights);
  return card;
}

}  // namespace pegel::kpis
