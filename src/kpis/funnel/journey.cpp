#include "kpis/estimate.h"
#include "kpis/funnel_table.h"
#include "kpis/journey_log.h"
#include "partial/keyed.h"

namespace pegel::kpis {
namespace {

constexpr Kind kOthers[] = {Kind::deals, Kind::orders};

struct Journey {
  using Partial = partial::Journeys;

  static Use add(Partial& p, const Row& row) {
    switch (row.frame.kind()) {
      case Kind::deals:
        return add_deal(p, row);
      case Kind::orders:
        return add_order(p, row);
      default:
        return add_lead(p, row);
    }
  }

  static Use add_lead(Partial& p, const Row& row) {
    const Day created = row.day(Role::created);
    if (!known(created)) return Use::no_date;
    partial::JourneyRow lead = row_of(row, partial::JourneyRow::lead, created);
    if (row.flag(Role::qualified) == 1) lead.later = created;
    p.add(lead);
    return Use::used;
  }

  static Use add_deal(Partial& p, const Row& row) {
    const Day created = row.day(Role::created);
    if (!known(created)) return Use::no_date;
    partial::JourneyRow deal = row_of(row, partial::JourneyRow::deal, created);
    const Day closed = row.day(Role::closed);
    if (row.status() == Status::won && known(closed)) deal.later = closed;
    const Micros amount = row.number(Role::amount);
    if (known(amount)) deal.amount = amount;
    if (known(amount)) deal.currency = row.currency();
    p.add(deal);
    return Use::used;
  }

  static Use add_order(Partial& p, const Row& row) {
    const Day at = row.day(Role::at);
    const auto status = static_cast<OrderStatus>(row.frame.canonical(Role::order_status, row.i));
    if (status == OrderStatus::cancelled) return Use::other_type;
    if (!known(at)) return Use::no_date;
    p.add(row_of(row, partial::JourneyRow::order, at));
    return Use::used;
  }

  static partial::JourneyRow row_of(const Row& row, partial::JourneyRow::Kind kind, Day day) {
    partial::JourneyRow made;
    made.kind = kind;
    made.day = day;
    const std::string_view lead = row.text(Role::lead_id);
    const std::string_view customer = row.text(Role::customer_id);
    if (!lead.empty()) made.lead_id = partial::entity_of(lead);
    if (!customer.empty()) made.customer_id = partial::entity_of(customer);
    return made;
  }

  struct Counted {
    JourneyLog journey;
    FunnelCount funnel;
  };

  static Counted count(std::span<const Partial* const> cells, const Context& context) {
    Counted counted{journey_log(cells), {}};
    FunnelCount& funnel = counted.funnel;
    funnel.steps = counted.journey.steps;
    funnel.rules = rules_of(context.plan);
    funnel.rules.any_entry = false;
    funnel.rules.later_implies_earlier = context.plan.funnel.later_implies_earlier.value_or(true);
    funnel.cells =
        tally(counted.journey.log, funnel.steps, funnel.rules, cells.size(), context.as_of, context.plan.funnel.touch);
    funnel.has_amounts = counted.journey.log.has_amounts;
    funnel.currency = counted.journey.log.currency;
    funnel.step_column = "journey_step";
    return counted;
  }

  static Estimate told(const FunnelTally& tally, const JourneyLog& journey) {
    if (journey.leads > 0 && journey.linked == 0) return undefined("no_links", journey.leads, unlinked(journey));
    Estimate estimate = estimate_of(tally);
    for (Part& part : unlinked(journey)) estimate.parts.push_back(part);
    return estimate;
  }
  static Parts unlinked(const JourneyLog& journey) {
    return {{"unlinked_deals", static_cast<double>(journey.unlinked_deals), Unit::count},
            {"unlinked_orders", static_cast<double>(journey.unlinked_orders), Unit::count}};
  }

  static Estimate finish(const Partial& p, const Context& context) {
    const Partial* const one[] = {&p};
    const Counted counted = count(one, context);
    return told(counted.funnel.cells.back(), counted.journey);
  }

