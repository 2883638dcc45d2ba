#include "cube/grouping.h"

#include <algorithm>
#include <limits>

#include "cube/calendar.h"
#include "cube/targeted.h"

namespace pegel::cube {

using kpis::Frame;
using kpis::kNoCell;
using kpis::Use;

namespace {

// Days from 1970 to 2079 have their number in a table.
constexpr Day kUsualDays = 40'000;

bool inside(const Period& period, Day day) { return day >= period.start && day < period.end; }

void count(kpis::Uses& uses, Use use) { ++uses[static_cast<std::size_t>(use)]; }

}  // namespace

Day as_of(const Plan& plan) { return plan.period ? std::min(plan.period->end - 1, plan.today) : plan.today; }

Day previous_as_of(const Plan& plan) { return compared_period(plan).end - 1; }

Whens::Whens(const Plan& plan, bool dated)
    : plan_(plan), dated_(dated), targets_(has_targets(plan)), numbers_(dated ? kUsualDays : 0, kNoCell) {
  if (plan.period && plan.comparison != Comparison::none) before_ = compared_period(plan);
  When undated;
  undated.total = !plan.period || !dated;
  whens_.push_back(undated);
}

uint32_t Whens::of(Day day) {
  if (!dated_ || !table::known(day)) return 0;
  if (day < 0 || day >= kUsualDays) {
    const auto it = others_.find(day);
    return it != others_.end() ? it->second : others_[day] = add(day);
  }
  uint32_t& number = numbers_[static_cast<std::size_t>(day)];
  if (number == kNoCell) number = add(day);
  return number;
}

When Whens::when_of(Day day) const {
  return {ordinal_of(Calendar(plan_), day), targets_ ? day : 0, true, !plan_.period || inside(*plan_.period, day),
          before_ && inside(*before_, day)};
}

uint32_t Whens::add(Day day) {
  const When when = when_of(day);
  const bool alone = targets_ || plan_.grain == Grain::day;
  for (uint32_t number = 1; number < whens_.size() && !alone; ++number) {
    const When& other = whens_[number];
    if (other.period == when.period && other.total == when.total && other.previous == when.previous) return number;
  }
  whens_.push_back(when);
  return static_cast<uint32_t>(whens_.size() - 1);
}

std::size_t Whens::at_most(Day first, Day last) const {
  constexpr std::size_t kBorders = 4;  // a period's ends may lie inside a period of the grain
  if (!dated_ || first > last) return 1;
  const Calendar calendar = targets_ ? Calendar(Grain::day) : Calendar(plan_);
  return 1 + kBorders + static_cast<std::size_t>(ordinal_of(calendar, last) - ordinal_of(calendar, first) + 1);
}

FlowRows flow_rows(const Frame& frame, Role date, const std::vector<uint32_t>& kept, Whens& whens) {
  FlowRows rows;
  rows.inside.reserve(kept.size());
  for (const uint32_t row : kept) {
    const uint32_t number = whens.of(date == Role::none ? table::kMissing<Day> : frame.day(date, row));
    const When& when = whens.at(number);
    if (when.total) {
      rows.inside.push_back({row, number});
    } else if (when.dated) {
      rows.outside.push_back({row, number});
    } else {
      rows.undated.push_back(row);
    }
  }
  rows.left_out[static_cast<std::size_t>(Use::other_period)] = static_cast<int64_t>(rows.outside.size());
  return rows;
}

namespace {

/// At the end of the days from..until-1.
struct Stay {
  uint32_t row;
  Day from;
  Day until;
  bool holds(Day day) const { return from <= day && day < until; }
};

// A decided row without a day has an unreadable `closed`: it left the stock, nobody knows when. One whose day lies after
// today is decided all the same: it left today.
Stay stay_of(const Frame& frame, Role entered, Day today, uint32_t row) {
  const Day start = frame.day(entered, row);
  const Day end = frame.day(Role::closed, row);
  if (end == table::kUnreadable<Day>) return {row, 0, 0};
  return {row, table::known(start) ? start : std::numeric_limits<Day>::min(),
          table::known(end) ? std::min(end, today) : std::numeric_limits<Day>::max()};
}

std::vector<RowCell> in_stock(const std::vector<Stay>& stays, Day day, uint32_t cell) {
  std::vector<RowCell> rows;
  for (const Stay& stay : stays) {
    if (stay.holds(day)) rows.push_back({stay.row, cell});
  }
  return rows;
}

/// By each of `days`, the latest first: a stay holds on a stretch of them.
std::vector<std::vector<RowCell>> in_stock(const std::vector<Stay>& stays, const std::vector<Day>& days) {
  std::vector<std::vector<RowCell>> rows(days.size());
  for (const Stay& stay : stays) {
    const auto before = [](Day limit) { return [limit](Day day) { return day >= limit; }; };
    const auto begin = std::partition_point(days.begin(), days.end(), before(stay.until));
    const auto end = std::partition_point(begin, days.end(), before(stay.from));
    for (auto day = begin; day != end; ++day) {
      const auto point = static_cast<uint32_t>(day - days.begin());
      rows[point].push_back({stay.row, point});
    }
  }
  return rows;
}

}  // namespace

std::vector<Day> stock_days(const Plan& plan) {
  std::vector<Day> days;
  const int32_t last = ordinal_of(Calendar(plan), as_of(plan));
  for (int32_t back = 0; back < kStockPoints; ++back) {
    days.push_back(std::min(period_at(Calendar(plan), last - back).end - 1, as_of(plan)));
  }
  return days;
}

StockRows stock_rows(const Plan& plan, const Frame& frame, Role entered, const std::vector<uint32_t>& kept,
                     const std::vector<Day>& days) {
  const bool compares = plan.period && plan.comparison != Comparison::none;
  const Day latest = std::max(as_of(plan), compares ? previous_as_of(plan) : as_of(plan));
  const Day earliest =
      std::min(days.empty() ? as_of(plan) : days.back(), compares ? previous_as_of(plan) : as_of(plan));
  std::vector<Stay> stays;  // those that any of the days may see
  for (const uint32_t row : kept) {
    const Stay stay = stay_of(frame, entered, plan.today, row);
    if (stay.from <= latest && earliest < stay.until) stays.push_back(stay);
  }
  StockRows rows;
  rows.total = in_stock(stays, as_of(plan), 0);
  if (compares) rows.previous = in_stock(stays, previous_as_of(plan), 0);
  rows.trend = in_stock(stays, days);
  rows.left_out[static_cast<std::size_t>(Use::not_open)] = static_cast<int64_t>(kept.size() - rows.total.size());
  return rows;
}

KeptRows kept_rows(const Frame& frame, const std::vector<uint8_t>& dropped) {
  KeptRows kept;
  kept.rows.reserve(frame.rows());
  for (uint32_t row = 0; row < frame.rows(); ++row) {
    if (!dropped.empty() && dropped[row] != 0) {
      count(kept.left_out, Use::duplicate);
    } else if (!frame.kept(row)) {
      count(kept.left_out, Use::filtered);
    } else {
      kept.rows.push_back(row);
    }
  }
  return kept;
}

}  // namespace pegel::cube
