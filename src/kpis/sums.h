#pragma once
// The Partials of Measures: one list a Measure, a Partial a cell.

#include <variant>

#include "kpis/measure.h"
#include "partial/answers.h"
#include "partial/chances.h"
#include "partial/count.h"
#include "partial/daily.h"
#include "partial/decided_deals.h"
#include "partial/distinct.h"
#include "partial/first_last.h"
#include "partial/groups.h"
#include "partial/moments.h"
#include "partial/moments_apart.h"
#include "partial/money.h"
#include "partial/pairs.h"
#include "partial/purchases.h"
#include "partial/quantiles.h"
#include "partial/spread.h"
#include "partial/stays.h"
#include "partial/sum.h"
#include "partial/survival.h"
#include "partial/visits.h"

namespace pegel::kpis {

class MeasureCells {
 public:
  explicit MeasureCells(Take take);
  std::size_t size() const;
  /// Makes cells 0 … cells-1 exist.
  void reserve(std::size_t cells);
  /// Adds rows that the Measure uses. `cell_of[row]`: the cell of a row; null: cell 0. Those cells exist.
  void add(const Measure& measure, const dataset::Frame& frame, std::span<const uint32_t> rows,
           const uint32_t* cell_of);
  bool empty(std::size_t cell) const;  ///< equal to the identity
  void merge(std::size_t cell, const MeasureCells& from, std::size_t from_cell);
  /// The same, of a cell that nobody looks at again: it is left without meaning.
  void take(std::size_t cell, MeasureCells& from, std::size_t from_cell);
  void encode(std::size_t cell, base::ByteWriter& writer) const;
  void decode(std::size_t cell, base::ByteReader& reader);
  void clear();  ///< leaves no cell

  template <class Partial>
  const Partial& at(std::size_t cell) const {
    return std::get<std::vector<Partial>>(cells_)[cell];
  }
  int64_t rows(std::size_t cell) const;  ///< that were added; of amounts kept apart, how many there are

 private:
  std::variant<std::vector<partial::Count>, std::vector<partial::Sum>, std::vector<partial::Money>,
               std::vector<partial::Quantiles>, std::vector<partial::Distinct>, std::vector<partial::Survival>,
               std::vector<partial::Visits>, std::vector<partial::Stays>, std::vector<partial::Daily<partial::Count>>,
               std::vector<partial::Daily<partial::Money>>, std::vector<partial::Daily<partial::Sum>>,
               std::vector<partial::Pairs>, std::vector<partial::FirstLast>, std::vector<partial::Purchases>,
               std::vector<partial::Spread>, std::vector<partial::Answers>, std::vector<partial::DecidedDeals>,
               std::vector<partial::Groups>, std::vector<partial::Moments>,
               std::vector<partial::Daily<partial::Moments>>, std::vector<partial::MomentsApart>,
               std::vector<partial::Chances>>
      cells_;
};

/// The Partials of one cell, by the position of the Measure in the KPI's list.
class Sums {
 public:
  struct At {
    const MeasureCells* cells;
    uint32_t cell;
  };
  /// `at`: by Measure.
  Sums(std::span<const Measure> measures, std::span<const At> at) : measures_(measures), at_(at) {}

  std::string_view name(std::size_t m) const { return measures_[m].name; }
  int64_t rows(std::size_t m) const { return at_[m].cells->rows(at_[m].cell); }
  const partial::Sum& number(std::size_t m) const { return get<partial::Sum>(m); }
  const partial::Money& amount(std::size_t m) const { return get<partial::Money>(m); }
  const partial::Distinct& ids(std::size_t m) const { return get<partial::Distinct>(m); }
  const partial::FirstLast& first_last(std::size_t m) const { return get<partial::FirstLast>(m); }
  const partial::Visits& visits(std::size_t m) const { return get<partial::Visits>(m); }
  const partial::Stays& stays(std::size_t m) const { return get<partial::Stays>(m); }
  const partial::Daily<partial::Count>& rows_daily(std::size_t m) const {
    return get<partial::Daily<partial::Count>>(m);
  }
  const partial::Daily<partial::Money>& amounts_daily(std::size_t m) const {
    return get<partial::Daily<partial::Money>>(m);
  }
  const partial::Daily<partial::Sum>& numbers_daily(std::size_t m) const {
    return get<partial::Daily<partial::Sum>>(m);
  }
  const partial::Pairs& amounts_apart(std::size_t m) const { return get<partial::Pairs>(m); }
  const partial::Purchases& purchases(std::size_t m) const { return get<partial::Purchases>(m); }
  const partial::Spread& spread(std::size_t m) const { return get<partial::Spread>(m); }
  const partial::Answers& answers(std::size_t m) const { return get<partial::Answers>(m); }
  const partial::DecidedDeals& decided(std::size_t m) const { return get<partial::DecidedDeals>(m); }
  const partial::Groups& groups(std::size_t m) const { return get<partial::Groups>(m); }
  const partial::Moments& squares(std::size_t m) const { return get<partial::Moments>(m); }
  const partial::Daily<partial::Moments>& squares_daily(std::size_t m) const {
    return get<partial::Daily<partial::Moments>>(m);
  }
  const partial::MomentsApart& squares_apart(std::size_t m) const { return get<partial::MomentsApart>(m); }
  const partial::Chances& chances(std::size_t m) const { return get<partial::Chances>(m); }
  const partial::Survival& waited(std::size_t m) const { return get<partial::Survival>(m); }
  Take take(std::size_t m) const { return measures_[m].take; }
  const partial::Quantiles& values(std::size_t m) const { return get<partial::Quantiles>(m); }

 private:
  template <class Partial>
  const Partial& get(std::size_t m) const {
    return at_[m].cells->at<Partial>(at_[m].cell);
  }
  std::span<const Measure> measures_;
  std::span<const At> at_;
};

/// What the shape makes of the sums; "no_data", "mixed_currency", "zero_denominator" where there is no value.
Estimate finish(const Shape& shape, const Sums& sums, const Context& context, Unit unit);

}  // namespace pegel::kpis
