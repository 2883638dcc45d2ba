#pragma once
// The answer: values with uncertainty, breakdowns, trend, comparison, rows left out and why. The page draws it without knowing any KPI.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pegel/card.h"
#include "pegel/issue.h"
#include "pegel/plan.h"

namespace pegel {

/// A named number inside an Estimate's formula: {"won", 12, count}.
struct Part {
  std::string_view name;
  double value = 0;
  Unit unit = Unit::count;
};

/// A value with its uncertainty, or the reason why there is none. Never NaN, never infinite, never a false 0.
struct Estimate {
  std::optional<double> value;
  std::optional<double> low;  ///< 95 % interval, both or none
  std::optional<double> high;
  int64_t n = 0;  ///< units the value rests on (the denominator)
  /// "wilson", "adjusted_wald", "student_t", "order_statistics", "poisson", "simulated"; over units "bootstrap", of many
  /// "linearised", where they are not kept one by one "delta"; empty: none.
  std::string_view method{};
  std::string_view
      undefined{};  ///< reason when there is no value: "no_data", "zero_denominator", "mixed_currency", "no_reference", …
  std::string currency{};     ///< of money values, when known
  std::vector<Part> parts{};  ///< the numbers of the Card's formula, in order
  bool full_count = false;    ///< `value` counts what there is: nothing was left to chance, however few they are
  bool incomplete = false;    ///< of a cohort: some of it is too young to be told of
};

/// Gates of small samples.
enum class Gate : uint8_t {
  none,   ///< n = 0
  few,    ///< n < 5: greyed, not ranked
  small,  ///< n < 30: marked
  ok,
};
inline constexpr int64_t kFew = 5;
inline constexpr int64_t kSmall = 30;
Gate gate_of(int64_t n);
/// Of its n; a full count needs none.
Gate gate_of(const Estimate& estimate);
std::string_view name_of(Gate gate);

struct Excluded {
  std::string_view reason;  ///< "open", "no_amount", "no_date", "other_period", "filtered", "unknown_status", …
  int64_t rows = 0;
};

struct BreakdownValue {
  std::string key;  ///< the dimension's value; empty: none given
  Estimate estimate;
  int rank = 0;  ///< 1 = best; 0: not ranked (n < 5, undefined, no value named, or neither direction is better)
};
struct Breakdown {
  std::string dimension;
  std::string label;
  /// By rank, then by n down, then by key; before them, where fewer is better, those with nothing to divide by: cost
  /// without a customer.
  std::vector<BreakdownValue> values;
};

struct TrendPoint {
  std::string period;  ///< "2026-03", "2026-Q1", "2026", "2026-W05", "2026-03-14"
  Day start = 0;
  Estimate estimate;
  bool partial = false;  ///< the data, or today, ends inside it; or it is incomplete
};

struct Compared {
  std::string period;                   ///< the period compared with, as in TrendPoint or "2026-01-01/2026-01-31"
  std::string current;                  ///< the period whose value was compared: the plan's, or the last whole one
  bool to_date = false;                 ///< the plan's period is not over: `current` ends today, `period` is as long
  Estimate value;                       ///< of `current`
  Estimate before;                      ///< of `period`
  std::optional<double> change;         ///< value - before; in points (0…1) for shares
  std::optional<double> relative;       ///< change / |before|; empty for shares and scores
  std::optional<bool> distinguishable;  ///< intervals of both known: false when they overlap
};

struct Attainment {
  double target = 0;
  std::optional<double> attained;  ///< value / target when higher is better
  std::string verdict;  ///< "reached", "reached_within_noise", "within_noise", "missed", "zero_target"; "running":
                        ///< not over yet
};

enum class KpiStatus : uint8_t { ok, undefined, missing_role, missing_kind };
std::string_view name_of(KpiStatus status);

/// The KPI by one of its Card's variants, over the same rows.
struct VariantValue {
  std::string_view id;
  Estimate estimate;
  std::optional<Period> period{};  ///< as KpiReport::period
};

/// Amounts in other currencies, each converted at the rate of its row's day.
struct Converted {
  std::string to;                  ///< "EUR"
  std::vector<std::string> files;  ///< that the rates are from
  int64_t rows = 0;                ///< with such amounts, of the files that the KPI counts, whatever their period
  Day first = 0;                   ///< of the rates, earliest and latest
  Day last = 0;
};

struct KpiReport {
  const Card* card = nullptr;
  std::string_view group;                      ///< "own": the plan defines it
  std::map<std::string, std::string> names{};  ///< of such a one, by language; else empty
  std::string sql{};                           ///< of such a one, as CatalogueEntry::sql
  KpiStatus status = KpiStatus::ok;
  std::vector<Role> missing;        ///< roles that would unlock it
  std::vector<Kind> missing_kinds;  ///< kinds of rows that would, first
  Kind kind = Kind::none;           ///< of the rows that it counts by `variant`
  /// What `total` is of, where the KPI looks at periods itself, as for growth: the plan's, to date, or the last whole one.
  std::optional<Period> period;
  std::string_view variant;  ///< the one computed everywhere below; empty: the KPI has none
  std::vector<VariantValue>
      variant_values;  ///< `total` by each variant that can be chosen; empty for fewer than two, and where
                       ///< a KPI costs too much for a trend
  Estimate total;
  std::vector<Part>
      denominator;  ///< what `total` is per: the parts its formula divides by, or takes the mean of; may be empty
  std::vector<Excluded> excluded;    ///< rows that `total` left out, most first
  std::vector<Breakdown> breakdown;  ///< one a dimension of the plan that the KPI says something about
  std::vector<TrendPoint> trend;
  std::optional<Compared> compared;
  std::optional<Attainment> target;
  std::optional<Converted> converted;  ///< none: no amount that it counts was
};

/// A result that is more than one number: funnel steps, scorecards. A cell is text or number.
struct TableColumn {
  std::string id;
  std::string unit;  ///< name of a Unit, or "text", "number", "interval", "rank"
};
struct TableCell {
  std::optional<double> number;
  std::string text;
};
struct Table {
  std::string id;  ///< "funnel", "partner_score"
  std::string kpi;
  std::string title;  ///< what distinguishes it from other tables of the id ("partner_id"); may be empty
  std::vector<TableColumn> columns;
  std::vector<std::vector<TableCell>> rows;
  std::vector<std::string> notes;  ///< codes: "no_comparison", "steps_from_data", …
};

/// How the rows of a Source were accounted for: read = used + left out.
struct SourceReport {
  std::string file;
  Kind kind = Kind::none;
  int64_t rows = 0;  ///< records after the header; of a wide table its cells
  int64_t used = 0;
  int64_t left_out = 0;
  std::optional<Day> first;  ///< earliest and latest day of the kind's date roles; none when no row has one
  std::optional<Day> last;
  std::vector<Assumption> assumed;  ///< the Source's
};

/// What the keys of one file's column found in the files of another kind.
struct LinkReport {
  std::string from;             ///< file
  Role role = Role::none;       ///< of its column
  Kind kind = Kind::none;       ///< of the files looked into
  std::vector<std::string> to;  ///< those files
  int64_t rows = 0;             ///< of `from` that hold a key; a unit seen twice counts once
  int64_t matched = 0;
  int64_t unmatched = 0;              ///< rows; their values of what is lent are empty
  int64_t keys_unmatched = 0;         ///< different keys among them
  int64_t alike = 0;                  ///< of `unmatched`: the key is there but for letter case, blanks or leading zeros
  int64_t ambiguous = 0;              ///< of `unmatched`: the key is the name of several units there
  std::vector<std::string> examples;  ///< keys unmatched: the first kLinkExamples in the order of their bytes
  std::vector<std::string> lends;     ///< ids of the Dimensions that `from` has by this link
};
inline constexpr std::size_t kLinkExamples = 5;

/// As JSON ("pegel": "report/1"): a KPI carries its Card's members and those of `total` directly; `tables` is an object from
/// an id to the tables with that id, in order.
struct Report {
  std::vector<SourceReport> sources;
  std::optional<Period> period;
  Grain grain = Grain::month;
  int year_starts = 1;
  Day today = 0;
  std::vector<KpiReport> kpis;  ///< in catalogue order, then those that the plan defines
  std::vector<Table> tables;
  std::vector<LinkReport> links;  ///< by file in the plan's order; none where no file has keys of another's
  std::vector<Issue> issues;
  std::shared_ptr<const void> holds;  ///< what Cards and texts above point to, of KPIs that the plan defines
};

}  // namespace pegel
