#include "kpis/deals.h"
#include "kpis/estimate.h"

#define PEGEL_STALE_SQL(stale, known)                                                                     \
  "WITH slow AS (SELECT CASE WHEN count(*) >= 10 THEN quantile_cont(closed - created, 0.9) END AS days\n" \
  "              FROM all_deals WHERE status = 'won' AND created >= DATE '1990-01-01'\n"                  \
  "               AND closed BETWEEN created AND CURRENT_DATE),\n"                                        \
  "     open AS (SELECT expected_close < CURRENT_DATE AS late,\n"                                         \
  "                     CASE WHEN created >= DATE '1990-01-01'\n"                                         \
  "                          THEN CURRENT_DATE - created > (SELECT days FROM slow) END AS slow\n"         \
  "              FROM deals\n"                                                                            \
  "              WHERE status = 'open' AND coalesce(created <= CURRENT_DATE, TRUE))\n"                    \
  "SELECT avg(CASE WHEN " stale                                                                           \
  " THEN 1.0 ELSE 0 END) AS value FROM open\n"                                                            \
  "WHERE " known

namespace pegel::kpis {
namespace {

// Open deals of one answer to "is the expected closing day past?", by age.
struct Ages {
  partial::Quantiles days;
  partial::Count unknown;  // without a day they were created on
  auto fields() { return std::tie(days, unknown); }
  auto fields() const { return std::tie(days, unknown); }

  int64_t n() const { return days.n() + unknown.n; }
  int64_t over(double limit) const {
    int64_t low = 0;
    for (int64_t high = days.n(); low < high;) {
      const int64_t middle = (low + high) / 2;
      if (static_cast<double>(days.at(middle + 1)) > limit) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return days.n() - low;
  }
};

struct PipelineStale {
  struct Partial {
    Ages past;
    Ages to_come;
    Ages unexpected;  // without an expected closing day
    auto fields() { return std::tie(past, to_come, unexpected); }
    auto fields() const { return std::tie(past, to_come, unexpected); }
  };

  static Use add(Partial& p, const Row& row) {
    if (row.status() == Status::unknown) return Use::unknown_status;
    const Day expected = row.day(Role::expected_close);
    const Day created = row.day(Role::created);
    Ages& ages = !known(expected) ? p.unexpected : expected < row.as_of ? p.past : p.to_come;
    const bool timed = known(created) && row.frame.can_have_happened(created);
    if (timed) {
      ages.days.add(row.as_of - created);
    } else {
      ages.unknown.add();
    }
    const bool judged = row.variant == "expected_close" ? known(expected)
                        : row.variant == "age"          ? timed
                                                        : known(expected) || timed;
    return judged ? Use::used : Use::no_date;
  }

  static Estimate finish(const Partial& p, const Context& context) {
    const auto slow = context.variant == "expected_close" ? std::nullopt : slow_days(context);
    const bool by_day = context.variant != "age";
    if (!slow && !by_day) return undefined("few", p.past.n() + p.to_come.n() + p.unexpected.n());
    partial::Ratio ratio;
    for (const Ages* ages : {&p.past, &p.to_come, &p.unexpected}) {
      const bool expected = by_day && ages != &p.unexpected;
      ratio.n.add(expected ? ages->n() : slow ? ages->days.n() : 0);
      ratio.x.add(by_day && ages == &p.past ? ages->n() : slow ? ages->over(*slow) : 0);
    }
    Parts parts{{"stale", static_cast<double>(ratio.x.n), Unit::count},
                {"open", static_cast<double>(ratio.n.n), Unit::count}};
    if (slow) parts.push_back({"slow_days", *slow, Unit::days});
    return share(ratio, std::move(parts));
  }
};

constexpr Card kCard = {
    .id = "pipeline_stale",
    .name = "Overdue deals",
    .meaning = "The share of open deals past their expected closing day, or older than nine in ten won deals were.",
    .formula = "{stale} / {open}",
    .source =
        "Age against the 90th percentile of the days to win, of at least 10 won deals; with fewer, or without the "
        "day a deal was created, by the expected closing day alone",
    .kind = Kind::deals,
    .needs = {Role::status},
    .uses = {Role::created, Role::expected_close, Role::closed},
    .unit = Unit::share,
    .direction = Direction::down,
    .semantic = Semantic::stock,
    .date = Role::created,
    .variants = {{"either", "open past the expected closing day, or for longer than nine in ten won deals took", true},
                 {.id = "expected_close",
                  .meaning = "open past the expected closing day",
                  .sql = PEGEL_STALE_SQL("late", "late IS NOT NULL")},
                 {.id = "age",
                  .meaning = "open for longer than nine in ten won deals took",
                  .sql = PEGEL_STALE_SQL("slow", "slow IS NOT NULL")}},
    .rests_on = "sales_cycle_length",
    .sql = PEGEL_STALE_SQL("late OR slow", "late IS NOT NULL OR slow IS NOT NULL"),
};

constexpr std::string_view kHeader = "deal_id,status,created,closed,expected_close";
constexpr Few<ExampleRows, 36> kSlow{{10, "D#,won,2026-01-01,2026-03-02,"},  // 60 days
                                     {3, "D#,open,2026-12-01,,2026-12-30"},
                                     {1, "D#,open,2026-10-01,,2026-12-30"},
                                     {1, "D#,open,2026-10-31,,2027-03-31"},
                                     {3, "D#,open,2026-12-01,,2027-03-31"},
                                     {2, "D#,open,2026-10-15,,"}};

constexpr Example kExamples[] = {{.header = kHeader,
                                  .rows = {{9, "D#,open,2026-01-05,,2026-03-31"},
                                           {30, "D#,open,2026-01-05,,2027-03-31"},
                                           {1, "D#,open,2026-01-05,,2026-12-31"},
                                           {5, "D#,lost,2026-01-05,2026-04-01,2026-03-31"},
                                           {5, "D#,open,2026-01-05,,"}},
                                  .value = 0.225,
                                  .low = 0.123161,
                                  .high = 0.375031,
                                  .n = 40},
                                 {.header = kHeader, .rows = kSlow, .value = 0.7, .n = 10},
                                 {.header = kHeader, .rows = kSlow, .value = 0.4, .n = 10, .variant = "age"},
                                 {.header = kHeader, .rows = kSlow, .value = 0.5, .n = 8, .variant = "expected_close"},
                                 {.header = kHeader,
                                  .rows = {{9, "D#,won,2026-01-01,2026-03-02,"}, {4, "D#,open,2026-01-05,,2026-03-31"}},
                                  .value = {},
                                  .n = 4,
                                  .undefined = "few",
                                  .variant = "age"},
                                 {.header = kHeader, .rows = {{2, "D#,open,,,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(pipeline_stale, PipelineStale, kCard, kExamples)

}  // namespace pegel::kpis
