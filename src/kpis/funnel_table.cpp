#include "kpis/funnel_table.h"

#include <algorithm>

#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

constexpr std::size_t kMostListed = 50;  // values of a dimension, in its table: those with most entities

std::vector<TableColumn> columns(std::string_view steps, bool amounts) {
  std::vector<TableColumn> list{{std::string(steps), "text"},
                                {"entities", "count"},
                                {"of_first", "share"},
                                {"of_first_low", "share"},
                                {"of_first_high", "share"},
                                {"of_previous", "share"},
                                {"of_previous_low", "share"},
                                {"of_previous_high", "share"},
                                {"days_from_previous_mean", "days"},
                                {"days_from_previous_median", "days"},
                                {"days_from_previous_p25", "days"},
                                {"days_from_previous_p75", "days"},
                                {"days_from_previous_p90", "days"},
                                {"days_from_first_mean", "days"},
                                {"days_from_first_median", "days"},
                                {"days_from_first_p25", "days"},
                                {"days_from_first_p75", "days"},
                                {"days_from_first_p90", "days"},
                                {"pending", "count"}};
  if (amounts) list.insert(list.end(), {{"amount", "money"}, {"amount_of_first", "share"}, {"currency", "text"}});
  return list;
}

void append_share(std::vector<TableCell>& row, int64_t x, int64_t n) {
  partial::Ratio ratio;
  ratio.x.add(x);
  ratio.n.add(n);
  const Estimate estimate = share(ratio, {});
  for (const auto& number : {estimate.value, estimate.low, estimate.high}) row.push_back({number, {}});
}

void append_days(std::vector<TableCell>& row, const partial::Quantiles& days) {
  if (days.n() == 0) {
    row.resize(row.size() + 5);
    return;
  }
  base::Int128 sum = 0;
  days.each([&](int64_t value, int64_t times) { sum += value * times; });
  row.push_back({static_cast<double>(sum) / static_cast<double>(days.n()), {}});
  for (const double q : {0.5, 0.25, 0.75, 0.9}) row.push_back({days.quantile(q), {}});
}

// Sums are those of the entities whose amount is known.
void append_amount(std::vector<TableCell>& row, const FunnelTally& t, std::size_t step, uint32_t currency) {
  const bool known = t.amounted[step] > 0;
  const double first = base::to_double(t.amounts.front());
  const double amount = base::to_double(t.amounts[step]);
  row.push_back({known ? std::optional(amount) : std::nullopt, {}});
  row.push_back({known && first > 0 ? std::optional(amount / first) : std::nullopt, {}});
  row.push_back({{}, std::string(dataset::name_of(currency))});
}

std::vector<TableCell> row_of(const FunnelTally& t, const FunnelCount& counted, std::size_t step) {
  std::vector<TableCell> row{{{}, counted.steps.names[step]}, {static_cast<double>(t.reached[step]), {}}};
  append_share(row, t.from_entry[step], t.reached.front());
  append_share(row, t.from_before[step], t.reached[step == 0 ? 0 : step - 1]);
  append_days(row, t.from_previous[step]);
  append_days(row, t.from_first[step]);
  row.push_back({static_cast<double>(t.pending[step]), {}});
  if (counted.has_amounts && counted.currency) append_amount(row, t, step, *counted.currency);
  return row;
}

Table empty_table(std::string_view kpi, const FunnelCount& counted, const Context& context) {
  const FunnelSteps& steps = counted.steps;
  const FunnelChoice& choice = context.plan.funnel;
  Table table{.id = "funnel",
              .kpi = std::string(kpi),
              .title = {},
              .columns = columns(counted.step_column, counted.has_amounts && counted.currency),
              .rows = {},
              .notes = {}};
  if (counted.step_column == "step") {
    table.notes.push_back(steps.from_data ? "steps_from_data" : "steps_from_plan");
  }
  if (steps.cut) table.notes.push_back("steps_cut");
  if (choice.window_days) table.notes.push_back("window");
  table.notes.push_back(choice.ties_count ? "ties_count" : "ties_do_not_count");
  if (!counted.rules.any_entry) table.notes.push_back("first_entry");
  const bool ordered = context.variant != "strict" && context.variant != "any_order";
  if (!ordered) table.notes.push_back(std::string(context.variant));
  if (ordered) table.notes.push_back(counted.rules.later_implies_earlier ? "later_implies_earlier" : "every_step");
  if (ordered && !choice.back_keeps) table.notes.push_back("back_resets");
  const bool excludes = !steps.excluded.empty() && context.variant != "any_order";
  if (excludes) table.notes.push_back(choice.exclude_leaves ? "exclude_leaves" : "exclude");
  if (counted.rules.constant) table.notes.push_back("constant");
  if (steps.steps_unmet) table.notes.push_back("steps_unmet");
  if (steps.unmet) table.notes.push_back("exclude_unmet");
  if (counted.cells.back().pending.front() > 0) table.notes.push_back("pending");
  if (counted.has_amounts && !counted.currency) table.notes.push_back("mixed_currency");
  return table;
}

