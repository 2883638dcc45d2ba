#pragma once
// Typed values of one column in one Batch. Missing (empty cell) and unreadable (not of the type) are values of their own.

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "table/currency.h"
#include "table/dictionary.h"

namespace pegel::table {

/// Sentinels: `missing` for an empty cell, `missing + 1` for one that could not be read.
template <class T>
inline constexpr T kMissing = std::numeric_limits<T>::min();
template <class T>
inline constexpr T kUnreadable = std::numeric_limits<T>::min() + 1;
template <class T>
constexpr bool known(T value) {
  return value > kUnreadable<T>;
}

struct NumberColumn {
  std::vector<base::Micros> values;  ///< millionths; see base/decimal.h
  /// By row, the currency that the cell names, 0 where it names none, or the only one of its column. Empty while
  /// all are 0.
  std::vector<Currency> currencies{};
};
struct DateColumn {
  std::vector<int32_t> days;
};  ///< since 1970-01-01
struct InstantColumn {
  std::vector<int64_t> millis;
};  ///< since 1970-01-01T00:00, local unless the text had a zone
struct BooleanColumn {
  std::vector<int8_t> values;
};                                         ///< 0, 1, or the sentinels
struct CategoryColumn {                    ///< code 0 is the empty cell
  std::shared_ptr<Dictionary> dictionary;  ///< shared by all Batches of one load
  std::vector<uint32_t> codes;
};
struct TextColumn {  ///< row r is bytes[ends[r-1], ends[r])
  std::string bytes;
  std::vector<uint32_t> ends;
  std::string_view at(std::size_t row) const {
    const uint32_t begin = row == 0 ? 0 : ends[row - 1];
    return {bytes.data() + begin, ends[row] - begin};
  }
};

using Column = std::variant<NumberColumn, DateColumn, InstantColumn, BooleanColumn, CategoryColumn, TextColumn>;

}  // namespace pegel::table
