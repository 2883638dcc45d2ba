// Cells add up to the total, and a filter is the file without the other rows.

#include <gtest/gtest.h>

#include <numeric>
#include <sstream>

#include "report/figures.h"
#include "support/generate.h"

namespace pegel {
namespace {

using cube::AxisKind;

TEST(Slices, merging_the_cells_of_a_dimension_gives_the_total) {
  const std::vector<test::File> files{test::deals_file(4, 500), test::responses_file(5, 200)};
  const Plan plan = test::plan_for(files);
  const Cube cube = aggregate(plan, test::load(plan, files));
  const report::Figures figures(plan, cube.body());
  int compared = 0;
  for (const report::Figure& figure : figures.all()) {
    const kpis::Context context{plan, plan.today, kpis::variant_of(plan, figure.card())};
    const Estimate total = figure.on(AxisKind::total)->answers->finish(0, context);
    for (const report::FigureCells& cells : figure.axes) {
      if (cells.axis().kind != AxisKind::dimension) continue;
      std::vector<uint32_t> all(cells.names().size());
      std::iota(all.begin(), all.end(), 0u);
      const Estimate merged = cells.answers->merged(all)->finish(0, context);
      const std::string what = std::string(figure.card().id) + " by " + plan.dimensions[cells.axis().dimension].id;
      EXPECT_EQ(merged.value, total.value) << what;
      EXPECT_EQ(merged.low, total.low) << what;
      EXPECT_EQ(merged.n, total.n) << what;
      EXPECT_EQ(merged.undefined, total.undefined) << what;
      ++compared;
    }
  }
  EXPECT_GT(compared, 20);
}

class Filtered : public testing::TestWithParam<std::optional<Period>> {};

TEST_P(Filtered, equals_the_file_without_the_other_rows) {
  // A deal that stands in two rows is decided before the filter: its latest row may be another partner's.
  const auto file = test::deals_file(6, 400, false);
  Choices filtered = test::choices_today();
  filtered.filters = {{"partner_id", {"Lone"}}};
  filtered.period = GetParam();
  Plan plan = test::plan_for({file}, filtered);
  const Report with_filter = make_report(plan, aggregate(plan, test::load(plan, {file})));

  std::istringstream lines(file.text);
  std::string kept;
  std::string line;
  while (std::getline(lines, line)) {
    if (kept.empty() || line.find(",Lone,") != std::string::npos) kept += line + "\n";
  }
  plan.filters.clear();
  const Report of_part = make_report(plan, aggregate(plan, test::load(plan, {{file.name, kept}})));
  for (const KpiReport& entry : of_part.kpis) {
    if (entry.card->kind != Kind::deals) continue;
    if (entry.period && !GetParam()) continue;  // the last whole month of the file: another one without those rows
    const Estimate& other = test::kpi(with_filter, entry.card->id).total;
    EXPECT_EQ(entry.total.value, other.value) << entry.card->id;
    EXPECT_EQ(entry.total.low, other.low) << entry.card->id;
    EXPECT_EQ(entry.total.n, other.n) << entry.card->id;
  }
}
INSTANTIATE_TEST_SUITE_P(Slices, Filtered,
                         testing::Values(std::optional<Period>{}, std::optional<Period>{Period{20454, 20635}}));

const test::File kTargets{"targets.csv",
                          "kpi_id,period_start,period_end,target,scope_type,scope_id\n"
                          "revenue,2025-07-01,2025-12-31,9000,company,\n"
                          "revenue,2025-07-01,2025-12-31,many,company,\n"
                          "revenue,2025-07-01,,800,company,\n"
                          "deal_count,2025-12-31,2025-07-01,70,person,Anna\n"
                          ",2025-07-01,2025-12-31,60,company,\n"
                          "deal_count,2025-07-01,2025-12-31,50,person,\n"};

class EveryRow : public testing::TestWithParam<std::optional<Period>> {};

TEST(Slices, a_kpi_about_one_dimension_is_broken_down_by_that_alone) {
  Choices choices = test::choices_today();
  choices.dimensions = {"partner_id", "owner"};
  const Report report = test::run({test::deals_file(4, 300)}, choices);
  int alone = 0;
  for (const KpiReport& kpi : report.kpis) {
    if (kpi.card->by == Role::none || kpi.card->kind != Kind::deals) continue;
    for (const Breakdown& breakdown : kpi.breakdown)
      EXPECT_EQ(breakdown.dimension, name_of(kpi.card->by)) << kpi.card->id;
    alone += kpi.breakdown.size() == 1 ? 1 : 0;
  }
  EXPECT_GE(alone, 8);
}

// A funnel's n are chains of rows, that of loyalty respondents, and what rests on targets has those of its figure; every other
// value rests on rows, one a unit.
TEST_P(EveryRow, is_in_n_or_left_out_under_one_reason) {
  const std::vector<test::File> files{test::deals_file(7, 500), test::responses_file(8, 300),
                                      test::stage_history_file(9, 200), kTargets};
  Choices choices = test::choices_today();
  choices.period = GetParam();
  const Plan plan = test::plan_for(files, choices);
  const Cube cube = aggregate(plan, test::load(plan, files));
  const Report report = make_report(plan, cube);
  const report::Figures figures(plan, cube.body());
  for (const report::Figure& figure : figures.all()) {
    const std::string id(figure.card().id);
    int64_t used = figure.uses[static_cast<std::size_t>(kpis::Use::used)];
    int64_t left_out = 0;
    for (const Excluded& reason : test::kpi(report, id).excluded) {
      left_out += reason.rows;
      if (reason.reason == "superseded") used -= reason.rows;
    }
    int64_t held = 0;
    for (std::size_t s = 0; s < files.size(); ++s) {
      const auto& source = cube.body().sources[s];
      if (plan.sources[s].kind != figure.counted.kind) continue;
      held += source.read - source.left_out + figure.uses[static_cast<std::size_t>(kpis::Use::duplicate)];
    }
    EXPECT_EQ(used + left_out, held) << id;
    const bool due = figure.card().date == Role::expected_close;  // beyond a period that is over
    const bool other_scale = id == "net_score";                   // the file's answers are those of nps
    EXPECT_TRUE(used > 0 || due || other_scale) << id;
    if (figure.kpi->rests_on_targets()) continue;
    if (id == "funnel" || id == "cli" || figure.looks_back) {
      EXPECT_LE(test::kpi(report, id).total.n, used) << id;
    } else {
      EXPECT_EQ(test::kpi(report, id).total.n, used) << id;
    }
  }
  EXPECT_GT(figures.all().size(), 15u);
}
INSTANTIATE_TEST_SUITE_P(Slices, EveryRow,
                         testing::Values(std::nullopt, Period{*day_of(2025, 6, 1), *day_of(2026, 2, 1)}));

}  // namespace
}  // namespace pegel
