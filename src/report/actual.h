#pragma once
// What a target's figure came to in the target's own days, or any others.

#include <map>
#include <set>
#include <string>

#include "kpis/target_line.h"
#include "report/figures.h"
#include "report/trend.h"

namespace pegel::report {

/// Answers for any whole days, whatever the plan's grain and period. `figures` and `context` must outlive it.
class Actuals : public kpis::History {
 public:
  Actuals(Figures& figures, const kpis::Context& context) : figures_(figures), context_(context) {}

  /// Why not: "other_currency" (than the target's), "no_actual" (the figure is not computed), "no_dimension" (the plan has no dimension
  /// that could hold the scope), "no_scope" (no row of the data is of it), "no_data" (the
  /// data begin later or end before), "stock_day" (a stock's state is known today and at the ends of the trend's periods,
  /// of the company; of others today).
  kpis::Actual in(std::string_view kpi, const kpis::TargetLine& line, const Period& days) override;
  const Card* card_of(std::string_view kpi) const override;
  std::vector<double> by_day(std::string_view kpi, const kpis::TargetLine& line, const Period& days) override;
  Period before(const Period& days, Comparison how) const override;
  Period last_whole() const override;
  Period data_of(std::string_view kpi) const override;

 private:
  kpis::Actual found(const Figure& figure, const kpis::TargetLine& line, const Period& days);
  kpis::Actual flow(const Figure& figure, const kpis::TargetLine& line, const Period& days);
  kpis::Actual stock(const Figure& figure, const kpis::TargetLine& line, Day last) const;
  struct Place {
    const FigureCells* cells;  // null: none
    std::string_view why_not;
  };
  Place days_of(const Figure& figure, const kpis::TargetLine& line);
  bool holds(const FigureCells& cells, const std::string& value);
  Span span_of(const Card& card) const;

  Figures& figures_;
  const kpis::Context& context_;
  std::map<const cube::Keys*, std::set<std::string>> values_;  // of cross axes, found when asked
};

}  // namespace pegel::report
