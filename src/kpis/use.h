#pragma once
// What became of a row.

#include <array>
#include <cstdint>
#include <string_view>

namespace pegel::kpis {

/// What became of a row in one KPI. Everything but `used` is a reason shown to the user (name_of, texts in the catalogues).
enum class Use : uint8_t {
  used,
  open,  ///< not decided yet
  not_won,
  not_open,
  unknown_status,
  unqualified,
  no_amount,  ///< missing; not the same as zero
  zero_amount,
  unreadable,  ///< the cell is not of its column's type
  no_date,
  no_time,           ///< a day without the time of day that hours need
  impossible_dates,  ///< closed before created, long ago or after today
  no_score,
  out_of_scale,
  scale_unsure,  ///< asked as NPS, on a scale that may be another than 0 to 10
  other_question,
  no_entity,
  no_step,
  no_partner,
  nobody,  ///< no person or team is named
  no_scope,
  no_probability,
  other_kpi,
  other_type,  ///< another type of row of the same kind
  unfinished,  ///< the days in which it is followed are not over
  no_customer,
  no_cost,
  no_distributor,
  no_channel,
  no_owner,
  other_value,  ///< not what the plan asks for
  duplicate,
  superseded,  ///< a later answer of the same customer counts
  other_period,
  filtered,
};
inline constexpr std::size_t kUses = static_cast<std::size_t>(Use::filtered) + 1;
std::string_view name_of(Use use);
using Uses = std::array<int64_t, kUses>;  ///< rows by what became of them

}  // namespace pegel::kpis
