#include "dataset/frame.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/entity.h"
#include "base/utf8.h"
#include "dataset/canonical.h"
#include "dataset/dimensions.h"
#include "dataset/duration.h"
#include "dataset/frame_read.h"
#include "table/lexical.h"
#include "table/number_format.h"

namespace pegel::dataset {
namespace {

using table::BooleanColumn;
using table::CategoryColumn;
using table::Column;
using table::DateColumn;
using table::InstantColumn;
using table::kBatchRows;
using table::kUnreadable;
using table::NumberColumn;
using table::TextColumn;

// What a role without column reads: one block for all Frames.
template <class T>
const T* missing(T value) {
  static const std::vector<T> block(kBatchRows, value);
  return block.data();
}

Micros number_of(std::string_view text, const SourceColumn& column) {
  if (text.empty() || table::is_null_word(text)) return kMissing<Micros>;
  const table::NumberReading reading = table::read_cell(text, column);
  return reading.fault > table::NumberFault::too_fine ? kUnreadable<Micros> : reading.value;
}

Micros number_of(int8_t flag) {
  if (flag == kMissing<int8_t>) return kMissing<Micros>;
  return known(flag) ? flag * base::kOne : kUnreadable<Micros>;
}

int8_t flag_of(std::string_view text) {
  const std::string_view word = table::trim(text);
  if (const auto flag = table::parse_boolean(word)) return *flag ? 1 : 0;
  return word.empty() || table::is_null_word(word) ? kMissing<int8_t> : kUnreadable<int8_t>;
}

int8_t flag_of(Micros number) {
  if (number == kMissing<Micros>) return kMissing<int8_t>;
  return known(number) ? static_cast<int8_t>(number != 0) : kUnreadable<int8_t>;
}

std::string kpi_id_of(const Source& source, std::string_view name) {
  for (const ValueMapping& value : source.values) {
    if (value.role == Role::kpi_id && value.raw == name && !value.canonical.empty()) return value.canonical;
  }
  const std::string_view id = canonical_of(*table_of(Kind::targets), Role::kpi_id, name);
  return std::string(id.empty() ? name : id);
}

}  // namespace

Frame::Frame(const Source& source, const table::Batch& batch, const std::vector<Alias>& aliases, Borrowed* borrowed)
    : source_(&source), batch_(&batch), aliases_(aliases), borrowed_(borrowed) {
  numbers_.fill(missing(kMissing<Micros>));
  days_.fill(missing(kMissing<Day>));
  instants_.fill(missing(kMissing<int64_t>));
  flags_.fill(missing(kMissing<int8_t>));
  canonicals_.fill(missing(uint8_t{0}));
  for (std::size_t c = 0; c < source.columns.size(); ++c) read_column(source.columns[c], batch.columns[c]);
  for (std::size_t l = 0; l < source.lent.size(); ++l) read_lent(l);
  if (source.kind == Kind::deals) derive_deals();
  if (source.kind == Kind::targets) {
    rename_values(Role::kpi_id, [&](std::string_view name) { return kpi_id_of(source, name); });
    rename_values(Role::scope_type,
                  [reader = CanonicalReader(source, Role::scope_type, Role::scope_type)](std::string_view word) {
                    const std::string_view known = canonical_name(Role::scope_type, reader.code_of(word));
                    return std::string(known.empty() ? word : known);
                  });
    default_kpi();
    const bool classed = column_with(source, Role::channel_class) != nullptr;
    if (!classed && texts_[index(Role::scope_id)] != nullptr) read_canonical(Role::channel_class, Role::scope_id);
  }
  if (derives(Role::period_end)) derive_period_end();
  if (derives(Role::channel_class)) read_canonical(Role::channel_class, Role::channel);
  if (source.kind == Kind::responses) {
    default_question();
    default_scale();
    if (derives(Role::driver)) derive_drivers();
  }
  derive_states();
  rename_aliases();
  read_currency();
  number_texts(Role::entity_id, numbered_[0]);
  number_texts(Role::stage, numbered_[1]);
  for (std::size_t r = 1; r < kRoleCount; ++r) has_[r] = provides(source, static_cast<Role>(r));
}

Frame::Frame(const Source& source, const table::Batch& batch, const Plan& plan, Borrowed* borrowed)
    : Frame(source, batch, plan.aliases, borrowed) {
  look_by(plan);
}

void Frame::look_by(const Plan& plan) {
  today_ = plan.today;
  dimensions_.clear();
  kept_.clear();
  owned_codes_.clear();
  owned_dictionaries_.clear();
  for (const Dimension& dimension : plan.dimensions) dimensions_.push_back(view_of(dimension.id));
  for (const Filter& filter : plan.filters) apply(filter);
  steps_ = {};
  if (kind() == Kind::stage_history && !plan.funnel.constant.empty()) hold_constant(plan.funnel.constant);
}

void Frame::hold_constant(const std::string& dimension) {
  const DimensionView view = view_of(dimension);
  const auto texts = std::make_shared<table::Dictionary>();
  owned_steps_.assign(rows(), 0);
  for (std::size_t row = 0; row < rows(); ++row) {
    std::string step(text(Role::stage, row));
    if (step.empty()) continue;
    std::replace(step.begin(), step.end(), kHeld, ' ');
    step += kHeld;
    if (view.codes != nullptr) step += view.dictionary->value_of(view.codes[row]);
    owned_steps_[row] = texts->code_of(step);
  }
  steps_ = {texts, owned_steps_.data()};
}

std::string_view Frame::text(Role role, std::size_t row) const {
  const Column* column = texts_[index(role)];
  if (column == nullptr) return {};
  if (const auto* category = std::get_if<CategoryColumn>(column)) {
    return category->dictionary->value_of(category->codes[row]);
  }
  const auto* text = std::get_if<TextColumn>(column);
  return text == nullptr ? std::string_view() : text->at(row);
}

uint64_t Frame::entity(Role role, std::size_t row) const {
  const Column* column = texts_[index(role)];
  const auto* category = column == nullptr ? nullptr : std::get_if<CategoryColumn>(column);
  return category != nullptr ? category->dictionary->entity(category->codes[row]) : base::entity_of(text(role, row));
}

void Frame::number_texts(Role role, NumberedView& view) {
  const Column* column = texts_[index(role)];
  if (const auto* text = std::get_if<TextColumn>(column)) {
    CategoryColumn numbered{std::make_shared<table::Dictionary>(), {}};
    for (std::size_t row = 0; row < rows(); ++row) {
      numbered.codes.push_back(numbered.dictionary->code_of(text->at(row)));
    }
    column = &owned_columns_.emplace_back(std::move(numbered));
  }
  static const auto kNothing = std::make_shared<const table::Dictionary>();
  const auto* category = std::get_if<CategoryColumn>(column);
  view.texts = category == nullptr ? kNothing : category->dictionary;
  view.ids = category == nullptr ? nullptr : category->codes.data();
}

bool Frame::percent(Role role) const {
  const SourceColumn* column = column_with(*source_, role);
  return column != nullptr && column->number.percent;
}

void Frame::read_column(const SourceColumn& column, const Column& values) {
  if (column.role == Role::none) return;
  switch (type_of(column.role)) {
    case RoleType::number:
    case RoleType::money:
    case RoleType::share:
      read_number(column, values);
      break;
    case RoleType::duration:
      read_duration(column, values);
      break;
    case RoleType::date:
      read_day(column.role, values);
      break;
    case RoleType::boolean:
      read_flag(column.role, values);
      break;
    case RoleType::canonical:
      texts_[index(column.role)] = &values;
      read_canonical(column.role, column.role);
      break;
    case RoleType::id:
    case RoleType::text:
    case RoleType::category:
      texts_[index(column.role)] = &values;
      break;
  }
}

void Frame::read_number(const SourceColumn& column, const Column& values) {
  const bool scaled = type_of(column.role) == RoleType::share && column.number.percent;
  const auto* numbers = std::get_if<NumberColumn>(&values);
  if (numbers != nullptr && !scaled) {
    numbers_[index(column.role)] = numbers->values.data();
    return;
  }
  auto& own = owned_numbers_.emplace_back();
  if (numbers != nullptr) {
    own = numbers->values;
  } else if (const auto* flags = std::get_if<BooleanColumn>(&values)) {
    for (const int8_t flag : flags->values) own.push_back(number_of(flag));
  } else {
    own = read_texts<Micros>(values, rows(), [&](std::string_view text) { return number_of(text, column); });
  }
  if (scaled) {
    for (Micros& value : own) value = known(value) ? value / 100 : value;
  }
  numbers_[index(column.role)] = own.data();
}

void Frame::read_duration(const SourceColumn& column, const Column& values) {
  const int64_t unit = unit_in(column.name);
  const auto* numbers = std::get_if<NumberColumn>(&values);
  auto& own = owned_numbers_.emplace_back();
  if (numbers == nullptr) {
    own = read_texts<Micros>(values, rows(), [&](std::string_view text) { return duration_of(text, unit); });
  } else {
    own = numbers->values;
    for (Micros& value : own) value = known(value) ? seconds_of(value, unit) : value;
  }
  numbers_[index(column.role)] = own.data();
}

void Frame::read_day(Role role, const Column& values) {
  if (const auto* dates = std::get_if<DateColumn>(&values)) {
    days_[index(role)] = dates->days.data();
  } else if (const auto* instants = std::get_if<InstantColumn>(&values)) {
    auto& own = owned_days_.emplace_back(rows());
    std::transform(instants->millis.begin(), instants->millis.end(), own.begin(), day_of_instant);
    days_[index(role)] = own.data();
    instants_[index(role)] = instants->millis.data();
  }
}

void Frame::read_flag(Role role, const Column& values) {
  if (const auto* flags = std::get_if<BooleanColumn>(&values)) {
    flags_[index(role)] = flags->values.data();
    return;
  }
  auto& own = owned_flags_.emplace_back();
  if (const auto* numbers = std::get_if<NumberColumn>(&values)) {
    own.resize(rows());
    std::transform(numbers->values.begin(), numbers->values.end(), own.begin(),
                   [](Micros number) { return flag_of(number); });
  } else {
    own = read_texts<int8_t>(values, rows(), [](std::string_view text) { return flag_of(text); });
  }
  flags_[index(role)] = own.data();
}

void Frame::read_canonical(Role role, Role from) {
  const CanonicalReader reader(*source_, role, from);
  const auto read = [&](std::string_view text) { return reader.code_of(text); };
  auto& own = owned_canonicals_.emplace_back(read_texts<uint8_t>(*texts_[index(from)], rows(), read));
  canonicals_[index(role)] = own.data();
}

void Frame::default_kpi() {
  if (column_with(*source_, Role::kpi_id) != nullptr) return;
  CategoryColumn one{std::make_shared<table::Dictionary>(), {}};
  one.codes.assign(rows(), one.dictionary->code_of(kpi_id_of(*source_, {})));
  texts_[index(Role::kpi_id)] = &owned_columns_.emplace_back(std::move(one));
}

// New codes are given out in the order of the dictionary's, so that all Batches of a load agree on them.
void Frame::rename_values(Role role, const std::function<std::string(std::string_view)>& rename) {
  const Column* column = texts_[index(role)];
  const auto* category = column == nullptr ? nullptr : std::get_if<CategoryColumn>(column);
  if (category == nullptr) return;
  CategoryColumn renamed{std::make_shared<table::Dictionary>(), {}};
  std::vector<uint32_t> code_of(category->dictionary->size());
  for (uint32_t code = 0; code < code_of.size(); ++code) {
    code_of[code] = renamed.dictionary->code_of(rename(category->dictionary->value_of(code)));
  }
  renamed.codes.reserve(rows());
  for (const uint32_t code : category->codes) renamed.codes.push_back(code_of[code]);
  texts_[index(role)] = &owned_columns_.emplace_back(std::move(renamed));
}

namespace {

// Units are many words; three letters alone name no currency here.
Currency currency_of_unit(std::string_view unit) { return currency_of(table::currency_word(unit).code); }

}  // namespace

// The row's currency column says it, else the amount's own sign, else a target's unit, else what the Source says of all.
void Frame::read_currency() {
  currency_ = currency_of(source_->currency);
  const Column* column = texts_[index(Role::currency)];
  const Column* units = kind() == Kind::targets ? texts_[index(Role::unit)] : nullptr;
  const auto* signs = signs_of(*source_, *batch_);
  if (column == nullptr && signs == nullptr && units == nullptr) return;
  if (column != nullptr) owned_currencies_ = read_texts<Currency>(*column, rows(), table::currency_or_unknown);
  std::vector<Currency> of_units;
  if (units != nullptr) of_units = read_texts<Currency>(*units, rows(), currency_of_unit);
  owned_currencies_.resize(rows());
  for (std::size_t row = 0; row < rows(); ++row) {
    Currency& currency = owned_currencies_[row];
    if (currency == 0 && signs != nullptr) currency = (*signs)[row];
    if (currency == 0 && units != nullptr) currency = of_units[row];
    if (currency == 0) currency = currency_;
  }
  currency_column_ = owned_currencies_.data();
}

DimensionView Frame::view_of_currencies() {
  if (texts_[index(Role::currency)] != nullptr) {
    if (!std::exchange(currencies_renamed_, true))
      rename_values(Role::currency, [&](std::string_view text) {
        const Currency own = table::currency_or_unknown(text);
        const Currency named = own == 0 ? currency_ : own;
        return table::is_unknown(named) ? std::string(text) : name_of(named);
      });
    const auto* category = std::get_if<CategoryColumn>(texts_[index(Role::currency)]);
    return category == nullptr ? DimensionView{} : DimensionView{category->codes.data(), category->dictionary.get()};
  }
  table::Dictionary& dictionary = owned_dictionaries_.emplace_back();
  for (const std::string_view code : table::currency_codes()) dictionary.code_of(code);
  auto& codes = owned_codes_.emplace_back(rows());
  for (std::size_t row = 0; row < rows(); ++row) codes[row] = dictionary.code_of(name_of(named_currency(row)));
  return {codes.data(), &dictionary};
}

namespace {

const table::Dictionary& canonical_dictionary(Role role, std::deque<table::Dictionary>& owned) {
  table::Dictionary& dictionary = owned.emplace_back();
  for (uint8_t code = 1; !canonical_name(role, code).empty(); ++code) dictionary.code_of(canonical_name(role, code));
  return dictionary;
}

}  // namespace

DimensionView Frame::view_of(const std::string& dimension) {
  const Role role = role_named(dimension).value_or(Role::none);
  if (role == Role::currency) return view_of_currencies();
  if (role != Role::none && type_of(role) == RoleType::canonical && has(role)) {
    const uint8_t* canonical = canonicals_[index(role)];
    const auto& codes = owned_codes_.emplace_back(canonical, canonical + rows());
    return {codes.data(), &canonical_dictionary(role, owned_dictionaries_)};
  }
  const Column* column = role == Role::none ? nullptr : texts_[index(role)];
  for (std::size_t c = 0; role == Role::none && c < source_->columns.size(); ++c) {
    if ("column:" + source_->columns[c].name == dimension) column = &batch_->columns[c];
  }
  for (std::size_t l = 0; role == Role::none && column == nullptr && l < source_->lent.size(); ++l) {
    if (dimension_id(source_->lent[l]) == dimension) return view_of_lent(l);
  }
  const auto* category = column == nullptr ? nullptr : std::get_if<CategoryColumn>(column);
  if (category == nullptr) return {};
  return {category->codes.data(), category->dictionary.get()};
}

// By the names that its own file's columns have.
DimensionView Frame::view_of_lent(std::size_t lent) {
  const auto* category = std::get_if<CategoryColumn>(&lent_column(lent));
  if (category == nullptr) return {};
  const Role role = role_named(source_->lent[lent].column).value_or(Role::none);
  if (role == Role::none || !aliases_.any(role)) return {category->codes.data(), category->dictionary.get()};
  table::Dictionary& names = owned_dictionaries_.emplace_back();
  std::vector<uint32_t> renamed;
  for (uint32_t code = 0; code < category->dictionary->size(); ++code)
    renamed.push_back(names.code_of(aliases_.name_of(role, category->dictionary->value_of(code))));
  auto& codes = owned_codes_.emplace_back(category->codes);
  for (uint32_t& code : codes) code = renamed[code];
  return {codes.data(), &names};
}

void Frame::apply(const Filter& filter) {
  const Role role = role_of(filter.dimension);
  std::set<std::string, std::less<>> wanted;
  for (const std::string& value : filter.values) wanted.emplace(aliases_.name_of(role, value));
  const DimensionView view = view_of(filter.dimension);
  if (kept_.empty()) kept_.assign(rows(), 1);
  std::vector<int8_t> keep(view.codes == nullptr ? 1 : view.dictionary->size(), -1);
  for (std::size_t row = 0; row < rows(); ++row) {
    const uint32_t code = view.codes == nullptr ? 0 : view.codes[row];
    if (keep[code] < 0) {
      const std::string_view value = view.codes == nullptr ? std::string_view() : view.dictionary->value_of(code);
      keep[code] = wanted.count(value) != 0 ? 1 : 0;
    }
    if (keep[code] == 0) kept_[row] = 0;
  }
}

}  // namespace pegel::dataset
