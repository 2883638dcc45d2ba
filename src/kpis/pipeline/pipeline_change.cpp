#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

constexpr Measure by_day(std::string_view name, Role day, Condition status) {
  return {.name = name,
          .take = Take::amount_daily,
          .of = Role::amount,
          .since = day,
          .where = {status, readable(Role::closed)},
          .reach = Reach::ever};
}
constexpr Measure decided(std::string_view name, Role day, Status status) {
  Measure measure = by_day(name, day, status_is(status));
  measure.where = {status_is(status), dated(Role::created), dated(Role::closed)};
  return measure;
}
enum : uint8_t { kDeals, kWon, kLost };
constexpr Measure kMeasures[] = {
    by_day("deals", Role::created, known_status()),
    decided("won", Role::closed, Status::won),
    decided("lost", Role::closed, Status::lost),
};

// What entered less what was decided, up to a day.
base::Int128 stock(const Sums& sums, Day until) {
  base::Int128 sum = sums.amounts_daily(kDeals).before(until).sum();
  for (const uint8_t out : {kWon, kLost}) sum -= sums.amounts_daily(out).before(until).sum();
  return sum;
}

double whole(base::Int128 micros) { return static_cast<double>(micros) / base::kOne; }

partial::Money all_of(const Sums& sums) {
  partial::Money all;
  sums.amounts_daily(kDeals).each([&](Day, const partial::Money& sum) { all.merge(sum); });
  return all;
}

struct Bridge {
  double start, created, won, lost, end;
};

Bridge bridge_of(const Sums& sums, const Context& context) {
  const auto within = [&](uint8_t m) {
    return sums.amounts_daily(m).between(context.period.start, context.period.end).sum();
  };
  return {whole(stock(sums, context.period.start)), whole(within(kDeals)), whole(within(kWon)), whole(within(kLost)),
          whole(stock(sums, context.period.end))};
}

Estimate change(const Sums& sums, const Context& context) {
  const partial::Money all = all_of(sums);
  if (const auto why_not = no_sum(all); !why_not.empty()) return undefined(why_not, all.n());
  const Bridge bridge = bridge_of(sums, context);
  Estimate estimate;
  estimate.value = bridge.end - bridge.start;
  estimate.n = all.n();
  estimate.currency = dataset::name_of(all.currency());
  estimate.parts = {{"start", bridge.start, Unit::money},
                    {"created", bridge.created, Unit::money},
                    {"won", bridge.won, Unit::money},
                    {"lost", bridge.lost, Unit::money},
                    {"end", bridge.end, Unit::money}};
  return estimate;
}

Table steps(const Sums& sums, const Context& context) {
  Table table{"pipeline_bridge", {}, {}, {{"movement", "text"}, {"amount", "money"}}, {}, {}};
  if (!no_sum(all_of(sums)).empty()) return table;
  const Bridge bridge = bridge_of(sums, context);
  const std::pair<const char*, double> rows[] = {{"start", bridge.start},
                                                 {"created", bridge.created},
                                                 {"won", -bridge.won},
                                                 {"lost", -bridge.lost},
                                                 {"end", bridge.end}};
  for (const auto& [step, amount] : rows) table.rows.push_back({{{}, step}, {amount, {}}});
  return table;
}

constexpr Few<Shape, 6> kShapes{{.finish = change}};

constexpr Card kCard = {
    .id = "pipeline_change",
    .name = "Pipeline movement",
    .meaning = "By how much the value of the open deals has changed in the period, and what changed it.",
    .formula = "{start} + {created} - {won} - {lost} = {end}; {end} - {start}",
    .source = "By the amounts that deals have today: what they were before is not known, so nothing is re-valued",
    .kind = Kind::deals,
    .needs = {Role::status, Role::created, Role::amount},
    .uses = {Role::closed, Role::currency},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::created,
    .sql =
        "WITH held AS (SELECT amount, currency, created, CASE WHEN status <> 'open' THEN closed END AS decided\n"
        "              FROM deals WHERE amount IS NOT NULL AND created IS NOT NULL\n"
        "                AND (status = 'open' OR (status IN ('won', 'lost') AND closed IS NOT NULL)))\n"
        "SELECT CASE WHEN (SELECT count(DISTINCT coalesce(currency, '')) FROM held) = 1\n"
        "            THEN coalesce(sum(amount) FILTER (WHERE created BETWEEN first AND last), 0)\n"
        "                 - coalesce(sum(amount) FILTER (WHERE decided BETWEEN first AND last), 0) END AS value\n"
        "FROM held, period",
};

constexpr std::string_view kHeader = "deal_id,status,created,closed,amount";
constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{1, "D#,open,2026-10-05,,70000"},
              {1, "D#,won,2026-10-05,2026-12-11,240000"},
              {1, "D#,lost,2026-10-05,2026-12-12,90000"},
              {1, "D#,open,2026-12-05,,170000"},
              {1, "D#,won,2026-12-05,2026-12-31,10000"},
              {1, "D#,won,2026-09-05,2026-09-09,999"}},
     .value = -160000},
    {.header = kHeader, .rows = {{1, "D#,open,2026-10-05,,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED_WITH_TABLE(pipeline_change, kCard, kMeasures, kShapes, kExamples, steps)

}  // namespace pegel::kpis
