#pragma once
// The engine as pure functions: profile -> plan -> load -> aggregate -> merge -> report. No globals, no clock, no locale.

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pegel/cube.h"
#include "pegel/plan.h"
#include "pegel/profile.h"
#include "pegel/report.h"

namespace pegel {

/// The start of a file, head_bytes(size) of it, and samples of the rest.
struct FileHead {
  std::string name;
  int64_t size = 0;  ///< of the whole file, in bytes
  std::span<const uint8_t> bytes;
  /// Runs of bytes from sample_offsets(size); they may start and end anywhere in a record. Without them the types of a
  /// long file rest on its start.
  std::vector<std::span<const uint8_t>> samples{};
};
inline constexpr std::size_t kWholeBytes = 4u << 20;  ///< files up to here are looked at whole
inline constexpr std::size_t kHeadBytes = 1u << 20;   ///< of longer ones
inline constexpr std::size_t kSampleBytes = 64u << 10;

std::size_t head_bytes(int64_t size);

/// Where the samples of a file of `size` bytes start: evenly over what follows the head, the last one at the end. None
/// when the head is all of it.
std::vector<int64_t> sample_offsets(int64_t size);

/// What is in a file. Errors: "file.empty"; "file.type", "file.other" (an Office file or
/// another known format under a table's name); "file.binary"; "file.header_too_long", "file.too_many_columns" (limits.h).
Result<Profile> profile(const FileHead& head, const SourceChoice& choice = {});

/// What to compute over the files of `profiles`; files of no known Kind stay in it and are counted, not computed.
/// Errors: "plan.column", "plan.role", "plan.role_unknown", "plan.dimension", "plan.kpi" for choices that name what is not
/// there.
Result<Plan> make_plan(std::span<const Profile> profiles, const Choices& choices = {});

/// Whether `plan` can be computed as it stands: made by make_plan, or edited by hand. Error: "plan.member" with the path of
/// the first member that cannot be, in `values["member"]` and at the start of the text: `sources[0].columns[2].role: …`, and
/// why, by its code in `values["problem"]` (problem.h) with that problem's values beside.
Result<void> check(const Plan& plan);

/// `plan` with what `choices` sets beyond the files: period, grain, comparison, filters, dimensions, KPIs, own ones, aliases,
/// funnel, today, seed, budget. An own KPI no longer defined is no longer asked for. Errors as make_plan and check.
Result<Plan> changed(Plan plan, const Choices& choices);

/// The typed rows of the Sources (or parts of them) that one engine has read. Movable.
class Batches {
 public:
  Batches();
  Batches(Batches&&) noexcept;
  Batches& operator=(Batches&&) noexcept;
  ~Batches();
  int64_t rows() const;
  int64_t bytes() const;  ///< memory held

  struct Body;  ///< src/cube/batches.h
  Body& body() { return *body_; }
  const Body& body() const { return *body_; }

