#pragma once
// Row to cells, once for all KPIs that share a date.

#include <optional>
#include <vector>

#include "cube/body.h"

namespace pegel::cube {

using kpis::RowCell;

/// What a row's day decides: the cells of the axes over time that it goes to.
struct When {
  int32_t period = 0;  ///< number of the period at the plan's grain
  Day day = 0;         ///< in plans with targets; else 0
  bool dated = false;  ///< false: neither period nor day
  bool total = false;  ///< in the plan's period, or the plan has none
  bool previous = false;
};

/// Days told apart only as far as the plan does.
class Whens {
 public:
  Whens(const Plan& plan, bool dated);
  /// The number of a day's When; missing and unreadable days have one, too.
  uint32_t of(Day day);
  const When& at(uint32_t number) const { return whens_[number]; }
  std::size_t size() const { return whens_.size(); }
  /// At most so many for days from `first` to `last`.
  std::size_t at_most(Day first, Day last) const;

 private:
  When when_of(Day day) const;
  uint32_t add(Day day);

  const Plan& plan_;
  bool dated_;
  bool targets_;
  std::optional<Period> before_;
  std::vector<When> whens_;
  std::vector<uint32_t> numbers_;  // by day, of usual days
  tsl::robin_map<Day, uint32_t> others_;
};

/// The rows of one Frame for KPIs that count what happened on a day.
struct FlowRows {
  std::vector<RowCell> inside;    ///< in the total; their Whens
  std::vector<RowCell> outside;   ///< dated, and not in the total; their Whens
  std::vector<uint32_t> undated;  ///< without a day, where the plan has a period
  kpis::Uses left_out{};          ///< rows that are not `inside`, by reason; undated ones not counted
};
/// `kept`: rows that are not left out for other reasons. `date` may be none: then no row is dated.
FlowRows flow_rows(const kpis::Frame& frame, Role date, const std::vector<uint32_t>& kept, Whens& whens);

/// Rows of one Frame that are in stock at the end of a day: entered by then, and not decided by then.
struct StockRows {
  std::vector<RowCell> total;  ///< cell 0
  std::vector<RowCell> previous;
  std::vector<std::vector<RowCell>> trend;  ///< by stock_days
  kpis::Uses left_out{};
};
StockRows stock_rows(const Plan& plan, const kpis::Frame& frame, Role entered, const std::vector<uint32_t>& kept,
                     const std::vector<Day>& days);
/// Periods of a stock's trend, looking back from as_of.
inline constexpr int kStockPoints = 24;
/// The days a stock's trend looks at: the last of each period, back from as_of.
std::vector<Day> stock_days(const Plan& plan);

/// Rows of one Frame that are looked at, and those that are not by reason: filtered, or a second row of the same unit.
struct KeptRows {
  std::vector<uint32_t> rows;
  kpis::Uses left_out{};
};
/// `dropped`: rows to leave out as duplicates, or empty.
KeptRows kept_rows(const kpis::Frame& frame, const std::vector<uint8_t>& dropped);

/// The day a stock is looked at: the last of the period, or today.
Day as_of(const Plan& plan);
/// The day the stock was looked at that it is compared with.
Day previous_as_of(const Plan& plan);

}  // namespace pegel::cube
