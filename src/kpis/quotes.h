#pragma once
// How a quote stands.

#include "kpis/kpi.h"

namespace pegel::kpis {

inline constexpr Condition kKnownQuote =
    is(Role::quote_status, Use::unknown_status, QuoteStatus::draft, QuoteStatus::sent, QuoteStatus::accepted,
       QuoteStatus::rejected, QuoteStatus::expired);
inline constexpr Condition kAcceptedQuote = is(Role::quote_status, Use::other_type, QuoteStatus::accepted);
/// Sent at least, whatever came of it.
inline constexpr Condition kSubmittedQuote = is(Role::quote_status, Use::other_type, QuoteStatus::sent,
                                                QuoteStatus::accepted, QuoteStatus::rejected, QuoteStatus::expired);

}  // namespace pegel::kpis
