#include "table/text_table.h"

#include "base/civil_date.h"
#include "table/cells.h"
#include "table/date_calendar.h"
#include "table/date_format.h"
#include "table/lexical.h"
#include "table/number_format.h"

namespace pegel::table {
namespace {

std::string padded(int64_t value, std::size_t digits) {
  const std::string text = std::to_string(value);
  return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
}

std::string iso_instant(int64_t millis) {
  const int64_t day = millis / kDayMillis - (millis % kDayMillis < 0 ? 1 : 0);
  const int64_t clock = millis - day * kDayMillis;
  std::string text = base::iso_date(static_cast<int32_t>(day)) + 'T' + padded(clock / 3'600'000, 2) + ':' +
                     padded(clock / 60'000 % 60, 2) + ':' + padded(clock / 1000 % 60, 2);
  if (clock % 1000 != 0) text += '.' + padded(clock % 1000, 3);
  return text;
}

/// The value by type; nothing when the cell is not of it.
std::optional<TypedValue> read(std::string_view cell, std::string_view trimmed, const ColumnProfile& column) {
  switch (column.type) {
    case ColumnType::number:
      if (const auto number = parse_number(cell, column.number)) return NumberText{base::to_text(*number)};
      break;
    case ColumnType::boolean:
      if (const auto flag = parse_boolean(trimmed)) return *flag;
      break;
    case ColumnType::date:
      if (const auto day = parse_day(cell, column.date)) return base::iso_date(*day);
      break;
    case ColumnType::instant:
      if (const auto instant = parse_instant(cell, column.date)) return iso_instant(*instant);
      break;
    default:
      return is_machine_null(trimmed) ? TypedValue() : TypedValue(std::string(cell));
  }
  if (is_null_word(trimmed)) return TypedValue();
  return std::nullopt;
}

}  // namespace

std::vector<std::string> row_text(const Dialect& dialect, const csv::Records& records, std::size_t record,
                                  std::size_t width) {
  Cells cells(records, dialect.quote);
  std::vector<std::string> row;
  row.reserve(width);
  for (std::size_t column = 0; column < width; ++column) row.emplace_back(cells.at(record, column));
  return row;
}

bool is_readable(std::string_view cell, const ColumnProfile& column) {
  const std::string_view trimmed = trim(cell);
  return trimmed.empty() || read(cell, trimmed, column).has_value();
}

TypedValue typed_value(std::string_view cell, const ColumnProfile& column) {
  const std::string_view trimmed = trim(cell);
  if (trimmed.empty()) return {};
  return read(cell, trimmed, column).value_or(std::string(cell));
}

}  // namespace pegel::table
