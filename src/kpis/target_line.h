#pragma once
// A target with what became of it. KPIs over targets are functions of these lines (targets/<id>.cpp).

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include "kpis/attainment.h"
#include "kpis/kpi.h"
#include "partial/count.h"
#include "partial/targets.h"

/// SQL of deals `d`: how many currencies their amounts are in, and which.
#define PEGEL_CURRENCIES_SQL "count(DISTINCT coalesce(d.currency, '')) FILTER (WHERE d.amount IS NOT NULL)"
#define PEGEL_CURRENCY_OF_SQL "max(d.currency) FILTER (WHERE d.amount IS NOT NULL)"
/// HAVING all amounts in one currency, that of the target `t`; of a `t` or `d` that names none, in any.
#define PEGEL_IN_TARGETS_CURRENCY_SQL \
  PEGEL_CURRENCIES_SQL " <= 1 AND coalesce(" PEGEL_CURRENCY_OF_SQL " = any_value(t.currency), TRUE)"

namespace pegel::kpis {

/// Why not: the figure is in another currency than the target.
inline constexpr std::string_view kOtherCurrency = "other_currency";

/// What a figure came to in some days.
struct Actual {
  Estimate estimate;
  std::string_view why_not;  ///< empty: `estimate` is the answer, with a value or without

  /// Why there is no value; empty: there is one.
  std::string_view missing() const { return why_not.empty() ? estimate.undefined : why_not; }
};

/// Numbers are in the unit of the figure, a share's as 0…1.
struct TargetLine {
  partial::Target row;           ///< as its file lists it
  const Card* card = nullptr;    ///< of its figure; null: no KPI has that name
  std::string_view variant{};    ///< that the plan computes the figure by
  std::optional<double> target;  ///< what is to be reached, also where the row says a change; of a benchmark, it
  std::optional<double> baseline;
  std::optional<double> warn_at;
  std::optional<double> fail_at;
  Direction direction = Direction::up;  ///< the row's, else the figure's
  bool guessed_percent = false;         ///< `target` was read as per cent because a share is above 1
  bool whole_change = false;            ///< of a change of 1 without a per cent sign, read as 100 %
  bool last_year = false;               ///< `baseline` is what the same days a year before came to: the row says none
  Actual actual;                        ///< in its own days; a benchmark without days: in all
  bool said = false;                    ///< the files say `actual` themselves,
  Day said_until = 0;                   ///< of the days before this one
  Attained attained;
  bool over = false;  ///< its last day is not after the day looked at

  /// Both name a currency, and not the same.
  bool in_other_currency(const Estimate& figure) const;
  Way way() const { return card == nullptr ? Way{} : way_of(*card, variant); }
  bool benchmark() const { return row.mode == static_cast<uint8_t>(TargetMode::benchmark); }
  bool company() const { return row.scope_type == "company"; }
  bool dated() const;   ///< has its days, and they run forwards
  bool scoped() const;  ///< says whose it is
  /// Has what attainment needs: a figure's name, days, a scope and a number.
  bool whole() const;
  Period period() const { return {row.start, row.end + 1}; }  ///< of a dated line
  bool runs(Day day) const { return dated() && row.start <= day && day < row.end; }
  /// The verdict of `attained`, or "running" before the period's end, or why there is no actual.
  std::string_view verdict() const;
};

/// What figures come to in other days than a target's own.
class History {
 public:
  virtual ~History() = default;
  /// Null: no KPI has that name.
  virtual const Card* card_of(std::string_view kpi) const = 0;
  /// The figure `kpi` of the line's scope in `days`; why not: as in report/actual.h.
  virtual Actual in(std::string_view kpi, const TargetLine& line, const Period& days) = 0;
  /// The same, day by day; 0 where there is nothing.
  virtual std::vector<double> by_day(std::string_view kpi, const TargetLine& line, const Period& days) = 0;
  /// The period that `days` are compared with: before them, or a year earlier.
  virtual Period before(const Period& days, Comparison how) const = 0;
  /// The last whole period of the plan's grain.
  virtual Period last_whole() const = 0;
  /// The days from the first to the last that the figure's data have; empty without a figure or days.
  virtual Period data_of(std::string_view kpi) const = 0;
};

/// The days are over, and the data of the line's figure reach over them, but for a tenth at most.
bool covers(const History& history, const TargetLine& line, const Period& days, Day as_of);

/// A KPI whose values of two periods, or two persons, add up to that of both: nothing that is per something else.
bool adds_up(const Card& card, std::string_view variant);

/// Of every target and benchmark in the rows that smart_check keeps on its total, sorted; the same one twice is one line.
std::vector<TargetLine> target_lines(const Answers& of_smart_check, History& history, const Context& context);
/// Those rows, ascending.
const std::vector<partial::Target>& listed_targets(const Answers& of_smart_check);

/// Lines of one figure and scope.
using FigureKey = std::tuple<std::string_view, std::string_view, std::string_view>;
using ByFigure = std::map<FigureKey, std::vector<const TargetLine*>>;

template <class Wanted>
ByFigure figures_of(std::span<const TargetLine> lines, const Wanted& wanted) {
  ByFigure figures;
  for (const TargetLine& line : lines) {
    const partial::Target& row = line.row;
    if (!wanted(line)) continue;
    figures[{row.kpi, row.scope_type, line.company() ? std::string_view() : row.scope_id}].push_back(&line);
  }
  return figures;
}

/// Of lines that could speak for a KPI over targets the company's: money before counts and rates, then what starts last,
/// then what is shorter, then the first. Null: none is the company's.
const TargetLine* speaker(const std::vector<const TargetLine*>& lines);

/// A Table with the columns that say which target a row is about (kpi, scope_type, scope_id, period_start, period_end, unit)
/// before `columns`.
Table target_table(std::string_view id, std::string_view kpi, std::initializer_list<TableColumn> columns);
/// The cells of those columns.
std::vector<TableCell> target_cells(const TargetLine& line);
/// Puts the rows that ask for something before the others, both in their order.
void put_first(Table& table, bool (*asks)(const std::vector<TableCell>& row));
TableCell cell(std::optional<double> number);
TableCell cell(std::string_view text);

/// What a row of a targets file says.
partial::Target listed(const Row& row);
/// What becomes of a row in KPIs about targets with a figure and days, whose numbers may be missing.
Use dated_target(const Row& row);

/// KPIs over targets leave it to smart_check to keep the rows: they count those they are about. `takes` says what becomes
/// of a row. What finish says stands where no row is a target.
template <Use (*takes)(const Row&)>
struct OverTargets {
  using Partial = partial::Count;
  static Use add(Partial& p, const Row& row) {
    const Use use = takes(row);
    if (use == Use::used) p.add();
    return use;
  }
  static Estimate finish(const Partial& p, const Context&) {
    Estimate none;
    none.undefined = p.n == 0 ? "no_data" : "no_target";
    none.n = p.n;
    return none;
  }
};

}  // namespace pegel::kpis
