#include <algorithm>

#include "kpis/answer.h"
#include "kpis/top_two.h"
#include "partial/by_text.h"
#include "partial/moments.h"
#include "stats/bootstrap.h"
#include "stats/correlation.h"
#include "stats/linearised.h"

namespace pegel::kpis {
namespace {

constexpr std::size_t kEnoughPairs = 30;
constexpr int32_t kUsualMost = 5;
constexpr int32_t kNpsMost = 10;

struct Driver {
  TopTwo top;
  partial::Moments scores;  // as given
  partial::Scores answers;  // of known respondents
  auto fields() { return std::tie(top, scores, answers); }
  auto fields() const { return std::tie(top, scores, answers); }
};

struct SatisfactionDrivers {
  struct Partial {
    partial::ByText<Driver> drivers;
    partial::Scores csat;
    partial::Scores nps;
    auto fields() { return std::tie(drivers, csat, nps); }
    auto fields() const { return std::tie(drivers, csat, nps); }
  };

  static Use add(Partial& p, const Row& row) {
    switch (row.question()) {
      case Question::csat:
        return keep(p.csat, row, answer_of(row, 1, kUsualMost));
      case Question::nps:
        return keep(p.nps, row, answer_of(row, 0, kNpsMost));
      case Question::driver:
        return add_driver(p, row);
      default:
        return Use::other_question;
    }
  }

  // What the drivers are held against is no answer about a driver.
  static Use keep(partial::Scores& answers, const Row& row, const Answer& answer) {
    const std::string_view respondent = respondent_of(row);
    const bool known = answer.use == Use::used && !respondent.empty();
    if (known) answers.add(partial::entity_of(respondent), answer.score);
    return Use::other_question;
  }

  static Use add_driver(Partial& p, const Row& row) {
    const std::string_view name = row.text(Role::driver);
    if (name.empty()) return Use::other_question;
    TopTwo top;
    const Use use = kpis::add(top, row, Question::driver);
    if (use != Use::used) return use;
    Driver& driver = p.drivers.at(name);
    partial::merge(driver.top, top);
    driver.scores.add(row.number(Role::score));
    keep(driver.answers, row, answer_of(row, 1, kUsualMost));
    return use;
  }

  static Estimate finish(const Partial& p, const Context&) {
    TopTwo top;
    for (const auto& [name, driver] : p.drivers.all()) partial::merge(top, driver.top);
    return kpis::finish(top);
  }

  static Finished finish_all(std::span<const Cell<Partial>> cells, const Context& context, const Dimension* dimension) {
    Finished finished;
    for (const auto& cell : cells) finished.cells.push_back(finish(*cell.partial, context));
    if (dimension == nullptr && !cells.front().partial->drivers.empty()) {
      finished.tables.push_back(table(*cells.front().partial, context.plan.seed));
    }
    return finished;
  }

  /// How a driver goes with an outcome over those who answered both.
  struct Together {
    std::size_t pairs = 0;
    std::optional<stats::Correlation> rho;  ///< missing for few pairs
  };

  static Together together(const partial::Scores& driver, const partial::Scores& outcome, uint64_t seed) {
    std::vector<double> x;
    std::vector<double> y;
    auto other = outcome.entries().begin();
    for (const auto& [respondent, score] : driver.entries()) {
      while (other != outcome.entries().end() && other->entity < respondent) ++other;
      if (other == outcome.entries().end() || other->entity != respondent) continue;
      x.push_back(score.share());
      y.push_back(other->value.share());
    }
    Together both{x.size(), std::nullopt};
    if (x.size() < kEnoughPairs) return both;
    both.rho = stats::spearman(x, y);
    if (both.rho && x.size() <= stats::kMostResampled) both.rho->interval = stats::resampled_spearman(x, y, seed);
    return both;
  }

  static void add_cells(std::vector<TableCell>& row, const Together& both) {
    const auto* rho = both.rho ? &*both.rho : nullptr;
    const bool few = both.pairs > 0 && both.pairs < kEnoughPairs;
    row.push_back({rho ? std::optional(rho->value) : std::nullopt, few ? "few" : ""});
    row.push_back({rho && rho->interval ? std::optional(rho->interval->low) : std::nullopt, {}});
    row.push_back({rho && rho->interval ? std::optional(rho->interval->high) : std::nullopt, {}});
    row.push_back({static_cast<double>(both.pairs), {}});
  }

