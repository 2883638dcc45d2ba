#include "cube/grouping.h"

#include <limits>

#include "cube/calendar.h"
#include "cube/targeted.h"

namespace pegel::cube {

using kpis::Frame;
using kpis::kNoCell;
using kpis::Use;

uint32_t TrendCells::cell(int32_t ordinal) {
  if (last_cell_ != kNoCell && ordinal == last_ordinal_) return last_cell_;
  const auto [it, fresh] = cells_.try_emplace(ordinal, static_cast<uint32_t>(ordinals_.size()));
  if (fresh) ordinals_.push_back(ordinal);
  last_ordinal_ = ordinal;
  last_cell_ = it->second;
  return last_cell_;
}

Day as_of(const Plan& plan) { return plan.period ? std::min(plan.period->end - 1, plan.today) : plan.today; }

namespace {

bool inside(const Period& period, Day day) { return day >= period.start && day < period.end; }

bool is_dropped(const std::vector<uint8_t>& dropped, std::size_t row) { return !dropped.empty() && dropped[row] != 0; }

Use reason_outside(const Frame& frame, const std::vector<uint8_t>& dropped, std::size_t row) {
  if (is_dropped(dropped, row)) return Use::duplicate;
  return frame.kept(row) ? Use::used : Use::filtered;
}

// A decided row without a day has an unreadable `closed`: it left the stock, nobody knows when. One whose day lies after
// today is decided all the same: it left today.
Stay stay_of(const Frame& frame, Role entered, Day today, std::size_t row) {
  const Day start = frame.day(entered, row);
  const Day end = frame.day(Role::closed, row);
  if (end == table::kUnreadable<Day>) return {};
  return {table::known(start) ? start : std::numeric_limits<Day>::min(),
          table::known(end) ? std::min(end, today) : std::numeric_limits<Day>::max()};
}

void place_stock(const Plan& plan, const Frame& frame, Role entered, const std::vector<uint8_t>& dropped,
                 Placement& placement) {
  placement.stays.resize(frame.rows());
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    if (reason_outside(frame, dropped, row) == Use::used)
      placement.stays[row] = stay_of(frame, entered, plan.today, row);
  }
  placement.total = in_stock(placement.stays, as_of(plan), 0);
  if (plan.period && plan.comparison != Comparison::none) {
    const Day before = compared_period(*plan.period, plan.comparison).end - 1;
    placement.previous = in_stock(placement.stays, before, 0);
  }
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    if (placement.total[row] != kNoCell) continue;
    const Use reason = reason_outside(frame, dropped, row);
    ++placement.outside[static_cast<std::size_t>(reason == Use::used ? Use::not_open : reason)];
  }
}

void place_dated(const Plan& plan, const Frame& frame, Role date, const std::vector<uint8_t>& dropped,
                 PeriodCells& periods, Placement& placement) {
  const std::size_t rows = frame.rows();
  const bool compares = plan.period && plan.comparison != Comparison::none;
  const Period before = compares ? compared_period(*plan.period, plan.comparison) : Period{};
  placement.total.assign(rows, kNoCell);
  placement.trend.assign(rows, kNoCell);
  const bool targets = has_targets(plan);
  if (targets) placement.days.assign(rows, kNoCell);
  if (compares) placement.previous.assign(rows, kNoCell);
  if (plan.period) placement.undated.assign(rows, 0);
  for (std::size_t row = 0; row < rows; ++row) {
    const Use outside = reason_outside(frame, dropped, row);
    if (outside != Use::used) {
      ++placement.outside[static_cast<std::size_t>(outside)];
      continue;
    }
    const Day day = date == Role::none ? table::kMissing<Day> : frame.day(date, row);
    const bool dated = table::known(day);
    if (dated) placement.trend[row] = periods.trend.cell(ordinal_of(plan.grain, day));
    if (dated && targets) placement.days[row] = periods.days.cell(day);
    if (dated && compares && inside(before, day)) placement.previous[row] = 0;
    if (!plan.period || date == Role::none || (dated && inside(*plan.period, day))) {
      placement.total[row] = 0;
    } else if (dated) {
      ++placement.outside[static_cast<std::size_t>(Use::other_period)];
    } else {
      placement.undated[row] = 1;
    }
  }
}

}  // namespace

std::vector<uint32_t> in_stock(const std::vector<Stay>& stays, Day day, uint32_t cell) {
  std::vector<uint32_t> cells(stays.size());
  for (std::size_t row = 0; row < cells.size(); ++row) {
    const bool held = (stays[row].from <= day) & (day < stays[row].until);
    cells[row] = held ? cell : kNoCell;
  }
  return cells;
}

Placement place(const Plan& plan, const Frame& frame, const Card& card, const std::vector<uint8_t>& dropped,
                PeriodCells& periods) {
  Placement placement;
  if (card.semantic == Semantic::stock) {
    place_stock(plan, frame, card.date, dropped, placement);
  } else {
    place_dated(plan, frame, card.date, dropped, periods, placement);
  }
  return placement;
}

}  // namespace pegel::cube
