#include "dataset/sql_column.h"

#include <algorithm>

#include "dataset/canonical.h"
#include "dataset/duration.h"
#include "dataset/frame_read.h"
#include "dataset/sql_words.h"
#include "pegel/problem.h"
#include "table/number_format.h"

namespace pegel::dataset {

namespace {

/// How the digits of a number may stand, by its decimal sign; '\0': only where they read one way.
struct Digits {
  char decimal;
  std::string_view body;
};
constexpr Digits kDigits[] = {
    {'.',
     R"(([0-9]{1,2}(,[0-9]{2})+,[0-9]{3}|[0-9]{1,3}([,''’ \x{00A0}\x{2007}\x{2009}\x{202F}][0-9]{3})+|[0-9]+)([.]([0-9]*|[-–—]+))?|[.][0-9]+)"},
    {',', R"(([0-9]{1,3}([.''’ \x{00A0}\x{2007}\x{2009}\x{202F}][0-9]{3})+|[0-9]+)(,([0-9]*|[-–—]+))?|,[0-9]+)"},
    {'\0', R"([0-9]{1,3}([''’ \x{00A0}\x{2007}\x{2009}\x{202F}][0-9]{3})+|[0-9]+([.,]([0-9]{1,2}|[0-9]{4,}))?)"},
};

std::string call(std::string_view macro, const std::string& cell, std::string_view more = {}) {
  return std::string(macro) + "(" + cell + (more.empty() ? "" : ", ") + std::string(more) + ")";
}

std::string number(const SourceColumn& column, const std::string& cell) {
  const char decimal = table::known_decimal(column.number);
  const auto* digits =
      std::find_if(std::begin(kDigits), std::end(kDigits), [&](const Digits& each) { return each.decimal == decimal; });
  const std::string sign = decimal == '\0' ? ".," : std::string(1, decimal);
  std::string text = call(column.role == Role::score ? "score_of" : "number_of", cell,
                          "'" + std::string(digits->body) + "', '" + sign + "'");
  if (column.number.power != 0) text += " * 1" + std::string(static_cast<std::size_t>(column.number.power), '0');
  const RoleType type = type_of(column.role);
  if (type == RoleType::share && column.number.percent) text += " / 100";
  if (type == RoleType::duration) text += " * " + std::to_string(unit_in(column.name));
  return text;
}

// In which order the parts of a day that ends with its year are year, month and day.
std::string_view sequence(DateOrder order) {
  return order == DateOrder::mdy ? R"('\3-\1-\2')" : order == DateOrder::dmy ? R"('\3-\2-\1')" : "''";
}

std::string day(const SourceColumn& column, const std::string& cell) {
  if (const auto instant = sql_instant(column, cell)) return "CAST(" + *instant + " AS DATE)";
  return call("day_of", cell, sequence(column.date.order));
}

tl::unexpected<Error> cannot(const Source& source, const Problem& why, const SourceColumn* column = nullptr) {
  std::string where = "\"" + source.file + "\"";
  if (column != nullptr) where += ", column " + std::to_string(column->index + 1) + " (\"" + column->name + "\")";
  const Place place{source.file, 0, column == nullptr ? 0 : column->index + 1, {}};
  return tl::unexpected<Error>(member_error("sql.cannot", where, why, place));
}

bool is_currency(Role role) {
  return role == Role::currency || role == Role::from_currency || role == Role::to_currency;
}

bool is_numeric(RoleType type) {
  return type == RoleType::number || type == RoleType::money || type == RoleType::share || type == RoleType::duration;
}

// What the cells are written in that the macros do not read; null: nothing.
const char* unsaid(const SourceColumn& column) {
  const RoleType type = type_of(column.role);
  const DateOrder order = column.date.order;
  const bool by_days = order == DateOrder::ymd || order == DateOrder::dmy || order == DateOrder::mdy;
  if (type == RoleType::date &&
      (!by_days || column.date.month_names || (column.date.two_digit_year && order == DateOrder::ymd)))
    return "sql_days";
  if (type == RoleType::duration && column.type != ColumnType::number) return "sql_durations";
  if (is_numeric(type) && column.number.several_currencies) return "sql_currencies";
  return nullptr;
}

}  // namespace

std::optional<std::string> sql_instant(const SourceColumn& column, const std::string& cell) {
  if (type_of(column.role) != RoleType::date || column.type != ColumnType::instant) return std::nullopt;
  return call("instant_of", cell, sequence(column.date.order));
}

std::string sql_canonical(const Source& source, Role role, Role from, const std::string& cell) {
  const CanonicalReader reader(source, role, from);
  const auto name = [&](std::string_view raw) {
    const std::string_view known = canonical_name(role, reader.code_of(raw));
    return known.empty() ? std::string("NULL") : sql_text(known);
  };
  std::string text = "CASE WHEN " + cell + " IS NULL THEN " + name({});
  for (const ValueMapping& value : source.values) {
    if (value.role == role && !value.raw.empty())
      text += "\n         WHEN " + cell + " = " + sql_text(value.raw) + " THEN " + name(value.raw);
  }
  return text + "\n         ELSE " + name("\x1a") + " END";
}

std::string sql_said(const SourceColumn& column, const std::string& cell) {
  const RoleType type = type_of(column.role);
  const bool given = column.role != Role::none && (is_numeric(type) || type == RoleType::date);
  return call(given || is_currency(column.role) ? "given" : "word_of", cell);
}

std::string sql_value(const Source& source, const SourceColumn& column, const std::string& cell) {
  switch (type_of(column.role)) {
    case RoleType::number:
    case RoleType::money:
    case RoleType::share:
    case RoleType::duration:
      if (column.type == ColumnType::boolean) return "CAST(" + call("flag_of", cell) + " AS INTEGER)";
      return number(column, cell);
    case RoleType::date:
      return day(column, cell);
    case RoleType::boolean:
      if (column.type == ColumnType::number) return number(column, cell) + " <> 0";
      return call("flag_of", cell);
    case RoleType::canonical:
      return sql_canonical(source, column.role, column.role, cell);
    case RoleType::id:
    case RoleType::text:
    case RoleType::category:
      break;
  }
  if (column.role == Role::currency)
    return "coalesce(" + call("currency_of", cell) + ", " +
           (source.currency.empty() ? "NULL" : sql_text(source.currency)) + ")";
  if (column.role == Role::from_currency || column.role == Role::to_currency) return call("currency_of", cell);
  if (column.role == Role::stage && source.kind == Kind::stage_history) return call("lower", cell);
  return cell;
}

Result<void> sql_says(const Source& source) {
  const Dialect& dialect = source.dialect;
  if (dialect.encoding != Encoding::utf8)
    return cannot(source, {"sql_encoding", {{"encoding", std::string(name_of(dialect.encoding))}}});
  if (dialect.delimiter == "\\s+") return cannot(source, {"sql_delimiter", {}});
  if (dialect.last_line > 0) return cannot(source, {"sql_second_table", {}});
  if (!source.wide.columns.empty() && source.kind != Kind::fx) return cannot(source, {"sql_wide", {}});
  for (const SourceColumn& column : source.columns) {
    if (const char* why = unsaid(column)) return cannot(source, {why, {}}, &column);
  }
  return {};
}

}  // namespace pegel::dataset
