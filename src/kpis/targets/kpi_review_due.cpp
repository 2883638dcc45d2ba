#include <algorithm>

#include "kpis/estimate.h"
#include "kpis/target_line.h"

namespace pegel::kpis {
namespace {

// A quarter.
constexpr Day kReviewDays = 90;

Use to_review(const Row& row) {
  const partial::Target t = listed(row);
  if (t.kpi.empty()) return Use::other_kpi;
  const bool reached_only = t.target == partial::Target::kNone && t.actual != partial::Target::kNone;
  return reached_only ? Use::other_type : Use::used;
}

/// Days since a target was last confirmed; nothing: never.
std::optional<Day> days_since(const TargetLine& line, Day as_of) {
  if (line.row.confirmed == partial::Target::kNoDay) return std::nullopt;
  return std::max(0, as_of - line.row.confirmed);
}

bool is_due(std::optional<Day> since) { return !since || *since > kReviewDays; }

std::vector<TableCell> row_of(const TargetLine& line, std::optional<Day> since) {
  auto cells = target_cells(line);
  cells.push_back(cell(since ? iso_text(line.row.confirmed) : std::string()));
  cells.push_back(cell(since ? std::optional<double>(*since) : std::nullopt));
  cells.push_back(cell(since && is_due(since) ? std::optional<double>(*since - kReviewDays) : std::nullopt));
  cells.push_back(cell(!since ? "never_confirmed" : is_due(since) ? "due" : "confirmed"));
  return cells;
}

// What is over needs no review.
Estimate value(std::span<const TargetLine> lines, History&, const Context& context) {
  int64_t due = 0;
  int64_t targets = 0;
  for (const TargetLine& line : lines) {
    if (line.over) continue;
    ++targets;
    due += is_due(days_since(line, context.as_of)) ? 1 : 0;
  }
  if (targets == 0) return undefined("all_over", static_cast<int64_t>(lines.size()));
  return full_count(
      due, targets,
      {{"review_due", static_cast<double>(due), Unit::count}, {"targets", static_cast<double>(targets), Unit::count}});
}

std::optional<Table> table(std::span<const TargetLine> lines, History&, const Context& context) {
  Table table = target_table("reviews", "kpi_review_due",
                             {{"confirmed", "text"}, {"days_since", "days"}, {"overdue", "days"}, {"verdict", "text"}});
  for (const TargetLine& line : lines) {
    if (!line.over) table.rows.push_back(row_of(line, days_since(line, context.as_of)));
  }
  put_first(table, [](const std::vector<TableCell>& row) { return row.back().text != "confirmed"; });
  return table.rows.empty() ? std::nullopt : std::optional(std::move(table));
}

constexpr FromTargets kFromTargets{value, table};

constexpr Card kCard = {
    .id = "kpi_review_due",
    .name = "Targets to review",
    .meaning = "How many targets that are not over were last confirmed more than 90 days ago, or never.",
    .formula = "{review_due} of {targets} due",
    .source = "A target that was never confirmed is due; benchmarks are reviewed, too",
    .kind = Kind::targets,
    .needs = {Role::kpi_id, Role::confirmed},
    .uses = {Role::period_start, Role::period_end},
    .unit = Unit::count,
    .direction = Direction::down,
    .semantic = Semantic::stock,
    .sql =
        "SELECT CASE WHEN count(*) > 0\n"
        "       THEN count(*) FILTER (WHERE coalesce(CURRENT_DATE - confirmed > 90, TRUE)) END AS value\n"
        "FROM (SELECT DISTINCT * FROM targets)\n"
        "WHERE kpi_id IS NOT NULL AND NOT coalesce(period_start <= period_end AND period_end <= CURRENT_DATE, FALSE)",
};

constexpr std::string_view kHeader = "kpi_id,period_start,period_end,target,confirmed";

constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{1, "revenue,2026-01-01,2027-03-31,500,2026-09-22"},
              {1, "deal_count,2026-01-01,2027-03-31,50,2026-10-02"},
              {1, "win_rate,2026-01-01,2027-03-31,0.3,"}},
     .value = 2,
     .n = 3},
    {.header = kHeader, .rows = {{1, "revenue,2026-01-01,2026-03-31,500,"}}, .value = {}, .undefined = "all_over"}};

}  // namespace

PEGEL_OVER_TARGETS(kpi_review_due, OverTargets<to_review>, kCard, kFromTargets, kExamples)

}  // namespace pegel::kpis
