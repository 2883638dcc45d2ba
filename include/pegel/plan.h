#pragma once
// What we agreed the files mean, and what to compute. Small, no data rows: saved, shared, replayed next month.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pegel/card.h"
#include "pegel/day.h"
#include "pegel/profile.h"

namespace pegel {

/// Half-open [start, end).
struct Period {
  Day start = 0;
  Day end = 0;
};

enum class Grain : uint8_t { day, week, month, quarter, year };
enum class Comparison : uint8_t { none, previous, year };
std::string_view name_of(Grain grain);
std::string_view name_of(Comparison comparison);

/// A column of a Source as it is to be read. Only columns with a role or used as a dimension are built.
struct SourceColumn {
  int index = 0;  ///< position in the record, from 0; from Source::width on: a column that Source::wide adds
  std::string name;
  ColumnType type = ColumnType::text;
  NumberFormat number;
  DateFormat date;
  Role role = Role::none;
  bool operator==(const SourceColumn&) const = default;
};

/// A question about a file that nobody answered, and what its answer was taken to be.
struct Assumption {
  std::string code;     ///< of the Query
  std::string subject;  ///< the column's name, or the role that was looked for; empty when it is about the file
  std::string choice;   ///< the Query's first Option
  bool operator==(const Assumption&) const = default;
};

/// One of the columns that a wide table spreads one thing over: a month, a stage.
struct WideColumn {
  int index = 0;  ///< position in the record, from 0
  std::string name;
  int to = 0;                      ///< the SourceColumn::index that its cell has in the long row
  std::vector<std::string> cells;  ///< what the long row has at Wide::first_key and after: "2026-01-01", "2026-01-31"
  bool operator==(const WideColumn&) const = default;
};

/// How one record becomes a row for each of `columns` whose cell is filled. Without columns a record is a row.
struct Wide {
  std::vector<WideColumn> columns;
  int first_key = 0;  ///< the SourceColumn::index of the first of WideColumn::cells
  int year = 0;       ///< assumed for periods whose headers name none; 0: nothing was assumed
  bool operator==(const Wide&) const = default;
};

/// A kind on the way to a lent column: of the row that a key finds by `id`, the column of `key` holds the next key.
struct LentStep {
  Kind kind = Kind::none;
  Role id = Role::none;
  Role key = Role::none;
  bool operator==(const LentStep&) const = default;
};

/// A column that the files of another kind lend the rows of a Source, by a key that both hold, or over kinds between them:
/// a return names its order, that its customer, who has a segment.
struct LentColumn {
  Role key = Role::none;      ///< of the Source's own column that holds the key
  std::vector<LentStep> via;  ///< nearest first; empty: the key names a row of `from`
  Kind from = Kind::none;     ///< of the files that lend
  Role id = Role::none;       ///< of their column that holds the key; their `name` is tried where no id matches
  std::string column;         ///< lent: its id as a Dimension of theirs, or a role of days
  Role role = Role::none;     ///< what it is of the Source's rows; none: it is the Dimension "customers.segment"
  std::string label;          ///< its name and file
  bool operator==(const LentColumn&) const = default;
};

/// One dropped file with everything needed to read it without looking again.
struct Source {
  std::string file;
  int64_t bytes = 0;
  Dialect dialect;
  int width = 0;        ///< fields of a whole record
  int usual_width = 0;  ///< fields that most records have, where that is fewer: they end early; else 0
  bool full_rows =
      false;  ///< nearly every row fills half of its columns: a lone cell that is no value of its column's is a note
  Kind kind = Kind::none;
  std::vector<SourceColumn> columns;
  std::vector<LentColumn> lent;  ///< what the plan's other files add to its rows
  Wide wide;
  Scale scale;                          ///< of scores without columns for it
  std::map<std::string, Scale> scales;  ///< the same by the question that a column names, by its canonical word
  std::vector<ValueMapping> values;
  std::string currency;  ///< of amounts without a currency column; empty: unnamed
  std::vector<Assumption> assumed;
  bool operator==(const Source&) const = default;
};

/// Keep rows whose dimension has one of the values. Several filters must all hold.
struct Filter {
  std::string dimension;
  std::vector<std::string> values;
};

/// A dimension's id is its role ("owner") or, for a column without a role, "column:" and its name. Of a lent column that
/// has no role here it is the lending kind and that: "customers.segment", "customers.column:Size".
struct Dimension {
  std::string id;
  std::string label;  ///< the column's name in the file; of a lent one that and the file's name
  Kind kind = Kind::none;
};

/// Which value of a dimension an entity of a funnel belongs to: that of the event that starts its chain, that of the last
/// step it reached, or at each step that of the step.
enum class FunnelTouch : uint8_t { first, last, each_step };
std::string_view name_of(FunnelTouch touch);

/// Whether steps must come in order is the funnel's variant: "ordered", "strict" or "any_order".
struct FunnelChoice {
  std::vector<std::string> steps;  ///< empty: found from the data
  std::optional<int> window_days;  ///< empty: no limit
  std::optional<bool>
      later_implies_earlier;         ///< skipped stages count as reached; empty: where a stage is a win, as in CRMs
  bool ties_count = true;            ///< the same time counts as in order
  bool any_entry = true;             ///< a chain may start at any first step; false: at the entity's earliest alone
  bool back_keeps = true;            ///< what was reached stays so; false: who moves back to an earlier step has to
                                     ///< reach what follows again ("ordered" alone)
  std::vector<std::string> exclude;  ///< events that end a chain (not in "any_order"); they are no steps
  bool exclude_leaves = false;       ///< who has one on the way counts in no step, instead of up to it
  FunnelTouch touch = FunnelTouch::first;
  std::string constant;  ///< id of a Dimension that all steps of a chain must agree in; rows without a value agree with
                         ///< each other. Of logs of stages alone. Empty: they need not
};

/// How partner_score reckons, where that is more than one of its variants says. As JSON:
///   {"weights": {"deal_count": 10, "quality": 40}, "targets": {"deal_count": 12, "close_rate": 0.3}, "tiers": [80, 60, 40]}
/// Components: deal_count, avg_deal_size, pipeline, close_rate, velocity, quality, deal_success, channel_mix.
struct PartnerScoreChoice {
  /// By component, not negative; one not named has none. Empty: the variant's.
  std::map<std::string, double> weights;
  /// By component, above 0: what each partner is to reach. Shares as 0…1; quality with 1 for the median partner. What a
  /// targets file asks of a partner for the days of the period comes first.
  std::map<std::string, double> targets;
  /// The points, 0…100, from which on a tier is. Empty: 90, 75, 60 and 40 where all is measured against targets, else none.
  std::vector<double> tiers;
  bool operator==(const PartnerScoreChoice&) const = default;
};

/// Names that mean one: in every column of `role`, in filters, and where a target's scope is such a name. What rows show is
/// what the file says. `to` may itself stand for another name; no name may come to mean itself.
struct Alias {
  Role role = Role::none;         ///< of type category, such as owner, partner_id, source
  std::vector<std::string> from;  ///< as the files write them
  std::string to;
  bool operator==(const Alias&) const = default;
};

enum class KpiTake : uint8_t {
  count,     ///< rows
  sum,       ///< of a number or amount
  mean,      ///< of a number or amount, or of days
  median,    ///< the same
  distinct,  ///< different ids or texts
};
std::string_view name_of(KpiTake take);

/// What must hold of a row that a KPI counts. As JSON by its role: "owner": ["Ada", "Bea"], "reopened": true,
/// "amount": {"least": 10000}, "region": {"not": ["Nord"]}.
struct KpiCondition {
  Role role = Role::none;
  std::vector<std::string> values;  ///< one of them: a canonical word, a text, "yes" or "no"; "": none is given
  bool except = false;              ///< none of `values`, of words and texts alone; rows without a value are others
  std::optional<double> least;      ///< of numbers, as a Frame has them: shares as 0…1, durations in seconds
  std::optional<double> most;
};

struct KpiMeasure {
  KpiTake take = KpiTake::count;
  Role of = Role::none;             ///< none: of count
  Role since = Role::none;          ///< of mean and median: days from this day to the day `of`
  std::vector<KpiCondition> where;  ///< all must hold; up to five
  Kind kind = Kind::none;           ///< of a divisor's rows; none: the KPI's
  Role date = Role::none;           ///< of a divisor of another kind: as KpiDefinition::date
};

/// A KPI without code. As JSON:
///   {"id": "big_deals", "name": "Big deals won", "kind": "deals",
///    "measure": {"take": "sum", "of": "amount", "where": {"status": ["won"], "amount": {"least": 10000}}},
///    "divisor": {"take": "count", "where": {"status": ["won"]}}, "unit": "money", "direction": "up", "date": "closed"}
/// A divisor counts, sums or tells apart. Where it counts the same with fewer conditions, the KPI is a share.
struct KpiDefinition {
  std::string id;                           ///< [a-z][a-z0-9_]*, none of the catalogue's
  std::map<std::string, std::string> name;  ///< by language ("en"), or of "" for all; as JSON also one text
  std::string meaning;                      ///< a sentence; empty: the definition in signs
  Kind kind = Kind::none;
  KpiMeasure measure;
  std::optional<KpiMeasure> divisor;
  std::optional<Unit> unit;            ///< empty: the one that fits the measure
  std::optional<Direction> direction;  ///< which way is better; empty: up
  Role date = Role::none;  ///< that places rows in a period; none: as the kind's own KPIs, of deals `closed` where only
                           ///< decided ones count, else `created`
};

struct Plan {
  std::vector<Source> sources;
  std::optional<Period> period;  ///< empty: all there is
  Grain grain = Grain::month;
  int year_starts = 1;  ///< the month that a year, and its first quarter, begins with: 1…12
  Comparison comparison = Comparison::previous;
  std::vector<Filter> filters;
  std::vector<Dimension> dimensions;            ///< breakdowns to compute
  std::vector<std::string> kpis;                ///< empty: the whole catalogue, and own_kpis
  std::map<std::string, std::string> variants;  ///< KPI -> variant of its Card; others: the default
  std::vector<KpiDefinition> own_kpis;          ///< listed after the catalogue, in their order
  std::vector<Alias> aliases;
  FunnelChoice funnel;
  PartnerScoreChoice partner_score;
  /// The code that amounts are converted to, by the rates of the plan's fx Sources; empty: each stays as it is written.
  std::string currency;
  Day today = 0;                      ///< set by the caller: the engine has no clock
  uint64_t seed = 1;                  ///< of every bootstrap
  int64_t memory_budget = 512 << 20;  ///< bytes of Batches one engine may keep
};

/// The user's word on one file; whatever is set wins over the guess.
struct SourceChoice {
  std::optional<Dialect> dialect;  ///< handed to profile(), which then detects the rest
  std::optional<Kind> kind;
  std::map<std::string, std::string> roles;   ///< column name -> role name; "" = unused
  std::map<std::string, std::string> number;  ///< column name -> decimal sign "," or ".", or "text"
  std::map<std::string, std::string> date;    ///< column name -> order "dmy", "mdy", "ymd", or "text"
  std::map<std::string, std::map<std::string, std::string>> values;  ///< role name -> raw -> canonical
  std::optional<std::string> currency;
  std::optional<std::string>
      wide;  ///< role of a wide table's cells: "target", "actual", "entered", "score", "rate"; "": left out
  std::optional<int> year;                    ///< of a wide table's periods whose headers name none
  std::optional<std::string> scale;           ///< what scores answer: "nps", "csat:1-5", "csat:1-7", "ces:1-7", "other"
  std::map<std::string, std::string> scales;  ///< the same by the question that a column names: "nps" -> "csat:1-5"
};

/// The user's word on what to compute, by file name for `sources`.
struct Choices {
  std::map<std::string, SourceChoice> sources;
  std::optional<Period> period;
  std::optional<Grain> grain;
  std::optional<int> year_starts;
  std::optional<Comparison> comparison;
  std::vector<Filter> filters;
  std::optional<std::vector<std::string>> dimensions;  ///< ids; empty optional: those worth showing
  std::vector<std::string> kpis;
  std::map<std::string, std::string> variants;         ///< KPI -> variant; a KPI not named keeps the plan's
  std::optional<std::vector<KpiDefinition>> own_kpis;  ///< all that the plan then has
  std::optional<std::vector<Alias>> aliases;           ///< the same
  std::optional<FunnelChoice> funnel;
  std::optional<PartnerScoreChoice> partner_score;  ///< all that the plan then has
  /// "": converts nothing; not set: with an fx file what most targets, else most amounts are in.
  std::optional<std::string> currency;
  std::optional<Day> today;
  std::optional<uint64_t> seed;
  std::optional<int64_t> memory_budget;
};

}  // namespace pegel
