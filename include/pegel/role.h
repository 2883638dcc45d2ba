#pragma once
// What one row of a file is (Kind) and what a column means in it (Role).

#include <cstdint>
#include <optional>
#include <string_view>

namespace pegel {

/// What one row of a file is. The order is that of the files in src/dataset/kinds/.
enum class Kind : uint8_t {
  none,
  activities,
  carts,
  content_events,
  costs,
  customers,
  deals,
  distributors,
  fx,
  invoices,
  leads,
  members,
  orders,
  partners,
  products,
  quotes,
  responses,
  returns,
  sessions,
  spend,
  stage_history,
  targets,
  tickets,
};

/// How the values of a role are read.
enum class RoleType : uint8_t {
  id,         ///< text, case kept, trimmed: compared byte by byte, never a number
  text,       ///< free text
  category,   ///< text that groups rows: a breakdown may use it
  canonical,  ///< category whose raw values map to a fixed list (status: open, won, lost)
  number,     ///< decimal, six places
  money,      ///< decimal, six places, in the row's currency
  share,      ///< decimal; 0…1 or 0…100, the column decides
  date,       ///< calendar day, no zone; a date with a time gives both day and instant
  boolean,
  duration,  ///< decimal, in seconds: written as "00:05:12", "5 min", or numbers in the unit that the header names
};

// role, type. One line a role; the same role means the same in every kind.
#define PEGEL_ROLES(X)               \
  X(deal_id, id)                     \
  X(deal_name, text)                 \
  X(status, canonical)               \
  X(created, date)                   \
  X(closed, date)                    \
  X(expected_close, date)            \
  X(won_date, date)                  \
  X(lost_date, date)                 \
  X(modified, date)                  \
  X(is_won, boolean)                 \
  X(is_closed, boolean)              \
  X(is_lost, boolean)                \
  X(amount, money)                   \
  X(expected_amount, money)          \
  X(commission, money)               \
  X(currency, category)              \
  X(stage, category)                 \
  X(probability, share)              \
  X(owner, category)                 \
  X(team, category)                  \
  X(partner_id, category)            \
  X(customer_id, category)           \
  X(source, category)                \
  X(channel, category)               \
  X(channel_class, canonical)        \
  X(campaign, category)              \
  X(technique, category)             \
  X(product, category)               \
  X(product_id, category)            \
  X(product_line, category)          \
  X(region, category)                \
  X(pipeline, category)              \
  X(qualified, boolean)              \
  X(lost_reason, category)           \
  X(first_contact, date)             \
  X(entity_id, id)                   \
  X(entered, date)                   \
  X(lead_id, id)                     \
  X(lead_status, canonical)          \
  X(first_response, date)            \
  X(followed_up, boolean)            \
  X(converted, boolean)              \
  X(converted_at, date)              \
  X(trial_start, date)               \
  X(trial_end, date)                 \
  X(paid_at, date)                   \
  X(activity_id, id)                 \
  X(activity_type, canonical)        \
  X(reason, canonical)               \
  X(outcome, category)               \
  X(value_message, boolean)          \
  X(duration, duration)              \
  X(quote_id, id)                    \
  X(quote_status, canonical)         \
  X(requested, date)                 \
  X(sent, date)                      \
  X(final_sent, date)                \
  X(accepted, date)                  \
  X(response_id, id)                 \
  X(at, date)                        \
  X(question, canonical)             \
  X(driver, category)                \
  X(score, number)                   \
  X(scale_min, number)               \
  X(scale_max, number)               \
  X(segment, category)               \
  X(touchpoint, category)            \
  X(language, category)              \
  X(comment, text)                   \
  X(order_id, id)                    \
  X(line_id, id)                     \
  X(order_status, canonical)         \
  X(qty, number)                     \
  X(cost, money)                     \
  X(base_amount, money)              \
  X(cross_sell, boolean)             \
  X(upsell, boolean)                 \
  X(returned, boolean)               \
  X(seller_id, category)             \
  X(distributor_id, category)        \
  X(return_id, id)                   \
  X(return_kind, canonical)          \
  X(return_reason, category)         \
  X(ticket_id, id)                   \
  X(ticket_kind, canonical)          \
  X(ticket_status, canonical)        \
  X(opened, date)                    \
  X(first_reply, date)               \
  X(resolved, date)                  \
  X(reply_time, duration)            \
  X(resolution_time, duration)       \
  X(contacts, number)                \
  X(resolved_first_contact, boolean) \
  X(reopened, boolean)               \
  X(level, category)                 \
  X(name, text)                      \
  X(since, date)                     \
  X(until, date)                     \
  X(tier, category)                  \
  X(joined, date)                    \
  X(enrolled, date)                  \
  X(ended, date)                     \
  X(onboarding_done, date)           \
  X(sponsor_id, category)            \
  X(rank, category)                  \
  X(spend_kind, canonical)           \
  X(session_id, id)                  \
  X(visitor_id, id)                  \
  X(form_submitted, boolean)         \
  X(visits, number)                  \
  X(cart_id, id)                     \
  X(checkout_started, date)          \
  X(ordered, date)                   \
  X(invoice_id, id)                  \
  X(payment_status, canonical)       \
  X(issued, date)                    \
  X(due, date)                       \
  X(paid_amount, money)              \
  X(written_off, boolean)            \
  X(cost_type, canonical)            \
  X(unit_cost, money)                \
  X(idea, date)                      \
  X(launched, date)                  \
  X(size_kloc, number)               \
  X(content_id, category)            \
  X(actor, canonical)                \
  X(action, canonical)               \
  X(rating, number)                  \
  X(search_seconds, duration)        \
  X(kpi_id, category)                \
  X(period_start, date)              \
  X(period_end, date)                \
  X(target, number)                  \
  X(actual, number)                  \
  X(unit, category)                  \
  X(mode, canonical)                 \
  X(direction, canonical)            \
  X(scope_type, canonical)           \
  X(scope_id, category)              \
  X(baseline, number)                \
  X(warn_at, number)                 \
  X(fail_at, number)                 \
  X(confirmed, date)                 \
  X(goal, text)                      \
  X(from_currency, category)         \
  X(to_currency, category)           \
  X(rate, number)

enum class Role : uint8_t {
  none,
#define X(role, type) role,
  PEGEL_ROLES(X)
#undef X
      count
};

inline constexpr std::size_t kRoleCount = static_cast<std::size_t>(Role::count);

std::string_view name_of(Kind kind);
std::string_view name_of(Role role);  ///< the identifier above; "" for none
RoleType type_of(Role role);
std::optional<Kind> kind_named(std::string_view name);
std::optional<Role> role_named(std::string_view name);

/// Canonical values of the canonical roles, in the order of their codes; code 0 is "unknown or missing".
enum class Status : uint8_t { unknown, open, won, lost };
/// `unsure`: asked as NPS, on a scale that may not be its own. `driver`: of satisfaction; Role::driver names which.
/// `fcr`: whether it was resolved at the first contact, 1 for yes and 0 for no.
enum class Question : uint8_t {
  unknown,
  nps,
  csat,
  ces,
  other,
  unsure,
  cli_recommend,
  cli_repurchase,
  cli_other_products,
  driver,
  fcr,
};
enum class LeadStatus : uint8_t { unknown, open, qualified, converted, disqualified };
/// `call`: which way is not said.
enum class ActivityType : uint8_t { unknown, call, call_in, call_out, visit, mail, meeting, other };
enum class Reason : uint8_t { unknown, price, info, order, complaint, other };
enum class QuoteStatus : uint8_t { unknown, draft, sent, accepted, rejected, expired };
enum class OrderStatus : uint8_t { unknown, open, completed, cancelled, returned };
enum class ReturnKind : uint8_t { unknown, returned, exchange, change };
enum class TicketKind : uint8_t { unknown, question, complaint, claim, defect };
enum class TicketStatus : uint8_t { unknown, open, resolved };
enum class PaymentStatus : uint8_t { unknown, open, paid, overdue, written_off, cancelled };
enum class ChannelClass : uint8_t { unknown, paid, earned, owned };
enum class SpendKind : uint8_t { unknown, media, salary, tools, other };
enum class CostType : uint8_t { unknown, cogs, operating, tax, interest };
enum class Actor : uint8_t { unknown, rep, customer };
enum class Action : uint8_t { unknown, shared, opened, rated };
/// What a target's number is: the value itself, or the change from the baseline. `benchmark`: no target, but what others
/// reach.
enum class TargetMode : uint8_t { unknown, absolute, relative_change, points_change, benchmark };

}  // namespace pegel
