#pragma once
// What a target's figure came to in the target's own days.

#include <map>
#include <optional>
#include <set>
#include <string>

#include "report/figures.h"

namespace pegel::report {

/// One target of the table "targets".
struct Target {
  std::string kpi;
  std::string scope_type;
  std::string scope_id;
  Period period;
  double target = 0;
  std::optional<double> baseline;

  bool company() const { return scope_type == "company"; }
};

/// A KPI whose values of two periods, or two persons, add up to that of both.
bool adds_up(const Card& card);

struct Actual {
  Estimate estimate;
  std::string_view why_not;  ///< empty: `estimate` is the answer, with a value or without
};

/// Answers for any whole days, whatever the plan's grain and period. `figures` and `context` must outlive it.
class Actuals {
 public:
  Actuals(const Figures& figures, const kpis::Context& context) : figures_(figures), context_(context) {}

  /// Why not: "no_actual" (the figure is not computed), "no_dimension" (the plan has no dimension
  /// that could hold the scope), "no_scope" (no row of the data is of it), "no_data" (the
  /// data begin later or end before), "stock_day" (a stock's state is known today and at the ends of the trend's periods,
  /// of the company; of others today).
  Actual of(const Target& target);

 private:
  Actual flow(const Figure& figure, const Target& target);
  Actual stock(const Figure& figure, const Target& target) const;
  struct Place {
    const FigureCells* cells;  // null: none
    std::string_view why_not;
  };
  Place days_of(const Figure& figure, const Target& target);
  bool holds(const FigureCells& cells, const std::string& value);

  const Figures& figures_;
  const kpis::Context& context_;
  std::map<const cube::Keys*, std::set<std::string>> values_;  // of cross axes, found when asked
};

}  // namespace pegel::report
