#pragma once
// What one row of a file is (Kind) and what a column means in it (Role).

#include <cstdint>
#include <optional>
#include <string_view>

namespace pegel {

/// What one row of a file is. The order is that of the files in src/dataset/kinds/.
enum class Kind : uint8_t { none, deals, partners, responses, stage_history, targets };

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
};

// role, type. One line a role; the same role means the same in every kind.
#define PEGEL_ROLES(X)      \
  X(deal_id, id)            \
  X(deal_name, text)        \
  X(status, canonical)      \
  X(created, date)          \
  X(closed, date)           \
  X(expected_close, date)   \
  X(won_date, date)         \
  X(lost_date, date)        \
  X(modified, date)         \
  X(is_won, boolean)        \
  X(is_closed, boolean)     \
  X(is_lost, boolean)       \
  X(amount, money)          \
  X(expected_amount, money) \
  X(commission, money)      \
  X(currency, category)     \
  X(stage, category)        \
  X(probability, share)     \
  X(owner, category)        \
  X(team, category)         \
  X(partner_id, category)   \
  X(customer_id, category)  \
  X(source, category)       \
  X(channel, category)      \
  X(product, category)      \
  X(region, category)       \
  X(pipeline, category)     \
  X(qualified, boolean)     \
  X(lost_reason, category)  \
  X(entity_id, id)          \
  X(entered, date)          \
  X(response_id, id)        \
  X(at, date)               \
  X(question, canonical)    \
  X(score, number)          \
  X(scale_min, number)      \
  X(scale_max, number)      \
  X(segment, category)      \
  X(touchpoint, category)   \
  X(language, category)     \
  X(comment, text)          \
  X(name, text)             \
  X(tier, category)         \
  X(joined, date)           \
  X(kpi_id, category)       \
  X(period_start, date)     \
  X(period_end, date)       \
  X(target, number)         \
  X(actual, number)         \
  X(scope_type, canonical)  \
  X(scope_id, category)     \
  X(baseline, number)

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

/// Canonical values of `status` and `question`, in the order of their codes; code 0 is "unknown or missing".
enum class Status : uint8_t { unknown, open, won, lost };
/// `unsure`: asked as NPS, on a scale that may not be its own.
enum class Question : uint8_t { unknown, nps, csat, ces, other, unsure };

}  // namespace pegel
