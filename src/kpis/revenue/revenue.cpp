#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

struct Revenue {
  struct Partial {
    partial::Money won;
    partial::Count unpriced;  // won, without an amount
    partial::Count lost;
    auto fields() { return std::tie(won, unpriced, lost); }
    auto fields() const { return std::tie(won, unpriced, lost); }
  };

  static Use add(Partial& p, const Row& row) {
    if (row.status() == Status::lost) p.lost.add();
    if (const Use use = won(row.status()); use != Use::used) return use;
    const Micros amount = row.number(Role::amount);
    if (known(amount)) {
      p.won.add(row.currency(), amount);
    } else {
      p.unpriced.add();
    }
    return known_or(amount, Use::no_amount);
  }

  static Estimate finish(const Partial& p, const Context&) {
    const bool nothing_won = p.won.n() == 0 && p.unpriced.n == 0 && p.lost.n > 0;
    const std::string_view why_not = nothing_won ? "" : no_sum(p.won);
    if (!why_not.empty()) return undefined(why_not, p.won.n());
    Estimate estimate;
    estimate.value = amount_of(p.won);
    estimate.n = p.won.n();
    estimate.currency = dataset::name_of(p.won.currency());
    estimate.parts = {{"revenue", *estimate.value, Unit::money}, {"won", static_cast<double>(p.won.n()), Unit::count}};
    return estimate;
  }

  static Card card() {
    return {
        .id = "revenue",
        .name = "Revenue",
        .meaning = "The amount of all deals won, by the day they were won.",
        .formula = "sum of {won} amounts = {revenue}",
        .source = "Bookings: not what was invoiced or paid",
        .kind = Kind::deals,
        .needs = {Role::status, Role::amount},
        .uses = {Role::closed, Role::currency},
        .unit = Unit::money,
        .direction = Direction::up,
        .semantic = Semantic::flow,
        .date = Role::closed,
        .variants = {{"bookings", "deals won, by the day they were won", true},
                     {"orders", "orders, by order date", false, false},
                     {"billed", "invoices, by issue date", false, false},
                     {"cash", "payments, by payment date", false, false}},
        .sql =
            "SELECT CASE WHEN count(amount) FILTER (WHERE status = 'won') > 0\n"
            "            THEN sum(amount) FILTER (WHERE status = 'won')\n"
            "            WHEN count(*) FILTER (WHERE status = 'won') = 0\n"
            "             AND count(*) FILTER (WHERE status = 'lost') > 0 THEN 0 END AS value\n"
            "FROM deals",
        .examples = {{.header = "deal_id,status,created,closed,amount",
                      .rows = {{1, "D#,won,2026-03-01,2026-03-05,200"},
                               {1, "D#,won,2026-03-02,2026-03-12,400"},
                               {1, "D#,lost,2026-03-02,2026-03-12,999"},
                               {1, "D#,won,2026-03-02,2026-03-13,"}},
                      .value = 600,
                      .n = 2},
                     {.header = "deal_id,status,created,closed,amount",
                      .rows = {{3, "D#,lost,2026-03-01,2026-03-05,70"}},
                      .value = 0,
                      .n = 0},
                     {.header = "deal_id,status,created,closed,amount,currency",
                      .rows = {{1, "D#,won,2026-03-01,2026-03-05,200,EUR"},
                               {1, "D#,won,2026-03-02,2026-03-12,400,USD"}},
                      .value = {},
                      .n = 2,
                      .undefined = "mixed_currency"},
                     {.header = "deal_id,status,created,closed,amount",
                      .rows = {{2, "D#,won,2026-03-01,2026-03-05,"}},
                      .value = {},
                      .undefined = "no_data"}},
    };
  }
};

}  // namespace

PEGEL_KPI(revenue, Revenue);

}  // namespace pegel::kpis
