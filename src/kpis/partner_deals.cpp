#include "kpis/partner_deals.h"

namespace pegel::kpis {
namespace {

std::vector<TableCell> row_of(std::string_view who, const Estimate& estimate) {
  return {{{}, std::string(who)},
          {estimate.value, std::string(estimate.undefined)},
          {estimate.low, {}},
          {estimate.high, {}},
          {static_cast<double>(estimate.n), {}}};
}

}  // namespace

Table beside_direct(const Card& card, const Few<Shape, 6>& shapes, std::size_t measures, const Sums& sums,
                    const Context& context) {
  const Unit unit = way_of(card, context.variant).unit;
  const std::string name(name_of(unit));
  Table table{
      .id = "direct",
      .kpi = {},
      .title = {},
      .columns = {{"score_group", "text"}, {"value", name}, {"value_low", name}, {"value_high", name}, {"n", "count"}},
      .rows = {},
      .notes = {}};
  const Shape& shape = shapes[place_of(card, context.variant)];
  const Shape beside = direct(shape, measures);
  if (sums.rows(beside.rows()) == 0) return table;
  const Estimate both[] = {finish(shape, sums, context, unit), finish(beside, sums, context, unit)};
  table.rows = {row_of("partners", both[0]), row_of("direct", both[1])};
  if (unit != Unit::money) return table;
  table.columns.push_back({"currency", "text"});
  for (std::size_t row = 0; row < table.rows.size(); ++row) table.rows[row].push_back({{}, both[row].currency});
  return table;
}

}  // namespace pegel::kpis
