#pragma once
// Row to cells, once for all KPIs that share a date.

#include <map>
#include <vector>

#include "cube/body.h"

namespace pegel::cube {

/// Cells of periods of one load: their numbers at a grain and the cells they got, in order of appearance.
class TrendCells {
 public:
  uint32_t cell(int32_t ordinal);
  const std::vector<int32_t>& ordinals() const { return ordinals_; }

 private:
  std::vector<int32_t> ordinals_;
  tsl::robin_map<int32_t, uint32_t> cells_;
  int32_t last_ordinal_ = 0;
  uint32_t last_cell_ = kpis::kNoCell;
};

/// The periods that the rows of one date role fall into.
struct PeriodCells {
  TrendCells trend;  ///< at the plan's grain
  TrendCells days;
};

/// When a row is in stock: at the end of the days from..until-1. In stock: entered by then, and not decided by then.
struct Stay {
  Day from = 0;
  Day until = 0;
};

/// Where the rows of one Frame go, for KPIs of one semantic and date role.
struct Placement {
  std::vector<uint32_t> total;     ///< 0 or kNoCell
  std::vector<uint32_t> previous;  ///< 0 or kNoCell; empty when the plan compares with no period
  std::vector<uint32_t> trend;     ///< cell of PeriodCells::trend or kNoCell; empty for stocks
  std::vector<uint32_t> days;      ///< cell of PeriodCells::days or kNoCell; empty without targets and for stocks
  std::vector<Stay> stays;         ///< of stocks
  std::vector<uint8_t> undated;    ///< 1: the row has no day, and the plan has a period
  kpis::Uses outside{};            ///< rows in no total cell, by reason; undated ones not counted
};

/// `dropped`: rows to leave out as duplicates, or empty.
Placement place(const Plan& plan, const kpis::Frame& frame, const Card& card, const std::vector<uint8_t>& dropped,
                PeriodCells& periods);

/// `cell` for rows in stock at the end of `day`, kNoCell for others.
std::vector<uint32_t> in_stock(const std::vector<Stay>& stays, Day day, uint32_t cell);

/// The day a stock is looked at: the last of the period, or today.
Day as_of(const Plan& plan);
/// Periods of a stock's trend, looking back from as_of.
inline constexpr int kStockPoints = 24;

}  // namespace pegel::cube
