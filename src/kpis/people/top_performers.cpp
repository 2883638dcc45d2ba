#include <algorithm>

#include "kpis/coaching.h"
#include "kpis/estimate.h"
#include "stats/estimates.h"

namespace pegel::kpis {
namespace {

constexpr double kWeight = 10;  // of the overall rate, in deals

struct TopPerformers {
  struct Partial {
    partial::Ratio won;  // of those decided
    partial::Money revenue;
    auto fields() { return std::tie(won, revenue); }
    auto fields() const { return std::tie(won, revenue); }

    int64_t n() const { return won.n.n; }
    bool ranked(std::string_view owner) const { return !owner.empty() && n() >= kFew; }
  };
  using Cells = std::span<const Cell<Partial>>;

  static Use add(Partial& p, const Row& row) {
    if (row.frame.kind() == Kind::leads) return add_lead(p, row);
    const Use use = decided(row.status());
    if (use != Use::used) return use;
    const bool won = row.status() == Status::won;
    p.won.add(won);
    const Micros amount = row.number(Role::amount);
    if (won && known(amount)) p.revenue.add(row.currency(), amount);
    return use;
  }

  static Use add_lead(Partial& p, const Row& row) {
    const int8_t converted = row.flag(Role::converted);
    if (!known(converted)) return Use::unknown_status;
    p.won.add(converted == 1);
    return Use::used;
  }

  static double overall_of(const Partial& p) {
    return p.n() == 0 ? 0 : static_cast<double>(p.won.x.n) / static_cast<double>(p.n());
  }

  static double shrunk(const Partial& p, double overall) {
    return stats::shrunk(static_cast<double>(p.won.x.n), static_cast<double>(p.n()), overall, kWeight);
  }

  static Parts parts_of(const Partial& p, double overall) {
    return {{"won", static_cast<double>(p.won.x.n), Unit::count},
            {"overall", overall, Unit::share},
            {"decided", static_cast<double>(p.n()), Unit::count}};
  }

  static Estimate finish(const Partial& p, const Context&) { return share(p.won, parts_of(p, overall_of(p))); }

  // Of one: its interval is that of the rate itself, in the table.
  static Estimate of_one(const Partial& p, double overall) {
    if (p.n() == 0) return undefined("no_data");
    Estimate estimate;
    estimate.value = shrunk(p, overall);
    estimate.n = p.n();
    estimate.parts = parts_of(p, overall);
    return estimate;
  }

  static Finished finish_all(Cells cells, const Context& context, const Dimension* dimension) {
    Finished finished;
    if (dimension == nullptr) {
      if (auto table = coaching(context)) finished.tables.push_back(std::move(*table));
      return finished;
    }
    Partial all;
    for (const auto& cell : cells) partial::merge(all, *cell.partial);
    for (const auto& cell : cells) finished.cells.push_back(of_one(*cell.partial, overall_of(all)));
    Table table = leaderboard(cells, overall_of(all));
    if (!table.rows.empty()) finished.tables.push_back(std::move(table));
    return finished;
  }

  static std::optional<Table> coaching(const Context& context) {
    if (context.targets == nullptr) return std::nullopt;
    auto table = coaching_table(*context.targets, "top_performers");
    if (table) table->notes = {"for_coaching", "missed_again"};
    return table;
  }

  /// A place, and those that could be theirs: below everyone whose interval lies wholly above, and the other way round.
  struct Place {
    double value = 0;
    int rank = 0;  // 0: not ranked
    int low = 0;
    int high = 0;
  };

  static int larger(const std::vector<double>& ascending, double than) {
    return static_cast<int>(ascending.end() - std::upper_bound(ascending.begin(), ascending.end(), than));
  }
  static int smaller(const std::vector<double>& ascending, double than) {
    return static_cast<int>(std::lower_bound(ascending.begin(), ascending.end(), than) - ascending.begin());
  }

  static std::vector<Place> places(Cells cells, double overall) {
    std::vector<double> values;  // of those ranked
    std::vector<double> lows;
    std::vector<double> highs;
    for (const auto& [owner, p] : cells) {
      if (!p->ranked(owner)) continue;
      const auto interval = stats::wilson(p->won.x.n, p->n());
      values.push_back(shrunk(*p, overall));
      lows.push_back(interval->low);
      highs.push_back(interval->high);
    }
    for (auto* list : {&values, &lows, &highs}) std::sort(list->begin(), list->end());
    std::vector<Place> places;
    for (const auto& [owner, p] : cells) {
      Place& place = places.emplace_back(Place{shrunk(*p, overall)});
      if (!p->ranked(owner)) continue;
      const auto interval = stats::wilson(p->won.x.n, p->n());
      place.rank = 1 + larger(values, place.value);
      place.low = std::min(place.rank, 1 + larger(lows, interval->high));
      place.high = std::max(place.rank, static_cast<int>(values.size()) - smaller(highs, interval->low));
    }
    return places;
  }

