#include "kpis/quotes.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kAccepted, kSubmitted };
constexpr Measure kMeasures[] = {
    quotes_where("accepted", {kKnownQuote, kAcceptedQuote}),
    quotes_where("submitted", {kKnownQuote, kSubmittedQuote}, Role::sent),
};
constexpr Few<Shape, 6> kShapes{{Form::events, kAccepted, kNoMeasure, kSubmitted}};

constexpr Card kCard = {
    .id = "quotes_closed",
    .name = "Quotes accepted",
    .meaning = "The number of quotes accepted, by the day they were accepted.",
    .formula = "{accepted}",
    .source = "None where quotes were sent in the period and none was accepted; revisions for one deal are one quote",
    .kind = Kind::quotes,
    .needs = {Role::quote_id, Role::quote_status},
    .uses = {Role::accepted, Role::sent, Role::deal_id},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::accepted,
    .variants = {},
};

constexpr Example kExamples[] = {{.header = "quote_id,sent,quote_status,accepted",
                                  .rows = {{24, "Q#,2026-03-05,accepted,2026-03-15"}, {36, "Q#,2026-03-06,rejected,"}},
                                  .value = 24,
                                  .low = 15.3773,
                                  .high = 35.7101,
                                  .n = 24},
                                 {.header = "quote_id,sent,quote_status,accepted",
                                  .rows = {{4, "Q#,2026-03-06,sent,"}},
                                  .value = 0,
                                  .low = 0,
                                  .high = 3.68888,
                                  .n = 4},
                                 {.header = "quote_id,sent,quote_status,accepted",
                                  .rows = {{2, "Q#,2026-03-06,draft,"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(quotes_closed, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
