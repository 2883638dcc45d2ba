#include <algorithm>

#include "kpis/estimate.h"
#include "kpis/techniques.h"
#include "pegel/day.h"
#include "stats/bootstrap.h"
#include "stats/kaplan_meier.h"

namespace pegel::kpis {
namespace {

constexpr double kSure = 0.05;            // of chance alone
constexpr std::size_t kMostListed = 200;  // techniques

struct Outcome {
  Use use;
  bool converted;
};

Outcome outcome_of(const Row& row) {
  if (row.frame.kind() == Kind::deals) return {decided(row.status()), row.status() == Status::won};
  const int8_t converted = row.flag(Role::converted);
  return {known(converted) ? Use::used : Use::unknown_status, converted == 1};
}

// Deals wait for nothing: those still open are not compared, those lost never come.
void add_days(Technique& technique, const Row& row, bool converted) {
  const bool deal = row.frame.kind() == Kind::deals;
  if (deal && !converted) return;
  const Waited waited = waited_days(row.frame, row.i, Role::created, deal ? Role::closed : Role::converted_at);
  if (waited.use == Use::used && waited.finished == converted) technique.days.add(waited.duration, waited.finished);
}

using Difference = stats::ShareDifference;
using Cells = std::vector<TableCell>;

void put(Cells& row, std::optional<double> number) { row.push_back({number, {}}); }
void put(Cells& row, std::string_view text) { row.push_back({std::nullopt, std::string(text)}); }

struct AbTechniqueTest {
  using Partial = Techniques;

  static Use add(Partial& p, const Row& row) {
    const std::string_view name = row.text(Role::technique);
    if (name.empty()) return Use::other_type;
    const auto [use, converted] = outcome_of(row);
    if (use != Use::used) return use;
    Technique& technique = p.at(name);
    technique.converted.add(converted);
    if (const Micros amount = row.number(Role::amount); converted && known(amount)) {
      technique.money.add(row.currency(), amount);
      technique.amounts.add(amount);
    }
    add_days(technique, row, converted);
    if (const Day began = row.day(Role::created); known(began)) technique.began.add(began);
    technique.owners.at(row.text(Role::owner)).add();
    return use;
  }

  static int64_t rows(const Partial& p) {
    int64_t n = 0;
    for (const auto& [name, technique] : p.all()) n += technique.n();
    return n;
  }

  static Estimate finish(const Partial& p, const Context&) {
    const int64_t n = rows(p);
    if (p.empty()) return undefined("no_data");
    if (p.size() == 1) return undefined("no_reference", n);
    if (p.size() > 2) return undefined("see_table", n);
    const auto against = against_reference(p);
    if (against.empty()) return undefined("few", n);
    const auto& [name, rate] = *against.begin();
    return difference(rate, reference_of(p).second, p.all().find(name)->second, n);
  }

  static double rate_of(const Technique& technique) {
    return static_cast<double>(technique.converted.x.n) / static_cast<double>(technique.n());
  }

  static Estimate difference(const Difference& rate, const Technique& first, const Technique& other, int64_t n) {
    Estimate estimate;
    estimate.value = 100 * rate.value;
    estimate.n = n;
    bracket(estimate, "newcombe", stats::Interval{100 * rate.interval.low, 100 * rate.interval.high});
    estimate.parts = {{"rate", rate_of(other), Unit::share}, {"rate_first", rate_of(first), Unit::share}};
    return estimate;
  }

  static Finished finish_all(std::span<const Cell<Partial>> cells, const Context& context, const Dimension* dimension) {
    Finished finished;
    if (dimension == nullptr) {
      const Partial& all = *cells.front().partial;
      if (!all.empty()) finished.tables.push_back(table(all, context.plan.seed));
      return finished;
    }
    Partial all;
    for (const auto& cell : cells) all.merge(*cell.partial);
    const auto against = against_reference(all);
    for (const auto& cell : cells) finished.cells.push_back(of_cell(cell, all, against));
    return finished;
  }

  using Against = std::map<std::string_view, Difference>;

  // By technique a cell holds one.
  static Estimate of_cell(const Cell<Partial>& cell, const Partial& all, const Against& against) {
    if (cell.partial->empty()) return undefined("no_data");
    const auto& [name, technique] = *cell.partial->all().begin();
    const OneTechnique& reference = reference_of(all);
    const auto found = against.find(name);
    if (found != against.end()) return difference(found->second, reference.second, technique, technique.n());
    return undefined(name == reference.first ? "no_reference" : "few", technique.n());
  }

