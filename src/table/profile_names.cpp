#include "pegel/profile.h"

namespace pegel {

std::string_view name_of(ColumnType type) {
  switch (type) {
    case ColumnType::empty:
      return "empty";
    case ColumnType::text:
      return "text";
    case ColumnType::id:
      return "id";
    case ColumnType::category:
      return "category";
    case ColumnType::number:
      return "number";
    case ColumnType::boolean:
      return "boolean";
    case ColumnType::date:
      return "date";
    case ColumnType::instant:
      return "instant";
  }
  return "";
}

std::string_view name_of(DateOrder order) {
  switch (order) {
    case DateOrder::ymd:
      return "ymd";
    case DateOrder::dmy:
      return "dmy";
    case DateOrder::mdy:
      return "mdy";
    case DateOrder::excel_serial:
      return "excel_serial";
    case DateOrder::unix_seconds:
      return "unix_seconds";
    case DateOrder::unix_millis:
      return "unix_millis";
    case DateOrder::month_year:
      return "month_year";
    case DateOrder::quarter_year:
      return "quarter_year";
    case DateOrder::year:
      return "year";
  }
  return "";
}

}  // namespace pegel
