#pragma once
// One query in the words of several databases.

#include <string>
#include <string_view>

#include "pegel/engine.h"

namespace pegel::dataset {

/// `sql`, written for DuckDB, with the calls and words of `dialect` (the table in sql_dialect.cpp). Texts and quoted names
/// in it stay as they are.
std::string sql_in(SqlDialect dialect, std::string_view sql);

/// Why `sql`, written for DuckDB, cannot be said in `dialect`; empty: it can.
std::string_view sql_unsaid(SqlDialect dialect, std::string_view sql);

/// What must be set, or hold of the tables, for a script to mean the same; comments and statements, "" for DuckDB.
std::string_view sql_prelude(SqlDialect dialect);

/// The type of a column, as DuckDB names it, in `dialect`.
std::string_view sql_type_in(SqlDialect dialect, std::string_view type);

/// Whether `sql` names the column or table `name`, wherever.
bool sql_names(std::string_view sql, std::string_view name);

}  // namespace pegel::dataset