  static Table table(const Partial& p, uint64_t seed) {
    Table table{
        .id = "ab_test", .kpi = "ab_technique_test", .title = {}, .columns = columns(), .rows = {}, .notes = doubts(p)};
    const Against against = against_reference(p);
    const OneTechnique& reference = reference_of(p);
    for (const auto& each : p.all()) {
      if (table.rows.size() == kMostListed) break;
      const auto found = against.find(each.first);
      const bool other = &each != &reference;
      const Difference* rate = found == against.end() ? nullptr : &found->second;
      table.rows.push_back(row_of(each, reference.second, rate, other, stats::seed_of(seed, each.first)));
    }
    if (table.rows.size() < p.size()) table.notes.push_back("techniques_cut");
    drop_empty_columns(table);
    return table;
  }

  static Cells row_of(const OneTechnique& each, const Technique& reference, const Difference* rate, bool other,
                      uint64_t seed) {
    const auto& [name, technique] = each;
    Cells row;
    put(row, name);
    put_rate(row, technique.converted);
    put_difference(row, rate, reference);
    put(row, !other ? "compared_with" : rate == nullptr ? "few" : rate->p < kSure ? "differs" : "could_be_chance");
    put_amount(row, technique, other ? amount_difference(reference, technique, seed) : std::nullopt);
    put_days(row, technique, other ? stats::log_rank(reference.days, technique.days) : std::nullopt);
    put_owners(row, technique, reference);
    return row;
  }

  // Leads have no amounts, a single technique no differences.
  static void drop_empty_columns(Table& table) {
    for (std::size_t c = table.columns.size(); c-- > 0;) {
      const bool filled = std::any_of(table.rows.begin(), table.rows.end(),
                                      [&](const Cells& row) { return row[c].number || !row[c].text.empty(); });
      if (filled) continue;
      table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(c));
      for (Cells& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(c));
    }
  }

  static std::vector<TableColumn> columns() {
    return {{"technique", "text"},
            {"rate", "share"},
            {"rate_low", "share"},
            {"rate_high", "share"},
            {"converted", "count"},
            {"n", "count"},
            {"difference", "points"},
            {"difference_low", "points"},
            {"difference_high", "points"},
            {"relative_change", "share"},
            {"chance", "share"},
            {"verdict", "text"},
            {"avg_amount", "money"},
            {"amount_difference", "money"},
            {"amount_difference_low", "money"},
            {"amount_difference_high", "money"},
            {"currency", "text"},
            {"median_days", "days"},
            {"days_chance", "share"},
            {"first_day", "text"},
            {"last_day", "text"},
            {"main_owner", "text"},
            {"main_owner_share", "share"},
            {"shared_owners", "share"}};
  }

  static void put_rate(Cells& row, const partial::Ratio& ratio) {
    const Estimate rate = share(ratio, {});
    for (const auto& each : {rate.value, rate.low, rate.high}) put(row, each);
    put(row, static_cast<double>(ratio.x.n));
    put(row, static_cast<double>(ratio.n.n));
  }

  static void put_difference(Cells& row, const Difference* rate, const Technique& reference) {
    if (rate == nullptr) {
      row.resize(row.size() + 5);
      return;
    }
    const double before = rate_of(reference);
    for (const double each : {rate->value, rate->interval.low, rate->interval.high}) put(row, 100 * each);
    put(row, before > 0 ? std::optional(rate->value / before) : std::nullopt);
    put(row, rate->p);
  }

  static void put_amount(Cells& row, const Technique& group, const std::optional<stats::MeanDifference>& difference) {
    const bool adds_up = no_sum(group.money).empty();
    put(row, adds_up ? std::optional(amount_of(group.money) / static_cast<double>(group.money.n())) : std::nullopt);
    put(row, difference ? std::optional(difference->value) : std::nullopt);
    put(row, difference ? std::optional(difference->interval.low) : std::nullopt);
    put(row, difference ? std::optional(difference->interval.high) : std::nullopt);
    put(row, adds_up ? dataset::name_of(group.money.currency()) : std::string());
  }

  static void put_days(Cells& row, const Technique& group, const std::optional<stats::LogRank>& sooner) {
    put(row, stats::KaplanMeier(group.days).quantile(0.5));
    put(row, sooner ? std::optional(sooner->p) : std::nullopt);
    put(row, group.began.empty() ? std::string() : iso_text(group.began.first));
    put(row, group.began.empty() ? std::string() : iso_text(group.began.last));
  }

