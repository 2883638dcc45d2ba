#include "cli/filters.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "pegel/nearest.h"

namespace pegel::cli {

namespace {

constexpr std::size_t kShown = 5;

// KPIs that are broken down by what their kind has, the quickest there are: counts, or all of a kind without one.
std::vector<std::string> quick_kpis() {
  std::map<Kind, std::vector<std::string>> counts, others;
  for (const CatalogueEntry& entry : catalogue()) {
    const Card& card = *entry.card;
    if (!card.panel.empty() || card.by != Role::none) continue;
    (card.unit == Unit::count ? counts : others)[card.kind].emplace_back(card.id);
  }
  for (auto& [kind, ids] : others) counts.try_emplace(kind, std::move(ids));
  std::vector<std::string> all;
  for (const auto& [kind, ids] : counts) all.insert(all.end(), ids.begin(), ids.end());
  return all;
}

// The values of a dimension over all rows: the keys of any KPI's breakdown by it.
std::vector<std::string> values_of(const Plan& plan, const Batches& batches, const std::string& id) {
  Choices choices;
  choices.dimensions = {id};
  Plan open = plan;
  open.filters.clear();
  open.period.reset();
  open.kpis = quick_kpis();
  const auto asked = changed(std::move(open), choices);
  if (!asked) return {};
  std::set<std::string> keys;
  for (const KpiReport& kpi : make_report(*asked, aggregate(*asked, batches)).kpis) {
    for (const Breakdown& breakdown : kpi.breakdown) {
      if (breakdown.dimension != id) continue;
      for (const BreakdownValue& value : breakdown.values) keys.insert(value.key);
    }
  }
  return {keys.begin(), keys.end()};
}

void note(const std::string& dimension, const std::string& value, const std::vector<std::string>& values) {
  std::cerr << "pegel: no row has \"" << value << "\" as " << dimension << '.' << did_you_mean(value, values);
  std::string list;
  for (std::size_t i = 0; i < values.size() && i < kShown; ++i) {
    list += (list.empty() ? "" : ", ") + (values[i].empty() ? "(none)" : "\"" + values[i] + "\"");
  }
  if (!list.empty()) std::cerr << " There are " << list << (values.size() > kShown ? ", …" : "") << '.';
  std::cerr << '\n';
}

}  // namespace

void note_filters(const Plan& plan, const Batches& batches) {
  for (const Filter& filter : plan.filters) {
    const auto values = values_of(plan, batches, filter.dimension);
    for (const std::string& value : filter.values) {
      const bool occurs = std::find(values.begin(), values.end(), value) != values.end();
      if (!occurs && !values.empty()) note(filter.dimension, value, values);
    }
  }
}

}  // namespace pegel::cli
