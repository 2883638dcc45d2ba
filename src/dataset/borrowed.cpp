// The lent columns of one Source's rows.

#include <algorithm>
#include <numeric>

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
  if (!aliases_.any(role)) return lookup.find(key);
  std::vector<std::string_view> keys = aliases_.others(role, trimmed_key(key));
  keys.insert(keys.begin(), trimmed_key(key));
  std::optional<uint32_t> latest;
  for (const std::string_view each : keys) {
    const auto row = lookup.row_of(each);
    if (row && (!latest || lookup.is_later(*row, *latest))) latest = row;
  }
  if (latest) return {*latest, false};
  for (const std::string_view each : keys) {
    if (const auto by_name = lookup.find(each); by_name.row != Lookup::kNoRow) return by_name;
  }
  return lookup.find(key);
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

namespace {

bool is_over_the_same(const LentColumn& a, const LentColumn& b) {
  return a.key == b.key && a.via == b.via && a.from == b.from && a.id == b.id;
}

std::optional<std::size_t> place_of(const Lookup& lookup, std::string_view column) {
  const auto& columns = lookup.shape().columns;
  const auto at = std::find(columns.begin(), columns.end(), column);
  return at == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - columns.begin()));
}

}  // namespace

const std::vector<uint32_t>& Borrowed::led_to(std::size_t index, const Lookup& nearest) {
  const LentColumn& column = source_.lent[index];
  const auto first = std::find_if(source_.lent.begin(), source_.lent.end(),
                                  [&](const LentColumn& other) { return is_over_the_same(other, column); });
  const auto [at, fresh] = led_to_.try_emplace(static_cast<std::size_t>(first - source_.lent.begin()));
  std::vector<uint32_t>& rows = at->second;
  if (!fresh) return rows;
  rows.resize(nearest.size());
  std::iota(rows.begin(), rows.end(), 0u);
  const Lookup* from = &nearest;
  for (std::size_t step = 0; step < column.via.size(); ++step) {
    const bool last = step + 1 == column.via.size();
    const Lookup* to =
        last ? lent_.find(column.from, column.id) : lent_.find(column.via[step + 1].kind, column.via[step + 1].id);
    follow(column.via[step].key, *from, to, rows);
    from = to == nullptr ? from : to;
  }
  return rows;
}

void Borrowed::follow(Role key, const Lookup& from, const Lookup* to, std::vector<uint32_t>& rows) const {
  const auto held = place_of(from, name_of(key));
  std::vector<uint32_t> by_code(held ? from.dictionary(*held)->size() : 0, Lookup::kNoRow);
  for (uint32_t code = 0; to != nullptr && code < by_code.size(); ++code)
    by_code[code] = find(key, *to, from.dictionary(*held)->value_of(code)).row;
  for (uint32_t& row : rows)
    row = row == Lookup::kNoRow || by_code.empty() ? Lookup::kNoRow : by_code[from.code(*held, row)];
}

table::CategoryColumn Borrowed::column(std::size_t index, const table::Batch& batch) {
  const LentColumn& column = source_.lent[index];
  const bool over = !column.via.empty();
  const Lookup* lookup = lent_.find(column.from, column.id);
  const Lookup* nearest = over ? lent_.find(column.via.front().kind, column.via.front().id) : lookup;
  const auto lent = lookup == nullptr ? std::nullopt : place_of(*lookup, column.column);
  if (nearest == nullptr || !lent) return empty_column(batch.rows);
  table::CategoryColumn values{lookup->dictionary(*lent), std::vector<uint32_t>(batch.rows, 0)};
  const auto& found_rows = found(column.key, *nearest, batch);
  const std::vector<uint32_t>* led = over ? &led_to(index, *nearest) : nullptr;
  for (std::size_t row = 0; row < batch.rows; ++row) {
    uint32_t at = found_rows[row].row;
    if (at != Lookup::kNoRow && led != nullptr) at = (*led)[at];
    if (at != Lookup::kNoRow) values.codes[row] = lookup->code(*lent, at);
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