 private:
  std::unique_ptr<Body> body_;
};

/// Which of the slices of a Source's file, from 0: each from one first_border to the next, the first from the file's start
/// and the last to its end. One without a byte is as none.
struct SliceAt {
  std::size_t place = 0;
};

/// Reads one Source, a part of it that is a run of whole records, or a slice whose rows other engines get, block by block
/// into `into`.
class Load {
 public:
  /// `first_line` 1: the part starts with the file's first byte, header and all; otherwise the part starts at a record
  /// border at that line and has no header. `into` and `plan` must outlive the Load.
  Load(const Plan& plan, std::size_t source, Batches& into, int64_t first_line = 1);
  /// Pushed is one slice of the file, taken the others.
  Load(const Plan& plan, std::size_t source, Batches& into, SliceAt slice);
  Load(Load&&) noexcept;
  ~Load();
  /// Blocks of any size. Errors: "csv.record_too_long".
  Result<void> push(std::span<const uint8_t> bytes);
  /// After the last push. Errors as push.
  Result<void> end_slice();
  /// For take() of other engines: the rows completed since the last call, if any; after end_slice() the rest. Without `keep`
  /// they are no longer held here, and the Load is not to be finished.
  std::vector<uint8_t> hand_over(bool keep);
  /// What hand_over() gave of another slice: bytes of one slice in their order, those of several in any. Error: "load.slice".
  Result<void> take(SliceAt slice, std::span<const uint8_t> bytes);
  /// After end_slice(), or in its place. Error: "load.cut" when a slice has not come to its end or does not start where a
  /// record starts: the file must then be read again, uncut.
  Result<void> finish();
  int64_t rows() const;  ///< records pushed so far, the header not counted

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

/// Where in `bytes`, cut out of a Source's file anywhere, a record starts: the place of its first byte. Nothing where the
/// bytes do not tell, or the encoding does not allow to look.
std::optional<std::size_t> first_border(const Source& source, std::span<const uint8_t> bytes);

/// What the Batches' files lend to the rows of others (Plan: LentColumn), for engines that hold those. Empty bytes: nothing.
/// The Batches of one engine lend to each other without it.
std::vector<uint8_t> lend(const Plan& plan, const Batches& batches);
/// Adds what another engine's Batches lend, made by an equal Plan; in any order, and twice as once.
/// Error: "lent.corrupt" for bytes that lend() did not write for this Plan.
Result<void> borrow(const Plan& plan, Batches& batches, std::span<const uint8_t> bytes);

/// As trends write it: "2026-03", "2026-Q1", "2026", of years that start in a later month "2026/27-Q1" and "2026/27"; the
/// first and last day of what is no such unit, "2026-03-01/2026-03-10".
std::string period_name(const Period& period, int year_starts);

Cube aggregate(const Plan& plan, const Batches& batches);
Report make_report(const Plan& plan, const Cube& cube);
/// The ids of the KPIs that its Report has, in their order. Reports of some of them each hold together what one of all does:
/// Plan::kpis shares the work out.
std::vector<std::string> reported_kpis(const Plan& plan);

/// The rows behind a number: of the kept Batches, those that `kpi` met under a reason. Or those that reach no KPI at all.
struct RowsQuery {
  bool left_out = false;  ///< the rows of SourceReport::left_out; `kpi`, `dimension` and `key` are not looked at
  std::string kpi;
  std::string use;        ///< "used" or a reason of Excluded, of rows left out a code; empty: all
  std::string dimension;  ///< with `key`: only rows of that cell
  std::string key;
  int64_t offset = 0;
  int64_t limit = 100;
};
struct RowsPage {
  /// "file", "line", "use", then the mapped columns by name. Of rows left out: "file", "line", "column" (0: all of the
  /// record), "rows" (of a wide table a record is several), "reason", "excerpt"; by file, then by line.
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  int64_t total = 0;  ///< entries that match, whatever the limit; of rows left out at most kMostLeftOut a load
};
/// Errors: "rows.kpi", "rows.use", "rows.dimension" for names that are not there.
Result<RowsPage> rows(const Plan& plan, const Batches& batches, const RowsQuery& query);

/// Whose SQL. Only DuckDB's reads the files: queries of the others are over tables named as kinds, with roles as columns.
enum class SqlDialect : uint8_t { duckdb, postgres, clickhouse };
std::string_view name_of(SqlDialect dialect);

/// A script that DuckDB runs to the numbers of `report`, made by `plan`: for each kind a view of the files, read as the plan
/// says, and for each computed KPI a query of one row, `kpi` and `value`, and one a breakdown, with `dimension` and `part`
/// besides. What SQL does not say is named in a comment in its place. `paths`: where the plan's Sources lie, in their order.
/// Error: "sql.cannot" with file, column and remedy for files that SQL does not read as the plan does (other encodings than
/// UTF-8, wide tables, worded days). In another `dialect` the tables, with what columns they need, are named in a comment.
Result<std::string> sql_script(const Plan& plan, const Report& report, std::span<const std::string> paths,
                               SqlDialect dialect = SqlDialect::duckdb);

/// The Cards of the catalogue, in its order, with their groups.
struct CatalogueEntry {
  const Card* card;
  std::string_view group;
  std::string sql;                                                      ///< gives its default's value; see Card::sql
  std::vector<std::pair<std::string_view, std::string>> variant_sql{};  ///< of the other variants that SQL says
  std::vector<Need> bases{};  ///< the kinds, and the roles of the days, of what it counts; empty: the Card's alone
  std::map<std::string, std::string> names{};  ///< of a plan's own KPI, by language; "" for all
  std::shared_ptr<const void> holds{};         ///< what the Card of a plan's own KPI points to
};
std::vector<CatalogueEntry> catalogue();
/// The catalogue, then the plan's own KPIs.
std::vector<CatalogueEntry> catalogue(const Plan& plan);
/// The worked examples of a KPI; none for an unknown id.
std::span<const Example> examples_of(std::string_view id);

}  // namespace pegel
