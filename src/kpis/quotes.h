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

/// Revisions of one quote, for one deal, count once; a quote of no named deal is one by its number.
constexpr Measure quotes_where(std::string_view name, Few<Condition, 5> where, Role date = Role::none) {
  return {.name = name, .take = Take::id, .of = Role::deal_id, .by = Role::quote_id, .where = where, .date = date};
}

}  // namespace pegel::kpis