void append_rows(Table& table, const FunnelTally& t, const FunnelCount& counted, const std::string* value) {
  for (std::size_t step = 0; step < counted.steps.names.size(); ++step) {
    std::vector<TableCell> row = row_of(t, counted, step);
    if (value != nullptr) row.insert(row.begin(), TableCell{{}, *value});
    table.rows.push_back(std::move(row));
  }
}

// At any step: by the value at each of them nobody need be at the first.
int64_t entered(const FunnelTally& t) {
  int64_t most = 0;
  for (std::size_t step = 0; step < t.reached.size(); ++step) most = std::max(most, t.reached[step] + t.pending[step]);
  return most;
}

std::vector<std::size_t> by_entities(std::span<const std::string_view> keys, const FunnelCount& counted) {
  std::vector<std::size_t> order;
  for (std::size_t c = 0; c < keys.size(); ++c) {
    if (entered(counted.cells[c]) > 0) order.push_back(c);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int64_t x = entered(counted.cells[a]);
    const int64_t y = entered(counted.cells[b]);
    return x != y ? x > y : keys[a] < keys[b];
  });
  return order;
}

}  // namespace

FunnelRules rules_of(const Plan& plan) {
  FunnelRules rules;
  const FunnelChoice& choice = plan.funnel;
  if (choice.window_days) rules.window = *choice.window_days;
  rules.ties_count = choice.ties_count;
  rules.any_entry = choice.any_entry;
  rules.back_keeps = choice.back_keeps;
  rules.excluded_leave = choice.exclude_leaves;
  if (plan.period) {
    rules.start = plan.period->start;
    rules.end = plan.period->end;
  }
  return rules;
}

Estimate estimate_of(const FunnelTally& t) {
  const std::size_t steps = t.reached.size();
  if (steps == 0 || (t.reached.front() == 0 && t.pending.front() == 0)) return undefined("no_data");
  if (t.reached.front() == 0) return undefined("all_pending");
  if (steps == 1) return undefined("no_steps", t.reached.front());
  partial::Ratio ratio;
  ratio.x.add(t.from_entry.back());
  ratio.n.add(t.reached.front());
  return share(ratio, {{"last", static_cast<double>(t.from_entry.back()), Unit::count},
                       {"first", static_cast<double>(t.reached.front()), Unit::count},
                       {"steps", static_cast<double>(steps), Unit::count}});
}

std::vector<Table> funnel_tables(std::string_view kpi, std::span<const std::string_view> keys,
                                 const FunnelCount& counted, const Context& context, const Dimension* dimension) {
  if (counted.steps.ids.empty() || entered(counted.cells.back()) == 0) return {};
  Table table = empty_table(kpi, counted, context);
  if (dimension == nullptr) {
    append_rows(table, counted.cells.back(), counted, nullptr);
    return {table};
  }
  table.title = dimension->id;
  table.columns.insert(table.columns.begin(), {"value", "text"});
  if (context.plan.funnel.touch != FunnelTouch::first) {
    table.notes.push_back("touch_" + std::string(name_of(context.plan.funnel.touch)));
  }
  std::vector<std::size_t> order = by_entities(keys, counted);
  if (order.size() > kMostListed) {
    order.resize(kMostListed);
    table.notes.push_back("values_cut");
  }
  for (const std::size_t c : order) {
    const std::string value(keys[c]);
    append_rows(table, counted.cells[c], counted, &value);
  }
  return {table};
}

}  // namespace pegel::kpis
