#include "table/fault.h"

#include <algorithm>

#include "pegel/issue.h"
#include "table/date_calendar.h"
#include "table/date_format.h"
#include "table/lexical.h"

namespace pegel::table {
namespace {

bool is_of_other_order(std::string_view cell, const DateFormat& format) {
  if (!is_calendar(format.order)) return false;
  DateFormat other = format;
  for (const DateOrder order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
    other.order = order;
    if (order != format.order && parse_day(cell, other)) return true;
  }
  return false;
}

}  // namespace

std::string_view code_of(NumberFault fault) {
  switch (fault) {
    case NumberFault::none:
      return "";
    case NumberFault::too_fine:
      return "num.too_fine";
    case NumberFault::no_number:
      return "num.text";
    case NumberFault::other_style:
      return "num.style_contradicted";
    case NumberFault::undecided:
      return "num.undecided";
    case NumberFault::out_of_range:
      return "num.too_large";
  }
  return "";
}

std::string_view code_of_oddity(std::string_view cell, const SourceColumn& column) {
  const std::string_view trimmed = trim(cell);
  if (!column.number.percent && trimmed.ends_with('%')) return "num.percent";
  const bool zeros = trimmed.size() > 1 && trimmed[0] == '0' && std::all_of(trimmed.begin(), trimmed.end(), is_digit);
  return zeros ? "num.zeros" : std::string_view();
}

std::string_view code_of_power(int power) {
  return power == 3 ? "num.thousands" : power == 6 ? "num.millions" : "num.billions";
}

std::string_view code_of_unreadable(std::string_view cell, const SourceColumn& column) {
  switch (column.type) {
    case ColumnType::number:
      return code_of(read_cell(cell, column).fault);
    case ColumnType::boolean:
      return "bool.text";
    default:
      return is_of_other_order(cell, column.date) ? "date.order_contradicted" : "date.text";
  }
}

void Faults::add(std::string_view code, uint32_t record) {
  auto known = std::find_if(list_.begin(), list_.end(), [&](const Fault& fault) { return fault.code == code; });
  if (known == list_.end()) known = list_.insert(known, {code, 0, {}});
  if (++known->count <= static_cast<int64_t>(kIssuePlaces)) known->records.push_back(record);
}

}  // namespace pegel::table
