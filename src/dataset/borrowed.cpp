// The lent columns of one Source's rows.

#include <algorithm>

#include "base/civil_date.h"
#include "dataset/frame.h"
#include "dataset/frame_read.h"
#include "dataset/kind.h"
#include "dataset/lent.h"

namespace pegel::dataset {

namespace {

table::CategoryColumn empty_column(std::size_t rows) {
  static const auto kNothing = std::make_shared<table::Dictionary>();
  return {kNothing, std::vector<uint32_t>(rows, 0)};
}

}  // namespace

Borrowed::Borrowed(const Lent& lent, const Source& source, const std::vector<Alias>& aliases)
    : lent_(lent), source_(source), aliases_(aliases) {}

Lookup::Found Borrowed::find(Role role, const Lookup& lookup, std::string_view key) const {
  const Lookup::Found found = lookup.find(key);
  if (found.row != Lookup::kNoRow || !aliases_.any(role)) return found;
  for (const std::string_view other : aliases_.others(role, key)) {
    if (const auto by_other = lookup.find(other); by_other.row != Lookup::kNoRow) return by_other;
  }
  return found;
}

void Borrowed::look_up(Role role, const table::CategoryColumn& column, const Lookup& lookup, Keys& keys) const {
  const table::Dictionary& dictionary = *column.dictionary;
  if (keys.dictionary != &dictionary) keys.by_code.clear();
  keys.dictionary = &dictionary;
  while (keys.by_code.size() < dictionary.size()) {
    keys.by_code.push_back(find(role, lookup, dictionary.value_of(static_cast<uint32_t>(keys.by_code.size()))));
  }
  std::transform(column.codes.begin(), column.codes.end(), keys.by_row.begin(),
                 [&](uint32_t code) { return keys.by_code[code]; });
}

const std::vector<Lookup::Found>& Borrowed::found(Role key, const Lookup& lookup, const table::Batch& batch) {
  Keys& keys = keys_[{key, &lookup}];
  if (keys.batch == &batch) return keys.by_row;
  keys.batch = &batch;
  keys.by_row.assign(batch.rows, {});
  const table::Column* column = values_of(source_, batch, key);
  if (const auto* category = column == nullptr ? nullptr : std::get_if<table::CategoryColumn>(column)) {
    look_up(key, *category, lookup, keys);
  } else if (const auto* text = column == nullptr ? nullptr : std::get_if<table::TextColumn>(column)) {
    for (std::size_t row = 0; row < batch.rows; ++row) keys.by_row[row] = find(key, lookup, text->at(row));
  }
  return keys.by_row;
}

table::CategoryColumn Borrowed::column(std::size_t index, const table::Batch& batch) {
  const LentColumn& column = source_.lent[index];
  const Lookup* lookup = lent_.find(column.from, column.id);
  if (lookup == nullptr) return empty_column(batch.rows);
  const auto& columns = lookup->shape().columns;
  const auto at = std::find(columns.begin(), columns.end(), column.column);
  if (at == columns.end()) return empty_column(batch.rows);
  const auto lent = static_cast<std::size_t>(at - columns.begin());
  table::CategoryColumn values{lookup->dictionary(lent), std::vector<uint32_t>(batch.rows, 0)};
  const auto& found_rows = found(column.key, *lookup, batch);
  for (std::size_t row = 0; row < batch.rows; ++row) {
    if (found_rows[row].row != Lookup::kNoRow) values.codes[row] = lookup->code(lent, found_rows[row].row);
  }
  return values;
}

const table::Column& Frame::lent_column(std::size_t index) {
  const auto made = lent_.find(index);
  if (made != lent_.end()) return made->second;
  return lent_.emplace(index, borrowed_ == nullptr ? empty_column(rows()) : borrowed_->column(index, *batch_))
      .first->second;
}

void Frame::read_lent(std::size_t lent) {
  const Role role = source_->lent[lent].role;
  if (role == Role::none) return;
  const table::Column& column = lent_column(lent);
  if (type_of(role) == RoleType::date) {
    auto& days = owned_days_.emplace_back(read_texts<Day>(
        column, rows(), [](std::string_view text) { return base::parse_iso_date(text).value_or(kMissing<Day>); }));
    days_[index(role)] = days.data();
    return;
  }
  texts_[index(role)] = &column;
  if (type_of(role) != RoleType::canonical) return;
  const auto code_of = [role](std::string_view name) { return canonical_code(role, name); };
  canonicals_[index(role)] = owned_canonicals_.emplace_back(read_texts<uint8_t>(column, rows(), code_of)).data();
}

}  // namespace pegel::dataset
