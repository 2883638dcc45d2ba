#pragma once
// A Batch seen through its Mapping: columns by Role, canonical values. The only thing KPI code ever sees.

#include <array>
#include <deque>
#include <vector>

#include "pegel/plan.h"
#include "table/batch.h"

namespace pegel::dataset {

using base::Micros;
using table::kMissing;
using table::known;

/// ISO 4217 code packed into three bytes, or 0 for an amount whose currency is not named.
using Currency = uint32_t;
Currency currency_of(std::string_view text);  ///< "EUR", "€", "eur" -> EUR; 0 when the text names none
std::string name_of(Currency currency);

/// A column that groups rows: codes into a dictionary. `codes` is nullptr when this Source has no such column:
/// then every row has the empty value.
struct DimensionView {
  const uint32_t* codes = nullptr;
  const table::Dictionary* dictionary = nullptr;
};

/// Reading is by role and row, without a check for the role being there: a role without column is missing in every row.
/// What is derived, for deals: `status` from the status column, else the closed/won flags, else the stage; `closed` holds
/// only the day a deal was decided: missing while it is open, unreadable when a decided deal has no day; `expected_close`
/// takes the closed column's day of open deals where it has no column of its own. For stage_history: `stage` is the
/// category as written, letter case folded.
class Frame {
 public:
  /// `dimensions` are Plan::dimensions; `batch` must outlive the Frame.
  Frame(const Source& source, const table::Batch& batch, const Plan& plan);

  std::size_t rows() const { return batch_->rows; }
  Kind kind() const { return source_->kind; }
  const Source& source() const { return *source_; }
  const table::Batch& batch() const { return *batch_; }
  /// False: left out by the plan's filters.
  bool kept(std::size_t row) const { return kept_.empty() || kept_[row] != 0; }
  bool has(Role role) const { return has_[static_cast<std::size_t>(role)]; }

  Micros number(Role role, std::size_t row) const { return numbers_[index(role)][row]; }
  Day day(Role role, std::size_t row) const { return days_[index(role)][row]; }
  int8_t flag(Role role, std::size_t row) const { return flags_[index(role)][row]; }
  uint8_t canonical(Role role, std::size_t row) const { return canonicals_[index(role)][row]; }
  std::string_view text(Role role, std::size_t row) const;  ///< of id, text and category roles; "" when missing
  Currency currency(std::size_t row) const { return currency_column_ == nullptr ? currency_ : currency_column_[row]; }
  const DimensionView& dimension(std::size_t index) const { return dimensions_[index]; }

 private:
  static std::size_t index(Role role) { return static_cast<std::size_t>(role); }

  const Source* source_;
  const table::Batch* batch_;
  std::array<bool, kRoleCount> has_{};
  std::array<const Micros*, kRoleCount> numbers_;
  std::array<const Day*, kRoleCount> days_;
  std::array<const int8_t*, kRoleCount> flags_;
  std::array<const uint8_t*, kRoleCount> canonicals_;
  std::array<const table::Column*, kRoleCount> texts_{};
  const Currency* currency_column_ = nullptr;
  Currency currency_ = 0;
  std::vector<DimensionView> dimensions_;
  std::vector<uint8_t> kept_;
  // Columns that are not in the Batch as needed.
  std::deque<std::vector<Day>> owned_days_;
  std::deque<std::vector<uint8_t>> owned_codes_;
  std::deque<std::vector<Currency>> owned_currencies_;
};

}  // namespace pegel::dataset