  static Table table(const Partial& p, uint64_t seed) {
    Table table{.id = "drivers",
                .kpi = "satisfaction_drivers",
                .title = {},
                .columns = {{"driver", "text"},
                            {"rho_csat", "ratio"},
                            {"rho_csat_low", "ratio"},
                            {"rho_csat_high", "ratio"},
                            {"pairs_csat", "count"},
                            {"rho_nps", "ratio"},
                            {"rho_nps_low", "ratio"},
                            {"rho_nps_high", "ratio"},
                            {"pairs_nps", "count"},
                            {"top2", "share"},
                            {"top2_low", "share"},
                            {"top2_high", "share"},
                            {"mean_score", "ratio"},
                            {"n", "count"}},
                .rows = {},
                .notes = {"not_cause"}};
    for (const auto& [name, driver] : p.drivers.all()) {
      auto& row = table.rows.emplace_back();
      row.push_back({std::nullopt, name});
      add_cells(row, together(driver.answers, p.csat, stats::seed_of(seed, name)));
      add_cells(row, together(driver.answers, p.nps, stats::seed_of(seed, name)));
      const Estimate top = kpis::finish(driver.top);
      for (const auto& number : {top.value, top.low, top.high}) row.push_back({number, {}});
      row.push_back({top.value ? std::optional(driver.scores.mean()) : std::nullopt, {}});
      row.push_back({static_cast<double>(top.n), {}});
    }
    sort(table);
    return table;
  }

  // Those that go with satisfaction most stand first; what is not known stands last.
  static void sort(Table& table) {
    constexpr std::size_t kCsat = 1, kNps = 5;
    const bool csat = std::any_of(table.rows.begin(), table.rows.end(), [](auto& row) { return row[kCsat].number; });
    const std::size_t by = csat ? kCsat : kNps;
    std::stable_sort(table.rows.begin(), table.rows.end(),
                     [&](const auto& a, const auto& b) { return a[by].number > b[by].number; });
  }
};

constexpr Card kCard = {
    .id = "satisfaction_drivers",
    .name = "Drivers of satisfaction",
    .meaning =
        "How satisfied customers are with single things such as quality, price and responsiveness, and which of them "
        "goes with their satisfaction as a whole.",
    .formula = "{satisfied} / {answers}",
    .source =
        "Top-2-box of each driver; Spearman's rank correlation with CSAT and NPS of the same respondents, from 30 on. "
        "Correlation is not cause",
    .kind = Kind::responses,
    .needs = {Role::score, Role::question, Role::driver},
    .uses = {Role::at, Role::customer_id, Role::response_id, Role::scale_min, Role::scale_max},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .by = Role::driver,
    .variants = {},
    .sql =
        "SELECT CASE WHEN count(DISTINCT coalesce(scale_max, 5)) = 1\n"
        "            THEN count(*) FILTER (WHERE score >= coalesce(scale_max, 5) - 1) * 1.0 / count(*) END AS "
        "value\n"
        "FROM responses\n"
        "WHERE question = 'driver' AND driver IS NOT NULL AND score = floor(score)\n"
        "  AND score BETWEEN coalesce(scale_min, 1) AND coalesce(scale_max, 5)",
};

constexpr std::string_view kHeader = "response_id,at,question,driver,score";
constexpr Few<ExampleRows, 36> kRows = {{42, "R#,2026-04-01,driver,price,5"},
                                        {28, "R#,2026-04-01,driver,price,2"},
                                        {6, "R#,2026-04-01,driver,quality,4"},
                                        {4, "R#,2026-04-01,driver,quality,1"},
                                        {9, "R#,2026-04-01,csat,,5"}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kRows, .value = 0.6, .low = 0.490454, .high = 0.700382, .n = 80},
    {.header = kHeader, .rows = kRows, .value = 0.6, .n = 70, .by = "driver=price"},
    {.header = kHeader, .rows = kRows, .value = 0.6, .n = 10, .by = "driver=quality"},
    {.header = kHeader, .rows = {{9, "R#,2026-04-01,csat,,5"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(satisfaction_drivers, SatisfactionDrivers, kCard, kExamples)

}  // namespace pegel::kpis
