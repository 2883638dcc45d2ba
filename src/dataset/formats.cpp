#include <algorithm>

#include "dataset/mapping.h"

namespace pegel::dataset {
namespace {

// A column that the user says is no number and no date.
void read_as_words(ColumnProfile& column) {
  const bool words = column.type == ColumnType::category || column.type == ColumnType::id;
  if (!words) column.type = ColumnType::text;
}

void read_with(ColumnProfile& column, char decimal) {
  column.type = ColumnType::number;
  column.number.decimal = decimal;
  if (column.number.group == decimal) column.number.group = decimal == ',' ? '.' : ',';
}

void read_in(ColumnProfile& column, std::string_view order) {
  if (column.type != ColumnType::instant) column.type = ColumnType::date;
  for (const DateOrder known : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
    if (pegel::name_of(known) == order) column.date.order = known;
  }
}

void settle(Profile& profile, std::size_t column, std::string_view topic) {
  profile.columns[column].type_guess = {1, "chosen", {}};
  std::erase_if(profile.queries, [&](const Query& query) {
    return query.column == static_cast<int>(column) && query.code.starts_with(topic);
  });
}

const std::string* chosen_for(const std::map<std::string, std::string>& choices, const std::string& column) {
  const auto it = choices.find(column);
  return it == choices.end() || it->second.empty() ? nullptr : &it->second;
}

}  // namespace

void apply_formats(Profile& profile, const SourceChoice& choice) {
  for (std::size_t c = 0; c < profile.columns.size(); ++c) {
    ColumnProfile& column = profile.columns[c];
    if (const std::string* sign = chosen_for(choice.number, column.name)) {
      *sign == "text" ? read_as_words(column) : read_with(column, sign->front());
      settle(profile, c, "num.");
    }
    if (const std::string* order = chosen_for(choice.date, column.name)) {
      *order == "text" ? read_as_words(column) : read_in(column, *order);
      settle(profile, c, "date.");
    }
  }
}

}  // namespace pegel::dataset
