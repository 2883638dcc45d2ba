#include "cli/print_breakdowns.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <vector>

#include "cli/numbers.h"
#include "cli/text_grid.h"
#include "cli/texts.h"

namespace pegel::cli {

namespace {

constexpr std::size_t kDimensions = 3;  // broken down by unasked

// What a breakdown shows beside each value, where computed.
constexpr std::string_view kKeyKpis[] = {"revenue", "deal_count", "win_rate", "pipeline_value", "nps", "csat"};

// Whom and what a sales manager compares, the first first; other columns are shown when asked for.
constexpr std::string_view kUsualDimensions[] = {"currency", "owner",  "team",    "partner_id", "product",
                                                 "region",   "source", "channel", "segment",    "touchpoint"};

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// One dimension with the key KPIs side by side.
struct Side {
  std::string label;
  std::vector<const KpiReport*> kpis;
  std::vector<const Breakdown*> breakdowns;  ///< one a KPI
};

std::vector<const KpiReport*> key_kpis(const Report& report) {
  std::vector<const KpiReport*> keys, all;
  for (const KpiReport& kpi : report.kpis) {
    if (kpi.breakdown.empty()) continue;
    all.push_back(&kpi);
    if (has(kKeyKpis, kpi.card->id) || kpi.group == "own") keys.push_back(&kpi);
  }
  return keys.empty() ? all : keys;
}

std::map<std::string, Side> sides_of(const Report& report, std::vector<std::string>& order) {
  std::map<std::string, Side> sides;
  for (const KpiReport* kpi : key_kpis(report)) {
    for (const Breakdown& breakdown : kpi->breakdown) {
      Side& side = sides[breakdown.dimension];
      if (side.kpis.empty()) order.push_back(breakdown.dimension);
      side.label = breakdown.label;
      side.kpis.push_back(kpi);
      side.breakdowns.push_back(&breakdown);
    }
  }
  return sides;
}

std::vector<std::string> keys_by_rows(const Side& side) {
  std::map<std::string, int64_t> rows;
  for (const Breakdown* breakdown : side.breakdowns) {
    for (const BreakdownValue& value : breakdown->values) {
      rows[value.key] = std::max(rows[value.key], value.estimate.n);
    }
  }
  std::vector<std::string> keys;
  for (const auto& [key, n] : rows) keys.push_back(key);
  std::stable_sort(keys.begin(), keys.end(), [&](const auto& a, const auto& b) { return rows[a] > rows[b]; });
  return keys;
}

std::string value_at(const Breakdown& breakdown, const std::string& key, Unit unit) {
  for (const BreakdownValue& value : breakdown.values) {
    if (value.key != key) continue;
    if (!value.estimate.value) return word("value", "none");
    const std::string few = value.estimate.n < kFew ? " (n " + std::to_string(value.estimate.n) + ")" : "";
    return number(*value.estimate.value, unit, value.estimate.currency) + few;
  }
  return {};
}

void print_side(std::ostream& out, const std::string& dimension, const Side& side, bool all) {
  out << "\nBy " << side.label << '\n';
  std::vector<bool> right{false};
  std::vector<std::string> header{""};
  for (const KpiReport* kpi : side.kpis) {
    right.push_back(true);
    header.push_back(name_of(*kpi));
  }
  TextGrid grid(right);
  grid.add(header);
  const auto keys = keys_by_rows(side);
  const std::size_t shown = all ? keys.size() : std::min(keys.size(), kShown);
  for (std::size_t k = 0; k < shown; ++k) {
    std::vector<std::string> cells{keys[k].empty() ? text("key.none") : keys[k]};
    for (std::size_t i = 0; i < side.kpis.size(); ++i) {
      cells.push_back(value_at(*side.breakdowns[i], keys[k], way_of(*side.kpis[i]->card, side.kpis[i]->variant).unit));
    }
    grid.add(std::move(cells));
  }
  grid.print(out, "  ");
  print_more(out, keys.size() - shown, dimension.starts_with("column:") ? side.label : dimension);
}

std::string name_to_type(const std::string& dimension, const std::map<std::string, Side>& sides) {
  return dimension.starts_with("column:") ? sides.at(dimension).label : dimension;
}

}  // namespace

std::string name_of(const KpiReport& kpi) {
  return kpi.names.empty() ? word("kpi", kpi.card->id) : std::string(kpi.card->name);
}

void print_more(std::ostream& out, std::size_t hidden, const std::string& by) {
  if (hidden == 0) return;
  out << "  … " << hidden << " more, " << (by.empty() ? "--json" : "--by '" + by + "'") << " shows all\n";
}

void print_breakdowns(std::ostream& out, const Report& report, bool asked_for) {
  std::vector<std::string> order;
  const auto sides = sides_of(report, order);
  std::vector<std::string> shown = asked_for ? order : std::vector<std::string>();
  for (const std::string_view usual : kUsualDimensions) {
    if (!asked_for && shown.size() < kDimensions && has(order, usual)) shown.emplace_back(usual);
  }
  for (const std::string& dimension : shown) print_side(out, dimension, sides.at(dimension), asked_for);
  std::string more;
  for (const std::string& dimension : order) {
    if (!has(shown, dimension)) more += (more.empty() ? "" : ", ") + ("'" + name_to_type(dimension, sides) + "'");
  }
  if (!more.empty()) out << "\nMore with --by: " << more << '\n';
}

}  // namespace pegel::cli
