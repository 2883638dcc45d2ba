#pragma once
// What the parts of Frame share: columns of a Source by role, texts read once per distinct value.

#include <vector>

#include "pegel/plan.h"
#include "table/batch.h"
#include "table/currency.h"

namespace pegel::dataset {

// The text cells of a column, each read once per distinct value where there is a dictionary.
template <class T, class Read>
std::vector<T> read_texts(const table::Column& column, std::size_t rows, Read read) {
  std::vector<T> out(rows, read(std::string_view()));
  if (const auto* category = std::get_if<table::CategoryColumn>(&column)) {
    std::vector<uint8_t> seen(category->dictionary->size(), 0);
    std::vector<T> values(seen.size());
    for (std::size_t row = 0; row < rows; ++row) {
      const uint32_t code = category->codes[row];
      if (seen[code] == 0) {
        seen[code] = 1;
        values[code] = read(std::string_view(category->dictionary->value_of(code)));
      }
      out[row] = values[code];
    }
  } else if (const auto* text = std::get_if<table::TextColumn>(&column)) {
    for (std::size_t row = 0; row < rows; ++row) out[row] = read(text->at(row));
  }
  return out;
}

/// The day of an instant in milliseconds, rounded towards the past.
inline Day day_of_instant(int64_t millis) {
  constexpr int64_t kMillisADay = 86'400'000;
  if (millis == table::kMissing<int64_t>) return table::kMissing<Day>;
  if (!table::known(millis)) return table::kUnreadable<Day>;
  const int64_t day = millis / kMillisADay;
  return static_cast<Day>(millis % kMillisADay < 0 ? day - 1 : day);
}

inline const SourceColumn* column_with(const Source& source, Role role) {
  for (const SourceColumn& column : source.columns) {
    if (column.role == role) return &column;
  }
  return nullptr;
}

/// The column lent to the Source as `role`, or null.
inline const LentColumn* lent_as(const Source& source, Role role) {
  for (const LentColumn& column : source.lent) {
    if (column.role == role) return &column;
  }
  return nullptr;
}

inline const table::Column* values_of(const Source& source, const table::Batch& batch, Role role) {
  const SourceColumn* column = column_with(source, role);
  return column == nullptr ? nullptr : &batch.columns[static_cast<std::size_t>(column - source.columns.data())];
}

// The currencies that amounts name in their own cells; null when none is kept.
inline const std::vector<table::Currency>* signs_of(const Source& source, const table::Batch& batch) {
  const table::Column* amounts = values_of(source, batch, Role::amount);
  const auto* numbers = amounts == nullptr ? nullptr : std::get_if<table::NumberColumn>(amounts);
  return numbers == nullptr || numbers->currencies.empty() ? nullptr : &numbers->currencies;
}

}  // namespace pegel::dataset