  static void put_owners(Cells& row, const Technique& group, const Technique& reference) {
    const auto& owners = group.owners.all();
    const auto main = std::max_element(owners.begin(), owners.end(),
                                       [](const auto& a, const auto& b) { return a.second.n < b.second.n; });
    put(row, main->first);
    put(row, static_cast<double>(main->second.n) / static_cast<double>(group.n()));
    put(row, shared_owners(reference, group));
  }
};

constexpr Card kCard = {
    .id = "ab_technique_test",
    .name = "A/B test of sales techniques",
    .meaning = "How many more of a hundred leads converted with the second sales technique than with the first.",
    .formula = "100 * ({rate} - {rate_first})",
    .source =
        "The first technique by name is what the others are held against; interval: Newcombe 1998; chance: pooled z "
        "test, corrected for several techniques (Holm 1979). A comparison, not a test: nobody drew lots",
    .kind = Kind::leads,
    .needs = {Role::technique, Role::converted},
    .uses = {Role::created, Role::converted_at, Role::lead_status, Role::owner, Role::amount, Role::currency},
    .unit = Unit::points,
    .direction = Direction::neither,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .by = Role::technique,
    .variants = {{"leads", "leads that converted, of all by the day they came in", true},
                 {"deals",
                  "deals won, of all decided, by the day they were created",
                  false,
                  true,
                  {},
                  Kind::deals,
                  {Role::technique, Role::status},
                  Role::created,
                  "WITH t AS (SELECT row_number() OVER (ORDER BY technique) AS k, count(*) AS n, count(*) FILTER "
                  "(WHERE status = 'won') AS x FROM deals\n"
                  "           WHERE technique IS NOT NULL AND status IN ('won', 'lost') GROUP BY technique)\n"
                  "SELECT CASE WHEN count(*) = 2 AND min(n) >= 5\n"
                  "            THEN 100.0 * sum((2 * k - 3) * x * 1.0 / n) END AS value FROM t"}},
    .sql =
        "WITH t AS (SELECT row_number() OVER (ORDER BY technique) AS k, count(*) AS n, count(*) FILTER (WHERE "
        "converted) AS x FROM leads\n"
        "           WHERE technique IS NOT NULL AND converted IS NOT NULL GROUP BY technique)\n"
        "SELECT CASE WHEN count(*) = 2 AND min(n) >= 5\n"
        "            THEN 100.0 * sum((2 * k - 3) * x * 1.0 / n) END AS value FROM t",
};

constexpr std::string_view kHeader = "lead_id,created,technique,converted";
constexpr Few<ExampleRows, 36> kRows = {{30, "L#,2026-03-05,script A,yes"},
                                        {170, "L#,2026-03-05,script A,no"},
                                        {48, "L#,2026-03-05,script B,yes"},
                                        {152, "L#,2026-03-05,script B,no"},
                                        {9, "L#,2026-03-05,,yes"}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kRows, .value = 9, .low = 1.22111, .high = 16.68067, .n = 400},
    {.header = kHeader,
     .rows = kRows,
     .value = 9,
     .low = 1.22111,
     .high = 16.68067,
     .n = 200,
     .by = "technique=script B"},
    {.header = "deal_id,status,created,closed,technique",
     .rows = {{5, "D#,won,2026-03-05,2026-03-15,demo"},
              {5, "D#,lost,2026-03-05,2026-03-15,demo"},
              {2, "D#,won,2026-03-05,2026-03-15,pitch"},
              {6, "D#,lost,2026-03-05,2026-03-15,pitch"},
              {3, "D#,open,2026-03-05,,pitch"}},
     .value = -25,
     .n = 18,
     .variant = "deals"},
    {.header = kHeader,
     .rows = {{30, "L#,2026-03-05,A,yes"}, {30, "L#,2026-03-05,B,no"}, {30, "L#,2026-03-05,C,no"}},
     .value = {},
     .n = 90,
     .undefined = "see_table"},
    {.header = kHeader,
     .rows = {{30, "L#,2026-03-05,A,yes"}, {4, "L#,2026-03-05,B,no"}},
     .value = {},
     .n = 34,
     .undefined = "few"},
    {.header = kHeader, .rows = {{30, "L#,2026-03-05,A,yes"}}, .value = {}, .n = 30, .undefined = "no_reference"}};

}  // namespace

PEGEL_KPI(ab_technique_test, AbTechniqueTest, kCard, kExamples)

}  // namespace pegel::kpis