  // Deals and orders stand in the cell of no value, wherever their leads stand: only together are cells whole.
  static Finished finish_all(std::span<const Cell<Partial>> cells, const Context& context, const Dimension* dimension) {
    std::vector<const Partial*> partials;
    std::vector<std::string_view> keys;
    for (const auto& cell : cells) {
      partials.push_back(cell.partial);
      keys.push_back(cell.key);
    }
    const Counted counted = count(partials, context);
    Finished finished;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      finished.cells.push_back(told(counted.funnel.cells[c], counted.journey));
    }
    if (counted.journey.linked > 0) {
      finished.tables = funnel_tables("journey", keys, counted.funnel, context, dimension);
    }
    return finished;
  }
};

constexpr Card kCard = {
    .id = "journey",
    .name = "From lead to order",
    .meaning = "The share of those who came in as a lead that went on, over deals and across files, to the last step.",
    .formula = "{unlinked_deals}, {unlinked_orders}; {last} / {first}",
    .source =
        "Rows with a lead or customer in common are of one; the way begins with the first lead, a later step implies "
        "the earlier ones; a lead is qualified on the day it came in; deals and orders without a lead are counted "
        "apart "
        "({unlinked_deals}, {unlinked_orders})",
    .kind = Kind::leads,
    .needs = {Role::created},
    .also = {{Kind::deals, Role::created}, {Kind::deals, Role::status}},
    .uses = {Role::lead_id, Role::customer_id, Role::qualified},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::none,
    .variants = {},
    .sql =
        "WITH RECURSIVE\n"
        "     happened AS (SELECT 1 AS step, created AS day, lead_id, customer_id FROM leads\n"
        "                  UNION ALL SELECT 2, created, lead_id, customer_id FROM leads WHERE qualified\n"
        "                  UNION ALL SELECT 3, created, lead_id, customer_id FROM deals\n"
        "                  UNION ALL SELECT 4, closed, lead_id, customer_id FROM deals WHERE status = 'won'\n"
        "                                                                            AND created IS NOT NULL\n"
        "                  UNION ALL SELECT 5, \"at\", NULL, customer_id FROM orders\n"
        "                            WHERE coalesce(order_status, '') <> 'cancelled'),\n"
        "     numbered AS (SELECT row_number() OVER () AS i, * FROM happened WHERE day IS NOT NULL),\n"
        "     key AS (SELECT i, 'l' || lead_id AS id FROM numbered WHERE lead_id IS NOT NULL\n"
        "             UNION ALL SELECT i, 'c' || customer_id FROM numbered WHERE customer_id IS NOT NULL),\n"
        "     side AS (SELECT DISTINCT a.id, b.id AS other FROM key AS a JOIN key AS b ON a.i = b.i),\n"
        "     near(id, other) AS (SELECT id, other FROM side\n"
        "                         UNION SELECT near.id, side.other FROM near JOIN side ON side.id = near.other),\n"
        "     entity AS (SELECT key.i, min(other) AS e FROM key JOIN near USING (id) GROUP BY key.i),\n"
        "     whole AS (SELECT coalesce(e, '#' || i) AS e, step, day FROM numbered LEFT JOIN entity USING (i)),\n"
        "     first AS (SELECT e, min(day) AS day FROM whole WHERE step = 1 GROUP BY e),\n"
        "     last AS (SELECT max(step) AS step FROM whole)\n"
        "SELECT CASE WHEN (SELECT count(*) FROM whole JOIN first USING (e) WHERE step > 2) > 0\n"
        "            THEN (SELECT count(DISTINCT e) FROM whole JOIN first USING (e)\n"
        "                  WHERE whole.step = (SELECT step FROM last) AND whole.day >= first.day) * 1.0\n"
        "                 / NULLIF((SELECT count(*) FROM first), 0) END AS value",
};

constexpr std::string_view kHeader = "lead_id,created,customer_id,qualified,source";
constexpr Few<ExampleRows, 36> kLeads{{1, "L1,2026-01-01,,yes,web"},  {1, "L2,2026-01-02,C2,yes,web"},
                                      {1, "L3,2026-01-03,,no,fair"},  {1, "L4,2026-01-04,C4,yes,fair"},
                                      {1, "L5,2026-01-05,C4,no,web"}, {1, "L6,,C9,no,web"}};
constexpr ExampleFile kDeals{Kind::deals,
                             "deal_id,status,created,closed,lead_id,customer_id",
                             {{1, "D1,won,2026-02-01,2026-03-01,L1,C1"},
                              {1, "D2,lost,2026-02-02,2026-03-02,L2,"},
                              {1, "D3,won,2026-02-03,2026-03-03,,C7"},
                              {1, "D4,won,2025-02-03,2025-03-03,,C4"}}};
constexpr ExampleFile kOrders{Kind::orders,
                              "order_id,at,customer_id",
                              {{1, "O1,2026-04-01,C1"}, {1, "O2,2025-04-01,C4"}, {1, "O3,2026-04-03,C8"}}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kLeads, .also = {kDeals, kOrders}, .value = 0.25, .n = 4},
    {.header = kHeader, .rows = kLeads, .also = {kDeals}, .value = 0.25, .n = 4},
    {.header = kHeader, .rows = kLeads, .also = {kDeals, kOrders}, .value = 0.5, .n = 2, .by = "source=web"},
    {.header = kHeader,
     .rows = {{2, "L#,2026-01-01,,,web"}},
     .also = {{Kind::deals, "deal_id,status,created,closed", {{2, "D#,won,2026-02-01,2026-03-01"}}}},
     .value = {},
     .undefined = "no_links"}};

}  // namespace

PEGEL_KPI_OVER(journey, Journey, kCard, kOthers, kExamples)

}  // namespace pegel::kpis
