#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

struct SalesCycleLength {
  struct Partial {
    partial::Quantiles won;  // days
    partial::Quantiles lost;
    auto fields() { return std::tie(won, lost); }
    auto fields() const { return std::tie(won, lost); }
  };

  static Use add(Partial& p, const Row& row) {
    if (const Use use = decided(row.status()); use != Use::used) return use;
    const bool is_won = row.status() == Status::won;
    int32_t days = 0;
    const Use use = duration(row, Role::created, Role::closed, days);
    if (use == Use::used) (is_won ? p.won : p.lost).add(days);
    return is_won || row.variant == "decided" ? use : Use::not_won;
  }

  static Estimate finish(const Partial& p, const Context& context) {
    if (context.variant != "decided") return finish(p.won, "won");
    partial::Quantiles both = p.won;
    both.merge(p.lost);
    return finish(both, "decided");
  }

  static Estimate finish(const partial::Quantiles& days, std::string_view deals) {
    if (days.n() == 0) return undefined("no_data");
    int64_t sum = 0;
    days.each([&](int64_t value, int64_t times) { sum += value * times; });
    return median(days, {{deals, static_cast<double>(days.n()), Unit::count},
                         {"median", days.quantile(0.5), Unit::days},
                         {"mean", static_cast<double>(sum) / static_cast<double>(days.n()), Unit::days},
                         {"p25", days.quantile(0.25), Unit::days},
                         {"p75", days.quantile(0.75), Unit::days},
                         {"p90", days.quantile(0.9), Unit::days}});
  }

  static Card card() {
    return {
        .id = "sales_cycle_length",
        .name = "Sales cycle length",
        .meaning = "The median number of days from a deal's creation to winning it.",
        .formula = "median of {won} durations = {median} (mean {mean})",
        .source = "Won deals; interval: order statistics, exact cover of at least 95 %",
        .kind = Kind::deals,
        .needs = {Role::status, Role::created, Role::closed},
        .uses = {},
        .unit = Unit::days,
        .direction = Direction::down,
        .semantic = Semantic::duration,
        .date = Role::closed,
        .variants = {{"median", "median days from created to won", true},
                     {"mean", "mean days from created to won: see deal_velocity", false, false},
                     {"decided", "median days from created to won or lost", false, true,
                      "median of {decided} durations = {median} (mean {mean})"}},
        .sql =
            "SELECT median(closed - created) AS value FROM deals\n"
            "WHERE status = 'won' AND created >= DATE '1990-01-01' AND closed BETWEEN created AND DATE '2026-12-31'",
        .examples = {{.header = "deal_id,status,created,closed",
                      .rows = {{1, "D#,won,2026-01-01,2026-01-13"},
                               {1, "D#,won,2026-01-01,2026-01-19"},
                               {1, "D#,won,2026-01-01,2026-01-22"},
                               {1, "D#,won,2026-01-01,2026-01-26"},
                               {1, "D#,won,2026-01-01,2026-01-29"},
                               {1, "D#,won,2026-01-01,2026-01-31"},
                               {1, "D#,won,2026-01-01,2026-02-04"},
                               {1, "D#,won,2026-01-01,2026-02-11"},
                               {1, "D#,won,2026-01-01,2026-02-25"},
                               {1, "D#,won,2026-01-01,2026-05-17"},
                               {1, "D#,won,2026-02-01,2026-01-25"},
                               {1, "D#,lost,2026-01-01,2026-01-02"}},
                      .value = 29,
                      .low = 18,
                      .high = 55,
                      .n = 10},
                     {.header = "deal_id,status,created,closed",
                      .rows = {{3, "D#,won,2026-01-01,2026-01-01"}},
                      .value = 0,
                      .n = 3},
                     {.header = "deal_id,status,created,closed",
                      .rows = {{1, "D#,won,2026-02-01,2026-01-01"}},
                      .value = {},
                      .undefined = "no_data"},
                     {.header = "deal_id,status,created,closed",
                      .rows = {{1, "D#,won,2026-01-01,2026-01-11"},
                               {1, "D#,lost,2026-01-01,2026-01-21"},
                               {1, "D#,lost,2026-01-01,2026-01-31"},
                               {1, "D#,open,2026-01-01,"}},
                      .value = 20,
                      .n = 3,
                      .variant = "decided"}},
    };
  }
};

}  // namespace

PEGEL_KPI(sales_cycle_length, SalesCycleLength);

}  // namespace pegel::kpis
