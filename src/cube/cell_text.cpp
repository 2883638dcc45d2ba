#include "cube/cell_text.h"

#include "base/civil_date.h"
#include "base/decimal.h"

namespace pegel::cube {

namespace {

std::string number_text(const table::NumberColumn& column, std::size_t row) {
  const auto value = column.values[row];
  return table::known(value) ? base::to_text(value) : std::string();
}

std::string instant_text(int64_t millis) {
  if (!table::known(millis)) return {};
  const int64_t day = millis >= 0 ? millis / 86'400'000 : -((-millis + 86'399'999) / 86'400'000);
  const int64_t seconds = (millis - day * 86'400'000) / 1000;
  const auto two = [](int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return base::iso_date(static_cast<int32_t>(day)) + " " + two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" +
         two(seconds % 60);
}

}  // namespace

std::string cell_text(const table::Column& column, std::size_t row) {
  if (const auto* number = std::get_if<table::NumberColumn>(&column)) return number_text(*number, row);
  if (const auto* date = std::get_if<table::DateColumn>(&column)) {
    return table::known(date->days[row]) ? base::iso_date(date->days[row]) : std::string();
  }
  if (const auto* instant = std::get_if<table::InstantColumn>(&column)) return instant_text(instant->millis[row]);
  if (const auto* flag = std::get_if<table::BooleanColumn>(&column)) {
    return table::known(flag->values[row]) ? (flag->values[row] != 0 ? "true" : "false") : "";
  }
  if (const auto* category = std::get_if<table::CategoryColumn>(&column)) {
    return std::string(category->dictionary->value_of(category->codes[row]));
  }
  return std::string(std::get<table::TextColumn>(column).at(row));
}

}  // namespace pegel::cube
