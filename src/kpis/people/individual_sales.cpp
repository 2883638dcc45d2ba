#include <algorithm>

#include "kpis/estimate.h"
#include "stats/estimates.h"

namespace pegel::kpis {
namespace {

struct IndividualSales {
  struct Partial {
    partial::Money revenue;
    partial::Count won;
    partial::Count priced;  // of an amount other than 0: what an average is over, as in avg_deal_size
    auto fields() { return std::tie(revenue, won, priced); }
    auto fields() const { return std::tie(revenue, won, priced); }
  };

  static Use add(Partial& p, const Row& row) {
    if (const Use use = won(row.status()); use != Use::used) return use;
    p.won.add();
    const Micros amount = row.number(Role::amount);
    if (known(amount)) p.revenue.add(row.currency(), amount);
    if (known(amount) && amount != 0) p.priced.add();
    return row.variant == "count" ? Use::used : known_or(amount, Use::no_amount);
  }

  static Estimate finish(const Partial& p, const Context& context) {
    Parts parts{{"count", static_cast<double>(p.won.n), Unit::count}};
    if (context.variant == "count") return p.won.n == 0 ? undefined("no_data") : events(p.won.n, std::move(parts));
    if (const auto why_not = no_sum(p.revenue); !why_not.empty()) {
      return undefined(why_not, p.revenue.n(), std::move(parts));
    }
    Estimate estimate;
    estimate.value = amount_of(p.revenue);
    estimate.n = p.revenue.n();
    estimate.currency = dataset::name_of(p.revenue.currency());
    estimate.parts = {{"revenue", *estimate.value, Unit::money}, parts.front()};
    return estimate;
  }

  static std::vector<TableCell> row_of(const Cell<Partial>& cell) {
    const Partial& p = *cell.partial;
    const stats::Interval interval = stats::garwood(p.won.n);
    std::vector<TableCell> row(7);
    row[0].text = cell.key;
    row[2].number = static_cast<double>(p.won.n);
    row[3].number = interval.low;
    row[4].number = interval.high;
    if (!no_sum(p.revenue).empty()) return row;
    row[1].number = amount_of(p.revenue);
    if (p.priced.n > 0) row[5].number = *row[1].number / static_cast<double>(p.priced.n);
    row[6].text = dataset::name_of(p.revenue.currency());
    return row;
  }

  static Finished finish_all(std::span<const Cell<Partial>> cells, const Context& context, const Dimension* dimension) {
    Finished finished;
    if (dimension == nullptr) return finished;
    for (const auto& cell : cells) finished.cells.push_back(finish(*cell.partial, context));
    if (dimension->id == name_of(Role::owner)) finished.tables = tables(cells);
    return finished;
  }

  static std::vector<Table> tables(std::span<const Cell<Partial>> cells) {
    Table table{.id = "individual_sales",
                .kpi = "individual_sales",
                .title = std::string(name_of(Role::owner)),
                .columns = {{"owner", "text"},
                            {"revenue", "money"},
                            {"count", "count"},
                            {"count_low", "count"},
                            {"count_high", "count"},
                            {"avg_deal_size", "money"},
                            {"currency", "text"}},
                .rows = {},
                .notes = {}};
    bool mixed = false;
    for (const auto& cell : cells) {
      if (cell.partial->won.n == 0) continue;
      table.rows.push_back(row_of(cell));
      mixed = mixed || cell.partial->revenue.mixed();
    }
    if (mixed) table.notes.push_back("mixed_currency");
    std::sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
      if (a[1].number != b[1].number) return a[1].number > b[1].number;
      return a[2].number != b[2].number ? a[2].number > b[2].number : a[0].text < b[0].text;
    });
    if (table.rows.empty()) return {};
    return {table};
  }
};

constexpr Card kCard = {
    .id = "individual_sales",
    .name = "Sales per person",
    .meaning = "The amount and number of deals won by each person.",
    .formula = "sum of amounts of {count} won deals = {revenue}",
    .source = "Revenue by owner; interval of a count: exact Poisson (Garwood 1936)",
    .kind = Kind::deals,
    .needs = {Role::status, Role::amount, Role::owner},
    .uses = {Role::closed, Role::currency},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .by = Role::owner,
    .variants = {{"revenue", "amount won, by owner", true},
                 {"count",
                  "deals won, by owner",
                  false,
                  true,
                  "{count}",
                  Kind::deals,
                  {Role::status, Role::owner},
                  Role::closed,
                  "SELECT NULLIF(count(*), 0) AS value FROM deals WHERE status = 'won'",
                  Unit::count}},
    .sql =
        "SELECT CASE WHEN count(DISTINCT coalesce(currency, '')) = 1 THEN sum(amount) END AS value\n"
        "FROM deals WHERE status = 'won' AND amount IS NOT NULL",
};

constexpr Few<ExampleRows, 36> kRows{{21, "D#,won,2026-03-01,2026-03-05,Ada,100"},
                                     {2, "D#,won,2026-03-02,2026-03-12,Bo,400"},
                                     {1, "D#,won,2026-03-02,2026-03-13,Bo,"},
                                     {3, "D#,lost,2026-03-02,2026-03-12,Ada,999"}};
constexpr std::string_view kHeader = "deal_id,status,created,closed,owner,amount";

constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kRows, .value = 2100, .n = 21, .by = "owner=Ada"},
    {.header = kHeader, .rows = kRows, .value = 800, .n = 2, .by = "owner=Bo"},
    {.header = kHeader, .rows = kRows, .value = 2900, .n = 23},
    {.header = kHeader, .rows = {{2, "D#,lost,2026-03-02,2026-03-12,Ada,999"}}, .value = {}, .undefined = "no_data"},
    {.header = kHeader,
     .rows = kRows,
     .value = 21,
     .low = 12.99933,
     .high = 32.10073,
     .n = 21,
     .by = "owner=Ada",
     .variant = "count"},
    {.header = kHeader, .rows = kRows, .value = 24, .n = 24, .variant = "count"}};

}  // namespace

PEGEL_KPI(individual_sales, IndividualSales, kCard, kExamples)

}  // namespace pegel::kpis
