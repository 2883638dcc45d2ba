#include "cube/row_cells.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace pegel::cube {

namespace {

table::Currency currency_at(const table::NumberColumn& column, std::size_t row) {
  return column.currencies.empty() ? table::Currency{} : column.currencies[row];
}

/// The value of a cell that is no text.
int64_t value_at(const table::Column& column, std::size_t row) {
  if (const auto* number = std::get_if<table::NumberColumn>(&column)) return number->values[row];
  if (const auto* flag = std::get_if<table::BooleanColumn>(&column)) return flag->values[row];
  return moment_at(column, row);
}

}  // namespace

std::string_view text_at(const table::Column& column, std::size_t row) {
  if (const auto* text = std::get_if<table::TextColumn>(&column)) return text->at(row);
  if (const auto* category = std::get_if<table::CategoryColumn>(&column)) {
    return category->dictionary->value_of(category->codes[row]);
  }
  return {};
}

int64_t moment_at(const table::Column& column, std::size_t row) {
  if (const auto* date = std::get_if<table::DateColumn>(&column)) {
    return table::known(date->days[row]) ? int64_t{date->days[row]} * 86'400'000 : table::kMissing<int64_t>;
  }
  if (const auto* instant = std::get_if<table::InstantColumn>(&column)) return instant->millis[row];
  return table::kMissing<int64_t>;
}

bool alike(const Source& a, const Source& b) {
  return std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                    [](const SourceColumn& x, const SourceColumn& y) { return x.name == y.name && x.type == y.type; });
}

bool equal_cells(const table::Column& x, std::size_t i, const table::Column& y, std::size_t j) {
  if (const auto* number = std::get_if<table::NumberColumn>(&x)) {
    const auto& other = std::get<table::NumberColumn>(y);
    return number->values[i] == other.values[j] && currency_at(*number, i) == currency_at(other, j);
  }
  if (const auto* flag = std::get_if<table::BooleanColumn>(&x)) {
    return flag->values[i] == std::get<table::BooleanColumn>(y).values[j];
  }
  return moment_at(x, i) == moment_at(y, j) && text_at(x, i) == text_at(y, j);
}

bool equal_rows(const table::Batch& a, std::size_t i, const table::Batch& b, std::size_t j) {
  for (std::size_t c = 0; c < a.columns.size(); ++c) {
    if (!equal_cells(a.columns[c], i, b.columns[c], j)) return false;
  }
  return true;
}

uint64_t hash_of_row(const table::Batch& batch, std::size_t row) {
  uint64_t hash = 0;
  for (const table::Column& column : batch.columns) {
    const std::string_view text = text_at(column, row);
    const int64_t value = value_at(column, row);
    hash = text.empty() ? XXH3_64bits_withSeed(&value, sizeof value, hash)
                        : XXH3_64bits_withSeed(text.data(), text.size(), hash);
  }
  return hash;
}

}  // namespace pegel::cube
