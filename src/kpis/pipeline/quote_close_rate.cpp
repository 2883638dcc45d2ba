#include "kpis/quotes.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kAccepted, kSubmitted, kDecided, kAcceptedAmount, kSubmittedAmount };
constexpr Measure kMeasures[] = {
    quotes_where("accepted", {kKnownQuote, kAcceptedQuote}),
    quotes_where("submitted", {kKnownQuote, kSubmittedQuote}),
    quotes_where("decided",
                 {kKnownQuote, is(Role::quote_status, Use::other_type, QuoteStatus::accepted, QuoteStatus::rejected)}),
    {.name = "accepted", .take = Take::amount, .of = Role::amount, .where = {kKnownQuote, kAcceptedQuote}},
    {.name = "submitted", .take = Take::amount, .of = Role::amount, .where = {kKnownQuote, kSubmittedQuote}},
};
constexpr Few<Shape, 6> kShapes{{Form::share, kAccepted, kSubmitted},
                                {Form::share, kAccepted, kDecided},
                                {Form::ratio, kAcceptedAmount, kSubmittedAmount}};

constexpr Card kCard = {
    .id = "quote_close_rate",
    .name = "Quote close rate",
    .meaning = "The share of the quotes sent in the period that have been accepted so far.",
    .formula = "{accepted} / {submitted}",
    .source =
        "Quotes by the day they were sent; an expired one was not rejected; revisions for one deal are one quote, but "
        "not in amounts",
    .kind = Kind::quotes,
    .needs = {Role::quote_id, Role::quote_status},
    .uses = {Role::sent, Role::accepted, Role::amount, Role::currency, Role::deal_id},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::sent,
    .variants = {{"submitted", "accepted / all quotes sent in the period", true},
                 {"decided", "accepted / (accepted + rejected)", false, true, "{accepted} / {decided}"},
                 {"value", "amount accepted / amount of the quotes sent"}},
};

constexpr std::string_view kHeader = "quote_id,sent,quote_status,amount";
constexpr Few<ExampleRows, 36> kRows = {{24, "Q#,2026-03-05,accepted,300"},
                                        {8, "Q#,2026-03-06,rejected,100"},
                                        {16, "Q#,2026-03-06,expired,50"},
                                        {12, "Q#,2026-03-06,sent,100"},
                                        {5, "Q#,2026-03-06,draft,100"}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kRows, .value = 0.4, .low = 0.285695, .high = 0.526339, .n = 60},
    {.header = kHeader, .rows = kRows, .value = 0.75, .n = 32, .variant = "decided"},
    {.header = kHeader, .rows = kRows, .value = 0.72, .n = 60, .variant = "value"},
    {.header = "quote_id,sent,quote_status,deal_id",
     .rows = {{2, "Q#,2026-03-05,rejected,D1"}, {1, "Q#,2026-03-06,accepted,D1"}, {1, "Q#,2026-03-06,sent,D2"}},
     .value = 0.5,
     .n = 2},
    {.header = kHeader, .rows = {{5, "Q#,2026-03-06,draft,100"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(quote_close_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
