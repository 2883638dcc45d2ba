#include "report/panel.h"

#include <algorithm>
#include <string>

namespace pegel::report {

namespace {

/// One KPI of a panel by the values of its rows.
struct Measured {
  const KpiReport* kpi;
  std::vector<BreakdownValue> values;    // best first
  std::vector<std::size_t> by_key = {};  // positions of the values, ascending by key

  const Card& card() const { return *kpi->card; }
  std::string column(std::string_view part) const { return std::string(card().id) + std::string(part); }
  bool money() const { return card().unit == Unit::money || card().unit == Unit::money_per_day; }
  const BreakdownValue* at(const std::string& key) const {
    const auto found = std::lower_bound(by_key.begin(), by_key.end(), key,
                                        [&](std::size_t i, const std::string& k) { return values[i].key < k; });
    return found == by_key.end() || values[*found].key != key ? nullptr : &values[*found];
  }
};

Measured measured(const KpiReport& kpi, std::vector<BreakdownValue> values) {
  Measured list{&kpi, std::move(values)};
  for (std::size_t i = 0; i < list.values.size(); ++i) list.by_key.push_back(i);
  std::sort(list.by_key.begin(), list.by_key.end(),
            [&](std::size_t a, std::size_t b) { return list.values[a].key < list.values[b].key; });
  return list;
}

std::optional<Measured> measured_by(const KpiReport& kpi, Role by) {
  if (by == Role::none) return measured(kpi, {{"", kpi.total, 0}});
  for (const Breakdown& breakdown : kpi.breakdown) {
    if (breakdown.dimension == name_of(by)) return measured(kpi, breakdown.values);
  }
  return std::nullopt;
}

std::vector<Measured> measured(const Card& card, std::span<const KpiReport* const> kpis) {
  std::vector<Measured> list;
  for (const std::string_view id : card.panel) {
    const auto kpi = std::find_if(kpis.begin(), kpis.end(), [&](const KpiReport* k) { return k->card->id == id; });
    if (kpi == kpis.end()) continue;
    if (auto found = measured_by(**kpi, card.by)) list.push_back(std::move(*found));
  }
  return list;
}

std::vector<std::string> keys_of(const std::vector<Measured>& list) {
  std::vector<std::string> keys;
  for (auto kpi = list.begin(); kpi != list.end(); ++kpi) {
    for (const BreakdownValue& value : kpi->values) {
      const bool met = std::any_of(list.begin(), kpi, [&](const Measured& m) { return m.at(value.key) != nullptr; });
      if (!met) keys.push_back(value.key);
    }
  }
  std::stable_partition(keys.begin(), keys.end(), [](const std::string& key) { return !key.empty(); });
  return keys;
}

void add_columns(Table& table, const Measured& kpi) {
  const std::string unit(name_of(kpi.card().unit));
  for (const std::string_view part : {"", "_low", "_high"}) table.columns.push_back({kpi.column(part), unit});
  table.columns.push_back({kpi.column("_n"), "count"});
  table.columns.push_back({kpi.column("_rank"), "rank"});
  if (kpi.money()) table.columns.push_back({kpi.column("_currency"), "text"});
}

void add_cells(std::vector<TableCell>& row, const Measured& kpi, const std::string& key) {
  const BreakdownValue* value = kpi.at(key);
  if (value == nullptr) {
    row.resize(row.size() + (kpi.money() ? 6 : 5));
    return;
  }
  const Estimate& estimate = value->estimate;
  const std::string_view why_not = estimate.undefined == "no_data" ? "" : estimate.undefined;
  row.push_back({estimate.value, std::string(why_not)});
  row.push_back({estimate.low, {}});
  row.push_back({estimate.high, {}});
  row.push_back({static_cast<double>(estimate.n), {}});
  row.push_back({value->rank == 0 ? std::nullopt : std::optional<double>(value->rank), {}});
  if (kpi.money()) row.push_back({{}, estimate.currency});
}

bool says_something(const Measured& kpi) {
  return std::any_of(kpi.values.begin(), kpi.values.end(), [](const auto& v) { return v.estimate.value.has_value(); });
}

}  // namespace

std::optional<Table> panel(const Card& card, std::span<const KpiReport* const> kpis) {
  const std::vector<Measured> list = measured(card, kpis);
  if (std::none_of(list.begin(), list.end(), says_something)) return std::nullopt;
  Table table{.id = "panel",
              .kpi = std::string(card.id),
              .title = std::string(name_of(card.by)),
              .columns = {},
              .rows = {},
              .notes = {}};
  if (card.by != Role::none) table.columns.push_back({table.title, "text"});
  for (const Measured& kpi : list) add_columns(table, kpi);
  for (const std::string& key : keys_of(list)) {
    auto& row = table.rows.emplace_back();
    if (card.by != Role::none) row.push_back({{}, key});
    for (const Measured& kpi : list) add_cells(row, kpi, key);
  }
  if (list.size() < card.panel.size()) table.notes.push_back("panel_incomplete");
  return table;
}

}  // namespace pegel::report
