#pragma once
// What the cells of a column mean, as SQL over their text.

#include <optional>
#include <string>

#include "pegel/plan.h"
#include "pegel/result.h"

namespace pegel::dataset {

/// What the raw text `cell` of a column says: NULL where it is empty or says that there is nothing.
std::string sql_said(const SourceColumn& column, const std::string& cell);
/// The value of `cell`, what a column's text says, by the column's role and format; of `sql_type(column.role)`.
std::string sql_value(const Source& source, const SourceColumn& column, const std::string& cell);
/// The instant of the same; nothing for a column without times of day.
std::optional<std::string> sql_instant(const SourceColumn& column, const std::string& cell);
/// The canonical value of `role` that `cell`, SQL for a text, stands for by the Source's words, NULL where it is unknown.
std::string sql_canonical(const Source& source, Role role, Role from, const std::string& cell);

/// Whether SQL can say how the Source is read. Error: "sql.cannot" with file, column and what to do.
Result<void> sql_says(const Source& source);

}  // namespace pegel::dataset
