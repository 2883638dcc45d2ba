#pragma once
// A Batch seen through its Mapping: columns by Role, canonical values. The only thing KPI code ever sees.

#include <array>
#include <deque>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <vector>

#include "dataset/aliases.h"
#include "dataset/canonical.h"
#include "dataset/reached.h"
#include "pegel/issue.h"
#include "pegel/plan.h"
#include "table/batch.h"
#include "table/currency.h"
#include "table/date_calendar.h"

namespace pegel::dataset {

class Rates;
struct Worth;

using base::Micros;
using table::kMissing;
using table::known;

using table::Currency;
using table::currency_of;
using table::name_of;

/// Lower case, outer blanks cut, inner blanks as one: how stages are compared.
std::string fold_case(std::string_view text);

class Borrowed;  // dataset/lent.h

/// A column that groups rows: codes into a dictionary. `codes` is nullptr when this Source has no such column:
/// then every row has the empty value.
struct DimensionView {
  const uint32_t* codes = nullptr;
  const table::Dictionary* dictionary = nullptr;
};

/// Earlier days are slips or placeholders (1900-01-01), not days of a sales export.
inline constexpr Day kFirstDay = 7305;  // 1990-01-01
/// Customers and distributors may have been so for longer than sales are exported.
inline constexpr Day kFirstRelation = -7305;  // 1950-01-01
constexpr Day first_day_of(Kind kind) {
  return kind == Kind::customers || kind == Kind::distributors ? kFirstRelation : kFirstDay;
}

/// Reading is by role and row, without a check for the role being there: a role without column is missing in every row.
///
/// deals: `status` comes from the status column, else row by row from the won/lost/closed flags, the stage's word, the won
/// and lost days. `closed` holds only the day a deal was decided, from its column or the won and lost days: missing while
/// the deal is not known to be decided, unreadable when a decided deal has no day. `expected_close` takes the closed
/// column's day of open deals where it has no column of its own. `amount` is the expected one where the row has no other, or
/// a 0 before the deal is won.
/// responses: without a question column every row has the question that the Source's values give for the empty text, else
/// nps; without scale columns, the scale of the Source where it has one.
/// targets: `kpi_id` is the KPI's id where the file's word for it is known; without a column, what the Source's values give
/// for the empty text; `scope_type` is the canonical word where the file's is known, else as written; `channel_class` is what `scope_id` names, where there is no column for it. `period_end` is the last day of the period where the start is written as a month, quarter or year.
/// A `driver` without a column of its own is what the question's cell names, of questions that ask for one.
/// leads, quotes, tickets, invoices: status, its day and its flag are derived from each other (reached.h).
/// spend, costs: `period_end` as in targets. Where there is no `channel_class`, it is the one that `channel` names.
/// Durations are seconds, however they are written (duration.h).
/// Names are those that the plan's aliases stand for, also of a target's scope; what is derived of them (a deal's status of
/// its stage, a channel's class) is derived of what the file says.
/// Columns lent by other files (LentColumn) are read as own ones: by their role, or as Dimensions. A row whose key is not
/// there has the empty value.
/// Shares are 0…1 whether the column writes 0.2 or 20 % (NumberFormat::percent tells).
class Frame {
 public:
  /// `source`, `batch` and `borrowed` must outlive the Frame. Without a plan it has no dimensions, no today, and
  /// keeps every row. `borrowed`: of the Source; null: lent columns are empty.
  explicit Frame(const Source& source, const table::Batch& batch, const std::vector<Alias>& aliases = {},
                 Borrowed* borrowed = nullptr);
  Frame(const Source& source, const table::Batch& batch, const Plan& plan, Borrowed* borrowed = nullptr);
  /// Takes on the plan's today, dimensions and filters in place of those it has; its aliases must be the same.
  void look_by(const Plan& plan);
  /// Takes on the amounts of money in `to`, at the rate of the row's day (rates.h). Rows without one, and those whose
  /// currency is not named, keep theirs. Once a Frame.
  void convert(Currency to, const Rates& rates);
  Frame(const Frame&) = delete;
  Frame(Frame&&) = default;
  Frame& operator=(const Frame&) = delete;
  Frame& operator=(Frame&&) = default;

  std::size_t rows() const { return batch_->rows; }
  Kind kind() const { return source_->kind; }
  const Source& source() const { return *source_; }
  const table::Batch& batch() const { return *batch_; }
  /// False: left out by the plan's filters.
  bool kept(std::size_t row) const { return kept_.empty() || kept_[row] != 0; }
  /// Has a column or is derived; see provides.h.
  bool has(Role role) const { return has_[static_cast<std::size_t>(role)]; }

