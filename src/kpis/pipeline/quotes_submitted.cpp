#include "kpis/quotes.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {
    quotes_where("submitted",
                 {dated(Role::sent), is(Role::quote_status, Use::other_type, QuoteStatus::unknown, QuoteStatus::sent,
                                        QuoteStatus::accepted, QuoteStatus::rejected, QuoteStatus::expired)}),
};
constexpr Few<Shape, 6> kShapes{{Form::events, 0}};

constexpr Card kCard = {
    .id = "quotes_submitted",
    .name = "Quotes submitted",
    .meaning = "The number of quotes sent, by the day they were sent.",
    .formula = "{submitted}",
    .source = "Drafts are none; revisions for one deal are one quote",
    .kind = Kind::quotes,
    .needs = {Role::quote_id, Role::sent},
    .uses = {Role::quote_status, Role::deal_id},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::sent,
    .variants = {},
    .sql =
        "SELECT NULLIF(count(DISTINCT coalesce(deal_id, chr(10) || quote_id)), 0) AS value FROM quotes\n"
        "WHERE sent IS NOT NULL AND quote_status IS DISTINCT FROM 'draft'",
};

constexpr Example kExamples[] = {
    {.header = "quote_id,sent,quote_status",
     .rows = {{24, "Q#,2026-03-05,accepted"}, {36, "Q#,2026-03-06,rejected"}, {3, "Q#,2026-03-06,draft"}},
     .value = 60,
     .low = 45.785,
     .high = 77.232,
     .n = 60},
    {.header = "quote_id,sent,quote_status,deal_id",
     .rows = {{3, "Q#,2026-03-05,rejected,D1"}, {1, "D1,2026-03-05,sent,"}, {2, "Q#,2026-03-05,sent,"}},
     .value = 4,
     .n = 4},
    {.header = "quote_id,sent,quote_status",
     .rows = {{2, "Q#,2026-03-06,draft"}, {1, "Q#,,sent"}},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(quotes_submitted, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
