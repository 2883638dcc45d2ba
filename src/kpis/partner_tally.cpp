#include "kpis/partner_tally.h"

#include <algorithm>
#include <cmath>

#include "stats/estimates.h"

namespace pegel::kpis {

using partial::Deal;
using partial::Deals;

namespace {

constexpr double kCap = 3;  // times the programme's median

double share(double x, double n) { return n == 0 ? 0 : x / n; }

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

}  // namespace

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
  if (deal.channel != ChannelClass::unknown) c.channels[static_cast<std::size_t>(deal.channel) - 1] = 1;
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
  for (std::size_t channel = 0; channel < c.channels.size(); ++channel) to.channels[channel] += c.channels[channel];
}

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

Programme programme_of(std::span<const Deals* const> partners, std::vector<Tally>& tallies) {
  Programme p;
  p.money = one_currency(partners);
  p.deal_size = p.money ? median_won(partners) : 0;
  p.cap = kCap * p.deal_size;
  for (const Deals* deals : partners) tallies.push_back(tally_of(deals->values(), p.cap));
  Tally all;
  for (const Tally& t : tallies) {
    all.won += t.won;
    all.prospects += t.prospects;
    all.qualified_won += t.qualified_won;
    all.qualified_decided += t.qualified_decided;
    p.partners += t.prospects > 0 ? 1 : 0;
  }
  p.close_rate = share(all.won, all.prospects);
  p.success = share(all.qualified_won, all.qualified_decided);
  p.reference_won =
      median_of_positive(tallies.size(), p.least(), [&](std::size_t i) { return std::optional(tallies[i].won); });
  p.reference_value =
      median_of_positive(tallies.size(), p.least(), [&](std::size_t i) { return std::optional(tallies[i].value); });
  return p;
}

double fit_of(const Mix& channels, double won, const Mix& planned) {
  double off = 0;
  double rest = won;
  for (std::size_t c = 0; c < channels.size(); ++c) {
    off += std::abs(channels[c] / won - planned[c]);
    rest -= channels[c];
  }
  return 1 - (off + rest / won) / 2;
}

Metrics metrics_of(const Tally& t, const Programme& p) {
  Metrics m{};
  const auto set = [&m](Component component, double value) { m[index(component)] = value; };
  if (t.prospects == 0) return m;
  const double close_rate = stats::shrunk(t.won, t.prospects, p.close_rate, kRatePrior);
  set(Component::deal_count, t.won);
  set(Component::close_rate, close_rate);
  if (t.qualified_decided > 0) {
    set(Component::deal_success, stats::shrunk(t.qualified_won, t.qualified_decided, p.success, kRatePrior));
  }
  const bool classed = t.channels != Mix{};
  if (p.mix && classed) set(Component::channel_mix, fit_of(t.channels, t.won, *p.mix));
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

}  // namespace pegel::kpis
