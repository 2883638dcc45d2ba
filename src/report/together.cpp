#include "report/together.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "stats/correlation.h"

namespace pegel::report {
namespace {

constexpr std::size_t kEnoughPeriods = 6;

using Run = std::map<std::string, double>;  // by period

struct Pair {
  std::string_view a;
  std::string_view b;
  std::size_t periods = 0;
  stats::Correlation rho;
};

// Amounts of several currencies are no run.
Run run_of(const KpiReport& kpi) {
  Run run;
  std::string currency;
  for (const TrendPoint& point : kpi.trend) {
    const Estimate& estimate = point.estimate;
    if (point.partial || !estimate.value) continue;
    if (!currency.empty() && !estimate.currency.empty() && estimate.currency != currency) return {};
    if (!estimate.currency.empty()) currency = estimate.currency;
    run[point.period] = *estimate.value;
  }
  return run;
}

std::optional<Pair> pair_of(const KpiReport& a, const KpiReport& b) {
  const Run of_a = run_of(a);
  std::vector<double> x, y;
  for (const auto& [period, value] : run_of(b)) {
    const auto found = of_a.find(period);
    if (found == of_a.end()) continue;
    x.push_back(found->second);
    y.push_back(value);
  }
  const auto rho = x.size() < kEnoughPeriods ? std::nullopt : stats::spearman(x, y);
  return rho ? std::optional(Pair{a.card->id, b.card->id, x.size(), *rho}) : std::nullopt;
}

std::vector<const KpiReport*> panel_of(const Card& card, std::span<const KpiReport* const> kpis) {
  std::vector<const KpiReport*> list;
  for (const std::string_view id : card.panel) {
    const auto found =
        std::find_if(kpis.begin(), kpis.end(), [&](const KpiReport* kpi) { return kpi->card->id == id; });
    if (found != kpis.end()) list.push_back(*found);
  }
  return list;
}

}  // namespace

std::optional<Table> together(const Card& card, std::span<const KpiReport* const> kpis) {
  if (card.by != Role::none) return std::nullopt;
  std::vector<Pair> pairs;
  const std::vector<const KpiReport*> list = panel_of(card, kpis);
  for (std::size_t a = 0; a < list.size(); ++a) {
    for (std::size_t b = a + 1; b < list.size(); ++b) {
      if (const auto pair = pair_of(*list[a], *list[b])) pairs.push_back(*pair);
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Pair& p, const Pair& q) { return std::abs(p.rho.value) > std::abs(q.rho.value); });
  Table table{.id = "panel_correlation",
              .kpi = std::string(card.id),
              .title = {},
              .columns = {{"kpi", "text"},
                          {"against", "text"},
                          {"rho", "number"},
                          {"rho_low", "number"},
                          {"rho_high", "number"},
                          {"n", "count"}},
              .rows = {},
              .notes = {"not_cause"}};
  for (const Pair& pair : pairs) {
    const auto& interval = pair.rho.interval;
    table.rows.push_back({{{}, std::string(pair.a)},
                          {{}, std::string(pair.b)},
                          {pair.rho.value, {}},
                          {interval ? std::optional(interval->low) : std::nullopt, {}},
                          {interval ? std::optional(interval->high) : std::nullopt, {}},
                          {static_cast<double>(pair.periods), {}}});
  }
  return table.rows.empty() ? std::nullopt : std::optional(std::move(table));
}

}  // namespace pegel::report
