#pragma once
// What a status says, the day it was reached, and whether it was: each is derived from the others where a Source lacks it.

#include "pegel/role.h"

namespace pegel::dataset {

template <class Canonical>
constexpr uint8_t code(Canonical canonical) {
  return static_cast<uint8_t>(canonical);
}

/// Rows of `kind` whose `status` is `reached` got there on `day`; `before`: the status of a row without that day.
/// A day is missing while the status is known to be another, and unreadable where the status is reached without one.
struct Reached {
  Kind kind;
  Role status;
  uint8_t reached;
  uint8_t before;
  Role day;
  Role flag;  ///< none: no role says only whether
  Role part =
      Role::none;  ///< a row on whose day less than all was reached, as an invoice paid in part, is still `before`
  Role whole = Role::none;
};
inline constexpr Reached kReached[] = {
    {Kind::leads, Role::lead_status, code(LeadStatus::converted), code(LeadStatus::open), Role::converted_at,
     Role::converted},
    {Kind::quotes, Role::quote_status, code(QuoteStatus::accepted), code(QuoteStatus::sent), Role::accepted,
     Role::none},
    {Kind::tickets, Role::ticket_status, code(TicketStatus::resolved), code(TicketStatus::open), Role::resolved,
     Role::none},
    {Kind::invoices, Role::payment_status, code(PaymentStatus::paid), code(PaymentStatus::open), Role::paid_at,
     Role::none, Role::paid_amount, Role::amount},
};

/// A flag that is set in rows whose status has a code from `least` to `most`, missing where it is unknown.
struct StatusFlag {
  Kind kind;
  Role flag;
  Role status;
  uint8_t least;
  uint8_t most;
};
inline constexpr StatusFlag kStatusFlags[] = {
    {Kind::leads, Role::qualified, Role::lead_status, code(LeadStatus::qualified), code(LeadStatus::converted)},
    {Kind::invoices, Role::written_off, Role::payment_status, code(PaymentStatus::written_off),
     code(PaymentStatus::written_off)},
    {Kind::orders, Role::returned, Role::order_status, code(OrderStatus::returned), code(OrderStatus::returned)},
};

/// A flag that is set in rows with a known day, and not set where the cell is empty.
struct DayFlag {
  Kind kind;
  Role flag;
  Role day;
};
inline constexpr DayFlag kDayFlags[] = {{Kind::leads, Role::followed_up, Role::first_response}};

/// A flag that is set in rows whose `number` is 1, once they have the day, where the Source tells of one; not set in those
/// where it is more.
struct OnceFlag {
  Kind kind;
  Role flag;
  Role number;
  Role day;
};
inline constexpr OnceFlag kOnceFlags[] = {
    {Kind::tickets, Role::resolved_first_contact, Role::contacts, Role::resolved}};

/// A day that is another one in a Source without a column of its own: of a quote sent once, the first is the final one.
struct Instead {
  Kind kind;
  Role day;
  Role other;
};
inline constexpr Instead kInstead[] = {{Kind::quotes, Role::final_sent, Role::sent}};

/// A day that comes `lasting` after `from`.
struct Lasted {
  Kind kind;
  Role day;
  Role from;
  Role lasting;
};
inline constexpr Lasted kLasted[] = {
    {Kind::tickets, Role::resolved, Role::opened, Role::resolution_time},
    {Kind::tickets, Role::first_reply, Role::opened, Role::reply_time},
};

}  // namespace pegel::dataset
