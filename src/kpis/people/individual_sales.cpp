#include <algorithm>

#include "kpis/estimate.h"
#include "partial/by_text.h"
#include "partial/distinct.h"
#include "stats/estimates.h"

namespace pegel::kpis {
namespace {

/// Orders of somebody; the lines of one are one.
struct Orders {
  partial::Money revenue;
  partial::Distinct ids;
  auto fields() { return std::tie(revenue, ids); }
  auto fields() const { return std::tie(revenue, ids); }

  void add(const Row& row) {
    revenue.add(row.currency(), row.number(Role::amount));
    const std::string_view id = row.text(Role::order_id);
    ids.add(id.empty() ? "\n" + std::to_string(row.frame.batch().line_of(row.i)) : std::string(id));
  }
};

struct IndividualSales {
  struct Partial {
    partial::Money revenue;
    partial::Count won;
    partial::Count priced;  // of an amount other than 0: what an average is over, as in avg_deal_size
    Orders orders;
    partial::ByText<Orders> sellers;  // whom orders name: they have no owner, the only dimension of the KPI
    auto fields() { return std::tie(revenue, won, priced, orders, sellers); }
    auto fields() const { return std::tie(revenue, won, priced, orders, sellers); }
  };

  static Use ordered(Partial& p, const Row& row) {
    const auto status = static_cast<OrderStatus>(row.frame.canonical(Role::order_status, row.i));
    if (status == OrderStatus::cancelled) return Use::other_type;
    const std::string_view seller = row.text(Role::seller_id);
    if (seller.empty()) return Use::nobody;
    if (const Use use = known_or(row.number(Role::amount), Use::no_amount); use != Use::used) return use;
    p.orders.add(row);
    p.sellers.at(seller).add(row);
    return Use::used;
  }

  static Use add(Partial& p, const Row& row) {
    if (row.frame.kind() == Kind::orders) return ordered(p, row);
    if (const Use use = won(row.status()); use != Use::used) return use;
    p.won.add();
    const Micros amount = row.number(Role::amount);
    if (known(amount)) p.revenue.add(row.currency(), amount);
    if (known(amount) && amount != 0) p.priced.add();
    return row.variant == "count" ? Use::used : known_or(amount, Use::no_amount);
  }

  static Estimate finish(const Partial& p, const Context& context) {
    if (context.variant == "orders") {
      return sum_of(p.orders.revenue, {"orders", static_cast<double>(p.orders.ids.distinct()), Unit::count});
    }
    const Part count{"count", static_cast<double>(p.won.n), Unit::count};
    if (context.variant == "count") return p.won.n == 0 ? undefined("no_data") : events(p.won.n, {count});
    return sum_of(p.revenue, count);
  }

  static Estimate sum_of(const partial::Money& revenue, const Part& count) {
    if (const auto why_not = no_sum(revenue); !why_not.empty()) return undefined(why_not, revenue.n(), {count});
    Estimate estimate;
    estimate.value = amount_of(revenue);
    estimate.n = revenue.n();
    estimate.currency = dataset::name_of(revenue.currency());
    estimate.parts = {{"revenue", *estimate.value, Unit::money}, count};
    return estimate;
  }

  /// Who sold for how much, how often, and how many times for an amount.
  struct Line {
    std::string_view who;
    const partial::Money& revenue;
    int64_t count;
    int64_t priced;
  };

  static std::vector<TableCell> row_of(const Line& line) {
    const stats::Interval interval = stats::garwood(line.count);
    std::vector<TableCell> row(7);
    row[0].text = line.who;
    row[2].number = static_cast<double>(line.count);
    row[3].number = interval.low;
    row[4].number = interval.high;
    if (!no_sum(line.revenue).empty()) return row;
    row[1].number = amount_of(line.revenue);
    if (line.priced > 0) row[5].number = *row[1].number / static_cast<double>(line.priced);
    row[6].text = dataset::name_of(line.revenue.currency());
    return row;
  }

  static Finished finish_all(std::span<const Cell<Partial>> cells, const Context& context, const Dimension* dimension) {
    Finished finished;
    std::vector<Line> lines;
    if (dimension == nullptr) {
      for (const auto& [seller, orders] : cells.front().partial->sellers.all()) {
        lines.push_back({seller, orders.revenue, orders.ids.distinct(), orders.ids.distinct()});
      }
      finished.tables = tables(lines, Role::seller_id);
      return finished;
    }
    for (const auto& [owner, sold] : cells) {
      finished.cells.push_back(finish(*sold, context));
      lines.push_back({owner, sold->revenue, sold->won.n, sold->priced.n});
    }
    if (dimension->id == name_of(Role::owner)) finished.tables = tables(lines, Role::owner);
    return finished;
  }

  static std::vector<Table> tables(const std::vector<Line>& lines, Role who) {
    Table table{.id = "individual_sales",
                .kpi = "individual_sales",
                .title = std::string(name_of(who)),
                .columns = {{std::string(name_of(who)), "text"},
                            {"revenue", "money"},
                            {"count", "count"},
                            {"count_low", "count"},
                            {"count_high", "count"},
                            {"avg_deal_size", "money"},
                            {"currency", "text"}},
                .rows = {},
                .notes = {}};
    bool mixed = false;
    for (const Line& line : lines) {
      if (line.count == 0) continue;
      table.rows.push_back(row_of(line));
      mixed = mixed || line.revenue.mixed();
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
    .meaning = "The amount and number of deals won, or of orders taken, by each person.",
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
                  Unit::count},
                 {.id = "orders",
                  .meaning = "amount of the orders that name a seller",
                  .formula = "sum of amounts of {orders} orders = {revenue}",
                  .kind = Kind::orders,
                  .needs = {Role::amount, Role::seller_id, Role::at},
                  .date = Role::at,
                  .sql = "SELECT CASE WHEN count(DISTINCT coalesce(currency, '')) = 1 THEN sum(amount) END AS value\n"
                         "FROM orders WHERE seller_id IS NOT NULL AND amount IS NOT NULL\n"
                         "  AND coalesce(order_status, '') <> 'cancelled'"}},
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
    {.header = kHeader, .rows = kRows, .value = 24, .n = 24, .variant = "count"},
    {.header = "order_id,at,amount,seller_id,order_status",
     .rows = {{3, "O#,2026-03-05,100,Ada,completed"},
              {1, "O#,2026-03-06,400,Bo,"},
              {1, "O#,2026-03-06,900,,completed"},
              {1, "O#,2026-03-06,,Bo,completed"},
              {2, "O#,2026-03-06,800,Bo,cancelled"}},
     .value = 700,
     .n = 4,
     .variant = "orders"}};

}  // namespace

PEGEL_KPI(individual_sales, IndividualSales, kCard, kExamples)

}  // namespace pegel::kpis