  Micros number(Role role, std::size_t row) const { return numbers_[index(role)][row]; }
  Day day(Role role, std::size_t row) const { return days_[index(role)][row]; }
  /// Milliseconds since 1970 in the file's own zone, of columns with a time of day; missing where the column holds days
  /// only, and whenever `day` is not known.
  int64_t instant(Role role, std::size_t row) const { return instants_[index(role)][row]; }
  /// That, else the first millisecond of the day; missing with it.
  int64_t moment(Role role, std::size_t row) const {
    const int64_t told = instant(role, row);
    const Day on = day(role, row);
    return known(told) ? told : known(on) ? int64_t{on} * table::kDayMillis : kMissing<int64_t>;
  }
  int8_t flag(Role role, std::size_t row) const { return flags_[index(role)][row]; }
  uint8_t canonical(Role role, std::size_t row) const { return canonicals_[index(role)][row]; }
  std::string_view text(Role role, std::size_t row) const;  ///< of id, text and category roles; "" when missing
  uint64_t entity(Role role, std::size_t row) const;        ///< base::entity_of that
  /// The same of entity_id and stage, numbered; Batches of one load mostly share their numbers.
  base::Numbered numbered(Role role, std::size_t row) const {
    const NumberedView& view = numbered_[role == Role::stage];
    return {view.texts, view.ids == nullptr ? 0 : view.ids[row]};
  }
  /// The row's stage, numbered; where the plan's funnel holds a Dimension constant, with kHeld and its value after it. Text 0
  /// is "": no stage.
  base::Numbered step(std::size_t row) const {
    return steps_.ids == nullptr ? numbered(Role::stage, row) : base::Numbered{steps_.texts, steps_.ids[row]};
  }
  /// The role's column writes per cents: where it is no share, "80 %" is 80.
  bool percent(Role role) const;
  Currency currency(std::size_t row) const { return currency_column_ == nullptr ? currency_ : currency_column_[row]; }
  /// As the file names it, whatever the amounts were converted to: what a breakdown by currency goes by.
  Currency named_currency(std::size_t row) const {
    return owned_currencies_.empty() ? currency_ : owned_currencies_[row];
  }
  /// Of the rate by which the row's amounts were converted; missing: they were not.
  Day rate_day(std::size_t row) const { return rate_days_.empty() ? kMissing<Day> : rate_days_[row]; }
  Currency converted_to() const { return converted_to_; }  ///< 0: nothing is converted
  Day today() const { return today_; }                     ///< the plan's
  /// A day on which something can have happened: not before the first of its kind, not after the plan's today.
  bool can_have_happened(Day day) const { return day >= first_day_of(kind()) && day <= today_; }
  const DimensionView& dimension(std::size_t index) const { return dimensions_[index]; }

 private:
  struct NumberedView {
    std::shared_ptr<const base::Texts> texts;
    const uint32_t* ids = nullptr;  ///< null: no column, every row has text 0, ""
  };

  static std::size_t index(Role role) { return static_cast<std::size_t>(role); }

  void read_column(const SourceColumn& column, const table::Column& values);
  void read_lent(std::size_t index);
  const table::Column& lent_column(std::size_t index);
  void read_number(const SourceColumn& column, const table::Column& values);
  void read_duration(const SourceColumn& column, const table::Column& values);
  void read_day(Role role, const table::Column& values);
  void read_flag(Role role, const table::Column& values);
  void read_canonical(Role role, Role from);
  bool derives(Role role) const;
  template <class Of>
  void set_flags(Role role, Of of);
  void derive_states();
  void derive_lasted(const Lasted& each);
  void derive_reached(const Reached& each);
  void settle_days(const Reached& each, bool told);
  void derive_status(const Reached& each, bool flagged);
  bool is_part(const Reached& each, std::size_t row) const;
  void derive_flag(const StatusFlag& each);
  void derive_once(const OnceFlag& each);
  void derive_drivers();
  void derive_deals();
  void derive_status();
  void derive_days();
  void derive_amounts();
  void default_question();
  void default_scale();
  void scale_by_question();
  void default_kpi();
  void derive_period_end();
  template <class T>
  const T* constant(std::deque<std::vector<T>>& owned, T value) {
    return owned.emplace_back(rows(), value).data();
  }
  void rename_values(Role role, const std::function<std::string(std::string_view)>& rename);
  void rename_aliases();
  void rename_texts(Role role);
  void rename_scopes();
  void read_currency();
  bool converts(const std::vector<Role>& money, std::size_t row, const Worth& worth) const;
  std::vector<std::vector<Micros>*> own_money(const std::vector<Role>& money);
  void number_texts(Role role, NumberedView& view);
  DimensionView view_of(const std::string& dimension);
  DimensionView view_of_currencies();
  DimensionView view_of_lent(std::size_t lent);
  void apply(const Filter& filter);
  void hold_constant(const std::string& dimension);

