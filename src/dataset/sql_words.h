#pragma once
// How views are written in SQL: names, texts, and the macros that read what a cell says.

#include <string>
#include <string_view>

#include "pegel/day.h"
#include "pegel/role.h"

namespace pegel::dataset {

/// 'it''s'
std::string sql_text(std::string_view text);
/// "at"
std::string sql_name(std::string_view name);
inline std::string sql_name(Role role) { return sql_name(name_of(role)); }
/// DATE '2026-03-14'
std::string sql_day(Day day);
/// The type of a role's column: VARCHAR, DECIMAL(19,6), DATE, BOOLEAN.
std::string_view sql_type(Role role);

/// The macros that the views read cells by, as DuckDB writes them: all that another database would have to say otherwise, but
/// for the reading of files.
std::string sql_macros();

}  // namespace pegel::dataset