  static Table leaderboard(Cells cells, double overall) {
    Table table{.id = "leaderboard",
                .kpi = "top_performers",
                .title = std::string(name_of(Role::owner)),
                .columns = {{"owner", "text"},
                            {"rank", "rank"},
                            {"rank_low", "rank"},
                            {"rank_high", "rank"},
                            {"shrunk_rate", "share"},
                            {"rate", "share"},
                            {"rate_low", "share"},
                            {"rate_high", "share"},
                            {"converted", "count"},
                            {"n", "count"},
                            {"revenue", "money"},
                            {"currency", "text"},
                            {"verdict", "text"}},
                .rows = {},
                .notes = {"for_coaching", "rank_intervals"}};
    const std::vector<Place> all = places(cells, overall);
    for (const std::size_t i : order(cells, all)) table.rows.push_back(row_of(cells[i], all[i]));
    const bool mixed =
        std::any_of(cells.begin(), cells.end(), [](const auto& c) { return c.partial->revenue.mixed(); });
    if (mixed) table.notes.push_back("mixed_currency");
    return table;
  }

  static std::vector<std::size_t> order(Cells cells, const std::vector<Place>& places) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].partial->n() > 0) order.push_back(i);
    }
    const auto last_unless_ranked = [&](std::size_t i) { return places[i].rank == 0 ? INT32_MAX : places[i].rank; };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      if (last_unless_ranked(a) != last_unless_ranked(b)) return last_unless_ranked(a) < last_unless_ranked(b);
      if (cells[a].partial->n() != cells[b].partial->n()) return cells[a].partial->n() > cells[b].partial->n();
      return cells[a].key < cells[b].key;
    });
    return order;
  }

  static std::vector<TableCell> row_of(const Cell<Partial>& cell, const Place& place) {
    const Partial& p = *cell.partial;
    const Estimate rate = share(p.won, {});
    const bool ranked = place.rank > 0;
    const auto place_cell = [&](int rank) {
      return TableCell{ranked ? std::optional<double>(rank) : std::nullopt, {}};
    };
    const bool adds_up = no_sum(p.revenue).empty();
    return {{std::nullopt, std::string(cell.key)},
            place_cell(place.rank),
            place_cell(place.low),
            place_cell(place.high),
            {place.value, {}},
            {rate.value, {}},
            {rate.low, {}},
            {rate.high, {}},
            {static_cast<double>(p.won.x.n), {}},
            {static_cast<double>(p.n()), {}},
            {adds_up ? std::optional(amount_of(p.revenue)) : std::nullopt, {}},
            {std::nullopt, adds_up ? dataset::name_of(p.revenue.currency()) : std::string()},
            {std::nullopt, ranked             ? "ranked"
                           : cell.key.empty() ? ""
                                              : "few"}};
  }
};

constexpr Card kCard = {
    .id = "top_performers",
    .name = "Best performers",
    .meaning =
        "Whose deals are won most often, with few deals counted for less; to learn from, and to see where coaching "
        "helps.",
    .formula = "({won} + 10 * {overall}) / ({decided} + 10)",
    .source =
        "Each rate is drawn to that of all, as if ten more deals had gone as all do; fewer than 5 are not ranked. "
        "Never to be judged by one figure alone",
    .kind = Kind::deals,
    .needs = {Role::status, Role::owner},
    .uses = {Role::closed, Role::created, Role::amount, Role::currency},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .by = Role::owner,
    .variants = {{"deals", "deals won, of all decided, by the day of the decision", true},
                 {"leads",
                  "leads that converted, by the day they came in",
                  false,
                  true,
                  {},
                  Kind::leads,
                  {Role::converted, Role::owner},
                  Role::created,
                  "SELECT count(*) FILTER (WHERE converted) * 1.0 / NULLIF(count(*), 0) AS value\n"
                  "FROM leads WHERE converted IS NOT NULL"}},
    .sql =
        "SELECT count(*) FILTER (WHERE status = 'won') * 1.0 / NULLIF(count(*), 0) AS value\n"
        "FROM deals WHERE status IN ('won', 'lost')",
};

constexpr std::string_view kHeader = "deal_id,status,created,closed,owner";
constexpr Few<ExampleRows, 36> kRows{
    {1, "D#,won,2026-03-01,2026-03-05,One"},     {30, "D#,won,2026-03-01,2026-03-05,Many"},
    {170, "D#,lost,2026-03-01,2026-03-05,Many"}, {94, "D#,won,2026-03-01,2026-03-05,Rest"},
    {705, "D#,lost,2026-03-01,2026-03-05,Rest"}, {7, "D#,open,2026-03-01,,Many"}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kRows, .value = 0.125, .n = 1000},
    {.header = kHeader, .rows = kRows, .value = 0.204545, .n = 1, .by = "owner=One"},
    {.header = kHeader, .rows = kRows, .value = 0.148810, .n = 200, .by = "owner=Many"},
    {.header = "lead_id,created,owner,converted",
     .rows = {{3, "L#,2026-03-05,Ann,yes"}, {1, "L#,2026-03-05,Ann,no"}},
     .value = 0.75,
     .n = 4,
     .variant = "leads"},
    {.header = kHeader, .rows = {{3, "D#,open,2026-03-01,,Many"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(top_performers, TopPerformers, kCard, kExamples)

}  // namespace pegel::kpis