  const Source* source_;
  const table::Batch* batch_;
  Aliases aliases_;
  Borrowed* borrowed_;
  std::array<bool, kRoleCount> has_{};
  std::array<const Micros*, kRoleCount> numbers_{};
  std::array<const Day*, kRoleCount> days_{};
  std::array<const int64_t*, kRoleCount> instants_{};
  std::array<const int8_t*, kRoleCount> flags_{};
  std::array<const uint8_t*, kRoleCount> canonicals_{};
  std::array<const table::Column*, kRoleCount> texts_{};
  const Currency* currency_column_ = nullptr;
  Currency currency_ = 0;
  Day today_ = std::numeric_limits<Day>::max();
  std::vector<DimensionView> dimensions_;
  std::array<NumberedView, 2> numbered_;  // of entity_id and stage
  NumberedView steps_;                    // of stages with what is held constant; without: nothing is
  std::vector<uint32_t> owned_steps_;
  std::vector<uint8_t> kept_;
  bool currencies_renamed_ = false;
  // Columns that are not in the Batch as needed; the addresses of their values stay when the Frame moves.
  std::deque<std::vector<Micros>> owned_numbers_;
  std::deque<std::vector<Day>> owned_days_;
  std::deque<std::vector<int64_t>> owned_instants_;
  std::deque<std::vector<int8_t>> owned_flags_;
  std::deque<std::vector<uint8_t>> owned_canonicals_;
  std::deque<std::vector<uint32_t>> owned_codes_;     // of the plan's dimensions
  std::deque<table::Dictionary> owned_dictionaries_;  // of the plan's dimensions
  std::deque<table::Column> owned_columns_;
  std::map<std::size_t, table::Column> lent_;  // by index into Source::lent, made when first asked for
  std::vector<Currency> owned_currencies_;     // as the file names them; empty: all are in `currency_`
  Currency converted_to_ = 0;
  std::vector<Currency> converted_currencies_;
  std::vector<Day> rate_days_;
};

/// Stands between a stage, whose own become blanks, and the value that a funnel holds constant.
inline constexpr char kHeld = '\x1f';

/// True when a Frame of this Source has values for `role`: from its column, or derived as Frame documents.
bool provides(const Source& source, Role role);

/// The role's days are those of what has happened: they tell from when to when an export reaches, and none lies ahead.
bool has_happened(Role role);

/// The role that tells the units of a Source apart, among rows with one value of `within` (none: among all); none where
/// rows are no units. The lines of an order are told apart by their number or product.
struct Identity {
  Role id = Role::none;
  Role within = Role::none;
};
Identity identity_of(const Source& source);
/// The days that tell which of two rows of one unit is the later one; the first known counts.
inline constexpr std::array kMoments = {Role::modified, Role::closed, Role::won_date, Role::created, Role::at};

// Odd values of rows that are read all the same: counted and shown with their places (frame_notes.cpp).

/// Counts over the Frames of one Source, in file order; the subject of an Issue is the role or the column.
///   value.unknown          words of a canonical role that mean nothing known; values["raw"] is the smallest
///   date.future            a day of what has happened, after the plan's today
///   date.impossible        a day before the one that it must follow (a ticket resolved before it was opened), before 1990
///                          or more than 50 years after today
///   duration.text          cells of a duration that are none
///   num.text               scores among words without a readable number, of questions that ask for one
///   score.out_of_scale     scores that are no whole number of their scale, where it is known (0 to 10 for NPS)
///   currency.unknown       words of a currency column that name none; such amounts add to nothing but their like
///   currency.contradicted  amounts with the sign of another currency than their row's column names, which is believed
///   lead.by_deal           leads that count as converted for a deal that names them, of files that do not say it
///   fx.no_rate             rows with an amount that could not be converted, for want of a rate of their day
/// Rows with odd days keep their status and are counted; a KPI that needs the days leaves them out under its own reason.
class RowNotes {
 public:
  RowNotes(const Plan& plan, const Source& source);
  void add(const Frame& frame);
  /// Of all that was added.
  const Issues& issues();

 private:
  struct Unknown {
    Role role;  // whose values
    CanonicalReader reader;
    const SourceColumn* column;  // that they are read from
  };

  void look_at_words(const Frame& frame, const Unknown& unknown);
  void look_at_days(const Frame& frame, Role role);
  void look_at_conversions(const Frame& frame);
  void look_at_durations(const Frame& frame);
  void look_at_scores(const Frame& frame);
  void look_at_currencies(const Frame& frame);
  void look_at_rates(const Frame& frame);
  /// Counts a cell; `text` is asked for the first places only.
  template <class Text>
  Issue& note(const char* code, std::string_view subject, int column, int64_t line, Text text);

  const Source& source_;
  Day today_;
  Day last_;  // that is not absurd
  std::vector<Unknown> unknowns_;
  std::map<std::pair<std::string_view, std::string_view>, Issue> found_;
  Issues issues_;
};

}  // namespace pegel::dataset
